public import NICUCore

/// What a growth reference says about itself, as a page or a machine reads it.
public struct ReferenceFacts: Sendable {
    /// One measure with its unit and the first and last position that has a value.
    public struct Measure: Sendable {
        /// What is measured.
        public let measure: GrowthMeasure
        /// The unit of the published figures.
        public let unit: GrowthUnit
        /// Days on the axis, or centimetres of length.
        public let range: ClosedRange<Double>

        /// Makes a value from its parts.
        public init(measure: GrowthMeasure, unit: GrowthUnit, range: ClosedRange<Double>) {
            self.measure = measure
            self.unit = unit
            self.range = range
        }
    }

    /// Id, version, title, citation, DOI, terms, population, sample, axis, use and interpolation, in this order.
    public let members: [(name: String, value: String)]
    /// The measures, in the order people read them.
    public let measures: [Measure]
    /// What a reader should know before using it.
    public let notes: [String]

    /// Makes a value from its parts.
    public init(members: [(name: String, value: String)], measures: [Measure], notes: [String]) {
        self.members = members
        self.measures = measures
        self.notes = notes
    }
}

/// A reference as JSON.
public func referenceJSON(_ facts: ReferenceFacts, digest: String) -> JSON {
    .object(
        facts.members.map { JSON.Member($0.name, .string($0.value)) } + [
            JSON.Member(
                "measures",
                .array(
                    facts.measures.map {
                        [
                            "measure": .string($0.measure.rawValue), "unit": .string($0.unit.rawValue),
                            "from": .optional($0.range.lowerBound), "to": .optional($0.range.upperBound),
                        ]
                    })),
            JSON.Member("notes", .array(facts.notes.map { .string($0) })), JSON.Member("digest", .string(digest)),
        ])
}

/// A reference as text.
public func referenceText(_ facts: ReferenceFacts, digest: String, _ wording: Wording) -> String {
    var lines: [String] = []
    for (name, value) in facts.members {
        lines.append(lines.isEmpty ? value : "  " + wording.referenceMember(name) + wording.pick("：", ": ") + value)
    }
    let ranges = facts.measures.map { measure -> String in
        let position = measure.measure == .weightForLength ? "cm" : wording.pick("天", "d")
        return wording.term(measure.measure.rawValue)
            + " \(CentileBand.number(measure.range.lowerBound))–\(CentileBand.number(measure.range.upperBound)) \(position) (\(measure.unit.rawValue))"
    }
    lines.append("  " + wording.referenceMember("range") + wording.pick("：", ": ") + wording.list(ranges))
    lines += facts.notes.map { "  " + $0 }
    lines.append("  " + wording.referenceMember("digest") + wording.pick("：", ": ") + digest)
    return lines.joined(separator: "\n")
}

extension Wording {
    /// Which references the unit reads when.
    public func referencePlan(_ plan: ReferencePlan) -> String {
        ([pick("本科室选用", "the unit's choice")]
            + ReferencePlan.Phase.allCases.map {
                "  " + phase($0) + pick("：", ": ") + (plan[$0].isEmpty ? pick("无", "none") : list(plan[$0]))
            }).joined(separator: "\n")
    }

    /// A reference of the unit's own was installed.
    public func referenceAdded(_ facts: ReferenceFacts, digest: String, use: GrowthReference.Use) -> [String] {
        let phases = ReferencePlan.Phase.allCases.filter { use != .birth || $0 == .birth }
            .filter { use != .pretermFollowUp || $0 != .birth }.map(\.rawValue)
        let id = facts.members.first?.value ?? ""
        return referenceText(facts, digest: digest, self).split(separator: "\n").map(String.init) + [
            pick(
                "选用：nicu references use 阶段 \(id)（\(list(phases))）；单次：nicu growth CODE --reference \(id)",
                "choose it with `nicu references use PHASE \(id)` (\(list(phases))), or for one answer with `nicu growth CODE --reference \(id)`"
            )
        ]
    }

    /// The plan names references that nobody has.
    public func referencesMissing(_ ids: [String]) -> String {
        pick(
            "科室选用的生长参考不在：\(list(ids))；见 nicu references",
            "the unit's choice names growth references that are not here: \(list(ids)); see `nicu references`")
    }

    /// The name of a line about a reference.
    func referenceMember(_ name: String) -> String {
        switch name {
        case "version": pick("版本", "version")
        case "title": pick("名称", "title")
        case "citation": pick("来源", "source")
        case "terms": pick("使用条款", "terms")
        case "population": pick("人群", "population")
        case "sample": pick("样本", "sample")
        case "axis": pick("时间轴", "axis")
        case "use": pick("用途", "use")
        case "interpolation": pick("插值", "between rows")
        case "range": pick("范围", "range")
        case "digest": pick("摘要", "digest")
        default: name.uppercased()
        }
    }

    /// Why a table of measurements cannot be read.
    public func scoreProblem(_ problem: ScoreStream.Problem) -> String {
        switch problem {
        case .missingColumn(let name): pick("首行缺少列 \(name)", "the header lacks the column \(name)")
        case .repeatedColumn(let name): pick("列 \(name) 出现两次", "the column \(name) stands twice")
        case .ragged(let line, let fields, let expected):
            pick(
                "第 \(line) 行有 \(fields) 列，应为 \(expected) 列", "line \(line) has \(fields) fields instead of \(expected)")
        case .tooLong(let line):
            pick(
                "第 \(line) 行超过 \(ScoreStream.longestRow) 字节",
                "line \(line) is longer than \(ScoreStream.longestRow) bytes")
        case .badQuote(let line): pick("第 \(line) 行的引号不成对", "line \(line) has a quotation mark without its partner")
        }
    }
}
