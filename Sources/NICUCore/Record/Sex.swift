/// The sex recorded at birth.
///
/// `indeterminate` and `unknown` never yield a single sex-specific z-score.
public enum Sex: String, Sendable, Hashable, CaseIterable {
    case female, male, indeterminate, unknown

    /// The sexes this one may turn out to be when a sex-specific figure is looked up.
    public var candidates: [Sex] { self == .female || self == .male ? [self] : [.female, .male] }
}
