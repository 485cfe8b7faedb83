/// A condition that holds from the entry's time until the next entry of its aspect.
public struct State: Body {
    /// The kind of entry this is the body of.
    public var kind: Kind { .state }
    /// What the state is about; the aspects with a closed list of values are in ``Aspect``.
    public var aspect: String
    /// The value.
    public var value: String
    /// Inspired oxygen in per cent, 21–100.
    public var fio2Percent: Int?
    /// Flow in tenths of a litre a minute.
    public var flowTenthsLitre: Int?
    /// Free detail, short.
    public var detail: String?

    /// Makes a value from its parts.
    public init(
        aspect: String, value: String, fio2Percent: Int? = nil, flowTenthsLitre: Int? = nil, detail: String? = nil
    ) {
        self.aspect = aspect
        self.value = value
        self.fio2Percent = fio2Percent
        self.flowTenthsLitre = flowTenthsLitre
        self.detail = detail
    }

    /// Breathing without any support.
    public static let roomAir = "room_air"

    /// Inspired oxygen that can be recorded, in per cent.
    public static let fio2Range = 21...100
    /// Flow that can be recorded, in tenths of a litre a minute.
    public static let flowRange = 0...600

    /// Reads the members; what is left over is refused by the caller.
    public init(from reader: inout BodyReader) throws(BodyProblem) {
        aspect = try reader.requiredWord("aspect")
        value = try reader.requiredWord("value")
        let allowed = Aspect.values(of: aspect)
        guard allowed.contains(value) else { throw .notAllowed(member: "value", value: value, allowed: allowed) }
        fio2Percent = try reader.integer("fio2Percent", in: State.fio2Range)
        flowTenthsLitre = try reader.integer("flowTenthsLitre", in: State.flowRange)
        detail = try reader.text("detail")
        guard aspect == Aspect.respiratorySupport, value == State.roomAir else { return }
        // Room air is 21 % oxygen and no flow.
        if let fio2Percent, fio2Percent > State.fio2Range.lowerBound {
            throw .contradicts(member: "fio2Percent", value: "\(fio2Percent)", with: value)
        }
        if let flowTenthsLitre, flowTenthsLitre > 0 {
            throw .contradicts(member: "flowTenthsLitre", value: "\(flowTenthsLitre)", with: value)
        }
    }

    /// Writes the members that are there.
    public func write(to writer: inout BodyWriter) {
        writer.put("aspect", aspect)
        writer.put("value", value)
        writer.put("fio2Percent", fio2Percent)
        writer.put("flowTenthsLitre", flowTenthsLitre)
        writer.put("detail", detail)
    }
}

/// The aspects of care that a state describes, and the values each can have.
public enum Aspect {
    /// How the infant is fed.
    public static let feedingRoute = "feeding_route"
    /// How breathing is supported.
    public static let respiratorySupport = "respiratory_support"
    /// The kind of bed that keeps the infant warm.
    public static let thermal = "thermal"
    /// Caffeine citrate, aminophylline or theophylline.
    public static let methylxanthine = "methylxanthine"
    /// The kind of milk.
    public static let milk = "milk"
    /// Whether the cardiorespiratory monitor is on.
    public static let monitoring = "monitoring"

    /// The value of an on/off aspect that is on.
    public static let on = "on"

    /// The aspects this version names; other words are taken as on/off aspects.
    public static let known = [
        feedingRoute, respiratorySupport, thermal, methylxanthine, monitoring, "iv_access", "parenteral_nutrition",
        "iv_medication", "phototherapy", milk, "isolation", "fortifier", "antibiotics", "steroids", "diuretics", "uvc",
        "uac", "picc",
    ]

    /// The words the detail of a state is chosen from at the command line; empty where it is free.
    public static func details(of aspect: String) -> [String] {
        switch aspect {
        case "parenteral_nutrition": ["full", "partial"]
        case "isolation": ["contact", "droplet", "airborne", "protective"]
        default: []
        }
    }

    /// The values an aspect can have.
    public static func values(of aspect: String) -> [String] {
        switch aspect {
        case feedingRoute: ["none", "tube", "oral_plus_tube", "oral"]
        case respiratorySupport:
            ["room_air", "low_flow_oxygen", "high_flow", "cpap", "nippv", "ventilator", "hfov"]
        case thermal:
            ["incubator", "incubator_off", "radiant_warmer", "heated_mattress", "open_crib", "kangaroo"]
        case methylxanthine: ["on", "off", "never"]
        case milk: ["mother", "donor", "preterm_formula", "post_discharge_formula", "mixed"]
        default: [on, "off"]
        }
    }
}
