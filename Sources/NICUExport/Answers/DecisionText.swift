public import NICUCore

/// A stored decision, asked again from what it had seen and from what is known now.
public struct DecisionCheck: Sendable {
    let entry: Entry
    let decision: Decision
    /// The same rules over what the decision had seen; nil where the rules are not at hand.
    let then: ReadinessAnswer?
    /// The digest of that whole answer; nil where the rules are not at hand.
    let digest: String?
    /// The same rules for the same clinical moment over what is known now.
    let now: ReadinessAnswer?

    /// Makes a check.
    public init(
        entry: Entry, decision: Decision, then: (answer: ReadinessAnswer, course: Course)?, now: ReadinessAnswer?
    ) {
        self.entry = entry
        self.decision = decision
        self.then = then?.answer
        digest = then.map { answerDigest($0.answer, $0.course) }
        self.now = now
    }

    /// Whether the stored verdicts come out again bit for bit.
    public var isReproduced: Bool {
        guard let then else { return false }
        // Decisions of an earlier version kept their verdicts alone.
        return then.overall.rawValue == decision.overall && then.storedVerdicts == decision.verdicts
            && (decision.answerDigest.map { $0 == digest } ?? true)
    }

    /// Criteria whose verdict for the same moment is another one now.
    private var changed: [(id: String, from: String, to: String)] {
        guard let now else { return [] }
        let old = Dictionary(
            decision.verdicts.compactMap { text -> (String, String)? in
                let parts = text.split(separator: "=").map(String.init)
                return parts.count == 2 ? (parts[0], parts[1]) : nil
            }, uniquingKeysWith: { first, _ in first })
        return now.criteria.compactMap { criterion in
            guard let before = old[criterion.id], before != criterion.verdict.rawValue else { return nil }
            return (criterion.id, before, criterion.verdict.rawValue)
        }
    }

    /// The check as text.
    public func text(_ wording: Wording) -> String {
        let overall = Overall(rawValue: decision.overall).map(wording.overall) ?? decision.overall
        var lines = [
            "#\(entry.seq) \(entry.at.display) \(entry.by)  \(decision.rulesId) \(decision.rulesVersion)  \(overall)",
            "  " + wording.decisionSaw(decision.position),
            "  " + wording.decisionReproduced(then == nil ? nil : isReproduced),
        ]
        if !changed.isEmpty {
            let words = changed.map { "\($0.id) \($0.from) → \($0.to)" }
            lines.append("  " + wording.decisionReopened(words))
        }
        return lines.joined(separator: "\n")
    }

    /// The check as JSON.
    public var json: JSON {
        [
            "entry": .integer(entry.seq), "id": .string(entry.id.description), "at": .string(entry.at.text),
            "by": .string(entry.by),
            "rules": [
                "id": .string(decision.rulesId), "version": .string(decision.rulesVersion),
                "digest": .string(decision.rulesDigest),
            ],
            "asOf": .optional(decision.asOf?.text), "position": .integer(Int64(decision.position)),
            "overall": .string(decision.overall), "verdicts": .array(decision.verdicts.map { .string($0) }),
            "reproduced": then == nil ? .null : .bool(isReproduced),
            "changedSince": .array(
                changed.map { ["criterion": .string($0.id), "from": .string($0.from), "to": .string($0.to)] }),
        ]
    }
}

extension Wording {
    func decisionSaw(_ position: Int) -> String { pick("依据账本至 #\(position)", "it saw the ledger up to #\(position)") }

    func decisionReproduced(_ isReproduced: Bool?) -> String {
        switch isReproduced {
        case true?: pick("重新计算：与当时逐项相同", "asked again: the same verdicts, every one")
        case false?: pick("重新计算：与当时不同，请核查", "asked again: NOT the same verdicts; look into it")
        case nil: pick("重新计算：— 当时的规则文件不在", "asked again: — its rule file is not here")
        }
    }

    /// What was recorded since answers a stored decision otherwise for its own moment.
    public func decisionReopened(_ decision: Entry, by seq: Int64) -> String {
        let at = decision.at.display
        return pick(
            "决定 #\(decision.seq)（\(at)）因 #\(seq) 须重新审视；见 nicu decide --check",
            "decision #\(decision.seq) of \(at) is reopened by #\(seq); see nicu decide --check")
    }

    func decisionReopened(_ changed: [String]) -> String {
        pick("其后补录使同一时刻的判定改变，需重新决定：", "what was recorded since changes the answer for that moment; decide anew: ")
            + changed.joined(separator: pick("；", "; "))
    }
}
