internal import ArgumentParser
internal import NICUAssets
internal import NICUCore
internal import NICUExport
internal import NICUStore

struct Measure: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "measure",
        abstract: "Record length, head, temperature, heart rate, breathing rate or saturation\n记录身长、头围、体温等",
        discussion: "Pairs of quantity and value: `nicu measure an-an length 38.5cm head 27.2cm`.\n量与值成对写出。")

    @OptionGroup var record: RecordOptions
    @OptionGroup var entry: EntryOptions
    @OptionGroup var answers: AnswerOptions
    @Argument(help: "Code of the infant\n代号")
    var code: String
    @Argument(help: "Pairs of quantity and value\n量 值")
    var pairs: [String]
    @Option(help: "Where it was taken, such as axillary\n部位")
    var site: String?
    @Option(help: "Bed type, such as open-crib\n床型")
    var bed: String?
    @Option(help: "How it was taken, such as board or tape\n方法")
    var method: String?
    @Option(help: "measured, birth, estimated, reported or unconfirmed\n性质")
    var role = "measured"
    @Option(help: "Why the value is right all the same\n原因")
    var reason: String?

    func run() throws {
        let session = try record.open()
        guard !pairs.isEmpty else { throw Failure.unreadable(session.wording.noPairs()) }
        let at = try session.moment(entry.at)
        var drafts: [Draft] = []
        var words = pairs[...]
        while let name = words.popFirst() {
            let quantity: Quantity = try session.token(name, session.wording.pick("量", "quantity"))
            guard let number = words.popFirst() else { throw Failure.unreadable(session.wording.noPairs()) }
            // A number alone has its unit in the next word.
            let isBare = number.utf8.allSatisfy { ($0 >= 0x30 && $0 <= 0x39) || $0 == 0x2E }
            let follows = words.first.map { Quantity(rawValue: ShortNames.token($0)) == nil } ?? false
            let value = try session.quantity(
                isBare && follows ? [number, words.removeFirst()] : [number], as: quantity)
            let isTemperature = quantity == .temperature
            let body = Measurement(
                quantity: quantity, value: value.stored, role: answers.role(try session.token(role, "--role")),
                asWritten: value.asWritten, site: isTemperature ? site.map(ShortNames.token) : nil,
                bed: isTemperature ? bed.map(ShortNames.token) : nil,
                method: isTemperature ? nil : method.map(ShortNames.token))
            drafts.append(Draft(try session.checked(body), at: at, reason: reason))
        }
        let written = try session.store.record(
            drafts, of: code, author: session.author, key: entry.retryKey,
            answer: answers.answer(entry.identity.identified))
        let isGrowth = drafts.contains { ($0.body as? Measurement).flatMap { GrowthMeasure($0.quantity) } != nil }
        guard isGrowth else {
            session.report(written)
            return
        }
        session.report(written, asOf: at, need: .growth) { try session.measureEcho(written.entries, in: $0) }
    }
}

extension Session {
    /// What new lengths and head circumferences mean: z, the gain of the week, and a head that grows fast.
    fileprivate func measureEcho(_ entries: [Entry], in course: Course) throws -> [String] {
        let reading = try GrowthReading(store, knownAt: .now(now))
        let day = entries.last.map { $0.told(in: zone).at.day } ?? course.asOf.day
        let ids = reading.plan.followUp(atPostmenstrualDays: course.postmenstrualAge(on: day)?.days)
        let references = try reading.references(ids, sexes: Set(course.sex.candidates))
        guard let input = GrowthInput(course, references: references) else { return [] }
        return wording.measureEcho(
            GrowthSummary(input), entries: Set(entries.map(\.seq)), indicators: try GrowthIndicatorFile.embedded())
    }
}
