/// A verdict that entries turned, beside what it was without them.
public struct VerdictChange: Sendable, Hashable {
    /// The criterion's name in the rule file.
    public let id: String
    /// Without the entries.
    public let from: Verdict
    /// With them.
    public let to: Verdict

    /// The criteria of a rule set that read the entries and answer otherwise for them, in the order of the set.
    ///
    /// `course` holds the entries; a correction or strike among them is taken back for the comparison.
    public static func by(_ written: [Entry], of rules: RuleSet, in course: Course) -> [VerdictChange] {
        let changed = Set(written.map(\.id)).union(written.compactMap(\.corrects))
        let before = course.without(written)
        let touched = before.entries.filter { changed.contains($0.id) } + written
        return rules.criteria.filter { $0.isTouched(by: touched, rules) }.compactMap { criterion in
            let old = CriterionEvaluation(rules: rules, course: before, criterion: criterion).answer.verdict
            let new = CriterionEvaluation(rules: rules, course: course, criterion: criterion).answer.verdict
            return old == new ? nil : VerdictChange(id: criterion.id, from: old, to: new)
        }
    }
}

extension RuleSet {
    /// The criteria that an entry can turn, of a set that is otherwise the same.
    public func touched(by written: [Entry]) -> [Criterion] {
        criteria.filter { $0.isTouched(by: written, self) }
    }
}

extension Criterion {
    /// Whether it can answer otherwise for some entries: those it reads, its own waivers, and what tells whom it applies to.
    fileprivate func isTouched(by entries: [Entry], _ rules: RuleSet) -> Bool {
        entries.contains { entry in
            if let waiver = entry.body as? Waiver { return waiver.criterion == id }
            // A strike names its entry in the header alone.
            if entry.kind == .retraction || entry.kind == .admission || entry.kind == .discharge { return true }
            return asked.kinds.contains(entry.kind) && asked.reads(entry, rules)
                || appliesIf != nil && entry.tellsOfBirth
        }
    }
}

extension Course {
    /// The same course as it stood before some of its entries were written.
    public func without(_ written: [Entry]) -> Course {
        let ids = Set(written.map(\.id))
        let restored = superseded.filter { ids.contains($0.by.id) }.map(\.entry).filter {
            $0.at.earliest <= asOf.latest
        }
        return Course(
            like: self, asOf: asOf, entries: entries.filter { !ids.contains($0.id) } + restored,
            superseded: superseded.filter { !ids.contains($0.by.id) })
    }
}
