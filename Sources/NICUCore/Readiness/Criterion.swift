/// One requirement of a rule set.
public struct Criterion: Sendable, Hashable {
    /// What the requirement is about, with its numbers: a closed set of kinds, one struct each.
    public enum Test: Sendable, Hashable {
        case valueAtLeast(ValueAtLeast)
        case gainRate(GainRate)
        case rangeSustained(RangeSustained)
        case eventFreeInterval(EventFreeInterval)
        case timeSinceStopped(TimeSinceStopped)
        case stateFor(StateFor)
        case noneActive(NoneActive)
        case ageAtLeast(AgeAtLeast)
        case taskDone(TaskDone)
        case attested(Attested)
        case shiftReviewed(ShiftReviewed)
        case saturationInAir(SaturationInAir)
        case oralVolume(OralVolume)
        case feedsUneventful(FeedsUneventful)
    }

    /// The kinds by their names in rule files.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        case valueAtLeast = "value_at_least"
        case gainRate = "gain_rate"
        case rangeSustained = "range_sustained"
        case eventFreeInterval = "event_free_interval"
        case timeSinceStopped = "time_since_stopped"
        case stateFor = "state_for"
        case noneActive = "none_active"
        case ageAtLeast = "age_pma_at_least"
        case taskDone = "task_done"
        case attested
        case shiftReviewed = "shift_reviewed"
        case saturationInAir = "saturation_in_air"
        case oralVolume = "oral_volume"
        case feedsUneventful = "feeds_uneventful"
    }

    /// A part of a criterion that is sourced by itself.
    public enum Part: String, Sendable, Hashable, CaseIterable {
        /// What the guideline says.
        case guideline
        /// Where the number comes from.
        case number
    }

    /// What stands behind one part: the words, and how well they were seen.
    public struct Line: Sendable, Hashable {
        /// The part it is about.
        public let part: Part
        /// Nil where the file says only how well it was seen.
        public let text: RuleText?
        /// How well the source was seen.
        public let confidence: Confidence?

        /// Makes one from its parts.
        public init(part: Part, text: RuleText?, confidence: Confidence?) {
            self.part = part
            self.text = text
            self.confidence = confidence
        }
    }

    /// Its name in the rule file.
    public let id: String
    /// What it is called in print.
    public let title: RuleText
    /// The test with its numbers.
    public let test: Test
    /// Whether it can hold a discharge back.
    public let severity: Severity
    /// Where it comes from.
    public let basis: Basis
    /// The applicability test; nil where it applies to every infant.
    public let appliesIf: String?
    /// What stands behind the requirement and its number.
    public let lines: [Line]
    /// The ids of the sources.
    public let sources: [String]

    /// Makes one from its parts.
    public init(
        id: String, title: RuleText, test: Test, severity: Severity, basis: Basis, appliesIf: String? = nil,
        lines: [Line] = [], sources: [String] = []
    ) {
        self.id = id
        self.title = title
        self.test = test
        self.severity = severity
        self.basis = basis
        self.appliesIf = appliesIf
        self.lines = lines
        self.sources = sources
    }

    /// The kind of its test.
    public var kind: Kind {
        switch test {
        case .valueAtLeast: .valueAtLeast
        case .gainRate: .gainRate
        case .rangeSustained: .rangeSustained
        case .eventFreeInterval: .eventFreeInterval
        case .timeSinceStopped: .timeSinceStopped
        case .stateFor: .stateFor
        case .noneActive: .noneActive
        case .ageAtLeast: .ageAtLeast
        case .taskDone: .taskDone
        case .attested: .attested
        case .shiftReviewed: .shiftReviewed
        case .saturationInAir: .saturationInAir
        case .oralVolume: .oralVolume
        case .feedsUneventful: .feedsUneventful
        }
    }

    /// The test as what can be asked of it.
    var asked: any CriterionTest {
        switch test {
        case .valueAtLeast(let test): test
        case .gainRate(let test): test
        case .rangeSustained(let test): test
        case .eventFreeInterval(let test): test
        case .timeSinceStopped(let test): test
        case .stateFor(let test): test
        case .noneActive(let test): test
        case .ageAtLeast(let test): test
        case .taskDone(let test): test
        case .attested(let test): test
        case .shiftReviewed(let test): test
        case .saturationInAir(let test): test
        case .oralVolume(let test): test
        case .feedsUneventful(let test): test
        }
    }
}

/// What every kind of criterion can do.
protocol CriterionTest: Sendable {
    /// The kinds of entries it can read; no other is asked about.
    var kinds: Set<Kind> { get }
    /// Whether an entry can change the finding; nothing else is shown to it.
    func reads(_ entry: Entry, _ rules: RuleSet) -> Bool
    /// The finding in a scene whose times are all known to the second.
    func finding(in scene: Scene) -> Finding
}
