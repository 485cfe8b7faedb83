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

        /// The same as the answer and the sheet show it.
        func shown(_ index: Int, of count: Int) -> RoundLine {
            RoundLine(index: index, count: count, course: course, state: state, expected: expected, siblings: siblings)
        }
    }

    let lines: [Line]

    /// Everybody who is in the unit, in the order of the beds, as each was before the round that is open.
    init(_ session: Session, at moment: Moment, open: Identifier?) throws {
        let now = session.zone.moment(at: session.now)
        var lines: [Line] = []
        for infant in try session.store.infants() {
            let whole = try session.store.course(
                of: infant, asOf: moment, knownAt: .now(session.now), now: session.now, need: .round)
            let course = whole.without(whole.entries.filter { $0.operation == open })
            guard course.birth != nil, course.stayEnd == nil else { continue }
            lines.append(
                Line(
                    infant: infant, course: course, state: WeighState(course),
                    expected: course.expectedWeight(at: moment.instant < now.instant ? moment : now),
                    siblings: try session.store.siblings(of: course)))
        }
        self.lines = lines.sorted { a, b in
            let (x, y) = (a.course.bed, b.course.bed)
            return x == y ? a.code.text < b.code.text : BedOrder.isBefore(x, y)
        }
    }

    func place(of code: String) -> Int? { lines.firstIndex { $0.code.text == code } }
}

extension CourseNeed {
    /// What a line of a round reads.
    static let round = CourseNeed(
        kinds: CourseNeed.identity.union([.measurement, .plan, .omission, .retraction]), quantities: [.weight])
}
