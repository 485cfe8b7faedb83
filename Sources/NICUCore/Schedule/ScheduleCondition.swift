/// One statement about an infant that decides whether an item of the schedule applies.
public enum ScheduleTest: Sendable, Hashable {
    /// A comparison of gestational age or birth weight.
    case birth(BirthTest)
    /// The mother's hepatitis B surface antigen is one of these; unknown while it is not recorded.
    case mother([Perinatal.Antigen])
    /// A clinician attested it: yes or no as the last attestation says, unknown without one.
    case attested(String)
    /// The last attestation says no; unknown without one.
    case denied(String)
    /// The last attestation says yes; without one it does not hold. Only for what lengthens a window.
    case stated(String)
    /// A problem is recorded in one of these grades, or in any where none is named.
    ///
    /// One that is not recorded is no: a rule that needs certainty asks for an attestation beside it.
    case problem(String, grades: [String])
    /// Fewer completed calendar months old than this on the day of the question.
    case monthsBelow(Int)
    /// The day of the question lies in one of these months, 1–12.
    case monthIn([Int])
    /// The infant was born in one of these months, 1–12.
    case bornIn([Int])
    /// The stay has lasted longer than this: from admission, else from birth, to its end or to the question.
    case stayAbove(Hours)
    /// The stay has not lasted longer than this.
    case stayAtMost(Hours)
}

/// What the record does not say and an item of the schedule asks.
public enum ScheduleFact: Sendable, Hashable {
    case birth(BirthFact)
    case birthTime
    case mother
    case attestation(String)
}

/// Statements of which all or any must hold; three-valued.
public struct ScheduleCondition: Sendable, Hashable {
    /// How the statements are joined.
    public enum Join: Sendable, Hashable { case all, any }

    /// How the statements are joined.
    public let join: Join
    /// The statements.
    public let tests: [ScheduleTest]

    /// Makes a condition.
    public init(_ join: Join, _ tests: [ScheduleTest]) {
        self.join = join
        self.tests = tests
    }

    /// Whether it holds for a course on its day.
    public func holds(_ course: Course) -> Truth { holds(ScheduleScene(course)) }

    /// What would have to be recorded to tell.
    public func missing(_ course: Course) -> [ScheduleFact] { missing(ScheduleScene(course)) }

    func holds(_ scene: ScheduleScene) -> Truth {
        let parts = tests.lazy.map { $0.holds(scene) }
        return join == .all ? Truth.all(parts) : Truth.any(parts)
    }

    func missing(_ scene: ScheduleScene) -> [ScheduleFact] {
        tests.filter { $0.holds(scene) == .unknown }.map(\.fact)
    }
}

extension ScheduleTest {
    func holds(_ scene: ScheduleScene) -> Truth {
        switch self {
        case .birth(let test): return test.holds(scene.value(of: test.fact))
        case .mother(let antigens): return Truth(scene.antigen.map { antigens.contains($0) })
        case .attested(let item): return Truth(scene.attested(item))
        case .denied(let item): return Truth(scene.attested(item)).negated
        case .stated(let item): return Truth(scene.attested(item) ?? false)
        case .problem(let code, let grades): return Truth(scene.has(code, grades))
        case .monthsBelow(let months):
            return Truth(scene.birthDay.map { scene.course.asOf.day < $0.adding(months: months) })
        case .monthIn(let months): return Truth(months.contains(scene.course.asOf.day.parts.month))
        case .bornIn(let months): return Truth(scene.birthDay.map { months.contains($0.parts.month) })
        case .stayAbove(let limit): return Truth(scene.stay.map { $0 > limit })
        case .stayAtMost(let limit): return Truth(scene.stay.map { $0 <= limit })
        }
    }

    /// What is missing where the statement cannot be told.
    var fact: ScheduleFact {
        switch self {
        case .birth(let test): .birth(test.fact)
        case .mother: .mother
        case .attested(let item), .denied(let item), .stated(let item): .attestation(item)
        case .problem, .monthsBelow, .monthIn, .bornIn, .stayAbove, .stayAtMost: .birthTime
        }
    }
}

extension Problem {
    /// Whether it is this problem in one of these grades; no grades stand for any.
    func hasGrade(_ code: String, _ grades: [String]) -> Bool {
        self.code.lowercased() == code
            && (grades.isEmpty || grade.map { own in grades.contains { $0.lowercased() == own.lowercased() } } ?? false)
    }
}

extension Day {
    /// The same day some months later; the last of a shorter month.
    public func adding(months: Int) -> Day {
        let parts = parts
        let count = parts.year * 12 + parts.month - 1 + months
        let month = ((count % 12) + 12) % 12 + 1
        let year = (count - (month - 1)) / 12
        let day = min(parts.day, Day.length(ofMonth: month, year: year))
        return Day(year: year, month: month, day: day) ?? self
    }
}
