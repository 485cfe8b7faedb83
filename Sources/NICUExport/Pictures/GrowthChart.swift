public import NICUCore

/// Weight, length and head circumference of one infant on one A4 page, between the centile lines of its references.
///
/// Exact postmenstrual ages below, chronological ages above; no line is emphasised. Values that were corrected or struck are
/// hollow, and so are lengths by tape. From 40+0 the lines of the reference for the time after term stand dashed beside the
/// first ones, and after 50+0 alone: a step between two charts, drawn as one. Without a single sex there are no lines.
public struct GrowthChart: Sendable {
    /// A reference with the version that stands in the corner.
    public struct Source: Sendable {
        let reference: GrowthReference
        let version: String

        /// Makes a source; `version` is the pack's.
        public init(_ reference: GrowthReference, version: String) {
            self.reference = reference
            self.version = version
        }
    }

    static let centiles: [Double] = [3, 10, 25, 50, 75, 90, 97]

    let course: Course
    let summary: GrowthSummary
    let lead: Source
    let after: Source?
    let sex: Sex
    let wording: Wording
    /// The postmenstrual days of the page: whole weeks around every value; nil without a birth or a gestational age.
    let span: ClosedRange<Double>?
    /// Gestational age at birth in days.
    let gestation: Int?
    let birth: (entry: Entry, body: Birth)?
    private let found: [GrowthMeasure: [Dot]]

    /// Whether the sex is not the recorded one.
    var isAssumed: Bool { sex != birth?.body.sex }

    /// Makes a chart; `after` is the reference for the time after term, `sex` the one whose lines are drawn.
    public init(
        _ course: Course, _ summary: GrowthSummary, lead: Source, after: Source?, sex: Sex, wording: Wording
    ) {
        self.course = course
        self.summary = summary
        self.lead = lead
        self.after = after?.reference.id == lead.reference.id ? nil : after
        self.sex = sex
        self.wording = wording
        // The course is gone through here; page, lines and legend all ask for what is found.
        birth = course.birth
        gestation = course.gestationalAge?.days
        guard let birthDay = birth?.entry.at.day, let gestation else {
            (found, span) = ([:], nil)
            return
        }
        found = GrowthChart.dots(course, birthDay, gestation)
        let last = found.values.joined().map(\.days).max() ?? gestation
        let first = gestation / 7 * 7
        span = Double(first)...Double(max((last / 7 + 2) * 7, first + 28))
    }

    /// One value on the chart.
    struct Dot {
        /// Postmenstrual days.
        let days: Int
        /// Grams, or centimetres.
        let value: Double
        /// Whether it no longer counts, or is a length by tape.
        let isHollow: Bool
    }

    /// One centile line over a span of postmenstrual days.
    struct Line {
        let centile: Double
        /// Whether it belongs to a reference that stands beside the first one.
        let isBeside: Bool
        let points: [(day: Double, value: Double)]
    }

    /// Every value of a measure; the struck ones too.
    func dots(_ measure: GrowthMeasure) -> [Dot] { found[measure] ?? [] }

    private static func dots(_ course: Course, _ birthDay: Day, _ gestation: Int) -> [GrowthMeasure: [Dot]] {
        var found: [GrowthMeasure: [Dot]] = [:]
        func add(_ entry: Entry, isHollow: Bool) {
            guard let body = entry.body as? Measurement, let measure = GrowthMeasure(body.quantity), body.counts else {
                return
            }
            let value = Double(body.value) / (measure == .weight ? 1 : 10)
            found[measure, default: []].append(
                Dot(
                    days: gestation + (course.clock.zone.day(at: entry.at.instant) - birthDay), value: value,
                    isHollow: isHollow || (measure == .length && body.method == "tape")))
        }
        for entry in course.entries { add(entry, isHollow: false) }
        for old in course.superseded { add(old.entry, isHollow: true) }
        return found
    }

    /// The day from which the reference for the time after term stands alone, inside a span.
    func step(in span: ClosedRange<Double>) -> Double? {
        let day = Double(ReferencePlan.lastPostnatalDay)
        return after != nil && span.contains(day) && day < span.upperBound ? day : nil
    }

    /// The lines of a measure, each inside its reference's range, its part of the plan and the span.
    func lines(_ measure: GrowthMeasure, in span: ClosedRange<Double>) -> [Line] {
        let (term, change) = (Double(GrowthAxis.dueDate), Double(ReferencePlan.lastPostnatalDay))
        let leadEnd = after == nil ? Double.infinity : change
        return GrowthChart.centiles.flatMap { centile -> [Line] in
            var lines = [
                Line(
                    centile: centile, isBeside: false,
                    points: points(centile, measure, lead.reference, span, from: -.infinity, to: leadEnd))
            ]
            if let after {
                for (from, to, isBeside) in [(term, change, true), (change, Double.infinity, false)] {
                    lines.append(
                        Line(
                            centile: centile, isBeside: isBeside,
                            points: points(centile, measure, after.reference, span, from: from, to: to)))
                }
            }
            return lines.filter { $0.points.count > 1 }
        }
    }

    private func points(
        _ centile: Double, _ measure: GrowthMeasure, _ reference: GrowthReference, _ span: ClosedRange<Double>,
        from: Double, to: Double
    ) -> [(day: Double, value: Double)] {
        guard let z = NormalDistribution.quantile(centile / 100), let range = reference.curve(measure, sex)?.range,
            reference.axis != .gestationalDays
        else { return [] }
        let offset = reference.axis == .correctedDays ? Double(GrowthAxis.dueDate) : 0
        let first = max(span.lowerBound, range.lowerBound + offset, from)
        let end = min(span.upperBound, range.upperBound + offset, to)
        guard first < end else { return [] }
        var days = Array(stride(from: first, to: end, by: 2))
        days.append(end)
        return days.compactMap { day in
            reference.value(
                z: z, unit: measure == .weight ? .grams : .centimetres, measure: measure, sex: sex,
                ageDays: day - offset
            ).map { (day, $0) }
        }
    }

    /// A round distance between lines of the grid, about `count` of them over a span.
    static func gridStep(_ span: Double, about count: Double) -> Double {
        let steps: [Double] = [0.5, 1, 2, 5, 10, 20, 50, 100, 200, 250, 500, 1000, 2000]
        return steps.first { $0 >= span / count } ?? 5000
    }

    /// The latest value of a measure with its scores in the references of the page.
    func latest(_ measure: GrowthMeasure) -> String? {
        guard let point = summary.points.last(where: { $0.measure == measure }) else { return nil }
        let ids = [lead.reference.id, after?.reference.id].compactMap { $0 }
        let scores = ids.compactMap { id in
            point.scores.first { $0.reference == id && $0.score.z != nil }.map { "\(id) z \(wording.score($0.score))" }
        }
        return ([measure.quantity.display(point.value) + ", \(point.day)"] + scores).joined(separator: "; ")
    }

    /// Id and version of each reference, for the corner.
    var sources: [String] {
        var sources = ["\(lead.reference.id) \(lead.version)"]
        if let after, let span, span.upperBound > Double(GrowthAxis.dueDate) {
            sources.append(wording.besideOnChart("\(after.reference.id) \(after.version)"))
        }
        return sources
    }

    /// Whether there are lines at all.
    var hasLines: Bool { lead.reference.curve(.weight, sex) != nil }
}
