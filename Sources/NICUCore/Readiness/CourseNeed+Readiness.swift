extension CourseNeed {
    /// What the criteria of some rule sets read: states, events and weights of the whole stay, since the starts of their
    /// clocks can lie far back; readings, feeds and reviews as far back as a window reaches.
    public static func readiness(_ sets: [RuleSet]) -> CourseNeed {
        let tests = sets.flatMap { $0.criteria.map(\.test) }
        let longest = Hours(0)
        var temperature = longest
        var saturation = longest
        var intake = longest
        var reviews = longest
        for test in tests {
            switch test {
            case .rangeSustained(let test) where test.quantity == .temperature:
                temperature = max(temperature, test.window)
            case .valueAtLeast(let test) where test.quantity == .temperature:
                temperature = max(temperature, test.maxAge)
            case .saturationInAir(let test): saturation = max(saturation, test.min)
            // A day of feeds is whole only where some were recorded in the day before it.
            case .oralVolume(let test): intake = max(intake, Hours(seconds: test.window.seconds * 2))
            case .eventFreeInterval(let test):
                reviews = ([reviews, test.min] + test.exceptions.map(\.min)).max() ?? reviews
            case .feedsUneventful(let test): reviews = max(reviews, test.window)
            default: break
            }
        }
        return CourseNeed(
            kinds: identity.union([
                .perinatal, .measurement, .state, .event, .review, .check, .attestation, .medication, .waiver, .intake,
                .plan, .retraction,
            ]),
            quantities: [.weight, .temperature, .spo2],
            quantitiesBack: [.temperature: temperature, .spo2: saturation], intakeBack: intake, reviewsBack: reviews)
    }

    /// The same of the whole stay, to be asked about at any of its moments.
    public static func whole(for sets: [RuleSet]) -> CourseNeed {
        var need = readiness(sets)
        need.quantitiesBack = [:]
        need.intakeBack = nil
        need.reviewsBack = nil
        return need
    }
}
