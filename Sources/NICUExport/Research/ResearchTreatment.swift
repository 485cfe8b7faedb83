/// What becomes of one member of an entry's body in a research export.
public enum ResearchTreatment: Sendable, Hashable {
    /// A number, a yes or no, or a word that its reader takes from a closed list.
    case kept
    /// A word that is kept where a closed list has it, and else dropped.
    case word(ResearchWords.List)
    /// The same, but without it the fact would say something else: the whole entry is dropped.
    case neededWord(ResearchWords.List)
    /// The unit of these members: kept where the list has it, and else dropped with them.
    case unit(of: [String])
    /// A number of minutes, `60 min`; any other text is dropped.
    case minutes
    /// A date or time, moved back by the infant's offset.
    case shifted
    /// The infant's own code.
    case code
    /// The codes of its siblings: those in the export by their pseudonyms, the others dropped.
    case siblings
    /// A login.
    case login
    /// A text whose presence says something: a fixed word stands for it.
    case fixed(String)
    /// A free name that is replaced by a known one it contains; without one the whole entry is dropped.
    case name(ResearchWords.Names)
    /// Left out.
    case dropped

    /// The four things that can become of a member.
    public enum Outcome: String, Sendable, Hashable, CaseIterable { case kept, shifted, replaced, dropped }

    /// Which of the four it is.
    public var outcome: Outcome {
        switch self {
        case .kept, .word, .neededWord, .unit, .minutes: .kept
        case .shifted: .shifted
        case .code, .siblings, .login, .fixed, .name: .replaced
        case .dropped: .dropped
        }
    }
}

/// Why something is not in a research export, as its manifest names it.
public enum ResearchReason: String, Sendable, Hashable, CaseIterable {
    /// A kind that holds identity.
    case identity
    /// A kind that holds only free text.
    case freeText = "free_text"
    /// A kind that holds a place in the ward.
    case place
    /// A kind that holds digests or positions of the original record.
    case ledger
    /// Consents: the manifest states the ground; a day on which many were asked would tell their offsets apart.
    case ground
    /// A kind about the unit.
    case unit
    /// A kind that this version does not know.
    case unknownKind = "unknown_kind"
    /// A word that no closed list has, without which the fact would say something else.
    case word = "word_outside_vocabulary"
    /// What corrected it is left out, so that it would come back into force.
    case corrected = "corrected_by_dropped"
    /// It strikes out an entry that is left out.
    case strikes = "strikes_dropped"
}
