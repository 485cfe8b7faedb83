/// What a calculation reads, so that the store loads no more than that.
///
/// Loading everything must give the same answer; a test holds every declared need to it.
public struct CourseNeed: Sendable, Hashable {
    /// The kinds that are read; nil for all.
    public var kinds: Set<Kind>?
    /// The quantities of measurements that are read; nil for all.
    public var quantities: Set<Quantity>?
    /// How far back from the clinical moment values of a quantity are read; those not named, for the whole stay.
    public var quantitiesBack: [Quantity: Hours]
    /// Whether values that nobody has confirmed are read whatever their quantity and however old.
    public var readsUnconfirmed: Bool
    /// How far back feeds and infusions are read; nil for the whole stay.
    public var intakeBack: Hours?
    /// How far back the shifts lie whose reviews are read; nil for the whole stay.
    public var reviewsBack: Hours?

    /// Makes a value from its parts.
    public init(
        kinds: Set<Kind>? = nil, quantities: Set<Quantity>? = nil, quantitiesBack: [Quantity: Hours] = [:],
        readsUnconfirmed: Bool = false, intakeBack: Hours? = nil, reviewsBack: Hours? = nil
    ) {
        self.kinds = kinds
        self.quantities = quantities
        self.quantitiesBack = quantitiesBack
        self.readsUnconfirmed = readsUnconfirmed
        self.intakeBack = intakeBack
        self.reviewsBack = reviewsBack
    }

    /// The whole course.
    public static let everything = CourseNeed()

    /// Who the infant is: birth, dating, stay.
    public static let identity: Set<Kind> = [.birth, .dating, .admission, .bed, .transfer, .discharge]

    /// Whether the infant is in the unit.
    public static let stay = CourseNeed(kinds: identity.union([.retraction]))

    /// What growth figures read.
    public static let growth = CourseNeed(
        kinds: identity.union([.measurement, .followUp, .retraction]), quantities: [.weight, .length, .head])

    /// What one line of the unit's list reads.
    public static let ward = CourseNeed(kinds: identity.union([.measurement, .retraction]), quantities: [.weight])

    /// What ages are computed from.
    public static let ages = CourseNeed(kinds: [.birth, .dating, .retraction])

    /// What the lines behind a new weight read.
    public static let weightEcho = CourseNeed(
        kinds: [.birth, .dating, .measurement, .retraction], quantities: [.weight])

    /// What ``assess(_:in:code:now:beside:)`` reads for new facts: the birth and the stay, and the values of the same
    /// quantities that a new one is held against.
    public static func assessing(_ drafts: [Draft]) -> CourseNeed {
        let whole = drafts.contains { $0.body is Birth || $0.body.stayDestination != nil }
        if whole { return .everything }
        var kinds: Set<Kind> = [.birth, .admission, .discharge, .transfer, .retraction]
        let visits = drafts.compactMap { ($0.body as? FollowUp)?.quantity }
        let quantities = Set(drafts.compactMap { ($0.body as? Measurement)?.quantity } + visits)
        if !quantities.isEmpty { kinds.formUnion([.measurement, .dating]) }
        if !visits.isEmpty { kinds.insert(.followUp) }
        if drafts.contains(where: { $0.body is Review }) { kinds.insert(.review) }
        // What says that a drug was never given is held against all that was.
        if drafts.contains(where: { ($0.body as? State)?.isNever ?? false }) { kinds.formUnion([.state, .medication]) }
        // The last weight, length or head may lie far back.
        return CourseNeed(
            kinds: kinds, quantities: quantities,
            quantitiesBack: [
                .temperature: Hours(0), .heartRate: Hours(0), .respiratoryRate: Hours(0),
                .spo2: Hours(0),
            ])
    }

    /// The weights that a sibling's curve is drawn from.
    public static func siblingWeights(now: Instant, at moment: Instant) -> CourseNeed {
        CourseNeed(
            kinds: [.measurement, .retraction], quantities: [.weight],
            quantitiesBack: [.weight: Hours(seconds: ExpectedWeight.lookBack.seconds + max(now - moment, 0))])
    }
}
