public import NICUCore

extension Wording {
    /// The answer in two lines by origin, with how much rests on the record, how much on attestation and what was waived.
    public func summary(of answer: ReadinessAnswer, _ rules: RuleSet) -> [String] {
        let (guideline, additions) = (
            answer.criteria.filter { $0.basis == .guideline }, answer.criteria.filter { $0.basis != .guideline }
        )
        let waived = titles(answer.waived, rules)
        return [
            pick("指南原文：", "guideline text: ") + group(guideline),
            pick("本院补充：", "the unit's additions: ") + group(additions),
            overall(answer.overall) + (answer.waived.isEmpty ? "" : pick("（豁免：\(waived)）", " (waived: \(waived))")),
            summaryNotice(),
        ]
    }

    /// The answer of the criteria of one origin; none that could hold a discharge back is no answer.
    private func group(_ criteria: [CriterionAnswer]) -> String {
        let blocking = criteria.filter { $0.severity == .blocking }
        guard !blocking.isEmpty else {
            return criteria.isEmpty ? pick("未列标准", "no criterion is listed") : pick("仅有提示项", "advisory criteria only")
        }
        let met = blocking.filter { $0.verdict == .met }
        let attested = met.filter { if case .attested = $0.reason { true } else { false } }.count
        let waived = blocking.count { $0.verdict == .waived }
        let count =
            pick(
                "据记录 \(met.count - attested) 项，据确认 \(attested) 项",
                "\(met.count - attested) by record, \(attested) by attestation")
            + (waived == 0 ? "" : pick("，豁免 \(waived) 项", ", \(waived) waived"))
        return overall(Overall(blocking.map { ($0.severity, $0.verdict) })) + pick("（\(count)）", " (\(count))")
    }

    /// Who decides.
    public func summaryNotice() -> String {
        pick("由医师决定；本程序只列出标准。", "The clinician decides; the program lists criteria.")
    }
}
