/// What a scheme says of one infant.
public struct ClassFinding: Sendable, Hashable {
    /// Why there is no class.
    public enum Gap: Sendable, Hashable {
        /// The scheme is not for this infant.
        case notApplicable
        /// It is asked for on a later day.
        case notYet(Day)
        /// The fact or problem is not recorded.
        case notRecorded
        case missing([BirthFact])
        /// No respiratory support is recorded for the day.
        case supportMissing(Day)
        /// The flow or the oxygen that would decide is not recorded.
        case settingMissing(Day)
        /// The stay ended before the day it is asked for.
        case leftBefore(Day)
        /// Days with oxygen: so many are certain, so many possible.
        case oxygenDaysUncertain(certain: Int, possible: Int)
        /// The recorded grade is none of the scheme's.
        case otherGrade(String)
    }

    /// The scheme.
    public let scheme: ClassScheme
    /// The class; nil where there is none.
    public let grade: ClassGrade?
    /// Why there is none.
    public let gap: Gap?
    /// The entries behind it.
    public let evidence: [EntryRef]

    init(_ scheme: ClassScheme, _ grade: ClassGrade, _ evidence: [EntryRef]) {
        (self.scheme, self.grade, self.gap, self.evidence) = (scheme, grade, nil, evidence)
    }

    init(_ scheme: ClassScheme, gap: Gap, _ evidence: [EntryRef] = []) {
        (self.scheme, self.grade, self.gap, self.evidence) = (scheme, nil, gap, evidence)
    }
}

extension CourseNeed {
    /// What classifications read.
    public static let classification = CourseNeed(
        kinds: identity.union([.measurement, .state, .problem, .retraction]), quantities: [.weight, .temperature])
}

extension Classifications {
    /// What every scheme says of a course.
    public func findings(_ course: Course) -> [ClassFinding] { schemes.map { $0.finding(course) } }
}

extension ClassScheme {
    /// What the scheme says of a course; the figures of a definition, not a diagnosis.
    public func finding(_ course: Course) -> ClassFinding {
        switch scale {
        case .bands(let scale): band(scale, course)
        case .grades(let grades): recorded(grades, course)
        case .support(let scale): bySupport(scale, course)
        case .oxygen(let scale): byOxygen(scale, course)
        }
    }

    private func band(_ scale: BandScale, _ course: Course) -> ClassFinding {
        let value: Int
        let evidence: [EntryRef]
        switch scale.fact {
        case .birth(let fact):
            guard let known = course.value(of: fact) else { return ClassFinding(self, gap: .missing([fact])) }
            (value, evidence) = (known, course.evidence(of: [fact]))
        case .last(let quantity):
            let last = course.all(Measurement.self).last { $0.body.quantity == quantity && $0.body.counts }
            guard let last else { return ClassFinding(self, gap: .notRecorded) }
            (value, evidence) = (last.body.value, [EntryRef(last.entry)])
        }
        let band = scale.bands.first { $0.below.map { value < $0 } ?? true }
        return band.map { ClassFinding(self, $0.grade, evidence) } ?? ClassFinding(self, gap: .notRecorded)
    }

    private func recorded(_ grades: [ClassGrade], _ course: Course) -> ClassFinding {
        let found = course.all(Problem.self).filter { $0.body.code.lowercased() == problem }
        guard let last = found.last else { return ClassFinding(self, gap: .notRecorded) }
        let evidence = [EntryRef(last.entry)]
        guard let grade = last.body.grade else { return ClassFinding(self, gap: .notRecorded, evidence) }
        let known = grades.first { $0.id.lowercased() == grade.lowercased() }
        return known.map { ClassFinding(self, $0, evidence) } ?? ClassFinding(self, gap: .otherGrade(grade), evidence)
    }

    // MARK: By breathing support

    private func bySupport(_ scale: SupportScale, _ course: Course) -> ClassFinding {
        switch scale.appliesIf.holds(course.value(of: scale.appliesIf.fact)) {
        case .no: return ClassFinding(self, gap: .notApplicable)
        case .unknown: return ClassFinding(self, gap: .missing([scale.appliesIf.fact]))
        case .yes: break
        }
        guard let age = course.gestationalAge, let birth = course.birthDay else {
            return ClassFinding(self, gap: .missing([.gestationalAge]))
        }
        let day = birth + (scale.atDays - age.days)
        if let gap = course.gap(before: day) { return ClassFinding(self, gap: gap) }
        let support = course.support(on: day)
        guard !support.isEmpty else { return ClassFinding(self, gap: .supportMissing(day)) }
        let evidence = support.map { EntryRef($0.entry) }
        // Every state of the day is graded; one whose flow is not recorded is graded only where all flows agree.
        var ranks: [Int] = []
        for state in support {
            let steps = scale.steps.indices.filter { scale.steps[$0].stands(for: state.body) }
            let grades = Set(steps.map { scale.steps[$0].grade.id })
            guard grades.count == 1, let rank = steps.max() else {
                return ClassFinding(self, gap: .settingMissing(day), evidence)
            }
            ranks.append(rank)
        }
        return ranks.max().map { ClassFinding(self, scale.steps[$0].grade, evidence) }
            ?? ClassFinding(self, gap: .supportMissing(day))
    }

