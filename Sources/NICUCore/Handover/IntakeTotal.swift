/// The intake recorded in a stretch of time.
public struct IntakeTotal: Sendable, Hashable {
    /// The oldest measured weight that a figure a kilogram uses, in hours, where the rule set names none (an operational
    /// default).
    public static let weightMaxAge = Hours(48)

    /// The stretch.
    public let interval: Range<Instant>
    /// How many feeds and infusions are recorded in it.
    public let count: Int
    /// Their volume in tenths of a millilitre; those without one are left out and counted in ``withoutVolume``.
    public let tenthsMl: Int
    /// The part of the volume by each route, `unknown` where none is recorded, in the order of the routes' names.
    public let byRoute: [Route]
    /// How many have no volume.
    public let withoutVolume: Int
    /// Energy in tenths of a kilocalorie; nil unless every one states it.
    public let kcalTenths: Int?
    /// The first intake recorded within the day before the stretch or in it; where it lies inside, the stretch is not whole.
    public let first: Instant?
    /// The weight that figures a kilogram are divided by, in grams, and what kind it is; nil where none may be used.
    public let weight: Weight?

    /// A weight with its kind.
    public struct Weight: Sendable, Hashable {
        /// Grams.
        public let grams: Int
        /// What kind of weight it is.
        public let role: Measurement.Role
    }

    /// The volume by one route.
    public struct Route: Sendable, Hashable {
        /// The route's name.
        public let name: String
        /// Tenths of a millilitre.
        public let tenthsMl: Int
    }

    /// Adds up what is recorded in a stretch of a course.
    init(_ course: Course, _ interval: Range<Instant>, weight: (entry: Entry, body: Measurement)?) {
        self.interval = interval
        let all = course.all(Intake.self)
        let inside = all.filter { interval.contains($0.entry.at.instant) }
        count = inside.count
        tenthsMl = inside.reduce(0) { $0 + ($1.body.volumeTenthsMl ?? 0) }
        withoutVolume = inside.count { $0.body.volumeTenthsMl == nil }
        var routes: [String: Int] = [:]
        for feed in inside { routes[feed.body.route ?? "unknown", default: 0] += feed.body.volumeTenthsMl ?? 0 }
        byRoute = routes.sorted { $0.key < $1.key }.map { Route(name: $0.key, tenthsMl: $0.value) }
        let energies = inside.map(\.body.kcalTenths)
        kcalTenths = energies.isEmpty || energies.contains(nil) ? nil : energies.compactMap { $0 }.reduce(0, +)
        let dayBefore = interval.lowerBound - 86_400
        first =
            all.first { $0.entry.at.instant >= dayBefore && interval.upperBound > $0.entry.at.instant }?.entry.at
            .instant
        self.weight = weight.map { Weight(grams: $0.body.value, role: $0.body.role) }
    }

    /// Whether intake was recorded before the stretch began, so that it holds all of it.
    public var isWhole: Bool { first.map { $0 < interval.lowerBound } ?? false }

    /// mL/kg over the stretch; nil without a weight or where a volume is missing.
    public var perKilogram: Double? {
        guard let weight, weight.grams > 0, withoutVolume == 0 else { return nil }
        return Double(tenthsMl) * 100 / Double(weight.grams)
    }

    /// kcal/kg over the stretch; nil without a weight or where an energy is missing.
    public var energyPerKilogram: Double? {
        guard let weight, weight.grams > 0, let kcalTenths else { return nil }
        return Double(kcalTenths) * 100 / Double(weight.grams)
    }
}
