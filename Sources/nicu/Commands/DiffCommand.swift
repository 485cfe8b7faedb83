internal import ArgumentParser
internal import NICUCore
internal import NICUExport
internal import NICUStore

struct DiffCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "diff", abstract: "What was recorded about an infant since, and what it changed\n此后的新记录与变化",
        discussion:
            "--since takes a time (yesterday, 3 h ago, ISO 8601) or a position of the ledger, '#1234'. The figures then are those of what was known then, at that moment; today's rules and references judge both.\n--since 可为时间或账本位置 '#1234'。当时的数字只依据当时已知的记录；两者用同一套标准与参考。"
    )

    @OptionGroup var record: RecordOptions
    @OptionGroup var moments: MomentOptions
    @Argument(help: "Code of the infant\n代号")
    var code: String
    @Option(help: ArgumentHelp("From when on, or from which position on\n起点", valueName: "time|#n"))
    var since: String

    /// Whether a state of knowledge comes no later than another.
    private func isKnown(_ known: KnownAt, by end: KnownAt, _ moment: Instant, _ store: Store) throws -> Bool {
        switch (known, end) {
        case (.position(let from), .position(let to)): from <= to
        case (_, .position(let to)): try store.received(at: to).map { moment <= $0 } ?? true
        case (_, .instant(let to)), (_, .now(let to)): moment <= to
        }
    }

    func run() throws {
        let session = try record.open()
        // A position, or the beginning of a day that is named as a whole.
        let position = since.hasPrefix("#") ? try session.knownAt(since) : nil
        let typed = try position == nil ? session.pastMoment(since) : nil
        let (infant, course) = try session.course(code, moments, need: .everything, verb: "diff")
        let known: KnownAt
        let moment: Instant
        let shown: String
        if case .position(let place)? = position {
            known = .position(place)
            moment = try session.store.received(at: place) ?? Instant(seconds: 0)
            shown = "#\(place)"
        } else {
            let instant = typed?.earliest ?? session.now
            known = .instant(instant)
            moment = instant
            shown = session.json ? session.zone.moment(at: instant).text : session.wording.time(instant)
        }
        let ends = [
            moments.asOf == nil ? nil : moment <= course.asOf.latest,
            try moments.knownAt.map { _ in try isKnown(known, by: course.knownAt, moment, session.store) },
        ]
        guard ends.allSatisfy({ $0 ?? true }) else { throw Failure.refused(session.wording.diffBackwards(shown)) }
        let before = try session.store.course(
            of: infant, asOf: session.zone.moment(at: min(moment, course.asOf.latest)), knownAt: known,
            now: session.now)
        let reading = try PictureReading(session, knownAt: course.knownAt)
        let ledger = try session.store.ledger(of: infant, knownAt: course.knownAt).map(\.entry)
        let diff = RecordDiff(try reading.picture(before), try reading.picture(course), ledger: ledger) { entry in
            switch known {
            case .position(let place): entry.seq > place
            case .instant(let instant), .now(let instant): entry.recorded > instant
            }
        }
        let page = DiffPage(diff, since: shown)
        session.answer(page.json(session.wording), page.text(session.wording))
    }
}
