extension RoleGrant {
    /// What a role allows.
    public enum Act: String, Sendable, Hashable, CaseIterable {
        /// Facts about an infant.
        case enter
        /// Corrections, strikes and what takes them back.
        case correct
        /// Waiving a criterion.
        case waive
        /// Storing a verdict.
        case decide
        /// Clinicians, settings, rule sets and references.
        case configure
    }
}

extension RoleGrant.Role {
    /// Whether a role allows an act: everybody but a viewer enters and corrects, physicians and administrators waive and
    /// decide, administrators configure.
    public func may(_ act: RoleGrant.Act) -> Bool {
        switch self {
        case .viewer: false
        case .nurse, .coordinator: act == .enter || act == .correct
        case .physician: act != .configure
        case .administrator: true
        }
    }
}

extension Kind {
    /// The act that writing an entry of this kind is.
    public var act: RoleGrant.Act {
        switch self {
        case .waiver: .waive
        case .decision: .decide
        case .retraction: .correct
        case .clinician, .role, .setting, .ruleSet, .referencePack: .configure
        default: .enter
        }
    }
}
