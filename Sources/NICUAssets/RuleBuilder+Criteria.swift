internal import NICUCore

extension RuleBuilder {
    /// One criterion of the file, its names and numbers checked against the rest of it.
    func criterion(_ layout: RuleLayout.Criterion, at index: Int) throws(RuleFileProblem) -> Criterion {
        if let id = layout.appliesIf, self.layout.applicability[id] == nil {
            throw .notDefined(
                place("criteria", index, "applies_if"), .applicability, id: id,
                known: self.layout.applicability.keys.sorted())
        }
        let lines = Criterion.Part.allCases.compactMap { part -> Criterion.Line? in
            let words = layout.text?[part.rawValue].map(text)
            let confidence = layout.conf[part.rawValue].flatMap(Confidence.init)
            return words == nil && confidence == nil
                ? nil : Criterion.Line(part: part, text: words, confidence: confidence)
        }
        guard let kind = Criterion.Kind(rawValue: layout.kind), let basis = Basis(rawValue: layout.basis) else {
            throw .missingKey(place("criteria", index), key: "kind")
        }
        let params = CriterionParams(values: layout.params, index: index, builder: self)
        return Criterion(
            id: layout.id, title: text(layout.title), test: try params.test(kind),
            severity: layout.severity.flatMap(Severity.init) ?? .blocking, basis: basis, appliesIf: layout.appliesIf,
            lines: lines, sources: try sources(layout.src, "criteria", index))
    }
}

/// The parameters of one criterion on their way to its test.
struct CriterionParams {
    let values: RuleParams
    let index: Int
    let builder: RuleBuilder

    func test(_ kind: Criterion.Kind) throws(RuleFileProblem) -> Criterion.Test {
        switch kind {
        case .valueAtLeast:
            let quantity = try quantity()
            return .valueAtLeast(
                ValueAtLeast(
                    quantity: quantity, min: try stored(values.min, "min", quantity),
                    maxAge: try hours(values.maxAge, "max_age_h")))
        case .gainRate:
            return .gainRate(
                GainRate(
                    window: try hours(values.window, "window_h"), tolerance: try hours(values.tolerance, "tolerance_h"),
                    minMeasurements: try need(values.minMeasurements, "min_measurements"),
                    minGramsPerDay: try need(values.minGramsPerDay, "min_g_per_day"),
                    maxAge: try hours(values.maxAge, "max_age_h")))
        case .rangeSustained: return .rangeSustained(try rangeSustained())
        case .eventFreeInterval: return .eventFreeInterval(try eventFree())
        case .timeSinceStopped:
            return .timeSinceStopped(
                TimeSinceStopped(
                    drug: try need(values.drug, "drug"), min: try hours(values.minHours, "min_h"),
                    ifNever: values.ifNever.flatMap(Verdict.init) ?? .notApplicable,
                    alternativeTask: values.alternativeTask))
        case .stateFor:
            let aspect = try need(values.state, "state")
            return .stateFor(
                StateFor(
                    aspect: aspect, allowed: try states(values.allowed, "allowed", of: aspect),
                    min: try hours(values.minHours, "min_h"), alternativeTask: values.alternativeTask,
                    alternativeAllowed: values.alternativeAllowed == nil
                        ? nil : try states(values.alternativeAllowed, "alternative_allowed", of: aspect)))
        case .noneActive:
            let items = try need(values.items, "items")
            let switches = Aspect.known.filter { Aspect.values(of: $0) == ["on", "off"] }
            for (place, item) in items.enumerated() where !switches.contains(item) {
                throw .notAllowed(self.place("items", place), key: "items", value: item, allowed: switches)
            }
            return .noneActive(NoneActive(aspects: items))
        case .ageAtLeast: return .ageAtLeast(AgeAtLeast(minDays: try need(values.minDays, "min_days")))
        case .taskDone: return .taskDone(try taskDone())
        case .attested: return .attested(Attested(item: try need(values.item, "item")))
        case .shiftReviewed:
            let id = try need(values.windowOf, "window_of")
            let wanted = Criterion.Kind.eventFreeInterval.rawValue
            let known = builder.layout.criteria.filter { $0.kind == wanted }.map(\.id)
            guard known.contains(id) else {
                throw .notDefined(place("window_of"), .eventFreeCriterion, id: id, known: known)
            }
            return .shiftReviewed(ShiftReviewed(windowOf: id))
        case .saturationInAir:
            return .saturationInAir(
                SaturationInAir(
                    low: try stored(values.low, "low", .spo2), min: try hours(values.minHours, "min_h"),
                    minMeasurements: try need(values.minMeasurements, "min_measurements"),
                    maxGap: try hours(values.maxGap, "max_gap_h"), item: try need(values.item, "item")))
        case .oralVolume:
            return .oralVolume(
                OralVolume(
                    window: try hours(values.window, "window_h"), target: try need(values.target, "target"),
                    weightMaxAge: try hours(values.weightMaxAge, "weight_max_age_h")))
        case .feedsUneventful:
            return .feedsUneventful(
                FeedsUneventful(event: try event(), window: try hours(values.window, "window_h")))
        }
    }

