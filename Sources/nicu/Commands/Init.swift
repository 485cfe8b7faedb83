internal import ArgumentParser
internal import NICUAssets
internal import NICUCore
internal import NICUExport
internal import NICUStore

struct Init: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "init", abstract: "Create the record of a unit, its keys and its first clinician\n建立科室病历")

    @OptionGroup var record: RecordOptions

    @Option(help: "Name of the unit\n科室名称")
    var unit: String

    @Option(help: "IANA time zone, set once\n时区")
    var timezone: String

    @Option(help: "Login of the first clinician, an administrator (default: --by)\n第一位人员")
    var clinician: String?

    @Option(help: "When the care day begins\n护理日起点")
    var careDay = "07:00"

    @Option(help: "When day, evening and night shift begin\n日班、小夜班、大夜班起点")
    var shifts = "08,16,00"

    @Option(help: "Readiness rule set\n出院标准规则集")
    var rules = "cn-2017"

    @Option(help: "Growth references after birth, to 50+0, the first one leading (can be repeated)\n出生后生长参考")
    var reference: [String] = []

    @Option(help: "Growth references for size at birth (can be repeated)\n出生时大小参考")
    var referenceBirth: [String] = []

    @Option(help: "Growth references after term (can be repeated)\n足月后生长参考")
    var referenceAfterTerm: [String] = []

    /// The standard plan as far as its packs are at hand, and what was asked for in its place.
    private func plan() throws -> ReferencePlan {
        let library = ReferenceLibrary()
        var plan = ReferencePlan.standard.keeping(library.ids)
        for (phase, ids) in [
            (ReferencePlan.Phase.birth, referenceBirth), (.postnatal, reference), (.afterTerm, referenceAfterTerm),
        ] where !ids.isEmpty {
            try UnitSettings.check(ids, for: phase, in: library)
            plan[phase] = ReferencePlan.once(ids)
        }
        return plan
    }

    func run() throws {
        let wording = Wording(record.lang ?? Door.language)
        guard let careDay = ClockTime(careDay) else { throw Failure.unreadable(wording.noClock(careDay)) }
        let starts = shifts.split(separator: ",").map { $0.contains(":") ? ClockTime($0) : ClockTime($0 + ":00") }
        guard starts.count == 3, Set(starts).count == 3, !starts.contains(nil) else {
            throw Failure.unreadable(wording.noShifts(shifts))
        }
        guard RuleLibrary.ids.contains(rules) else {
            throw Failure.unreadable(wording.notOneOf("--rules", rules, RuleLibrary.ids))
        }
        let login = clinician ?? record.login
        let settings = UnitSettings(
            unit: unit, timezone: timezone, careDay: careDay, shifts: starts.compactMap { $0 }, rules: rules,
            references: try plan())
        let store = try Store.create(
            record.location, settings: settings, clinician: login,
            author: Author(by: login, source: "cli", now: Door.now), zone: { try Door.zone($0) })
        let head = try store.head(visibleAt: .now(Door.now))
        if record.json {
            let answer: JSON = [
                "record": .string(record.location.database), "keys": .string(record.location.keys),
                "head": .string(head.fingerprint), "saved": true,
            ]
            Door.print(answer.text)
        } else {
            Door.print(wording.created(record.location.database, keys: record.location.keys))
        }
    }
}
