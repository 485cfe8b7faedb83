internal import NICUAssets
internal import NICUCore
internal import NICUExport
internal import NICUStore

extension Session {
    /// The verdicts of the unit's rule set that a write turned, as of now; nothing after the stay.
    ///
    /// Where the write was about several infants each line names its own.
    func verdictChanges(_ written: Written) -> [String] {
        let codes = written.codes
        return codes.flatMap { code in
            let changes = verdictChanges(written.entries.filter { $0.code == code }, of: code)
            return codes.count > 1 ? changes.map { "\(code): " + $0 } : changes
        }
    }

    private func verdictChanges(_ entries: [Entry], of code: InfantCode) -> [String] {
        guard entries.contains(where: { !$0.kind.isUnitLevel && $0.kind != .decision }),
            let rules = try? self.rules(touchedBy: entries), let infant = try? store.infant(code.text)
        else { return [] }
        let touched = rules.touched(by: entries)
        guard !touched.isEmpty else { return [] }
        var narrow = rules
        narrow.criteria = touched
        guard
            let course = try? store.course(
                of: infant, asOf: zone.moment(at: now), knownAt: .now(now), now: now, need: .readiness([narrow])),
            course.stayEnd == nil
        else { return [] }
        return VerdictChange.by(entries, of: rules, in: course).map { change in
            wording.verdictChange(change, rules)
        }
    }

    /// The stored decisions that entries of a write reopen; one indexed look an infant where there is no decision.
    func reopened(by written: Written) throws -> [String] {
        try written.codes.flatMap { code in
            let own = written.entries.filter { $0.code == code && !($0.body is Decision) }
            return try own.isEmpty
                ? [] : reopened(store.infant(code.text), knownAt: .now(now), touchedBy: own)
        }
    }

    /// The unit's rules as far as entries can turn their verdicts; a weight spares reading the rest of the file.
    private func rules(touchedBy entries: [Entry]) throws -> RuleSet? {
        let isWeights = entries.allSatisfy { entry in
            (entry.body as? Measurement).map { $0.quantity == .weight && $0.role != .birth } ?? false
        }
        guard isWeights else { return try rules(nil, knownAt: .now(now)) }
        return try store.ruleBook(knownAt: .now(now)).weightCriteria(store.settings(knownAt: .now(now)).rules)
    }
}

extension Written {
    /// The infants that it is about, in the order of their codes.
    fileprivate var codes: [InfantCode] { Set(entries.compactMap(\.code)).sorted { $0.text < $1.text } }
}
