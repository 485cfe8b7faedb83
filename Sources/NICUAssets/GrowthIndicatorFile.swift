public import NICUCore

/// The indicators of growth that come with the program: `seeds/indicators/growth.yaml`.
public enum GrowthIndicatorFile {
    private static let path = "seeds/indicators/growth.yaml"

    /// The indicators of this build; none where it has no such file.
    ///
    /// - Throws: ``AssetProblem`` with file, line and column.
    public static func embedded() throws(AssetProblem) -> GrowthIndicatorSet {
        guard let text = EmbeddedFiles.text(at: path) else {
            return GrowthIndicatorSet(version: "", families: [:], indicators: [], targets: [])
        }
        return try read(text, path: path)
    }

    /// Reads a file of indicators; unknown keys, words and families are refused with their place.
    public static func read(_ text: String, path: String) throws(AssetProblem) -> GrowthIndicatorSet {
        let layout = try StrictYAML.decode(Layout.self, from: text, path: path)
        for indicator in layout.indicators where layout.families[indicator.family] == nil {
            throw AssetProblem(path: path, reason: "the indicator '\(indicator.id)' names an unknown family")
        }
        return GrowthIndicatorSet(
            version: layout.version, families: layout.families.mapValues(\.family), indicators: layout.indicators,
            targets: layout.targets.map(\.target))
    }

    private struct Layout: Decodable {
        let version: String
        let families: [String: FamilyLayout]
        let indicators: [GrowthIndicator]
        let targets: [TargetLayout]

        enum CodingKeys: String, CodingKey, CaseIterable { case version, families, indicators, targets }

        init(from decoder: any Decoder) throws {
            let values = try StrictYAML.container(of: decoder, keys: CodingKeys.self)
            version = try values.decode(String.self, forKey: .version)
            families = try values.decode([String: FamilyLayout].self, forKey: .families)
            indicators = try values.decode([IndicatorLayout].self, forKey: .indicators).map(\.indicator)
            targets = try values.decode([TargetLayout].self, forKey: .targets)
        }
    }

    private struct FamilyLayout: Decodable {
        let family: GrowthIndicatorSet.Family

        enum CodingKeys: String, CodingKey, CaseIterable { case title, citation, doi, seen }

        init(from decoder: any Decoder) throws {
            let values = try StrictYAML.container(of: decoder, keys: CodingKeys.self)
            family = GrowthIndicatorSet.Family(
                title: try values.decode(String.self, forKey: .title),
                citation: try values.decode(String.self, forKey: .citation),
                doi: try values.decode(String.self, forKey: .doi),
                seen: try values.decode(SeenLayout.self, forKey: .seen).text)
        }
    }

    private struct SeenLayout: Decodable {
        let text: RuleText

        enum CodingKeys: String, CodingKey, CaseIterable { case zh, en }

        init(from decoder: any Decoder) throws {
            let values = try StrictYAML.container(of: decoder, keys: CodingKeys.self)
            text = RuleText(
                zh: try values.decode(String.self, forKey: .zh), en: try values.decode(String.self, forKey: .en))
        }
    }

    private struct TargetLayout: Decodable {
        let target: GrowthIndicatorSet.Target

        enum CodingKeys: String, CodingKey, CaseIterable {
            case fromDay = "from_day"
            case toDay = "to_day"
            case unit, low, high, source
        }

        init(from decoder: any Decoder) throws {
            let values = try StrictYAML.container(of: decoder, keys: CodingKeys.self)
            let (first, last) = (
                try values.decode(Int.self, forKey: .fromDay), try values.decode(Int.self, forKey: .toDay)
            )
            let (low, high) = (
                try values.decode(Double.self, forKey: .low), try values.decode(Double.self, forKey: .high)
            )
            guard first <= last, low <= high else {
                throw StrictYAML.problem("a target's first end is above its last", at: values.codingPath)
            }
            target = GrowthIndicatorSet.Target(
                days: first...last, unit: try values.decode(String.self, forKey: .unit), range: low...high,
                source: try values.decode(String.self, forKey: .source))
        }
    }

    private struct IndicatorLayout: Decodable {
        let indicator: GrowthIndicator

        enum CodingKeys: String, CodingKey, CaseIterable {
            case id, family, kind, measure, at, secondary, levels
            case notBeforeDay = "not_before_day"
        }

        init(from decoder: any Decoder) throws {
            let values = try StrictYAML.container(of: decoder, keys: CodingKeys.self)
            indicator = GrowthIndicator(
                id: try values.decode(String.self, forKey: .id),
                family: try values.decode(String.self, forKey: .family),
                kind: try StrictYAML.word(values, .kind), measure: try StrictYAML.word(values, .measure),
                moments: try values.decode([String].self, forKey: .at).map { word in
                    guard let moment = GrowthIndicator.Moment(rawValue: word) else {
                        throw StrictYAML.problem("unknown moment '\(word)'", at: values.codingPath + [CodingKeys.at])
                    }
                    return moment
                }, isSecondary: try values.decodeIfPresent(Bool.self, forKey: .secondary) ?? false,
                notBeforeDay: try values.decodeIfPresent(Int.self, forKey: .notBeforeDay),
                bounds: try values.decode([BoundLayout].self, forKey: .levels).map(\.bound))
        }
    }

    private struct BoundLayout: Decodable {
        let bound: GrowthIndicator.Bound

        enum CodingKeys: String, CodingKey, CaseIterable {
            case level, above, below
            case atLeast = "at_least"
        }

        init(from decoder: any Decoder) throws {
            let values = try StrictYAML.container(of: decoder, keys: CodingKeys.self)
            let found = try GrowthIndicator.Bound.Comparison.allCases.compactMap { comparison in
                try CodingKeys(rawValue: comparison.rawValue).flatMap {
                    try values.decodeIfPresent(Double.self, forKey: $0)
                }.map { (comparison, $0) }
            }
            guard found.count == 1, let (comparison, value) = found.first else {
                throw StrictYAML.problem("a level has one of at_least, above and below", at: values.codingPath)
            }
            bound = GrowthIndicator.Bound(
                level: try StrictYAML.word(values, .level), comparison: comparison, value: value)
        }
    }
}
