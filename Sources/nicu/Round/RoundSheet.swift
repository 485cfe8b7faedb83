internal import NICUCore
internal import NICUExport
internal import NICUStore

/// The infants of a round in its order, each with what is known of its weight.
struct RoundSheet {
    /// One infant of the round.
    struct Line {
        let infant: InfantRef
        let course: Course
        let state: WeighState
        let expected: ExpectedWeight?
        let siblings: [InfantCode]

        var code: InfantCode { infant.code }

        /// Whether its plan asks for a weight today and there is neither one nor a reason.
        var isMissing: Bool { course.stayEnd == nil && state.today == .missing }

        /// Reads one infant as it was before the round that is open, in what is known now.
        init(_ session: Session, _ infant: InfantRef, at moment: Moment, open: Identifier?, now: Instant) throws {
            let whole = try session.store.course(
                of: infant, asOf: moment, knownAt: .now(now), now: now, need: .round)
            let present = session.zone.moment(at: now)
            self.infant = infant
            course = whole.without(whole.entries.filter { $0.operation == open })
            state = WeighState(course)
            expected = course.expectedWeight(at: moment.instant < present.instant ? moment : present)
            siblings = try session.store.siblings(of: course)
        }

        /// The same as the answer and the sheet show it.
        func shown(_ index: Int, of count: Int) -> RoundLine {
            RoundLine(index: index, count: count, course: course, state: state, expected: expected, siblings: siblings)
        }
    }

    private(set) var lines: [Line]

    /// Everybody who is in the unit, in the order of the beds, as each was before the round that is open.
    init(_ session: Session, at moment: Moment, open: Identifier?) throws {
        let lines = try session.store.infants().map {
            try Line(session, $0, at: moment, open: open, now: session.now)
        }
        self.lines = lines.filter { $0.course.birth != nil && $0.course.stayEnd == nil }.sorted { a, b in
            let (x, y) = (a.course.bed, b.course.bed)
            return x == y ? a.code.text < b.code.text : BedOrder.isBefore(x, y)
        }
    }

    func place(of code: String) -> Int? { lines.firstIndex { $0.code.text == code } }

    /// Puts what was read anew in the place of what was known before.
    mutating func renew(_ place: Int, _ line: Line) { lines[place] = line }
}

extension CourseNeed {
    /// What a line of a round reads.
    static let round = CourseNeed(
        kinds: CourseNeed.identity.union([.measurement, .plan, .omission, .retraction]), quantities: [.weight])
}
