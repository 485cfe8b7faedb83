/// What the schedule asks of a course, gathered once, so that a fact that is not known can be tried at every value it
/// could take.
struct ScheduleScene {
    let course: Course
    /// Gestational age in days; nil is unknown.
    var gestationalDays: Int?
    /// Birth weight in grams; nil is unknown.
    var birthGrams: Int?
    /// The mother's hepatitis B surface antigen as recorded; nil where nothing is.
    var antigen: Perinatal.Antigen?
    let birthDay: Day?
    let birth: Instant?
    /// The end of the current stay; nil while it lasts.
    let stayEnd: Moment?
    /// From the last admission, else from birth, to the end of the stay or to the question.
    let stay: Hours?
    private let attestations: [String: Bool]
    private let problems: [Problem]

    var zone: Zone { course.clock.zone }

    /// Reads a course; of its attestations those that `counts` lets through.
    init(_ course: Course, attestations counts: (Entry) -> Bool = { _ in true }) {
        self.course = course
        gestationalDays = course.gestationalAge?.days
        birthGrams = course.birthWeight?.grams
        antigen = course.all(Perinatal.self).last { $0.body.maternalHbsag != nil }?.body.maternalHbsag
        birthDay = course.birthDay
        birth = course.birth?.entry.at.earliest
        stayEnd = course.stayEnd?.entry.at
        let begun = course.last(Admission.self)?.entry.at.earliest ?? birth
        let end = stayEnd?.latest ?? course.asOf.latest
        stay = begun.map { Hours(seconds: max(0, end - $0)) }
        var attestations: [String: Bool] = [:]
        for (entry, body) in course.all(Attestation.self) where counts(entry) { attestations[body.item] = body.value }
        self.attestations = attestations
        problems = course.all(Problem.self).map(\.body)
    }

    /// A fact about the birth as a number; nil is unknown.
    func value(of fact: BirthFact) -> Int? {
        switch fact {
        case .gestationalAge: gestationalDays
        case .birthWeight: birthGrams
        }
    }

    /// What the last attestation of an item says; nil without one.
    func attested(_ item: String) -> Bool? { attestations[item] }

    /// Whether a problem is recorded in one of these grades; no grades stand for any.
    func has(_ code: String, _ grades: [String]) -> Bool { problems.contains { $0.hasGrade(code, grades) } }

    // MARK: Every value that an unknown fact could take

    /// The birth weights that a record can hold, in grams (the hard range of plausibility).
    private static let grams = 200...8000

    /// The same infant with each value that the unknown facts an item asks about could take.
    ///
    /// The two ends come first, since they disagree soonest. Empty where nothing that can be tried is unknown.
    func completions(for asked: ScheduleQuestions) -> (missing: [ScheduleFact], scenes: [ScheduleScene]) {
        var missing: [ScheduleFact] = []
        var scenes = [self]
        if asked.gestationalAge, gestationalDays == nil, birthDay != nil {
            missing.append(.birth(.gestationalAge))
            let range = GestationalAge.range
            let days = [range.lowerBound, range.upperBound] + range.dropFirst().dropLast()
            scenes = scenes.flatMap { scene in days.map { scene.with(\.gestationalDays, $0) } }
        }
        if !asked.weightLimits.isEmpty, birthGrams == nil {
            missing.append(.birth(.birthWeight))
            // Between two limits nothing changes, so that their neighbours stand for all weights.
            let near = asked.weightLimits.flatMap { [$0 - 1, $0, $0 + 1] }.filter(Self.grams.contains)
            let grams = Set(near + [Self.grams.lowerBound, Self.grams.upperBound]).sorted()
            scenes = scenes.flatMap { scene in grams.map { scene.with(\.birthGrams, $0) } }
        }
        if asked.mother, antigen == nil {
            missing.append(.mother)
            scenes = scenes.flatMap { scene in Perinatal.Antigen.allCases.map { scene.with(\.antigen, $0) } }
        }
        return (missing, missing.isEmpty ? [] : scenes)
    }

    private func with<Value>(_ fact: WritableKeyPath<ScheduleScene, Value?>, _ value: Value) -> ScheduleScene {
        var scene = self
        scene[keyPath: fact] = value
        return scene
    }
}

/// The facts that an item's conditions and times ask about.
struct ScheduleQuestions {
    var gestationalAge = false
    var weightLimits: [Int] = []
    var mother = false

    init(_ item: ScheduleItem) {
        for condition in [item.appliesIf, item.discretionary, item.done.methodsIf] { add(condition) }
        add(item.done.since)
        for window in item.windows {
            add(window.condition)
            add(window.from)
            add(window.by)
        }
    }

    private mutating func add(_ condition: ScheduleCondition?) {
        for test in condition?.tests ?? [] {
            switch test {
            case .mother: mother = true
            case .birth(let test) where test.fact == .gestationalAge: gestationalAge = true
            case .birth(let test): weightLimits += test.relation.limits
            default: break
            }
        }
    }

    private mutating func add(_ time: ScheduleTime?) {
        switch time {
        case .postmenstrualDays?: gestationalAge = true
        case .laterOf(let times)?, .earlierOf(let times)?: for time in times { add(time) }
        default: break
        }
    }
}

extension BirthTest.Relation {
    /// The numbers it compares with.
    fileprivate var limits: [Int] {
        switch self {
        case .lessThan(let limit), .atMost(let limit), .moreThan(let limit), .atLeast(let limit): [limit]
        case .between(let range): [range.lowerBound, range.upperBound]
        }
    }
}
