public import NICUCore
internal import Yams

/// The classifications that come with the program: `seeds/classifications/*.yaml`.
public enum ClassificationFile {
    static let schema = "nicu-classifications/1"

    /// The classifications of this build; none where it has no such file.
    public static func embedded() throws(RuleFileProblem) -> Classifications {
        let path = "seeds/classifications/neonatal.yaml"
        guard let text = EmbeddedFiles.text(at: path) else {
            return Classifications(id: "none", version: "0.0.0", confidence: [:], sources: [], schemes: [])
        }
        return try load(text: text, path: path)
    }

    /// Reads a file strictly: unknown keys, kinds and words are refused with line and column.
    public static func load(text: String, path: String) throws(RuleFileProblem) -> Classifications {
        let root = try RuleFile.composed(text, path)
        let check = RuleShapeCheck(path: path)
        let found = root.mapping?["schema"]
        if let word = found?.string, word != schema {
            throw .wrongSchema(check.place(found), found: word, expected: schema)
        }
        try check.check(root, as: .classifications, key: "")
        return try ClassificationBuilder(parts: NodeParts(root: root, check: check)).classifications()
    }
}

extension RuleShape {
    fileprivate static var classifications: RuleShape {
        .record([
            Key("schema", .text, required: true), Key("id", .word, required: true),
            Key("version", .text, required: true), Key("title", bilingual, required: true),
            Key("confidence", .keyed(by: tokens(Confidence.self), bilingual), required: true),
            Key(
                "sources", .named(source),
                required: true),
            Key("schemes", .filled(scheme), required: true),
        ])
    }

    private static var scheme: RuleShape {
        let facts = BirthFact.allCases.map(\.rawValue) + [Quantity.temperature.rawValue]
        let states = RuleShape.list(.oneOf(Aspect.values(of: Aspect.respiratorySupport)))
        let days = ["at_pma_d", "min_oxygen_days", "oxygen_day_gt_h", "early_at_pma_d", "late_at_pna_d"]
        return .record(
            [
                Key("id", .word, required: true), Key("title", bilingual, required: true),
                Key("kind", .oneOf(["bands", "grades", "support", "oxygen"]), required: true),
                Key("of", .oneOf(facts)), Key("problem", .word), Key("applies_if", birthTest), Key("early", birthTest),
                Key("moderate_fio2_lt", .whole(RuleLimits.oxygen)), Key("pressure", states),
                Key(
                    "bands",
                    .list(
                        .record([
                            Key("id", .word, required: true), Key("lt", .decimal()),
                            Key("title", bilingual, required: true),
                        ]))),
                Key(
                    "grades",
                    .list(
                        .record([
                            Key("id", .word, required: true), Key("title", bilingual, required: true),
                            Key("states", states), Key("flow_le_l_min", .decimal(RuleLimits.flow)),
                            Key("flow_gt_l_min", .decimal(RuleLimits.flow)),
                            Key("flow_recorded", .oneOf(["true"])),
                        ]))), Key("src", .list(.text), required: true),
                Key("conf", .oneOf(tokens(Confidence.self)), required: true),
            ] + days.map { Key($0, .whole(RuleLimits.days)) })
    }
}

/// Turns a checked file of classifications into schemes.
private struct ClassificationBuilder {
    let parts: NodeParts

    func classifications() throws(RuleFileProblem) -> Classifications {
        let root = parts.root
        var schemes: [ClassScheme] = []
        var lines: [String: Int] = [:]
        for node in parts.list(root, "schemes") {
            let scheme = try scheme(node)
            let place = parts.place(node, "id")
            if let first = lines[scheme.id] { throw .twice(place, id: scheme.id, first: first) }
            lines[scheme.id] = place.line
            schemes.append(scheme)
        }
        return Classifications(
            id: parts.text(root, "id"), version: try parts.version(), confidence: parts.confidence,
            sources: parts.sources, schemes: schemes)
    }

    private func scheme(_ node: Node) throws(RuleFileProblem) -> ClassScheme {
        let scale: ClassScheme.Scale =
            switch parts.text(node, "kind") {
            case "bands": .bands(try bands(node))
            case "support": .support(try support(node))
            case "oxygen": .oxygen(try oxygen(node))
            default: .grades(try grades(node))
            }
        return ClassScheme(
            id: parts.text(node, "id"), title: parts.bilingual(node.mapping?["title"]),
            problem: node.mapping?["problem"]?.string, scale: scale, sources: try parts.sources(of: node),
            confidence: parts.confidence(of: node))
    }

    private func grades(_ node: Node) throws(RuleFileProblem) -> [ClassGrade] {
        let grades = parts.list(node, "grades").map(grade)
        guard !grades.isEmpty else { throw .missingKey(parts.check.place(node), key: "grades") }
        return grades
    }

