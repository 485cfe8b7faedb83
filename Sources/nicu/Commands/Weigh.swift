internal import ArgumentParser
internal import NICUAssets
internal import NICUCore
internal import NICUExport
internal import NICUStore

struct Weigh: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "weigh", _superCommandName: "nicu", abstract: "Record a weight; prints what it means\n记录体重",
        discussion: "`nicu weigh an-an 1520g` or `1.52 kg`; a bare number is refused.\n数值必须带单位。")

    @OptionGroup var record: RecordOptions
    @OptionGroup var entry: EntryOptions
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

    func run() throws {
        let session = try record.open()
        let value = try session.quantity(value, as: .weight)
        let body = try session.checked(
            Measurement(
                quantity: .weight, value: value.stored, role: try session.token(role, "--role"),
                asWritten: value.asWritten, clothing: clothing.map(ShortNames.token), equipment: equipment))
        let written = try session.store.record(
            [Draft(body, at: try session.moment(entry.at))], of: code, author: session.author, key: entry.retryKey)
        guard let entry = written.entries.last else { return }
        session.report(written, asOf: entry.at, need: .weightEcho) { try session.echo(entry, in: $0) }
    }
}

extension Session {
    /// What a new weight means: siblings, ages, change, z, Δz, velocity and days since birth weight was regained.
    func echo(_ entry: Entry, in course: Course) throws -> [String] {
        let reading = try GrowthReading(store, knownAt: .now(now))
        let ids = reading.plan.followUp(
            atPostmenstrualDays: course.postmenstrualAge(on: entry.told(in: zone).at.day)?.days)
        let references = try reading.references(ids, measures: [.weight], sexes: Set(course.sex.candidates))
        guard let input = GrowthInput(course, references: references) else { return [] }
        if !reading.missing.isEmpty { Door.remark(wording.referencesMissing(reading.missing)) }
        return wording.weightEcho(course, GrowthSummary(input), entry: entry)
    }
}
