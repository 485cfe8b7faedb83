import NICUAssets
import NICUCore

extension Chart {
    /// An infant of 27+0 of whom everything is in order by a rule set.
    static func ready(for rules: RuleSet) throws -> Chart {
        var chart = try Chart.ready()
        chart.remove { $0 is Attestation }
        try chart.add(State(aspect: "iv_medication", value: "off"), ago: days(50))
        for criterion in rules.criteria {
            switch criterion.test {
            case .attested(let test): try chart.add(Attestation(item: test.item), ago: days(2))
            case .taskDone(let test) where !chart.entries.contains { ($0.body as? Check)?.task == test.task }:
                try chart.add(
                    Check(task: test.task, result: test.accept[0], method: test.methods.first), ago: days(3))
            default: break
            }
        }
        return chart
    }
}

/// The shipped sets without the advisory criteria that have tests of their own.
enum ShippedRules {
    static let further: Set<String> = [
        "spo2_off_oxygen", "oral_volume", "last_day_not_falling", "feeding_without_compromise",
    ]

    static func set(_ id: String) throws -> RuleSet {
        var rules = try RuleLibrary.ruleSet(id: id)
        rules.criteria.removeAll { further.contains($0.id) }
        return rules
    }
}
