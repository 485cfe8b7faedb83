internal import Crypto
public import NICUCore

/// What care is counted and judged by: `seeds/care/neonatal.yaml`.
public enum CareFile {
    private static let path = "seeds/care/neonatal.yaml"

    /// The rules of this build.
    ///
    /// - Throws: ``AssetProblem`` with file, line and column.
    public static func embedded() throws(AssetProblem) -> CareRules {
        guard let text = EmbeddedFiles.text(at: path) else {
            throw AssetProblem(path: path, reason: "this build has no such file")
        }
        return try read(text, path: path)
    }

    /// SHA-256 over the bytes of this build's file.
    public static func embeddedDigest() throws(AssetProblem) -> String {
        guard let text = EmbeddedFiles.text(at: path) else {
            throw AssetProblem(path: path, reason: "this build has no such file")
        }
        return Hexadecimal.text(Array(SHA256.hash(data: Array(text.utf8))))
    }

    /// Reads a file; unknown keys and words, names that nothing defines and names that stand twice are refused.
    public static func read(_ text: String, path: String) throws(AssetProblem) -> CareRules {
        let rules = try StrictYAML.decode(Layout.self, from: text, path: path).rules
        func refuse(_ reason: String) -> AssetProblem { AssetProblem(path: path, reason: reason) }
        for item in rules.days where rules.dayRule(item.rule) == nil {
            throw refuse("'\(item.id)' names the unknown rule '\(item.rule)'")
        }
        let known = Set(rules.sources.map(\.id))
        let used =
            rules.days.map { ($0.id, $0.sources) } + rules.targets.map { ($0.id, $0.sources) }
            + [("intake", rules.intake.sources)]
        for (id, sources) in used {
            guard !sources.isEmpty else { throw refuse("'\(id)' names no source") }
            for source in sources where !known.contains(source) {
                throw refuse("'\(id)' names the unknown source '\(source)'")
            }
        }
        for ids in [rules.days.map(\.id), rules.targets.map(\.id)] where Set(ids).count < ids.count {
            throw refuse("a name stands twice")
        }
        return rules
    }

    private struct Layout: Decodable {
        let rules: CareRules

        enum CodingKeys: String, CodingKey, CaseIterable {
            case id, version, sources, rules, days, intake, targets
            case settling = "settling_h"
        }

        init(from decoder: any Decoder) throws {
            let values = try StrictYAML.container(of: decoder, keys: CodingKeys.self)
            let sources = try values.decode([String: SourceLayout].self, forKey: .sources)
            let dayRules = try values.decode([String: RuleLayout].self, forKey: .rules)
            rules = CareRules(
                id: try values.decode(String.self, forKey: .id),
                version: try values.decode(String.self, forKey: .version),
                sources: sources.sorted { $0.key < $1.key }.map { id, source in
                    RuleSource(id: id, citation: source.citation, seen: source.seen)
                },
                dayRules: dayRules.sorted { $0.key < $1.key }.map { id, rule in
                    DayRule(id: id, title: rule.title, test: rule.test)
                },
                days: try values.decode([CareDayLayout].self, forKey: .days).map(\.item),
                settling: Hours(try values.decode(Int.self, forKey: .settling)),
                intake: try values.decode(CareIntakeLayout.self, forKey: .intake).rules,
                targets: try values.decode([CareTargetLayout].self, forKey: .targets).map(\.target))
        }
    }

    private struct SourceLayout: Decodable {
        let citation: String
        let seen: RuleText?

        enum CodingKeys: String, CodingKey, CaseIterable { case citation, seen }

        init(from decoder: any Decoder) throws {
            let values = try StrictYAML.container(of: decoder, keys: CodingKeys.self)
            citation = try values.decode(String.self, forKey: .citation)
            seen = try values.decodeIfPresent(CareTextLayout.self, forKey: .seen)?.text
        }
    }

    private struct RuleLayout: Decodable {
        let title: RuleText
        let test: DayRule.Test

        enum CodingKeys: String, CodingKey, CaseIterable {
            case title
            case aboveHours = "above_h"
            case atTurn = "at_turn"
        }

        init(from decoder: any Decoder) throws {
            let values = try StrictYAML.container(of: decoder, keys: CodingKeys.self)
            title = try values.decode(CareTextLayout.self, forKey: .title).text
            let hours = try values.decodeIfPresent(Int.self, forKey: .aboveHours)
            let atTurn = try values.decodeIfPresent(Bool.self, forKey: .atTurn) ?? false
            switch (hours, atTurn) {
            case (let hours?, false) where (0..<24).contains(hours): test = .above(Hours(hours))
            case (nil, true): test = .atTurn
            default: throw StrictYAML.problem("a rule has one of above_h (0–23) and at_turn", at: values.codingPath)
            }
        }
    }
}
