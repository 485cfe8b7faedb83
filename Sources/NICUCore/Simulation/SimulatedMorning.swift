/// A simulated infant at the scale on one morning: what its course and its sibling's hold by then, without slips.
///
/// Plausibility is measured with it: the true weight of the day should raise no question, a slip of it should.
public struct SimulatedMorning: Sendable {
    /// The course before the weight.
    public let course: Course
    /// The sibling's weights, this morning's included.
    public let surroundings: Surroundings
    /// Six in the morning of the day.
    public let at: Moment

    /// Days of the own course that are kept; the expected interval looks back at seven weights.
    private static let kept = 10

    /// The morning of a day of life; nil on the day of birth and where there is no such day.
    ///
    /// `grams` are the weights as they were read, by day of life: the true ones, or with scatter.
    public init?(
        _ infant: SimulatedWeights, grams: [Int], sibling: (infant: SimulatedWeights, grams: [Int])?, day: Int
    ) {
        guard day > 0, day < grams.count,
            let clock = WardClock(
                zone: CourseSimulator.zone, careDayStart: ClockTime(secondOfDay: 25_200),
                shiftStarts: [28_800, 57_600, 0].map(ClockTime.init(secondOfDay:)))
        else { return nil }
        let born = Moment(infant.birth, offsetMinutes: 480)
        at = SimulatedMorning.time(day, infant)
        let birth = Birth(
            sex: infant.sex, order: infant.order, of: sibling == nil ? 1 : 2,
            siblings: infant.sibling.map { [$0.text] } ?? [])
        var bodies: [(any Body, Moment)] = [
            (birth, born), (Dating(gestationalAge: infant.gestationalAge, method: .earlyUltrasound), born),
            (Measurement(quantity: .weight, value: grams[0], role: .birth), born),
        ]
        for earlier in max(1, day - SimulatedMorning.kept)..<max(1, day) {
            bodies.append(
                (Measurement(quantity: .weight, value: grams[earlier]), SimulatedMorning.time(earlier, infant)))
        }
        var entries: [Entry] = []
        for (index, (body, moment)) in bodies.enumerated() {
            guard let id = Identifier(bytes: (0..<16).map { UInt8($0 == 15 ? index : 0) }) else { return nil }
            entries.append(
                Entry(
                    seq: Int64(index + 1), id: id, infant: nil, code: nil, operation: id, at: moment,
                    recorded: moment.instant, by: CourseSimulator.nurse, source: "simulator", body: body))
        }
        course = Course(
            infant: InfantID(entries[0].id), code: infant.code, asOf: at, knownAt: .now(at.instant),
            head: LedgerHead(seq: Int64(entries.count), digest: ""), clock: clock, entries: entries, superseded: [])
        surroundings = Surroundings(
            siblings: sibling.map { sibling in
                [
                    (
                        sibling.infant.code,
                        (0..<min(day + 1, sibling.grams.count)).map { place in
                            let at =
                                place == 0 ? sibling.infant.birth : SimulatedMorning.time(place, sibling.infant).instant
                            return DatedWeight(at: at, grams: sibling.grams[place])
                        }
                    )
                ]
            } ?? [])
    }

    /// What the record says to a weight as it was typed; nil where the text cannot be read at all.
    public func assessment(_ typed: String) -> Assessment? {
        guard let text = try? QuantityText(typed, as: .weight) else { return nil }
        let body = Measurement(quantity: .weight, value: text.stored)
        return assess(Draft(body, at: at), in: course, code: course.code.text, now: at, beside: surroundings)
    }

    /// Whether a typed weight is refused, stopped or asked about.
    public func notices(_ typed: String) -> Bool {
        assessment(typed).map { !$0.refusals.isEmpty || !$0.questions.isEmpty } ?? true
    }

    private static func time(_ day: Int, _ infant: SimulatedWeights) -> Moment {
        let zone = CourseSimulator.zone
        let morning = Moment(day: zone.day(at: infant.birth) + day, in: zone).earliest + 6 * 3600
        return Moment(max(morning, infant.birth + 60), offsetMinutes: 480)
    }
}
