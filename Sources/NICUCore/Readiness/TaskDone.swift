/// A screen, examination or plan has a result that counts.
public struct TaskDone: Sendable, Hashable {
    /// What a dose depends on besides having been given.
    public struct Mother: Sendable, Hashable {
        /// A dose below this weight does not count where the mother's antigen is positive, in grams.
        public let minGramsIfPositive: Int
        /// The oldest weight that tells the weight at the dose.
        public let weightMaxAge: Hours

        /// Makes one from its parts.
        public init(minGramsIfPositive: Int, weightMaxAge: Hours) {
            self.minGramsIfPositive = minGramsIfPositive
            self.weightMaxAge = weightMaxAge
        }
    }

    /// The task.
    public let task: String
    /// Results that count as they are.
    public let accept: [Check.Result]
    /// The methods that count; empty for any.
    public let methods: [String]
    /// Results that count for so long from the examination.
    public let holds: [Check.Result: Hours]
    /// Results that count with a future appointment.
    public let acceptWithFollowUp: [Check.Result]
    /// How soon after the examination the appointment must be; results without a limit need any future appointment.
    public let followUpWithin: [Check.Result: Hours]
    /// Nil where the mother's hepatitis B antigen plays no part.
    public let mother: Mother?

    /// Makes one from its parts.
    public init(
        task: String, accept: [Check.Result], methods: [String] = [], holds: [Check.Result: Hours] = [:],
        acceptWithFollowUp: [Check.Result] = [], followUpWithin: [Check.Result: Hours] = [:], mother: Mother? = nil
    ) {
        self.task = task
        self.accept = accept
        self.methods = methods
        self.holds = holds
        self.acceptWithFollowUp = acceptWithFollowUp
        self.followUpWithin = followUpWithin
        self.mother = mother
    }
}

extension TaskDone: CriterionTest {
    var kinds: Set<Kind> { [.check, .perinatal, .measurement] }

    func reads(_ entry: Entry, _ rules: RuleSet) -> Bool {
        switch entry.body {
        case let body as Check: body.task == task
        case is Perinatal: mother != nil
        case let body as Measurement: mother != nil && body.quantity == .weight
        default: false
        }
    }

    func finding(in scene: Scene) -> Finding {
        let all = scene.course.all(Check.self).filter { $0.body.task == task }
        guard let last = all.last else { return Finding(.unknown, .taskMissing(task: task)) }
        guard let ear = last.body.ear, TaskDone.ears.contains(ear) else { return judge(last, scene) }
        let either = TaskDone.standing(all).map { judge($0, scene) }
        if either.count < TaskDone.ears.count {
            let other = TaskDone.ears.first { $0 != ear } ?? ear
            let found = judge(last, scene)
            return found.verdict == .notMet
                ? found : Finding(.unknown, .earMissing(task: task, ear: other), evidence: found.evidence)
        }
        return either.min { $0.verdict.rank < $1.verdict.rank } ?? judge(last, scene)
    }

    static let ears = ["left", "right"]

    /// The results of one task that stand: the last, or of each ear its own latest; one for both replaces the two.
    static func standing(_ all: [(entry: Entry, body: Check)]) -> [(entry: Entry, body: Check)] {
        guard let last = all.last else { return [] }
        guard ears.contains(last.body.ear ?? "") else { return [last] }
        let since = all.lastIndex { !ears.contains($0.body.ear ?? "") }
        return ears.compactMap { ear in
            all[(since.map { $0 + 1 } ?? 0)...].last { $0.body.ear == ear } ?? since.map { all[$0] }
        }
    }

    private func judge(_ check: (entry: Entry, body: Check), _ scene: Scene) -> Finding {
        let evidence = [EntryRef(check.entry)]
        let result = check.body.result
        let at = check.entry.at.instant
        if result == .notDone { return Finding(.notMet, .taskNotDone(task: task, at: at), evidence: evidence) }
        if accept.contains(result) {
            if let fault = methodFault(check.body) {
                return Finding(fault.0, fault.1, evidence: evidence)
            }
            return dose(
                check.entry, Finding(.met, .taskResult(task: task, result: result, at: at), evidence: evidence), scene)
        }
        if let limit = holds[result] {
            let elapsed = Elapsed(since: at, asOf: scene.asOf, needed: limit)
            return Finding(
                elapsed.hours <= limit ? .met : .unknown, .taskHolds(task: task, result: result, elapsed),
                evidence: evidence)
        }
        guard acceptWithFollowUp.contains(result) else {
            return Finding(.notMet, .taskResult(task: task, result: result, at: at), evidence: evidence)
        }
        return putOff(check.entry, result, followUp(check, scene), scene)
    }

