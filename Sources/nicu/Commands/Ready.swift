internal import ArgumentParser
internal import NICUAssets
internal import NICUCore
internal import NICUExport
internal import NICUStore

struct Ready: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ready", abstract: "Hold the record against a rule set for discharge\n对照出院标准",
        discussion:
            "Unknown never counts as met. With --exit-code: 0 all met, 3 not all met, 4 cannot tell. --rules A,B stands two sets side by side; --all asks for every infant of the ward.\n资料不全从不算满足。--rules A,B 并列比较；--all 全科。"
    )

    @OptionGroup var record: RecordOptions
    @OptionGroup var moments: MomentOptions
    @Argument(help: "Code of the infant\n代号")
    var code: String?
    @Option(help: ArgumentHelp("Rule sets, ID or ID@VERSION (default: the unit's)\n规则集", valueName: "id[,id…]"))
    var rules: String?
    @Flag(help: "Every infant whose stay has not ended\n全部在院婴儿")
    var all = false
    @Flag(help: "Show every rule, source and evidence entry\n列出全部依据")
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
        guard let code else {
            guard all, sets.count == 1, !explain, !exitCode else {
                throw Failure.unreadable(session.wording.codeOrAll())
            }
            try ward(sets[0], knownAt: knownAt, session)
            return
        }
        guard !all else { throw Failure.unreadable(session.wording.codeOrAll()) }
        let (infant, course) = try session.course(code, moments, need: .readiness(sets), verb: "ready")
        let answers = sets.map { (rules: $0, answer: evaluate($0, course)) }
        if answers.count == 1 {
            let before = try session.dayBefore(infant, course, sets[0])
            Door.print(
                session.json
                    ? readinessJSON(answers[0].answer, course, wording: session.wording).text
                    : readinessText(
                        answers[0].answer, course, rules: sets[0], wording: session.wording, explain: explain,
                        before: before.map { evaluate(sets[0], $0) }))
        } else {
            Door.print(
                session.json
                    ? JSON.array(answers.map { readinessJSON($0.answer, course, wording: session.wording) }).text
                    : session.wording.stamp(asOf: course.asOf, knownAt: course.knownAt, head: course.head) + "\n\n"
                        + readinessTable(answers, session.wording))
        }
        guard exitCode else { return }
        let overall = answers.map(\.answer.overall)
        if overall.contains(.notReady) { throw Failure.exit(3) }
        if overall.contains(.indeterminate) { throw Failure.exit(4) }
    }

    /// Every infant whose stay has not ended, in the order of the list.
    private func ward(_ rules: RuleSet, knownAt: KnownAt, _ session: Session) throws {
        try session.store.checkClinician(session.login)
        let asOf = try moments.asOf.map { try session.moment($0) }
        let need = CourseNeed.readiness([rules])
        // No infant's answer depends on another, so the cores share them.
        let rows = try Door.concurrently(try session.store.infants()) { infant in
            // Who has left is known from the stay alone.
            let stay = try session.store.course(
                of: infant, asOf: asOf, knownAt: knownAt, now: session.now, need: .stay)
            guard stay.birth != nil, stay.stayEnd == nil else { return nil }
            let course = try session.store.course(
                of: infant, asOf: asOf, knownAt: knownAt, now: session.now, need: need)
            return course.birth != nil && course.stayEnd == nil ? course : nil
        } _: { course in
            ReadinessRow(course, evaluate(rules, course), rules: rules)
        }
        session.noteAccess("ready")
        if session.json {
            Door.print(JSON.array(rows.map { $0.json(session.wording) }).text)
            return
        }
        let stamp = session.wording.stamp(
            asOf: asOf ?? session.zone.moment(at: session.now), knownAt: knownAt,
            head: try session.store.head(visibleAt: knownAt))
        Door.print(stamp)
        Door.print(rows.isEmpty ? session.wording.noInfants() : ReadinessRow.table(rows, session.wording))
        Door.print(session.wording.summaryNotice())
    }
}

extension Session {
    /// A rule set by name, the unit's where none is named, as it stood at a moment of knowledge.
    func rules(_ name: String?, knownAt: KnownAt) throws -> RuleSet {
        let wanted = try name ?? store.settings(knownAt: knownAt).rules
        return try store.ruleBook(knownAt: knownAt).ruleSet(wanted)
    }

    /// The course a day before an answer, as it was known then; nil before birth, and where a position in the ledger was asked.
    fileprivate func dayBefore(_ infant: InfantRef, _ course: Course, _ rules: RuleSet) throws -> Course? {
        let known: Instant
        switch course.knownAt {
        case .now(let instant), .instant(let instant): known = instant
        case .position: return nil
        }
        let day: Int64 = 86_400
        let asOf = Moment(course.asOf.instant - day, offsetMinutes: course.asOf.offsetMinutes)
        // What was known a day before the answer's own moment, or now, where that is earlier.
        let then = min(known, max(known - day, course.asOf.latest - day))
        let before = try store.course(
            of: infant, asOf: asOf, knownAt: known - course.asOf.latest > day ? course.knownAt : .instant(then),
            now: now, need: .readiness([rules]))
        return before.birth == nil ? nil : before
    }
}
