internal import ArgumentParser
internal import NICUAssets
internal import NICUCore
internal import NICUExport
internal import NICUStore

struct Weigh: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "weigh", _superCommandName: "nicu", abstract: "Record a weight; prints what it means\n记录体重",
        discussion:
            "`nicu weigh an-an 1520g` or `1.52 kg`; a bare number is refused. An odd value is asked about (exit 5) and saved with the token that is printed.\n数值必须带单位；可疑数值须用确认码确认。"
    )

    @OptionGroup var record: RecordOptions
    @OptionGroup var entry: EntryOptions
    @OptionGroup var answers: AnswerOptions
    @Argument(help: "Code of the infant\n代号")
    var code: String
    @Argument(help: "Weight with its unit, as one word or two\n体重")
    var value: [String]
    @Option(help: "measured, birth, estimated, dosing, reported or unconfirmed\n性质")
    var role = "measured"
    @Option(help: "naked, nappy or clothed\n衣着")
    var clothing: String?
    @Option(help: "What was weighed along\n附带设备")
    var equipment: String?
    @Option(help: "in-bed or bench scale\n床秤或台秤")
    var method: String?
    @Option(help: "Which scale\n秤号")
    var scale: String?
    @Option(help: "before or after a feed\n喂养前后")
    var feed: String?
    @Flag(help: "The infant is swollen\n水肿")
    var oedema = false
    @Option(help: "Why the value is right all the same\n原因")
    var reason: String?

    func run() throws {
        let session = try record.open()
        let value = try session.quantity(value, as: .weight)
        var body = Measurement(
            quantity: .weight, value: value.stored, role: answers.role(try session.token(role, "--role")),
            asWritten: value.asWritten, method: method.map(ShortNames.token),
            clothing: clothing.map(ShortNames.token), equipment: equipment)
        body.scale = scale
        body.feed = try feed.map { try session.token($0, "--feed") }
        body.oedema = oedema ? true : nil
        let draft = Draft(try session.checked(body), at: try session.moment(entry.at), reason: reason)
        let written = try session.store.record(
            [draft], of: code, author: session.author, key: entry.retryKey,
            answer: answers.answer(entry.identity.identified))
        guard let entry = written.entries.last else { return }
        session.report(written, asOf: entry.at, need: .weightEcho) { try session.echo(entry, in: $0) }
    }
}

extension Session {
    /// What a new weight means: siblings, ages, change, z, Δz, velocity and days since birth weight was regained.
    func echo(_ entry: Entry, in course: Course) throws -> [String] {
        let reading = try GrowthReading(store, knownAt: .now(now))
        guard let summary = try summary(for: entry, in: course, reading) else { return [] }
        if !reading.missing.isEmpty { Door.remark(wording.referencesMissing(reading.missing)) }
        return wording.weightEcho(
            course, summary, entry: entry, siblings: try store.siblings(of: course))
    }

    /// The same in short, without who the infant is and how much changed.
    func echoFigures(_ entry: Entry, in course: Course, _ reading: GrowthReading) throws -> [String] {
        try summary(for: entry, in: course, reading).map {
            wording.weightFigures(course, $0, entry: entry, isShort: true)
        } ?? []
    }

    /// The growth figures of the references that speak at a new weight; nil without a birth.
    private func summary(for entry: Entry, in course: Course, _ reading: GrowthReading) throws -> GrowthSummary? {
        let age = course.postmenstrualAge(on: entry.told(in: zone).at.day)?.days
        let references = try reading.references(
            reading.plan.followUp(atPostmenstrualDays: age), measures: [.weight], sexes: Set(course.sex.candidates))
        return GrowthInput(course, references: references).map { GrowthSummary($0) }
    }
}
