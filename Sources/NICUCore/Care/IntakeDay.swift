/// What was taken on one care day, summed from the entries, beside the weight it is divided by.
public struct IntakeDay: Sendable, Hashable {
    /// One route with one kind of milk or fluid.
    public struct Part: Sendable, Hashable {
        /// The route; nil where it was not recorded.
        public let route: String?
        /// The milk or fluid; nil where it was not recorded.
        public let milk: String?
        /// How many entries.
        public var count = 0
        /// Volume in tenths of a millilitre.
        public var tenthsMl = 0
        /// Energy in tenths of a kilocalorie.
        public var kcalTenths = 0
        /// Entries without a volume, such as a feed at the breast that was not weighed.
        public var withoutVolume = 0
        /// Entries without an energy.
        public var withoutEnergy = 0

        /// Whether it went by the gut; nil where the route was not recorded.
        public var isEnteral: Bool? { route.map { $0 != Intake.infusion } }
    }

    /// The care day, named by the civil day on which it begins.
    public let day: Day
    /// From the turn of the care day, or from birth.
    public let from: Instant
    /// To the next turn, or to the moment of the answer.
    public let to: Instant
    /// Whether the whole care day lies before the moment of the answer.
    public let isOver: Bool
    /// How much of it entries speak for: feeds where there are any, else infusions.
    public let entered: Hours
    /// For how much of ``infusionDue`` infusions speak.
    public let infused: Hours
    /// How long parenteral nutrition or a line was on, so that infusions are to be entered.
    public let infusionDue: Hours
    /// The parts in the order of route and milk.
    public let parts: [Part]
    /// The weight at the end of it, or why there is none.
    public let weight: Result<PerKiloWeight, PerKiloWeight.Missing>

    /// How much of it there is to enter.
    public var due: Hours { Hours(seconds: to - from) }
    /// Whether entries speak for 24 hours of a day that is over; enough for what went by the gut.
    public var isComplete: Bool { isOver && due >= IntakeDay.whole && entered >= due }
    /// Whether infusions speak for all the time that they ran.
    public var isInfusionComplete: Bool { infused >= infusionDue }
    /// Whether sums over all routes are whole: nothing is missing, neither by the gut nor by a line.
    public var isTotalComplete: Bool { isComplete && isInfusionComplete }
    /// A whole day, also where the clock is put forward.
    private static let whole = Hours(23)

    /// Volume of all routes, in tenths of a millilitre; at least so much where a volume is missing.
    public var totalTenthsMl: Int { parts.reduce(0) { $0 + $1.tenthsMl } }
    /// Volume by the gut, in tenths of a millilitre.
    public var enteralTenthsMl: Int { parts.reduce(0) { $0 + ($1.isEnteral == true ? $1.tenthsMl : 0) } }
    /// Energy of all routes, in tenths of a kilocalorie.
    public var kcalTenths: Int { parts.reduce(0) { $0 + $1.kcalTenths } }
    /// How many entries.
    public var count: Int { parts.reduce(0) { $0 + $1.count } }
    /// Entries without a volume.
    public var withoutVolume: Int { parts.reduce(0) { $0 + $1.withoutVolume } }
    /// Entries without an energy.
    public var withoutEnergy: Int { parts.reduce(0) { $0 + $1.withoutEnergy } }
    /// Entries without a route.
    public var withoutRoute: Int { parts.reduce(0) { $0 + ($1.route == nil ? $1.count : 0) } }

    /// A tenth of a unit for each kilogram, unrounded; nil without a weight.
    public func perKilogram(_ tenths: Int) -> Double? {
        (try? weight.get()).map { Double(tenths) * 100 / Double($0.grams) }
    }

    /// Whether tenths of a unit reach a number of units for each kilogram, exactly; nil without a weight.
    func reaches(_ tenths: Int, _ needed: FixedDecimal) -> Bool? {
        sides(tenths, needed).map { $0.taken >= $0.limit }
    }

    /// Whether tenths of a unit lie above a number of units for each kilogram, exactly; nil without a weight.
    func exceeds(_ tenths: Int, _ limit: FixedDecimal) -> Bool? { sides(tenths, limit).map { $0.taken > $0.limit } }

