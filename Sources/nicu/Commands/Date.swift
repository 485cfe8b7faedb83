internal import ArgumentParser
internal import NICUAssets
internal import NICUCore
internal import NICUExport
internal import NICUStore

struct Date: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "date", abstract: "Re-date the pregnancy; every age and z is recomputed\n修正胎龄")

    @OptionGroup var record: RecordOptions
    @OptionGroup var entry: EntryOptions
    @Argument(help: "Code of the infant\n代号")
    var code: String
    @Argument(help: "Gestational age at birth, 27+2, or unknown\n胎龄")
    var ga: String
    @Option(help: "ivf, early-ultrasound, lmp, clinical or unknown\n推算方法")
    var dating = "unknown"
    @Option(help: "Half width of the dating in days\n误差（天）")
    var plusMinus: Int?
    @Option(help: "Why it is re-dated\n原因")
    var reason: String

    func run() throws {
        let session = try record.open()
        guard reason.contains(where: { !$0.isWhitespace }) else { throw RecordProblem.reasonMissing }
        let body = Dating(
            gestationalAge: try session.gestationalAge(ga), method: try session.token(dating, "--dating"),
            plusMinusDays: plusMinus)
        let infant = try session.store.infant(code)
        let before = try session.store.course(
            of: infant, knownAt: .now(session.now), now: session.now, need: .growth)
        if plusMinus != nil, body.gestationalAge == nil { throw Failure.unreadable(session.wording.plusMinusAlone()) }
        if let old = before.latestDating?.body, old == body { throw Failure.refused(session.wording.datedSo(code)) }
        // A dating speaks of the pregnancy: it holds from birth on, whenever it became known.
        let at = try entry.at.map { try session.moment($0) } ?? before.birth?.entry.at ?? session.moment(nil)
        let draft = Draft(try session.checked(body), at: at, reason: reason)
        let written = try session.store.record(
            [draft], of: code, author: session.author, key: entry.retryKey, answer: entry.identity.answer)
        let unknown = session.wording.term("unknown")
        let headline = session.wording.redated(
            from: before.gestationalAge?.description ?? unknown, to: body.gestationalAge?.description ?? unknown)
        session.report(written, remarks: [headline] + ((try? session.changes(from: before, of: infant)) ?? []))
    }
}

extension Session {
    /// The growth figures of an infant before a re-dating and now, each that changed.
    fileprivate func changes(from before: Course, of infant: InfantRef) throws -> [String] {
        let after = try store.course(of: infant, knownAt: .now(now), now: now, need: .growth)
        let reading = try GrowthReading(store, knownAt: .now(now))
        let references = try reading.references(reading.plan.ids, sexes: Set(after.sex.candidates))
        guard let was = GrowthInput(before, references: references),
            let new = GrowthInput(after, references: references)
        else { return [] }
        return wording.redated(GrowthSummary(was), GrowthSummary(new), plan: reading.plan)
    }
}