    private func grade(_ node: Node) -> ClassGrade {
        ClassGrade(id: parts.text(node, "id"), title: parts.bilingual(node.mapping?["title"]))
    }

    private func bands(_ node: Node) throws(RuleFileProblem) -> BandScale {
        let of = try need(node, "of")
        let fact: BandScale.Fact = BirthFact(rawValue: of).map { .birth($0) } ?? .last(.temperature)
        let decimals = fact == .last(.temperature) ? Quantity.temperature.decimals : 0
        var bands: [BandScale.Band] = []
        let nodes = parts.list(node, "bands")
        for (place, band) in nodes.enumerated() {
            let digits = band.mapping?["lt"]?.string
            // Every band but the last has a limit, each above the one before it.
            guard (digits == nil) == (place == nodes.count - 1) else {
                throw .missingKey(parts.check.place(band), key: "lt")
            }
            var limit: Int?
            if let digits {
                guard let value = FixedDecimal(digits)?.scaled(to: decimals) else {
                    throw .surplusDigits(parts.place(band, "lt"), key: "lt", value: digits, decimals: decimals)
                }
                if let last = bands.last?.below, last >= value {
                    let before = nodes[place - 1].mapping?["lt"]?.string ?? ""
                    throw .emptyRange(
                        parts.place(band, "lt"), low: .init("lt", before), high: .init("lt", digits), isStrict: true)
                }
                limit = Int(value)
            }
            bands.append(BandScale.Band(below: limit, grade: grade(band)))
        }
        guard !bands.isEmpty else { throw .missingKey(parts.check.place(node), key: "bands") }
        return BandScale(fact: fact, bands: bands)
    }

    private func support(_ node: Node) throws(RuleFileProblem) -> SupportScale {
        var steps: [SupportScale.Step] = []
        for step in parts.list(node, "grades") {
            let most = try tenths(step, "flow_le_l_min")
            let above = try tenths(step, "flow_gt_l_min")
            let low = above.map { $0 + 1 } ?? State.flowRange.lowerBound
            let high = most ?? State.flowRange.upperBound
            guard low <= high else {
                let (above, most) = (parts.text(step, "flow_gt_l_min"), parts.text(step, "flow_le_l_min"))
                throw .emptyRange(
                    parts.place(step, "flow_le_l_min"), low: .init("flow_gt_l_min", above),
                    high: .init("flow_le_l_min", most), isStrict: true)
            }
            steps.append(
                SupportScale.Step(
                    grade: grade(step), states: parts.words(step, "states"),
                    flow: most == nil && above == nil ? nil : low...high,
                    needsFlow: step.mapping?["flow_recorded"] != nil))
        }
        return SupportScale(
            appliesIf: try birthTest(node, "applies_if"), atDays: try number(node, "at_pma_d"), steps: steps)
    }

    private func oxygen(_ node: Node) throws(RuleFileProblem) -> OxygenScale {
        let grades = try grades(node)
        guard grades.count == 4 else { throw .missingKey(parts.place(node, "grades"), key: "grades") }
        return OxygenScale(
            minDays: try number(node, "min_oxygen_days"), dayAbove: Hours(try number(node, "oxygen_day_gt_h")),
            early: try birthTest(node, "early"), earlyAtDays: try number(node, "early_at_pma_d"),
            lateAtDays: try number(node, "late_at_pna_d"),
            moderateBelowPercent: try number(node, "moderate_fio2_lt"), pressure: parts.words(node, "pressure"),
            grades: grades)
    }

    // MARK: Values

    private func need(_ node: Node, _ key: String) throws(RuleFileProblem) -> String {
        guard let text = node.mapping?[key]?.string else { throw .missingKey(parts.check.place(node), key: key) }
        return text
    }

    private func number(_ node: Node, _ key: String) throws(RuleFileProblem) -> Int {
        Int(try need(node, key)) ?? 0
    }

    private func tenths(_ node: Node, _ key: String) throws(RuleFileProblem) -> Int? {
        guard let digits = node.mapping?[key]?.string else { return nil }
        guard let value = FixedDecimal(digits)?.scaled(to: 1) else {
            throw .surplusDigits(parts.place(node, key), key: key, value: digits, decimals: 1)
        }
        return Int(value)
    }

    private func birthTest(_ node: Node, _ key: String) throws(RuleFileProblem) -> BirthTest {
        guard let test = node.mapping?[key], let mapping = test.mapping, mapping.count == 1,
            let (name, value) = mapping.first.map({ ($0.key.string ?? "", $0.value) })
        else { throw .missingKey(parts.check.place(node), key: key) }
        return try parts.birthTest(name, value, at: test)
    }
}
