/// One class of a scheme.
public struct ClassGrade: Sendable, Hashable {
    /// Its name in the file, such as `very_preterm` or `IIA`.
    public let id: String
    /// What it is called in print.
    public let title: RuleText

    /// Makes one from its parts.
    public init(id: String, title: RuleText) {
        self.id = id
        self.title = title
    }
}

/// Classes of one measured fact, each up to but not including its limit.
public struct BandScale: Sendable, Hashable {
    /// What is measured.
    public enum Fact: Sendable, Hashable {
        case birth(BirthFact)
        /// The last value that counts, in the quantity's stored unit.
        case last(Quantity)
    }

    /// One class with its limit.
    public struct Band: Sendable, Hashable {
        /// The first value above it, in the fact's stored unit; nil for the last class.
        public let below: Int?
        /// The class.
        public let grade: ClassGrade

        /// Makes one from its parts.
        public init(below: Int?, grade: ClassGrade) {
            self.below = below
            self.grade = grade
        }
    }

    /// What is measured.
    public let fact: Fact
    /// The classes, in the order of their limits.
    public let bands: [Band]

    /// Makes one from its parts.
    public init(fact: Fact, bands: [Band]) {
        self.fact = fact
        self.bands = bands
    }
}

/// Grades by the breathing support on the day of one postmenstrual age.
public struct SupportScale: Sendable, Hashable {
    /// One grade with the support that stands for it.
    public struct Step: Sendable, Hashable {
        /// The grade.
        public let grade: ClassGrade
        /// Values of the respiratory support.
        public let states: [String]
        /// The flows it stands for, in tenths of a litre a minute; nil for any.
        public let flow: ClosedRange<Int>?
        /// Whether it stands only where a flow is recorded: the state alone says that the flow is another.
        public let needsFlow: Bool

        /// Makes one from its parts.
        public init(grade: ClassGrade, states: [String], flow: ClosedRange<Int>?, needsFlow: Bool = false) {
            self.grade = grade
            self.states = states
            self.flow = flow
            self.needsFlow = needsFlow
        }
    }

    /// Who is graded.
    public let appliesIf: BirthTest
    /// The day, in postmenstrual days.
    public let atDays: Int
    /// The grades, the lightest first.
    public let steps: [Step]

    /// Makes one from its parts.
    public init(appliesIf: BirthTest, atDays: Int, steps: [Step]) {
        self.appliesIf = appliesIf
        self.atDays = atDays
        self.steps = steps
    }
}

/// Grades by the days with oxygen and by what is needed when they are looked at.
public struct OxygenScale: Sendable, Hashable {
    /// Days with oxygen that make the diagnosis.
    public let minDays: Int
    /// A day counts when more than so many of its hours had oxygen.
    public let dayAbove: Hours
    /// Who is looked at by postmenstrual age; the others by age since birth.
    public let early: BirthTest
    /// The day for those, in postmenstrual days.
    public let earlyAtDays: Int
    /// The day for the others, in days since birth.
    public let lateAtDays: Int
    /// Oxygen below this is the middle grade, in per cent.
    public let moderateBelowPercent: Int
    /// Respiratory support that is positive pressure.
    public let pressure: [String]
    /// None, and the three grades.
    public let grades: [ClassGrade]

    /// Makes one from its parts; `grades` are none, mild, moderate and severe.
    public init(
        minDays: Int, dayAbove: Hours, early: BirthTest, earlyAtDays: Int, lateAtDays: Int,
        moderateBelowPercent: Int, pressure: [String], grades: [ClassGrade]
    ) {
        self.minDays = minDays
        self.dayAbove = dayAbove
        self.early = early
        self.earlyAtDays = earlyAtDays
        self.lateAtDays = lateAtDays
        self.moderateBelowPercent = moderateBelowPercent
        self.pressure = pressure
        self.grades = grades
    }
}

/// One published way of classing infants; data, never code.
public struct ClassScheme: Sendable, Hashable {
    /// How the class is found.
    public enum Scale: Sendable, Hashable {
        case bands(BandScale)
        /// The grade a physician recorded with the problem.
        case grades([ClassGrade])
        case support(SupportScale)
        case oxygen(OxygenScale)
    }

    /// Its name in the file.
    public let id: String
    /// What it is called in print.
    public let title: RuleText
    /// The problem whose grade it is; nil where it classes a measured fact.
    public let problem: String?
    /// How the class is found.
    public let scale: Scale
    /// The ids of the sources.
    public let sources: [String]
    /// How well the source was seen.
    public let confidence: Confidence

    /// Makes one from its parts.
    public init(
        id: String, title: RuleText, problem: String?, scale: Scale, sources: [String], confidence: Confidence
    ) {
        self.id = id
        self.title = title
        self.problem = problem
        self.scale = scale
        self.sources = sources
        self.confidence = confidence
    }

    /// Its classes, each once.
    public var grades: [ClassGrade] {
        let all: [ClassGrade] =
            switch scale {
            case .bands(let scale): scale.bands.map(\.grade)
            case .grades(let grades): grades
            case .support(let scale): scale.steps.map(\.grade)
            case .oxygen(let scale): scale.grades
            }
        var seen: Set<String> = []
        return all.filter { seen.insert($0.id).inserted }
    }
}

/// The classifications of one file.
public struct Classifications: Sendable, Hashable {
    /// Its name in the file.
    public let id: String
    /// Semantic version of the file.
    public let version: String
    /// What the words of confidence mean.
    public let confidence: [Confidence: RuleText]
    /// The sources the schemes name.
    public let sources: [RuleSource]
    /// The schemes in the order of the file.
    public let schemes: [ClassScheme]

    /// Makes one from its parts.
    public init(
        id: String, version: String, confidence: [Confidence: RuleText], sources: [RuleSource],
        schemes: [ClassScheme]
    ) {
        self.id = id
        self.version = version
        self.confidence = confidence
        self.sources = sources
        self.schemes = schemes
    }

    /// The grades that a problem can have in any scheme; empty where none grades it.
    public func grades(ofProblem code: String) -> [String] {
        schemes.filter { $0.problem == code }.flatMap { $0.grades.map(\.id) }
    }
}