    private func rangeSustained() throws(RuleFileProblem) -> RangeSustained {
        let quantity = try quantity()
        let low = try stored(values.low, "low", quantity)
        let high = try stored(values.high, "high", quantity)
        guard low <= high else {
            throw .emptyRange(
                place("high"), low: .init("low", values.low ?? ""), high: .init("high", values.high ?? ""))
        }
        var recheck: RangeSustained.Recheck?
        if let minutes = values.recheck {
            recheck = RangeSustained.Recheck(
                withinSeconds: Int64(minutes) * 60, low: try range(values.recheckLow, "recheck_low", quantity),
                high: try range(values.recheckHigh, "recheck_high", quantity))
        }
        return RangeSustained(
            quantity: quantity, site: values.site, range: low...high, window: try hours(values.window, "window_h"),
            minMeasurements: try need(values.minMeasurements, "min_measurements"),
            maxGap: try hours(values.maxGap, "max_gap_h"), recheck: recheck, bed: values.bed)
    }

    private func eventFree() throws(RuleFileProblem) -> EventFreeInterval {
        let event = try event()
        var exceptions: [EventFreeInterval.Exception] = []
        for (number, exception) in (values.exceptions ?? []).enumerated() {
            let test = try builder.birthTest(exception.test, ["criteria", index, "params", "min_h_if", number, "if"])
            exceptions.append(EventFreeInterval.Exception(test: test, min: Hours(exception.min)))
        }
        var dropped: [ClockStart: String] = [:]
        for (start, task) in values.dropStart ?? [:] {
            if let start = ClockStart(rawValue: start) { dropped[start] = task }
        }
        return EventFreeInterval(
            event: event, min: try hours(values.minHours, "min_h"), exceptions: exceptions,
            countFrom: try need(values.countFrom, "count_from").compactMap(ClockStart.init),
            coverage: values.coverage.map {
                EventFreeInterval.Coverage(
                    since: EventFreeInterval.Coverage.Since(rawValue: $0.monitoredSince) ?? .start,
                    maxGap: Hours($0.maxGap), maxGapPerCareDay: Hours($0.maxGapPerCareDay))
            },
            dropStartIfTask: dropped)
    }

    /// An event definition of the file.
    private func event() throws(RuleFileProblem) -> String {
        let event = try need(values.event, "event")
        guard builder.layout.events[event] != nil else {
            throw .notDefined(place("event"), .event, id: event, known: builder.layout.events.keys.sorted())
        }
        return event
    }

    private func taskDone() throws(RuleFileProblem) -> TaskDone {
        func results(_ words: [String]?) -> [Check.Result] { (words ?? []).compactMap(Check.Result.init) }
        func days(_ values: [String: Int]?) -> [Check.Result: Hours] {
            Dictionary(
                (values ?? [:]).compactMap { word, days in
                    Check.Result(rawValue: word).map { ($0, Hours(days * 24)) }
                }
            ) { first, _ in first }
        }
        return TaskDone(
            task: try need(values.task, "task"), accept: results(values.accept), methods: values.method ?? [],
            holds: days(values.holds), acceptWithFollowUp: results(values.acceptWithFollowUp),
            followUpWithin: days(values.followUpWithin),
            mother: values.mother.map {
                TaskDone.Mother(minGramsIfPositive: $0.minGrams, weightMaxAge: Hours($0.weightMaxAge))
            })
    }

    // MARK: Values

    private func place(_ keys: any NodeKey...) -> RuleFilePlace { builder.place(["criteria", index, "params"] + keys) }

    private func need<T>(_ value: T?, _ key: String) throws(RuleFileProblem) -> T {
        guard let value else { throw .missingKey(place(), key: key) }
        return value
    }

    private func hours(_ value: Int?, _ key: String) throws(RuleFileProblem) -> Hours { Hours(try need(value, key)) }

    private func quantity() throws(RuleFileProblem) -> Quantity {
        let word = try need(values.quantity, "quantity")
        guard let quantity = Quantity(rawValue: word) else { throw .missingKey(place(), key: "quantity") }
        let unit = try need(values.unit, "unit")
        guard unit == quantity.unit else { throw .wrongUnit(place("unit"), value: unit, expected: quantity.unit) }
        return quantity
    }

    private func stored(_ digits: String?, _ key: String, _ quantity: Quantity) throws(RuleFileProblem) -> Int {
        let digits = try need(digits, key)
        try builder.check.within(
            digits, RuleLimits.values(of: quantity), builder.node(["criteria", index, "params", key]), key)
        guard let value = FixedDecimal(digits)?.scaled(to: quantity.decimals) else {
            throw .surplusDigits(place(key), key: key, value: digits, decimals: quantity.decimals)
        }
        return Int(value)
    }

    private func range(
        _ digits: [String]?, _ key: String, _ quantity: Quantity
    ) throws(RuleFileProblem) -> ClosedRange<Int> {
        let digits = try need(digits, key)
        let low = try stored(digits.first, key, quantity)
        let high = try stored(digits.last, key, quantity)
        guard low <= high else {
            throw .emptyRange(place(key), low: .init(key, digits.first ?? ""), high: .init(key, digits.last ?? ""))
        }
        return low...high
    }

    private func states(
        _ words: [String]?, _ key: String, of aspect: String
    ) throws(RuleFileProblem) -> [String] {
        let words = try need(words, key)
        let allowed = Aspect.values(of: aspect)
        for (number, word) in words.enumerated() where !allowed.contains(word) {
            throw .notAllowed(place(key, number), key: key, value: word, allowed: allowed)
        }
        return words
    }
}
