public import NICUCore
internal import Yams

extension RuleBook {
    /// The names of a kind that can be recorded: the program's, and those that an edition declares as the unit's own or
    /// asks for; each once.
    ///
    /// An edition that cannot be read names nothing.
    public func names(of kind: Vocabulary.Kind) -> [String] {
        var names = Vocabulary.names(of: kind)
        for edition in editions {
            let own = (try? RuleFile.composed(edition.text, edition.path))?.mapping?[kind.ownKey]?.sequence
            names += own?.compactMap(\.string) ?? []
            switch try? edition.document() {
            case .readiness(let rules): names += rules.names(of: kind)
            case .schedule(let schedule): names += schedule.names(of: kind)
            case nil: break
            }
        }
        var seen: Set<String> = []
        return names.filter { seen.insert($0).inserted }
    }
}

extension RuleBook {
    /// The results of a task that editions which the unit installed ask for, each once.
    public func results(of task: String) -> [Check.Result] {
        var found: [Check.Result] = []
        for edition in editions where edition.installed != nil {
            switch try? edition.document() {
            case .readiness(let rules): found += rules.results(of: task)
            case .schedule(let schedule): found += schedule.results(of: task)
            case nil: break
            }
        }
        var seen: Set<Check.Result> = []
        return found.filter { seen.insert($0).inserted }
    }
}

extension RuleSet {
    /// The results of a task that its criteria ask for, in the order of the file.
    public func results(of task: String) -> [Check.Result] {
        criteria.flatMap { criterion -> [Check.Result] in
            guard case .taskDone(let test) = criterion.test, test.task == task else { return [] }
            return Check.Result.allCases.filter {
                test.accept.contains($0) || test.acceptWithFollowUp.contains($0) || test.holds[$0] != nil
            }
        }
    }
}

extension Schedule {
    /// The results of a task that set items off, in the order of the file.
    public func results(of task: String) -> [Check.Result] {
        items.flatMap { item -> [Check.Result] in
            guard case .result(task, let results) = item.trigger else { return [] }
            return results
        }
    }
}

extension CareRules {
    /// The aspects of care that days and intake are counted by.
    public var aspects: [String] {
        days.flatMap { item -> [String] in
            guard case .states(let sources, _) = item.fact else { return [] }
            return sources.map(\.aspect)
        } + intake.infusing
    }

    /// The words of products that count as an aspect being on.
    public func products(of aspect: String) -> [String] {
        days.flatMap { item -> [String] in
            guard case .states(let sources, let products) = item.fact,
                sources.contains(where: { $0.aspect == aspect })
            else { return [] }
            return products
        }
    }
}

extension RuleSet {
    /// The tasks, statements or aspects that its criteria ask for; none of another kind.
    fileprivate func names(of kind: Vocabulary.Kind) -> [String] {
        let asked = criteria.flatMap { $0.names(of: kind) }
        return kind == .aspect ? asked + products.keys.sorted() : asked
    }
}

extension Criterion {
    fileprivate func names(of kind: Vocabulary.Kind) -> [String] {
        switch (test, kind) {
        case (.taskDone(let test), .task): [test.task]
        case (.stateFor(let test), .task): [test.alternativeTask].compactMap(\.self)
        case (.timeSinceStopped(let test), .task): [test.alternativeTask].compactMap(\.self)
        case (.eventFreeInterval(let test), .task): test.dropStartIfTask.values.sorted()
        case (.attested(let test), .item): [test.item]
        case (.saturationInAir(let test), .item): [test.item]
        case (.stateFor(let test), .aspect): [test.aspect]
        case (.timeSinceStopped(let test), .aspect): [test.drug]
        case (.noneActive(let test), .aspect): test.aspects
        default: []
        }
    }
}

extension Schedule {
    /// The tasks or statements that its items ask for; none of another kind.
    fileprivate func names(of kind: Vocabulary.Kind) -> [String] {
        switch kind {
        case .task:
            items.flatMap { item -> [String] in
                switch item.trigger {
                case .result(let task, _): item.done.tasks + [task]
                case .procedure(_, let task?): item.done.tasks + [task]
                default: item.done.tasks
                }
            } + papers.map(\.task)
        case .item:
            items.flatMap { item in
                [item.appliesIf, item.discretionary, item.precondition, item.done.methodsIf].compactMap(\.self)
                    + item.windows.compactMap(\.condition)
            }.flatMap(\.tests).compactMap(\.item) + visits.flatMap(\.appliesIf.tests).compactMap(\.item)
                + papers.flatMap(\.conditions).flatMap(\.tests).compactMap(\.item)
        default: []
        }
    }
}

extension ScheduleTest {
    /// The statement it asks for; nil for another test.
    fileprivate var item: String? {
        switch self {
        case .attested(let item), .denied(let item), .stated(let item): item
        default: nil
        }
    }
}
