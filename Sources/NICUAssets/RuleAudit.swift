internal import NICUCore
internal import Yams

/// Holds the numbers and names of a readable rule file against each other: what contradicts itself or is no name is refused
/// before it is installed.
struct RuleAudit {
    typealias Bound = RuleFileProblem.Bound

    let builder: RuleBuilder
    let found: ProblemList

    private var layout: RuleLayout { builder.layout }

    func run() {
        for (id, event) in layout.events.sorted(by: { $0.key < $1.key }) {
            for (name, clauses) in [("any_of", event.anyOf), ("exclude", event.exclude ?? [])] {
                for (index, clause) in clauses.enumerated() { look(at: clause, ["events", id, name, index]) }
            }
        }
        for (index, criterion) in layout.criteria.enumerated() {
            let keys: [any NodeKey] = ["criteria", index, "params"]
            look(at: criterion.params, isInAir: criterion.kind == Criterion.Kind.saturationInAir.rawValue, keys)
            results(of: criterion.params, keys)
            names(of: criterion.params, keys)
        }
    }

    // MARK: Numbers

    /// All parts of a clause must hold at once.
    private func look(at clause: RuleLayout.Clause, _ keys: [any NodeKey]) {
        let pairs = [
            ("apnoea_s_min", clause.apnoeaAtLeast, "apnoea_s_lt", clause.apnoeaBelow),
            ("heart_rate_ge", clause.heartRateAtLeast, "heart_rate_lt", clause.heartRateBelow),
            ("spo2_ge", clause.spo2AtLeast, "spo2_lt", clause.spo2Below),
        ]
        for (low, atLeast, high, below) in pairs {
            order(bound(low, atLeast), bound(high, below), isStrict: true, keys + [high])
        }
    }

    private func look(at params: RuleParams, isInAir: Bool, _ keys: [any NodeKey]) {
        func text(_ key: String, _ digits: String?) -> Bound? { digits.map { Bound(key, $0) } }
        // A value that the range takes is judged by the range; the two may touch.
        order(text("recheck_low", params.recheckLow?.last), text("low", params.low), keys + ["recheck_low"])
        order(text("high", params.high), text("recheck_high", params.recheckHigh?.first), keys + ["recheck_high"])
        let gap = bound("max_gap_h", params.maxGap)
        order(gap, bound("window_h", params.window), keys + ["max_gap_h"])
        if isInAir { order(gap, bound("min_h", params.minHours), keys + ["max_gap_h"]) }
        order(
            bound("tolerance_h", params.tolerance), bound("window_h", params.window), isStrict: true,
            keys + ["tolerance_h"])
        if let coverage = params.coverage {
            order(
                bound("max_gap_h", coverage.maxGap), bound("max_gap_h_per_care_day", coverage.maxGapPerCareDay),
                keys + ["coverage", "max_gap_h"])
        }
    }

    private func bound(_ key: String, _ value: Int?) -> Bound? { value.map { Bound(key, "\($0)") } }

    private func order(_ low: Bound?, _ high: Bound?, isStrict: Bool = false, _ keys: [any NodeKey]) {
        guard let low, let high, let first = FixedDecimal(low.value)?.double,
            let second = FixedDecimal(high.value)?.double, isStrict ? first >= second : first > second
        else { return }
        found.all.append(.emptyRange(builder.place(keys), low: low, high: high, isStrict: isStrict))
    }

    // MARK: Words

    private func results(of params: RuleParams, _ keys: [any NodeKey]) {
        let lists = [
            ("accept", params.accept ?? []), ("accept_with_followup", params.acceptWithFollowUp ?? []),
            ("holds_d", (params.holds ?? [:]).keys.sorted()),
        ]
        for (place, (key, words)) in lists.enumerated() {
            for (earlier, known) in lists[..<place] {
                for word in words where known.contains(word) {
                    found.all.append(.inBoth(builder.place(keys + [key]), value: word, keys: [earlier, key]))
                }
            }
        }
        let followed = params.acceptWithFollowUp ?? []
        for word in (params.followUpWithin ?? [:]).keys.sorted() where !followed.contains(word) {
            found.all.append(
                .notAllowed(
                    builder.place(keys + ["followup_within_d", word]), key: "followup_within_d", value: word,
                    allowed: followed))
        }
    }

    private func names(of params: RuleParams, _ keys: [any NodeKey]) {
        func look(_ name: String?, _ kind: Vocabulary.Kind, _ key: any NodeKey...) {
            let own = builder.root.mapping?[kind.ownKey]?.sequence?.compactMap(\.string) ?? []
            let known = Vocabulary.names(of: kind) + own
            guard let name, !known.contains(name) else { return }
            found.all.append(.notNamed(builder.place(keys + key), kind, name: name, known: known))
        }
        look(params.task, .task, "task")
        look(params.alternativeTask, .task, "alternative_if_task")
        for (start, task) in (params.dropStart ?? [:]).sorted(by: { $0.key < $1.key }) {
            look(task, .task, "drop_start_if_task", start)
        }
        for (index, method) in (params.method ?? []).enumerated() { look(method, .method, "method", index) }
        look(params.item, .item, "item")
        look(params.target, .plan, "target")
    }
}

extension BirthFact {
    /// The values that a record can hold: 20+0 to 44+0 in days, 200 g to 8000 g.
    var possible: ClosedRange<Int> {
        switch self {
        case .gestationalAge: GestationalAge.range
        case .birthWeight: 200...8000
        }
    }
}