    /// Why the method leaves the result open or rules it out; nil where it counts.
    private func methodFault(_ check: Check) -> (Verdict, Reason)? {
        guard !methods.isEmpty else { return nil }
        guard let method = check.method else { return (.unknown, .methodMissing(task: task, accepted: methods)) }
        return methods.contains(method)
            ? nil : (.notMet, .otherMethod(task: task, method: method, accepted: methods))
    }

    private func followUp(_ check: (entry: Entry, body: Check), _ scene: Scene) -> Finding {
        let evidence = [EntryRef(check.entry)]
        let result = check.body.result
        let method = methodFault(check.body)
        func reason(_ fault: AppointmentFault) -> Reason { .appointment(task: task, result: result, fault) }
        switch appointmentFault(check.entry, check.body, asOf: scene.asOf, in: scene.course.clock.zone) {
        // A method that rules the result out decides, whichever end of the day it is.
        case .undecided(let time)? where method?.0 != .notMet:
            return Finding(.unknown, reason(.undecided(time)), evidence: evidence)
        case .undecided?, nil:
            if let method { return Finding(method.0, method.1, evidence: evidence) }
        case let fault?: return Finding(.notMet, reason(fault), evidence: evidence)
        }
        guard let appointment = check.body.followUp, let place = check.body.place else {
            return Finding(.notMet, reason(.none), evidence: evidence)
        }
        return Finding(
            .met, .taskFollowUp(task: task, result: result, appointment: appointment, place: place), evidence: evidence)
    }

    /// A dose that was put off: never where the mother's antigen is positive, since it is due at once then; where the
    /// antigen is unknown only what is not met either way is told.
    private func putOff(_ entry: Entry, _ result: Check.Result, _ found: Finding, _ scene: Scene) -> Finding {
        guard mother != nil, found.verdict != .notMet else { return found }
        guard let (perinatal, antigen) = antigen(in: scene) else {
            return Finding(.unknown, .motherUnknown, evidence: found.evidence)
        }
        let evidence = found.evidence + [EntryRef(perinatal)]
        guard antigen == .positive else { return Finding(found.verdict, found.reason, evidence: evidence) }
        return Finding(
            .notMet, .doseDueAtOnce(task: task, result: result, at: entry.at.instant), evidence: evidence)
    }

    /// The mother's antigen with its entry; nil where it is unknown.
    private func antigen(in scene: Scene) -> (entry: Entry, antigen: Perinatal.Antigen)? {
        guard let last = scene.course.all(Perinatal.self).last(where: { $0.body.maternalHbsag != nil }),
            let antigen = last.body.maternalHbsag, antigen != .unknown
        else { return nil }
        return (last.entry, antigen)
    }

    /// A dose counts by the mother's antigen and the weight at the time.
    private func dose(_ entry: Entry, _ given: Finding, _ scene: Scene) -> Finding {
        guard let mother else { return given }
        guard let (perinatal, antigen) = antigen(in: scene) else {
            return Finding(.unknown, .motherUnknown, evidence: given.evidence)
        }
        let evidence = given.evidence + [EntryRef(perinatal)]
        guard antigen == .positive else { return Finding(.met, given.reason, evidence: evidence) }
        let at = entry.at.instant
        let weight = scene.values(of: .weight).last {
            $0.entry.at.instant <= at && at - $0.entry.at.instant <= mother.weightMaxAge.seconds
        }
        guard let weight else { return Finding(.unknown, .weightThenUnknown(at: at), evidence: evidence) }
        let around = scene.values(of: .weight)
        if let found = scene.conflict(.weight, with: weight, among: around) { return found }
        let window = at - mother.weightMaxAge.seconds
        if let found = scene.unconfirmed(.weight, since: window, until: at) { return found }
        let isEnough = weight.body.value >= mother.minGramsIfPositive
        return Finding(
            isEnough ? .met : .notMet,
            isEnough
                ? given.reason : .doseDoesNotCount(grams: weight.body.value, at: at, min: mother.minGramsIfPositive),
            evidence: evidence + [EntryRef(weight.entry)])
    }
}
