/// Which growth references a unit reads in which part of an infant's life.
///
/// The first reference of a phase is the one whose lines are drawn and whose z-scores judge; the others stand beside it.
/// The postnatal references end with 50+0, and from 40+0 those for the time after term stand beside them: two charts of
/// one infant, so that a step from one to the other is never read as growth.
public struct ReferencePlan: Sendable, Hashable {
    /// A part of an infant's life with references of its own.
    public enum Phase: String, Sendable, Hashable, CaseIterable {
        /// The measurement at birth.
        case birth
        /// After birth, to 50+0.
        case postnatal
        /// After 50+0 alone, and from 40+0 beside the postnatal ones.
        case afterTerm = "after-term"
    }

    /// The last postmenstrual day of the postnatal references, 50+0.
    public static let lastPostnatalDay = 350

    /// The ids for size at birth.
    public var birth: [String]
    /// The ids for growth after birth.
    public var postnatal: [String]
    /// The ids for growth after term.
    public var afterTerm: [String]

    /// Makes a plan from the ids of its phases.
    public init(birth: [String], postnatal: [String], afterTerm: [String]) {
        self.birth = ReferencePlan.once(birth)
        self.postnatal = ReferencePlan.once(postnatal)
        self.afterTerm = ReferencePlan.once(afterTerm)
    }

    /// What a unit begins with.
    public static let standard = ReferencePlan(
        birth: ["wst-800-2022", "intergrowth-newborn"], postnatal: ["fenton-2013"], afterTerm: ["who-2006"])

    /// The ids of a phase.
    public subscript(phase: Phase) -> [String] {
        get {
            switch phase {
            case .birth: birth
            case .postnatal: postnatal
            case .afterTerm: afterTerm
            }
        }
        set {
            switch phase {
            case .birth: birth = newValue
            case .postnatal: postnatal = newValue
            case .afterTerm: afterTerm = newValue
            }
        }
    }

    /// Every id once, in the order of the phases.
    public var ids: [String] { ReferencePlan.once(birth + postnatal + afterTerm) }

    /// The ids that follow an infant at a postmenstrual age in days; the postnatal ones where the age is unknown.
    public func followUp(atPostmenstrualDays days: Int?) -> [String] {
        guard let days, days >= GrowthAxis.dueDate else { return postnatal }
        return days > ReferencePlan.lastPostnatalDay ? afterTerm : ReferencePlan.once(postnatal + afterTerm)
    }

    /// The same plan without ids that are not at hand.
    public func keeping(_ known: some Collection<String>) -> ReferencePlan {
        var plan = self
        for phase in Phase.allCases { plan[phase] = self[phase].filter(known.contains) }
        return plan
    }

    /// Each id once, in the order of its first place.
    public static func once(_ ids: [String]) -> [String] {
        var seen: Set<String> = []
        return ids.filter { seen.insert($0).inserted }
    }
}
