/// What a test finds before waivers: the verdict with its reason and evidence.
struct Finding: Hashable {
    var verdict: Verdict
    var reason: Reason
    var evidence: [EntryRef] = []
    var earliest: Instant?
    var marks: [VerdictMark] = []

    init(
        _ verdict: Verdict, _ reason: Reason, evidence: [EntryRef] = [], earliest: Instant? = nil,
        marks: [VerdictMark] = []
    ) {
        self.verdict = verdict
        self.reason = reason
        self.evidence = evidence
        self.earliest = verdict == .met ? nil : earliest
        self.marks = marks
    }

    /// The finding that all values of something unknown agree on, else unknown.
    static func agreed(_ findings: [Finding], otherwise: Reason) -> Finding {
        if var result = findings.first, findings.allSatisfy({ $0.verdict == result.verdict }) {
            let times = findings.map(\.earliest)
            result.earliest = times.contains(nil) ? nil : times.compactMap { $0 }.max()
            return result
        }
        var evidence: [EntryRef] = []
        for ref in findings.flatMap(\.evidence) where !evidence.contains(ref) { evidence.append(ref) }
        return Finding(.unknown, otherwise, evidence: evidence)
    }
}

/// What a test sees: the entries it reads, every one with an instant, and the rules.
struct Scene {
    let rules: RuleSet
    let course: Course

    var asOf: Instant { course.asOf.instant }

    /// The instant some hours before the question.
    func before(_ hours: Hours) -> Instant { asOf - hours.seconds }

    /// The states of an aspect, in clinical order.
    func states(_ aspect: String) -> [(entry: Entry, body: State)] { course.states(aspect) }

    /// Whether a task's latest result is `complete`.
    func completed(_ task: String?) -> Entry? {
        guard let task, let last = course.all(Check.self).last(where: { $0.body.task == task }),
            last.body.result == .complete
        else { return nil }
        return last.entry
    }

    /// The values of one quantity that count, in clinical order.
    func values(of quantity: Quantity) -> [(entry: Entry, body: Measurement)] {
        course.all(Measurement.self).filter { $0.body.quantity == quantity && $0.body.counts }
    }

    /// The last unconfirmed value of a quantity in a closed window, which ends now unless told otherwise.
    func unconfirmed(_ quantity: Quantity, since start: Instant, until end: Instant? = nil) -> Finding? {
        for entry in course.entries.reversed() where entry.at.instant >= start && entry.at.instant <= end ?? asOf {
            guard let body = entry.body as? Measurement, body.quantity == quantity, body.role == .unconfirmed else {
                continue
            }
            return Finding(
                .unknown, .unconfirmed(quantity, value: body.value, at: entry.at.instant), evidence: [EntryRef(entry)])
        }
        return nil
    }

    /// A value close in time to the one used and too far from it.
    func conflict(
        _ quantity: Quantity, with used: (entry: Entry, body: Measurement),
        among values: [(entry: Entry, body: Measurement)]
    ) -> Finding? {
        guard quantity == .weight else { return nil }
        let rule = rules.conflict
        // By place, since a copy of every value costs more than the comparison.
        let other = values.indices.first { place in
            abs(values[place].entry.at.instant - used.entry.at.instant) <= rule.withinSeconds
                && values[place].entry.id != used.entry.id
                && abs(values[place].body.value - used.body.value) * 100 > rule.percent * used.body.value
        }.map { values[$0] }
        return other.map {
            Finding(
                .unknown,
                .conflicting(quantity, used: used.body.value, other: $0.body.value, at: $0.entry.at.instant),
                evidence: [EntryRef(used.entry), EntryRef($0.entry)])
        }
    }
}