    // MARK: By days with oxygen

    private func byOxygen(_ scale: OxygenScale, _ course: Course) -> ClassFinding {
        guard let birth = course.birthDay, let age = course.gestationalAge, scale.grades.count == 4 else {
            return ClassFinding(self, gap: .missing([.gestationalAge]))
        }
        let isEarly = scale.early.holds(course.value(of: scale.early.fact)) == .yes
        let wanted = isEarly ? birth + (scale.earlyAtDays - age.days) : birth + scale.lateAtDays
        // Home before that day: looked at on the day of leaving.
        let left = course.stayEnd.flatMap { $0.destination == .home ? $0.entry.at.day : nil }
        let day = left.map { min($0, wanted) } ?? wanted
        if day > course.asOf.day { return ClassFinding(self, gap: .notYet(day)) }
        if left == nil, let gap = course.gap(before: day) { return ClassFinding(self, gap: gap) }
        let (certain, possible) = course.oxygenDays(until: day, dayAbove: scale.dayAbove)
        guard possible >= scale.minDays else { return ClassFinding(self, scale.grades[0], []) }
        guard certain >= scale.minDays else {
            return ClassFinding(self, gap: .oxygenDaysUncertain(certain: certain, possible: possible))
        }
        let support = course.support(on: day)
        guard !support.isEmpty else { return ClassFinding(self, gap: .supportMissing(day)) }
        let evidence = support.map { EntryRef($0.entry) }
        var ranks: [Int] = []
        for state in support {
            if scale.pressure.contains(state.body.value) {
                ranks.append(3)
            } else if state.body.value == "room_air" {
                ranks.append(1)
            } else if let oxygen = state.body.fio2Percent {
                ranks.append(oxygen >= scale.moderateBelowPercent ? 3 : oxygen > 21 ? 2 : 1)
            } else {
                return ClassFinding(self, gap: .settingMissing(day), evidence)
            }
        }
        return ClassFinding(self, scale.grades[ranks.max() ?? 1], evidence)
    }
}

extension SupportScale.Step {
    /// Whether a state may be of this grade: a flow that is not recorded may be any.
    fileprivate func stands(for state: State) -> Bool {
        guard states.contains(state.value) else { return false }
        guard let own = state.flowTenthsLitre else { return !needsFlow }
        guard let flow else { return true }
        return flow.contains(own)
    }
}

extension Course {
    /// Why a day cannot be looked at: it lies ahead, or the stay ended before it.
    fileprivate func gap(before day: Day) -> ClassFinding.Gap? {
        if let end = stayEnd, end.entry.at.day < day { return .leftBefore(day) }
        return day > asOf.day ? .notYet(day) : nil
    }

    /// The respiratory states that held during a civil day, the one it began with first.
    fileprivate func support(on day: Day) -> [(entry: Entry, body: State)] {
        let whole = Moment(day: day, in: clock.zone)
        let states = states(Aspect.respiratorySupport).filter { $0.entry.at.earliest <= min(whole.latest, asOf.latest) }
        let before = states.last { $0.entry.at.earliest <= whole.earliest }
        return [before].compactMap { $0 } + states.filter { $0.entry.at.earliest > whole.earliest }
    }

    /// Days from birth to a day, exclusive, with more than so many hours of oxygen: those that are certain, and those that
    /// are possible where the oxygen was not recorded.
    fileprivate func oxygenDays(until end: Day, dayAbove: Hours) -> (certain: Int, possible: Int) {
        guard let born = birthDay, let birth = birth?.entry.at.earliest else { return (0, 0) }
        let states = states(Aspect.respiratorySupport)
        var (certain, possible) = (0, 0)
        var day = born
        while day < end {
            let whole = Moment(day: day, in: clock.zone)
            var (sure, maybe): (Int64, Int64) = (0, 0)
            for (place, state) in states.enumerated() {
                let from = max(state.entry.at.earliest, whole.earliest)
                let next = place + 1 < states.count ? states[place + 1].entry.at.earliest : whole.latest + 1
                let length = max(0, min(next, whole.latest + 1) - from)
                switch state.body.isOxygen {
                case .yes: sure += length
                case .unknown: maybe += length
                case .no: break
                }
            }
            // Before the first state nothing is recorded.
            let known = states.first?.entry.at.earliest ?? whole.latest + 1
            maybe += max(0, min(known, whole.latest + 1) - max(birth, whole.earliest))
            if sure > dayAbove.seconds { certain += 1 }
            if sure + maybe > dayAbove.seconds { possible += 1 }
            day = day + 1
        }
        return (certain, possible)
    }
}

extension State {
    /// Whether a respiratory state gives oxygen above 21 %; unknown where it may and the setting is not recorded.
    var isOxygen: Truth {
        if let fio2Percent { return Truth(fio2Percent > 21) }
        return switch value {
        case "room_air": .no
        case "low_flow_oxygen": .yes
        default: .unknown
        }
    }
}
