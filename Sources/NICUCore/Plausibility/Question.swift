/// A doubt about a new value that a person can settle: what is odd about it, and what would explain it.
public struct Question: Sendable, Hashable {
    /// How much it takes to go on.
    public enum Level: String, Sendable, Hashable, CaseIterable {
        /// The token confirms it.
        case ask
        /// The token and a reason confirm it; a second clinician where the unit wants one.
        case stop
    }

    /// What is odd, as entries store it once it was answered.
    public enum Code: String, Sendable, Hashable, CaseIterable {
        /// A weight outside the infant's own expected interval.
        case outsideExpected = "outside_expected"
        /// A weight one and a half times the expected one or more, or that part of it or less.
        case farFromExpected = "far_from_expected"
        /// A weight that fits a sibling's curve better than the infant's own.
        case twinCurve = "twin_curve"
        /// A weight far below the birth weight in the first two weeks.
        case earlyLoss = "early_loss"
        /// The same weight for the third time in a row.
        case sameAgain = "same_again"
        /// A second value within the hour.
        case withinTheHour = "within_the_hour"
        /// A first value far outside the growth reference.
        case growthChart = "growth_chart"
        /// A length that changed more than a length does.
        case lengthChange = "length_change"
        /// A head that grew faster than the alarm limit.
        case headFast = "head_fast"
        /// A head that became smaller.
        case headFall = "head_fall"
        /// A vital sign outside what is usual.
        case unusual
    }

    /// What may have happened.
    public enum Cause: String, Sendable, Hashable, CaseIterable {
        case timesTen = "times_ten"
        case tenth = "one_tenth"
        /// A number of kilograms with the unit gram, or the other way round.
        case kilograms
        /// A number of pounds with the unit kilogram, or the other way round.
        case pounds
        case digitsSwapped = "digits_swapped"
        /// The value of the time before, written again.
        case copied
        /// Something lay on the scale with the infant.
        case equipment
        /// The sibling lay on the scale, or it is the sibling's line.
        case twin
    }

    /// A slip that would explain the value, and what the value would have been without it, in the stored unit.
    public struct Explanation: Sendable, Hashable {
        /// What may have happened.
        public let cause: Cause
        /// The value without the slip; nil where it cannot be told.
        public let value: Int?
        /// The sibling whose curve it fits; nil for other causes.
        public let sibling: InfantCode?

        /// Makes one from its parts.
        public init(_ cause: Cause, value: Int? = nil, sibling: InfantCode? = nil) {
            self.cause = cause
            self.value = value
            self.sibling = sibling
        }
    }

    /// What is odd.
    public let code: Code
    /// How much it takes to go on.
    public let level: Level
    /// What was measured.
    public let quantity: Quantity
    /// The value in the stored unit.
    public let value: Int
    /// What would have been usual, in the stored unit; nil where there is no range.
    public let expected: ClosedRange<Int>?
    /// The value it was compared with, and when that was measured.
    public let last: (value: Int, at: Moment)?
    /// The likeliest slip; nil where none explains the value.
    public let explanation: Explanation?
    /// The figure that is odd, where it is another one than the value: a z-score, percent, centimetres a week.
    public let figure: Double?

    init(
        _ code: Code, level: Level = .ask, _ measurement: Measurement, expected: ClosedRange<Int>? = nil,
        last: (value: Int, at: Moment)? = nil, explanation: Explanation? = nil, figure: Double? = nil
    ) {
        self.code = code
        self.level = level
        quantity = measurement.quantity
        value = measurement.value
        self.expected = expected
        self.last = last
        self.explanation = explanation
        self.figure = figure
    }

    /// Compares every part.
    public static func == (a: Question, b: Question) -> Bool {
        a.code == b.code && a.level == b.level && a.quantity == b.quantity && a.value == b.value
            && a.expected == b.expected && a.last?.value == b.last?.value && a.last?.at == b.last?.at
            && a.explanation == b.explanation && a.figure == b.figure
    }

    /// Hashes what tells two questions apart.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(code)
        hasher.combine(quantity)
        hasher.combine(value)
    }
}

extension Sequence<Question> {
    /// The codes that a confirmation answers, each once, in the order of their names.
    public var codes: [String] { Set(map(\.code.rawValue)).sorted() }
    /// Whether one of them takes a reason.
    public var needReason: Bool { contains { $0.level == .stop } }
}
