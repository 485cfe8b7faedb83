internal import ArgumentParser
internal import NICUAssets
internal import NICUCore
internal import NICUExport
internal import NICUStore

struct Decide: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "decide", abstract: "Store the verdict as it is given now, or check stored ones\n保存判定，或核对已存的判定",
        discussion:
            "Kept are the rules with their digest and the ledger position that was seen; --check asks each stored decision again from that alone.\n保存规则摘要和账本位置；--check 由此重新计算。"
    )

    @OptionGroup var record: RecordOptions
    @Argument(help: "Code of the infant\n代号")
    var code: String
    @Option(help: "Rule set, ID or ID@VERSION (default: the unit's)\n规则集")
    var rules: String?
    @Option(help: "Clinical moment of the answer (default: now, or the end of the stay)\n临床时刻")
    var asOf: String?
    @Option(help: ArgumentHelp("A key of your own that makes a retry harmless\n重试键", valueName: "key"))
    var key: String?
    @Flag(help: "Ask every stored decision of the infant again; exit 1 where one does not come out the same\n核对已存判定")
    var check = false

    func run() throws {
        let session = try record.open()
        if check {
            try checkStored(session)
            return
        }
        let known = KnownAt.now(session.now)
        let book = try session.store.ruleBook(knownAt: known)
        let name = rules ?? session.store.settings.rules
        let set = try book.ruleSet(name)
        let infant = try session.store.infant(code)
        let course = try session.store.course(
            of: infant, asOf: try asOf.map { try session.pastMoment($0) }, knownAt: known, now: session.now,
            need: .readiness([set]))
        let answer = evaluate(set, course)
        let decision = Decision(
            rulesId: set.id, rulesVersion: set.version, rulesDigest: set.digest, asOf: WrittenTime(course.asOf),
            position: Int(course.head.seq), overall: answer.overall.rawValue, verdicts: answer.storedVerdicts,
            answerDigest: answerDigest(answer, course))
        let written = try session.store.decide(
            decision, rules: book.edition(name)?.text ?? "", of: code, author: session.author,
            key: key ?? EntryOptions.freshKey())
        session.report(
            written, remarks: session.wording.outlook(answer, set) + session.wording.summary(of: answer, set))
    }

    private func checkStored(_ session: Session) throws {
        try session.store.checkClinician(session.login)
        let infant = try session.store.infant(code)
        let known = KnownAt.now(session.now)
        let whole = try session.store.course(
            of: infant, asOf: session.zone.moment(at: session.now), knownAt: known, now: session.now, need: .everything)
        let checks = try whole.all(Decision.self).map { entry, decision -> DecisionCheck in
            let set = try session.store.rules(digest: decision.rulesDigest)
            func answer(_ knownAt: KnownAt) throws -> (answer: ReadinessAnswer, course: Course)? {
                try set.map { set in
                    let course = try session.store.course(
                        of: infant, asOf: decision.asOf?.moment(in: session.zone), knownAt: knownAt, now: session.now,
                        need: .readiness([set]))
                    return (evaluate(set, course), course)
                }
            }
            return DecisionCheck(
                entry: entry, decision: decision, then: try answer(.position(Int64(decision.position))),
                now: try answer(known)?.answer)
        }
        session.noteAccess("decide", infant: infant.id)
        if session.json {
            Door.print(JSON.array(checks.map(\.json)).text)
        } else {
            Door.print(
                checks.isEmpty
                    ? session.wording.noDecisions(code)
                    : checks.map { $0.text(session.wording) }.joined(separator: "\n"))
        }
        guard checks.allSatisfy(\.isReproduced) else { throw Failure.exit(1) }
    }
}
