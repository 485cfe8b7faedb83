/// One cardiorespiratory event; what was not recorded stays nil and is never taken for normal.
public struct Event: Body {
    /// What was seen.
    public enum What: String, Sendable, Hashable, CaseIterable { case apnoea, bradycardia, desaturation }
    /// What was done.
    public enum Intervention: String, Sendable, Hashable, CaseIterable {
        case none, stimulation, oxygen
        case bagMask = "bag_mask"
        case intubation
    }

    /// The kind of entry this is the body of.
    public var kind: Kind { .event }
    /// What it was.
    public var what: [What]
    /// Length in seconds.
    public var durationSeconds: Int?
    /// Lowest heart rate, beats a minute.
    public var lowestHeartRate: Int?
    /// Lowest saturation in per cent.
    public var lowestSpo2: Int?
    /// How long the saturation was low, in seconds.
    public var desaturationSeconds: Int?
    /// Whether the colour changed.
    public var colourChange: Bool?
    /// What was done.
    public var intervention: Intervention?
    /// Whether it came with a feed.
    public var feedingRelated: Bool?
    /// Whether it ended without help.
    public var selfResolved: Bool?
    /// Whether the infant slept.
    public var asleep: Bool?

    /// Makes a value from its parts.
    public init(
        what: [What], durationSeconds: Int? = nil, lowestHeartRate: Int? = nil, lowestSpo2: Int? = nil,
        desaturationSeconds: Int? = nil, colourChange: Bool? = nil, intervention: Intervention? = nil,
        feedingRelated: Bool? = nil, selfResolved: Bool? = nil, asleep: Bool? = nil
    ) {
        self.what = what
        self.durationSeconds = durationSeconds
        self.lowestHeartRate = lowestHeartRate
        self.lowestSpo2 = lowestSpo2
        self.desaturationSeconds = desaturationSeconds
        self.colourChange = colourChange
        self.intervention = intervention
        self.feedingRelated = feedingRelated
        self.selfResolved = selfResolved
        self.asleep = asleep
    }

    /// Reads the members; what is left over is refused by the caller.
    public init(from reader: inout BodyReader) throws(BodyProblem) {
        what = []
        for word in try reader.words("what") {
            guard let one = What(rawValue: word) else {
                throw .notAllowed(member: "what", value: word, allowed: What.allCases.map(\.rawValue))
            }
            guard !what.contains(one) else { throw .conflict(member: "what", with: word) }
            what.append(one)
        }
        guard !what.isEmpty else { throw .missing(member: "what") }
        durationSeconds = try reader.integer("durationSeconds", in: 0...7200)
        lowestHeartRate = try reader.integer("lowestHeartRate", in: 0...300)
        lowestSpo2 = try reader.integer("lowestSpo2", in: 0...100)
        desaturationSeconds = try reader.integer("desaturationSeconds", in: 0...7200)
        colourChange = try reader.bool("colourChange")
        intervention = try reader.token("intervention")
        feedingRelated = try reader.bool("feedingRelated")
        selfResolved = try reader.bool("selfResolved")
        asleep = try reader.bool("asleep")
    }

    /// Writes the members that are there.
    public func write(to writer: inout BodyWriter) {
        writer.put("what", what.map(\.rawValue))
        writer.put("durationSeconds", durationSeconds)
        writer.put("lowestHeartRate", lowestHeartRate)
        writer.put("lowestSpo2", lowestSpo2)
        writer.put("desaturationSeconds", desaturationSeconds)
        writer.put("colourChange", colourChange)
        writer.put("intervention", intervention)
        writer.put("feedingRelated", feedingRelated)
        writer.put("selfResolved", selfResolved)
        writer.put("asleep", asleep)
    }
}

/// A shift's review of the monitor's memory: no events, n events, or not reviewed.
public struct Review: Body {
    /// The kind of entry this is the body of.
    public var kind: Kind { .review }
    /// The shift.
    public var shift: Shift
    /// Number of events; nil says that the shift was not reviewed.
    public var events: Int?

    /// Makes a value from its parts.
    public init(shift: Shift, events: Int?) {
        self.shift = shift
        self.events = events
    }

    /// Reads the members; what is left over is refused by the caller.
    public init(from reader: inout BodyReader) throws(BodyProblem) {
        let text = try reader.requiredText("shift")
        guard let shift = Shift(text) else { throw .unreadableTime(member: "shift", value: text) }
        self.shift = shift
        events = try reader.integer("events", in: 0...999)
    }

    /// Writes the members that are there.
    public func write(to writer: inout BodyWriter) {
        writer.put("shift", shift.description)
        writer.put("events", events)
    }
}
