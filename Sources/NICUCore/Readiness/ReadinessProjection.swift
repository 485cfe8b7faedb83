#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// The span in which all blocking criteria can be expected to be met: a range with its assumptions, never one date.
///
/// Assumed is that no event and no step back comes, that what is met stays met, that a weight goes on as in its last
/// fourteen days (both ends of an 80 % interval of its slope), and that the criteria are looked at once a day, so that the
/// range reaches a day beyond its last moment.
public struct ReadinessProjection: Sendable, Hashable {
    /// How long after the last moment the range still reaches, since the criteria are looked at once a day.
    public static let lookedAtEvery = Hours(24)

    /// The first instant at which all can be met.
    public let earliest: Instant
    /// The last instant at which all can be expected to be met.
    public let latest: Instant
    /// The criteria that decide it, in the order of the rule set.
    public let limiting: [String]

    /// Makes one from its parts.
    public init(earliest: Instant, latest: Instant, limiting: [String]) {
        self.earliest = earliest
        self.latest = latest
        self.limiting = limiting
    }

    /// Computes it; nil where nothing is open, where a criterion waits for something else than time, and after the stay.
    init?(_ rules: RuleSet, _ course: Course, _ answers: [CriterionAnswer]) {
        let open = answers.filter { $0.severity == .blocking && $0.verdict.rank < 2 }
        guard !open.isEmpty, course.stayEnd == nil else { return nil }
        var spans: [(id: String, first: Instant, last: Instant)] = []
        for answer in open {
            if let earliest = answer.earliest {
                spans.append((answer.id, earliest, earliest))
            } else if case .valueAtLeast(let test)? = rules.criterion(answer.id)?.test, answer.verdict == .notMet,
                test.quantity == .weight, let span = WeightSlope(course).span(to: test.min)
            {
                spans.append((answer.id, span.lowerBound, span.upperBound))
            } else {
                return nil
            }
        }
        guard let first = spans.map(\.first).max(), let last = spans.map(\.last).max() else { return nil }
        self.init(
            earliest: first, latest: last + ReadinessProjection.lookedAtEvery.seconds,
            limiting: spans.filter { $0.last == last }.map(\.id))
    }
}

/// When a weight can be expected, if it goes on as in its last fourteen days.
private struct WeightSlope {
    private let last: (instant: Instant, grams: Int)?
    private let slopes: ClosedRange<Double>?

    /// Takes the weights that count from a course: one a day, at least ``WeightProjection/fewestWeights`` of them.
    init(_ course: Course) {
        let weights = course.weights.map { (instant: $0.entry.at.instant, grams: $0.body.value) }
        last = weights.last
        var used: [(day: Double, grams: Double)] = []
        if let last {
            for weight in weights where weight.grams > 0 {
                let day = Double(weight.instant - last.instant) / 86_400
                guard day >= -Double(WeightProjection.window) - 0.5 else { continue }
                // Weights less than 18 hours apart are one day's.
                if let previous = used.last, day - previous.day < 0.75 { used.removeLast() }
                used.append((day, Double(weight.grams)))
            }
        }
        let isEnough = used.count >= WeightProjection.fewestWeights
        let days = (used.last?.day ?? 0) - (used.first?.day ?? 0)
        slopes = isEnough && days >= Double(WeightProjection.shortestSpan) - 0.5 ? WeightTrend(used)?.slopes : nil
    }

    /// From the first to the last instant at which a weight can be expected; nil where the gain is too uncertain.
    func span(to grams: Int) -> ClosedRange<Instant>? {
        guard let last, let slopes, last.grams > 0, last.grams < grams, slopes.lowerBound > 0 else { return nil }
        let missing = log(Double(grams) / Double(last.grams))
        func instant(_ slope: Double) -> Instant { last.instant + Int64((missing / slope * 86_400).rounded(.up)) }
        let (first, late) = (instant(slopes.upperBound), instant(slopes.lowerBound))
        // Beyond two months a straight line says nothing.
        guard late - last.instant <= 60 * 86_400 else { return nil }
        return first...late
    }
}
