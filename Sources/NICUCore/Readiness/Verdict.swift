/// What a criterion says about an infant at one moment.
public enum Verdict: String, Sendable, Hashable, CaseIterable {
    case met
    case notMet = "not_met"
    case unknown
    case notApplicable = "not_applicable"
    /// A physician decided that it need not be met; shown as such, never as met.
    case waived

    /// How far it stands from holding a discharge back: 0 not met, 1 unknown, 2 everything else.
    public var rank: Int {
        switch self {
        case .notMet: 0
        case .unknown: 1
        case .met, .notApplicable, .waived: 2
        }
    }
}

/// Whether a criterion can hold a discharge back.
public enum Severity: String, Sendable, Hashable, CaseIterable {
    case blocking
    /// Shown, but without influence on the overall answer.
    case advisory
}

/// Where the requirement and its number come from.
public enum Basis: String, Sendable, Hashable, CaseIterable {
    /// The named guideline itself states it.
    case guideline
    /// Another published source states it.
    case related
    /// No source states it: a local default that a hospital confirms.
    case operational
}

/// How well a cited statement was seen by whoever wrote the rule file.
public enum Confidence: String, Sendable, Hashable, CaseIterable {
    /// The text was read.
    case read
    /// Seen on a secondary page only.
    case read2
    /// The text was seen, but cut off.
    case partial
    /// From memory; the text was not found.
    case memory
}

/// The answer of all blocking criteria together.
public enum Overall: String, Sendable, Hashable, CaseIterable {
    /// Every blocking criterion is met, not applicable or waived.
    case ready
    /// At least one blocking criterion is not met.
    case notReady = "not_ready"
    /// None is not met, but at least one is unknown; also where no blocking criterion was asked at all.
    case indeterminate

    /// Combines verdicts; advisory criteria never change the answer.
    public init(_ criteria: some Sequence<(severity: Severity, verdict: Verdict)>) {
        let lowest = criteria.lazy.filter { $0.severity == .blocking }.map(\.verdict.rank).min() ?? 1
        self = lowest == 0 ? .notReady : lowest == 1 ? .indeterminate : .ready
    }
}
