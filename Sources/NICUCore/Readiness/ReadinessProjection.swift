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

    /// The projection of an outlook; nil where nothing is open, where a criterion waits for something else than time, and
    /// after the stay.
    init?(_ outlook: ReadinessOutlook) {
        guard outlook.toBeDone.isEmpty, outlook.unknown.isEmpty, let range = outlook.range,
            let last = outlook.byTime.map(\.last).max()
        else { return nil }
        let latest = Set(outlook.byTime.filter { $0.last == last }.map(\.id))
        self.init(
            earliest: range.earliest, latest: range.latest, limiting: outlook.byTime.map(\.id).filter(latest.contains))
    }
}

/// What the open blocking criteria wait for: time, something to be done, or what the record lacks.
public struct ReadinessOutlook: Sendable, Hashable {
    /// A criterion that time alone can bring, with the first and the last instant at which that can be expected.
    public struct Span: Sendable, Hashable {
        /// The criterion.
        public let id: String
        /// The first instant.
        public let first: Instant
        /// The last instant, without the day after it on which it is looked at.
        public let last: Instant
    }

    /// The criteria that wait for time alone, the one that comes last first; empty after the stay.
    public let byTime: [Span]
    /// The criteria that are not met and that no time brings, in the order of the rule set.
    public let toBeDone: [String]
    /// The criteria that are unknown, in the order of the rule set.
    public let unknown: [String]
    /// Whether the stay had ended, after which nothing is projected.
    public let hasEnded: Bool

    /// The open criteria: first the one that holds the answer back.
    public var ordered: [String] { byTime.map(\.id) + toBeDone + unknown }

    /// When all that wait for time alone can be expected to be met; nil where none does.
    public var range: (earliest: Instant, latest: Instant)? {
        guard let first = byTime.map(\.first).max(), let last = byTime.map(\.last).max() else { return nil }
        return (first, last + ReadinessProjection.lookedAtEvery.seconds)
    }

    /// Sorts the open criteria by what they wait for.
    init(_ rules: RuleSet, _ course: Course, _ answers: [CriterionAnswer]) {
        hasEnded = course.stayEnd != nil
        var spans: [Span] = []
        var rest: [CriterionAnswer] = []
        for answer in answers where answer.severity == .blocking && answer.verdict.rank < Verdict.met.rank {
            if !hasEnded, let span = Span(answer, rules, course) { spans.append(span) } else { rest.append(answer) }
        }
        // Of those that come at one time the first of the rule set stands first.
        byTime = spans.enumerated().sorted { ($1.element.last, $0.offset) < ($0.element.last, $1.offset) }.map(
            \.element)
        toBeDone = rest.filter { $0.verdict == .notMet }.map(\.id)
        unknown = rest.filter { $0.verdict != .notMet }.map(\.id)
    }
}

extension ReadinessOutlook.Span {
    /// When time alone brings a criterion; nil where it does not.
    init?(_ answer: CriterionAnswer, _ rules: RuleSet, _ course: Course) {
        if let earliest = answer.earliest {
            self.init(id: answer.id, first: earliest, last: earliest)
        } else if case .valueAtLeast(let test)? = rules.criterion(answer.id)?.test, answer.verdict == .notMet,
            test.quantity == .weight, let span = WeightSlope(course).span(to: test.min)
        {
            self.init(id: answer.id, first: span.lowerBound, last: span.upperBound)
        } else {
            return nil
        }
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
        func seconds(_ slope: Double) -> Double { (missing / slope * 86_400).rounded(.up) }
        // Beyond two months a straight line says nothing.
        guard seconds(slopes.lowerBound) <= 60 * 86_400 else { return nil }
        func instant(_ slope: Double) -> Instant { last.instant + Int64(seconds(slope)) }
        return instant(slopes.upperBound)...instant(slopes.lowerBound)
    }
}
