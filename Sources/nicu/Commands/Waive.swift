internal import ArgumentParser
internal import NICUAssets
internal import NICUCore
internal import NICUExport
internal import NICUStore

struct Waive: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "waive", abstract: "Waive a criterion of this stay; shown as waived, never as met\n豁免一条标准",
        discussion:
            "`nicu waive an-an hearing --reason … --until 2024-12-01`. The criterion is one of the rule set (nicu rules show), or an item of the schedule (nicu due --all). Without --rules it holds for the criterion and for the topic of the same name in `nicu due`; with --rules for that rule set alone.\n豁免只显示为豁免，不算满足；不写 --rules 则同名待办项目也豁免，写了则只限该规则集。"
    )

    @OptionGroup var record: RecordOptions
    @OptionGroup var entry: EntryOptions
    @Argument(help: "Code of the infant\n代号")
    var code: String
    @Argument(help: "Criterion of the rule set\n标准")
    var criterion: String
    @Option(help: "Why it need not be met\n原因")
    var reason: String
    @Option(help: "Until when it is waived\n有效期")
    var until: String?
    @Option(help: "Only in this rule set (default: in every one)\n仅限规则集")
    var rules: String?

    func run() throws {
        let session = try record.open()
        guard reason.contains(where: { !$0.isWhitespace }) else { throw RecordProblem.reasonMissing }
        let known = KnownAt.now(session.now)
        let set = try session.rules(rules, knownAt: known)
        let id = String(criterion.lowercased().map { $0 == "-" ? "_" : $0 })
        let schedule = try session.store.ruleBook(knownAt: known).schedule()
        let names =
            set.criteria.map(\.id) + schedule.items.flatMap { [$0.id, $0.topic] }
            + schedule.papers.flatMap { [$0.id, $0.task] }
        guard names.contains(id) else {
            throw Failure.refused(
                session.wording.notOneOf(session.wording.pick("标准", "criterion"), criterion, set.criteria.map(\.id)))
        }
        let body = Waiver(
            criterion: id, rules: rules.map { _ in set.id },
            until: try until.map { WrittenTime(try session.moment($0)) })
        let draft = Draft(try session.checked(body), at: try session.moment(entry.at), reason: reason)
        session.report(
            try session.store.record(
                [draft], of: code, author: session.author, key: entry.retryKey, answer: entry.identity.answer))
    }
}
