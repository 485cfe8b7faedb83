internal import ArgumentParser
internal import NICUCore
internal import NICUExport
internal import NICUStore

struct EventCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "event", abstract: "Record an event, or a shift's review without events\n记录事件或班次回顾",
        discussion:
            "`nicu event an-an apnoea,bradycardia --duration 25s …` or `nicu event an-an none --shift night`.\n未记录的内容保持未知。"
    )

    @OptionGroup var record: RecordOptions
    @OptionGroup var entry: EntryOptions
    @Argument(help: "Code of the infant\n代号")
    var code: String
    @Argument(help: "apnoea, bradycardia, desaturation (joined by commas), or none\n种类")
    var what: String
    @Option(help: ArgumentHelp("Length, 25s\n时长", valueName: "25s"))
    var duration: String?
    @Option(name: .customLong("lowest-hr"), help: "Lowest heart rate\n最低心率")
    var lowestHeartRate: Int?
    @Option(name: .customLong("lowest-spo2"), help: "Lowest saturation in per cent\n最低血氧")
    var lowestSpo2: Int?
    @Option(help: ArgumentHelp("Length of the desaturation, 12s\n低血氧时长", valueName: "12s"))
    var desaturation: String?
    @Flag(inversion: .prefixedNo, help: "Colour changed\n肤色改变")
    var colourChange: Bool?
    @Option(help: "none, stimulation, oxygen, bag-mask or intubation\n处理")
    var intervention: String?
    @Flag(inversion: .prefixedNo, help: "Related to a feed\n与喂养有关")
    var feedingRelated: Bool?
    @Flag(inversion: .prefixedNo, help: "Resolved by itself\n自行缓解")
    var selfResolved: Bool?
    @Flag(inversion: .prefixedNo, help: "Asleep\n睡眠中")
    var asleep: Bool?
    @Option(help: "Shift reviewed: day, evening, night or 2024-08-20/night; with `none` or --events\n班次")
    var shift: String?
    @Option(help: "Number of events a review found; unreviewed when left out with `review`\n回顾所见次数")
    var events: Int?

    func run() throws {
        let session = try record.open()
        let isReview = what == "none" || what == "review"
        let details: [(String, Bool)] = [
            ("--duration", duration != nil), ("--lowest-hr", lowestHeartRate != nil),
            ("--lowest-spo2", lowestSpo2 != nil), ("--desaturation", desaturation != nil),
            ("--intervention", intervention != nil), ("--colour-change", colourChange != nil),
            ("--feeding-related", feedingRelated != nil), ("--self-resolved", selfResolved != nil),
            ("--asleep", asleep != nil),
        ]
        let reviewing = [("--shift", shift != nil), ("--events", events != nil && what != "review")]
        if let stray = (isReview ? details + reviewing.suffix(1) : reviewing).first(where: \.1) {
            throw Failure.unreadable(session.wording.optionDoesNotBelong(stray.0, what))
        }
        let draft = try what == "none" || what == "review" ? review(session) : event(session)
        let written = try session.store.record(
            [draft], of: code, author: session.author, key: entry.retryKey, answer: entry.identity.answer)
        session.report(written, need: .reviews) { course in
            let shift = (draft.body as? Review)?.shift ?? course.clock.shift(at: draft.at.instant)
            return course.reviewConflict(in: shift).map { [session.wording.reviewConflict($0)] } ?? []
        }
    }

    private func event(_ session: Session) throws -> Draft {
        let kinds: [Event.What] = try what.split(separator: ",").map {
            try session.token(String($0), session.wording.term("event"))
        }
        let body = Event(
            what: kinds, durationSeconds: try duration.map { try session.number($0, unit: "s") },
            lowestHeartRate: lowestHeartRate, lowestSpo2: lowestSpo2,
            desaturationSeconds: try desaturation.map { try session.number($0, unit: "s") },
            colourChange: colourChange, intervention: try intervention.map { try session.token($0, "--intervention") },
            feedingRelated: feedingRelated, selfResolved: selfResolved, asleep: asleep)
        return Draft(try session.checked(body), at: try session.moment(entry.at))
    }

    /// A review of the named shift, by default of the one that `--at` falls into.
    private func review(_ session: Session) throws -> Draft {
        let at = try session.moment(entry.at)
        let clock = session.store.clock
        let wanted: Shift
        switch shift {
        case nil: wanted = clock.shift(at: at.instant)
        case .some(let text):
            if let named = Shift(text) {
                wanted = named
            } else if let index = WardClock.shiftNames.firstIndex(of: text) {
                // The latest shift of that name that has begun.
                let today = session.zone.day(at: at.instant)
                let begun = [today, today + -1, today + -2].map { Shift(day: $0, index: index) }
                    .filter { clock.interval(of: $0).lowerBound <= at.instant }
                wanted =
                    begun.max { clock.interval(of: $0).lowerBound < clock.interval(of: $1).lowerBound }
                    ?? Shift(day: today, index: index)
            } else {
                throw Failure.unreadable(session.wording.notOneOf("--shift", text, WardClock.shiftNames))
            }
        }
        return Draft(try session.checked(Review(shift: wanted, events: what == "none" ? 0 : events)), at: at)
    }
}
