internal import ArgumentParser
internal import NICUAssets
internal import NICUCore
internal import NICUExport
internal import NICUStore

struct Ready: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ready", abstract: "Hold the record against a rule set for discharge\n对照出院标准",
        discussion:
            "Unknown never counts as met. With --exit-code: 0 all met, 3 not all met, 4 cannot tell; the worst of all that were asked. --rules A,B stands sets side by side; --all asks for every infant of the ward. With --json one infant and one set give one answer; several sets, or --all, give an array with one answer for each infant and set, which names both.\n资料不全从不算满足。--rules A,B 并列比较；--all 全科。--json 时一婴一规则集给出一个对象；多个规则集或 --all 给出数组，每婴每规则集一项。"
    )

    @OptionGroup var record: RecordOptions
    @OptionGroup var moments: MomentOptions
    @Argument(help: "Code of the infant\n代号")
    var code: String?
    @Option(help: ArgumentHelp("Rule sets, ID or ID@VERSION (default: the unit's)\n规则集", valueName: "id[,id…]"))
    var rules: String?
    @Flag(help: "Every infant whose stay has not ended\n全部在院婴儿")
    var all = false
    @Flag(help: "Show every rule, number, source and evidence entry\n列出全部依据")
    var explain = false
    @Flag(help: "Answer by the exit code as well\n以退出码回答")
    var exitCode = false

    func run() throws {
        let session = try record.open()
        if let asOf = moments.asOf { _ = try session.pastMoment(asOf) }
        let knownAt = try session.knownAt(moments.knownAt)
        let names = rules.map { $0.split(separator: ",").map(String.init) } ?? []
        if rules != nil, names.isEmpty { throw Failure.unreadable(session.wording.nothingGiven()) }
        let sets =
            names.isEmpty
            ? [try session.rules(nil, knownAt: knownAt)]
            : try names.map { try session.rules($0, knownAt: knownAt) }
        if let code {
            guard !all else { throw Failure.unreadable(session.wording.codeOrAll()) }
            try answer(try one(code, sets, names, session))
        } else {
            guard all, !explain else { throw Failure.unreadable(session.wording.codeOrAll()) }
            try answer(try ward(sets, knownAt: knownAt, session))
        }
    }

    /// Ends with the worst answer of all that were given, where the exit code was asked for.
    private func answer(_ overall: [Overall]) throws {
        guard exitCode else { return }
        if overall.contains(.notReady) { throw Failure.exit(3) }
        if overall.contains(.indeterminate) { throw Failure.exit(4) }
    }

    private func one(_ code: String, _ sets: [RuleSet], _ names: [String], _ session: Session) throws -> [Overall] {
        let (infant, course) = try session.course(code, moments, need: .readiness(sets), verb: "ready")
        let wording = session.wording
        let answers = sets.map { (rules: $0, answer: evaluate($0, course)) }
        let overall = answers.map(\.answer.overall)
        guard !session.json else {
            let json = answers.map { readinessJSON($0.answer, course) }
            Door.print((json.count == 1 ? json[0] : JSON.array(json)).text)
            return overall
        }
        var lines: [String]
        if answers.count == 1 {
            let parameters = try explain ? session.parameters(names.first, knownAt: course.knownAt) : nil
            lines = [
                ReadinessPage(answers[0].answer, course, rules: sets[0]).text(
                    wording, explaining: parameters, before: try session.dayBefore(infant, course, sets[0]))
            ]
        } else {
            lines = [
                wording.stamp(asOf: course.asOf, knownAt: course.knownAt, head: course.head), "",
                readinessTable(answers, wording), "",
            ]
            for (rules, answer) in answers {
                let before = try session.dayBefore(infant, course, rules)
                lines.append("\(rules.id) \(rules.version): " + wording.changes(since: before, to: answer, rules))
            }
        }
        Door.page((lines + (try session.reopened(infant, knownAt: course.knownAt))).joined(separator: "\n"))
        return overall
    }

    /// Every infant whose stay has not ended, in the order of the list.
    private func ward(_ sets: [RuleSet], knownAt: KnownAt, _ session: Session) throws -> [Overall] {
        try session.store.checkClinician(session.login)
        let asOf = try moments.asOf.map { try session.moment($0) }
        let need = CourseNeed.readiness(sets)
        // No infant's answer depends on another, so the cores share them.
        let rows = try Door.concurrently(try session.store.infants()) { infant in
            try session.store.wardCourse(of: infant, asOf: asOf, knownAt: knownAt, now: session.now, need: need)
        } _: { course in
            ReadinessRow(course, sets.map { (rules: $0, answer: evaluate($0, course)) })
        }
        session.noteAccess("ready")
        if session.json {
            Door.print(JSON.array(rows.flatMap(\.json)).text)
        } else {
            let stamp = session.wording.stamp(
                asOf: asOf ?? session.zone.moment(at: session.now), knownAt: knownAt,
                head: try session.store.head(visibleAt: knownAt))
            Door.page(stamp)
            Door.page(rows.isEmpty ? session.wording.noInfants() : ReadinessRow.table(rows, session.wording))
            Door.page(session.wording.summaryNotice())
        }
        return rows.flatMap(\.overall)
    }
}
