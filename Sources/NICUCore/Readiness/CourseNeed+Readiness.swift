extension CourseNeed {
    /// What the readiness criteria read, of the whole stay: the starts of their clocks can lie far back.
    public static let readiness = CourseNeed(
        kinds: identity.union([
            .perinatal, .measurement, .state, .event, .review, .check, .attestation, .medication, .waiver,
            .intake, .plan,
            .retraction,
        ]),
        quantities: [.weight, .temperature, .spo2])
}
