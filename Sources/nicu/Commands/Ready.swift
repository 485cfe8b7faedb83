internal import ArgumentParser
internal import NICUAssets
internal import NICUCore
internal import NICUExport
internal import NICUStore

struct Ready: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ready", abstract: "Hold the record against a rule set for discharge\n对照出院标准",
        discussion:
            "Unknown never counts as met. With --exit-code: 0 all met, 3 not all met, 4 cannot tell.\n资料不全从不算满足。")

    @OptionGroup var record: RecordOptions
    @OptionGroup var moments: MomentOptions
    @Argument(help: "Code of the infant\n代号")
    var code: String
    @Option(help: "Rule set (default: the unit's)\n规则集")
    var rules: String?
    @Flag(help: "Show every rule, source and evidence entry\n列出全部依据")
    var explain = false
    @Flag(help: "Answer by the exit code as well\n以退出码回答")
    var exitCode = false

    func run() throws {
        let session = try record.open()
        let knownAt = try session.knownAt(moments.knownAt)
        let set = try session.rules(rules, knownAt: knownAt)
        let (_, course) = try session.course(code, moments, need: .readiness, verb: "ready")
        let answer = evaluate(set, course)
        Door.print(
            session.json
                ? readinessJSON(answer, course, wording: session.wording).text
                : readinessText(answer, course, rules: set, wording: session.wording, explain: explain))
        guard exitCode else { return }
        switch answer.overall {
        case .ready: break
        case .notReady: throw Failure.exit(3)
        case .indeterminate: throw Failure.exit(4)
        }
    }
}

extension Session {
    /// A rule set by name, the unit's where none is named, as it stood at a moment of knowledge.
    func rules(_ name: String?, knownAt: KnownAt) throws -> RuleSet {
        let wanted = try name ?? store.settings(knownAt: knownAt).rules
        return try store.ruleBook(knownAt: knownAt).ruleSet(wanted)
    }
}