    /// Both sides of a comparison without a fraction, at full width, since a limit may have as many digits as it likes.
    private func sides(
        _ tenths: Int, _ limit: FixedDecimal
    ) -> (taken: (high: Int, low: UInt), limit: (high: Int, low: UInt))? {
        guard let grams = (try? weight.get())?.grams else { return nil }
        let limit = limit.reduced
        var scale = 1
        for _ in 0..<limit.decimals { scale *= 10 }
        return (
            (tenths * 100).multipliedFullWidth(by: scale), Int(limit.significand).multipliedFullWidth(by: grams)
        )
    }
}

extension IntakeDay {
    /// One care day of a course.
    public init(_ day: Day, of course: Course, _ rules: IntakeRules) {
        let interval = course.clock.interval(ofCareDay: day)
        let birth = course.birth?.entry.at.earliest ?? interval.lowerBound
        self.day = day
        from = max(interval.lowerBound, min(birth, interval.upperBound))
        to = max(from, min(interval.upperBound, course.asOf.latest))
        isOver = interval.upperBound <= course.asOf.latest
        let all = course.all(Intake.self)
        let own = all.filter { $0.entry.at.instant >= interval.lowerBound && $0.entry.at.instant < interval.upperBound }
        var found: [String: Part] = [:]
        for (_, body) in own {
            let key = (body.route ?? "~") + " " + (body.milk ?? "~")
            var part = found[key] ?? Part(route: body.route, milk: body.milk)
            part.count += 1
            part.tenthsMl += body.volumeTenthsMl ?? 0
            part.kcalTenths += body.kcalTenths ?? 0
            part.withoutVolume += body.volumeTenthsMl == nil ? 1 : 0
            part.withoutEnergy += body.kcalTenths == nil ? 1 : 0
            found[key] = part
        }
        parts = found.keys.sorted().compactMap { found[$0] }
        let stretch = from..<to
        let isFed = own.contains { $0.body.route != Intake.infusion }
        func spoken(byInfusions: Bool, _ reach: Hours) -> [Range<Instant>] {
            all.filter { ($0.body.route == Intake.infusion) == byInfusions }.compactMap { entry, _ in
                let begin = max(entry.at.instant, stretch.lowerBound)
                let end = min(entry.at.instant + reach.seconds, stretch.upperBound)
                return end > begin ? begin..<end : nil
            }.merged
        }
        let infusions = spoken(byInfusions: true, rules.infusionReach)
        entered = (isFed ? spoken(byInfusions: false, rules.feedReach) : infusions).length
        let running = course.times(on: rules.infusing, within: stretch)
        infused = running.shared(with: infusions).length
        infusionDue = running.length
        weight = PerKiloWeight.of(course, at: to, maxAge: rules.weightMaxAge)
    }

    /// The last care day that is over at the moment of a course; nil before there is one.
    public static func lastWhole(of course: Course, _ rules: IntakeRules) -> IntakeDay? {
        guard let birth = course.birth else { return nil }
        let day = course.clock.careDay(at: course.asOf.latest) + -1
        guard day >= course.clock.careDay(at: birth.entry.at.earliest) else { return nil }
        return IntakeDay(day, of: course, rules)
    }
}

/// The first care day on which feeds by the gut reached a volume for each kilogram.
public struct FullFeedDay: Sendable, Hashable {
    /// The volume, in mL/kg/d.
    public let threshold: Int
    /// The care day.
    public let day: IntakeDay
    /// Civil days since birth.
    public let dayOfLife: Int
    /// Earlier care days of life for which it cannot be said.
    public let unknownBefore: Int

    /// The first day of a course; nil where none is known.
    public init?(_ threshold: Int, of course: Course, _ rules: IntakeRules) {
        guard let birth = course.birth, let born = course.birthDay, let first = course.all(Intake.self).first else {
            return nil
        }
        let needed = FixedDecimal(significand: Int64(threshold), decimals: 0)
        let birthCareDay = course.clock.careDay(at: birth.entry.at.earliest)
        var day = max(birthCareDay, course.clock.careDay(at: first.entry.at.instant))
        var unknown = day - birthCareDay
        let last = course.clock.careDay(at: course.asOf.latest)
        while day <= last {
            let intake = IntakeDay(day, of: course, rules)
            // What is missing could only add to it.
            if intake.reaches(intake.enteralTenthsMl, needed) == true {
                self.threshold = threshold
                self.day = intake
                dayOfLife = day - born
                unknownBefore = unknown
                return
            }
            if !intake.isComplete || intake.withoutVolume > 0 || intake.withoutRoute > 0
                || (try? intake.weight.get()) == nil
            {
                unknown += 1
            }
            day = day + 1
        }
        return nil
    }
}
