public import NICUCore

/// A proposed rule set held against past stays, ready to be printed.
public struct RehearsalPage: Sendable {
    let findings: [Rehearsal]
    let old: RuleSet
    let new: RuleSet

    /// Makes a page.
    public init(_ findings: [Rehearsal], old: RuleSet, new: RuleSet) {
        self.findings = findings
        self.old = old
        self.new = new
    }

    /// Text for people: the stays whose answer or day would have been another one, and how many would not.
    public func text(_ wording: Wording) -> String {
        let names = "\(old.id) \(old.version) → \(new.id) \(new.version)"
        let changed = findings.filter(\.differs)
        var lines = [names]
        if !changed.isEmpty {
            var table = Table([
                wording.pick("代号", "code"), wording.pick("判断时刻", "as of"), wording.pick("结论", "answer"),
                wording.pick("首次全部满足", "first all met"), wording.pick("不同的标准", "criteria"),
            ])
            for finding in changed {
                table.add([
                    finding.code.text, finding.asOf.display,
                    wording.change(wording.overall(finding.old), wording.overall(finding.new)),
                    wording.change(
                        wording.first(finding.firstOld, isOver: finding.isOver),
                        wording.first(finding.firstNew, isOver: finding.isOver)),
                    finding.changes.map { change in
                        "\(change.id) " + wording.change(wording.listed(change.old), wording.listed(change.new))
                    }.joined(separator: wording.pick("；", "; ")),
                ])
            }
            lines.append(table.text(columns: wording.columns))
        }
        lines.append(wording.rehearsed(findings.count, changed: changed.count))
        return lines.joined(separator: "\n")
    }

    /// JSON for machines, every stay.
    public var json: JSON {
        func rules(_ rules: RuleSet) -> JSON {
            ["id": .string(rules.id), "version": .string(rules.version), "digest": .string(rules.digest)]
        }
        func first(_ first: Rehearsal.First) -> JSON {
            if case .day(let day) = first { .string(day.description) } else { .null }
        }
        return [
            "old": rules(old), "new": rules(new),
            "stays": .array(
                findings.map { finding in
                    [
                        "infant": .string(finding.code.text), "from": .string(finding.begin.text),
                        "asOf": .string(finding.asOf.text),
                        "old": .string(finding.old.rawValue), "new": .string(finding.new.rawValue),
                        "firstOld": first(finding.firstOld), "firstNew": first(finding.firstNew),
                        "onlyAtEndOld": .bool(finding.firstOld == .end),
                        "onlyAtEndNew": .bool(finding.firstNew == .end),
                        "changes": .array(
                            finding.changes.map { change in
                                [
                                    "id": .string(change.id), "old": .optional(change.old?.rawValue),
                                    "new": .optional(change.new?.rawValue),
                                ]
                            }),
                    ]
                }),
        ]
    }
}

extension Wording {
    /// What was and what would have been; one word where they agree.
    func change(_ old: String, _ new: String) -> String { old == new ? old : "\(old) → \(new)" }

    /// A verdict, or that a set has no such criterion.
    func listed(_ verdict: Verdict?) -> String { verdict.map(self.verdict) ?? pick("（未列）", "(not listed)") }

    /// The first day; that it was only the end of the stay, or now; or that there was none.
    func first(_ first: Rehearsal.First, isOver: Bool) -> String {
        switch first {
        case .day(let day): day.description
        case .end where isOver: pick("住院结束前未满足", "not before the end of the stay")
        case .end: pick("此刻之前未满足", "not before now")
        case .never: pick("从未", "never")
        }
    }

    /// How many stays would have been answered otherwise.
    func rehearsed(_ count: Int, changed: Int) -> String {
        pick(
            "\(count) 次住院，\(changed) 次有不同（每个护理日开始时及住院结束时各判断一次；按现在所知）",
            "\(count) stays, \(changed) answered otherwise (looked at when each care day begins and at the end, by what is known now)"
        )
    }
}
