internal import ArgumentParser
internal import Foundation
internal import NICUAssets
internal import NICUCore
internal import NICUExport
internal import NICUStore

struct Demo: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "demo", abstract: "Fictional infants in a new record, and a guided look\n虚构婴儿演示",
        discussion:
            "Writes to --db or NICU_DB, which must not exist, or to a new folder. The last line exports NICU_DB.\n只写入新的位置。"
    )

    @OptionGroup var record: RecordOptions

    /// The infant the look is about.
    private static let infant = "an-an"
    private static let login = "li.min"

    func run() throws {
        let plain = Wording(record.lang ?? Door.language)
        let path: String
        if let given = record.db ?? Door.environment("NICU_DB") {
            guard !FileManager.default.fileExists(atPath: given) else { throw Failure.refused(plain.notEmpty(given)) }
            path = given
        } else {
            var template = Array((NSTemporaryDirectory() + "nicu-demo-XXXXXX").utf8CString)
            guard let made = mkdtemp(&template) else {
                throw Failure.refused(plain.cannotWrite(NSTemporaryDirectory()))
            }
            path = String(cString: made) + "/nicu.db"
        }
        let now = Door.now
        let settings = UnitSettings(
            unit: "Demo NICU", timezone: "Asia/Shanghai", careDay: ClockTime(secondOfDay: 7 * 3600),
            shifts: [8, 16, 0].map { ClockTime(secondOfDay: $0 * 3600) }, rules: "cn-2017",
            references: .standard.keeping(ReferenceLibrary().ids))
        let store = try Store.create(
            RecordLocation(database: path, keys: record.keys), settings: settings, clinician: Demo.login,
            author: Author(by: Demo.login, source: "demo", now: now), zone: { try Door.zone($0) })
        let wording = Wording(record.lang ?? Door.language, zone: store.clock.zone)
        let session = Session(store: store, wording: wording, now: now, login: Demo.login, json: record.json)
        _ = try store.addClinician("dr.he", role: .physician, author: session.author)
        // Whoever tries the demonstration may write in it under their own name.
        let own = NSUserName()
        if own != Demo.login, own != "dr.he" { _ = try? store.addClinician(own, role: .nurse, author: session.author) }
        for file in EmbeddedFiles.paths(under: "seeds/patients/") {
            guard let bytes = EmbeddedFiles.bytes(at: file) else { continue }
            _ = try session.importEntries(Array(bytes), source: "seed")
        }
        let timeline = path + ".\(Demo.infant)-timeline.txt"
        try look(session, timeline: timeline)
        Door.print("export NICU_DB=\(path)")
    }

    /// The guided look: weights, the verdict, and where the timeline went.
    private func look(_ session: Session, timeline path: String) throws {
        let wording = session.wording
        let infant = try session.store.infant(Demo.infant)
        let course = try session.store.course(of: infant, knownAt: .now(session.now), now: session.now)
        let reading = try GrowthReading(session.store, knownAt: .now(session.now))
        let references = try reading.references(
            reading.plan.postnatal, measures: [.weight], sexes: Set(course.sex.candidates))
        let rules = try session.rules(nil, knownAt: .now(session.now))
        guard let input = GrowthInput(course, references: references) else {
            throw Failure.refused(wording.noBirth(Demo.infant))
        }
        let summary = GrowthSummary(input)
        var lines = [wording.demoNotice(), ""]
        var table = Table(
            [
                wording.pick("日期", "day"), wording.pick("日龄", "age d"), wording.pick("矫正胎龄", "PMA"),
                wording.pick("体重", "weight"),
            ] + references.map { "z \($0.id)" }, [.left, .right, .right, .right])
        let weights = summary.points.filter { $0.measure == .weight }
        for point in weights
        where point.dayOfLife % 7 == 0 || point.entry == weights.last?.entry || point.entry == summary.nadir?.entry {
            table.add(
                [
                    point.day.description, "\(point.dayOfLife)", point.pmaDays.map(weeksAndDays) ?? "?",
                    "\(point.value) g",
                ] + point.scores.map { wording.score($0.score) })
        }
        lines.append(table.text)
        lines += summary.velocity.filter {
            $0.method == .exponential && [.sinceRegained, .wholeStay].contains($0.window)
        }.map(wording.velocity)
        lines += summary.deltaZ.map(wording.delta)
        lines += [
            "", ReadinessPage(evaluate(rules, course), course, rules: rules).text(wording), "",
        ]
        try session.write(Timeline(course).text(wording) + "\n", to: path)
        lines.append(wording.pick("全程在 ", "the timeline is in ") + path)
        lines.append(
            wording.pick(
                "接着试：nicu --help、nicu list --all、nicu show an-an、nicu growth an-an、nicu ready le-le --explain",
                "try next: nicu --help, nicu list --all, nicu show an-an, nicu growth an-an, nicu ready le-le --explain"
            ))
        Door.print(lines.joined(separator: "\n"))
    }
}

extension Wording {
    /// What is reported and what is assumed in the story.
    func demoNotice() -> String {
        pick(
            "安安（化名）：报道只有“27 周、800 克、93 天、2580 克、2024-11-20 出院”。27+0、出生日期、性别及其余一切均为虚构的假定。\n本程序不是经认证的医疗器械。",
            "An-an (an alias): reported were only 27 weeks, 800 g, 93 days, 2580 g and discharge on 2024-11-20. The days beyond 27 weeks, the birth date, the sex and everything else are assumptions, invented for this demonstration.\nThis is not a certified medical device."
        )
    }
}
