public import NICUCore

/// One edition of a rule set as the list of rule sets shows it.
public struct RuleEdition: Sendable {
    let id: String
    let version: String
    let title: RuleText?
    let digest: String
    let isUsed: Bool
    let installed: Entry?

    /// Makes a value; `title` is nil for a file that this program no longer takes; `installed` is the entry that
    /// brought it, nil for the program's own.
    public init(id: String, version: String, title: RuleText?, digest: String, isUsed: Bool, installed: Entry?) {
        self.id = id
        self.version = version
        self.title = title
        self.digest = digest
        self.isUsed = isUsed
        self.installed = installed
    }

    /// The list as JSON.
    public static func json(_ editions: [RuleEdition]) -> JSON {
        .array(
            editions.map { edition in
                [
                    "id": .string(edition.id), "version": .string(edition.version),
                    "title": edition.title.map { ["zh": .string($0.zh), "en": .string($0.en)] } ?? .null,
                    "digest": .string(edition.digest), "used": .bool(edition.isUsed),
                    "installed": edition.installed.map { entry in
                        [
                            "entry": .integer(entry.seq), "by": .string(entry.by), "at": .string(entry.at.text),
                            "reason": .optional(entry.reason?.text),
                        ]
                    } ?? .null,
                ]
            })
    }

    /// The list as text.
    public static func text(_ editions: [RuleEdition], _ wording: Wording) -> String {
        var table = Table([
            wording.pick("规则集", "rule set"), wording.pick("版本", "version"), wording.pick("名称", "title"),
            wording.pick("摘要", "digest"), wording.pick("来历", "origin"),
        ])
        for edition in editions {
            let origin =
                edition.installed.map { entry in
                    "#\(entry.seq) \(entry.by) \(entry.at.display)"
                        + (entry.reason?.text.map { wording.pick("：", ": ") + $0 } ?? "")
                } ?? wording.pick("程序自带", "comes with the program")
            table.add([
                edition.id + (edition.isUsed ? " *" : ""), edition.version,
                edition.title.map { wording.pick($0.zh, $0.en) }
                    ?? wording.pick("（此版程序不能使用）", "(not usable by this program)"), String(edition.digest.prefix(12)),
                Table.visible(origin),
            ])
        }
        return table.text(columns: wording.columns) + "\n" + wording.pick("* 本科室使用", "* used by the unit")
    }
}

/// A rule set or schedule as JSON: its digest, then the file as it stands.
public func rulesJSON(_ file: JSON, digest: String) -> JSON {
    .object([JSON.Member("digest", .string(digest))] + file.members)
}

/// A rule set as text: every criterion with its numbers, its origin and how surely each is known.
///
/// `parameters` are the numbers of a criterion by its id, as the file writes them.
public func rulesText(_ rules: RuleSet, parameters: [String: [(name: String, value: String)]], _ wording: Wording)
    -> String
{
    var lines = ["\(rules.id) \(rules.version)  " + wording.pick(rules.title.zh, rules.title.en)]
    lines.append(wording.pick("摘要 ", "digest ") + rules.digest)
    for criterion in rules.criteria {
        lines.append("")
        let advisory = criterion.severity == .advisory ? wording.pick("（提示）", " (advisory)") : ""
        lines.append(
            "\(criterion.id)  " + wording.pick(criterion.title.zh, criterion.title.en) + advisory + "  "
                + wording.basis(criterion.basis))
        if let test = criterion.appliesIf { lines.append("  " + wording.pick("适用：", "applies if: ") + test) }
        for (name, value) in parameters[criterion.id] ?? [] { lines.append("  \(name) = \(value)") }
        for line in criterion.lines {
            let part = line.part == .guideline ? wording.pick("指南：", "guideline: ") : wording.pick("数值：", "number: ")
            let text = line.text.map { wording.pick($0.zh, $0.en) } ?? wording.pick("（无原文）", "(no text)")
            let seen = line.confidence.flatMap { rules.confidence[$0] }.map { wording.pick($0.zh, $0.en) }
            lines.append("  " + part + text + (seen.map { wording.pick("（\($0)）", " (\($0))") } ?? ""))
        }
        for id in criterion.sources {
            guard let source = rules.source(id) else { continue }
            lines.append("  [\(id)] " + wording.cited(source))
        }
    }
    lines.append("")
    lines += rules.untested.map { wording.untested($0) }
    return lines.joined(separator: "\n")
}

extension Wording {
    /// What a guideline asks and its rule set does not test.
    func untested(_ text: RuleText) -> String {
        pick("指南要求而本规则集未检验：", "asked by the guideline, not tested here: ") + pick(text.zh, text.en)
    }

    /// A publication and what of it was seen.
    func cited(_ source: RuleSource) -> String {
        source.citation + (source.seen.map { " — " + pick($0.zh, $0.en) } ?? "")
    }

    /// A rule file has no mistake.
    public func ruleFileSound(_ rules: RuleSet) -> String {
        let count = pick("\(rules.criteria.count) 条标准", "\(rules.criteria.count) criteria")
        return sound(rules.id, rules.version, count, rules.digest)
    }

    /// A file of screens and visits has no mistake.
    public func scheduleFileSound(_ schedule: Schedule) -> String {
        let count = pick("\(schedule.items.count) 个项目", "\(schedule.items.count) items")
        return sound(schedule.id, schedule.version, count, schedule.digest)
    }

    private func sound(_ id: String, _ version: String, _ count: String, _ digest: String) -> String {
        pick("\(id) \(version)：无误，\(count)，摘要 \(digest)", "\(id) \(version): sound, \(count), digest \(digest)")
    }
}
