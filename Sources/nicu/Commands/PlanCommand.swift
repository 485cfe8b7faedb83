internal import ArgumentParser
internal import NICUAssets
internal import NICUCore
internal import NICUExport
internal import NICUStore

struct PlanCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "plan", abstract: "Set a target of the care plan, or show which are met\n制定或查看诊疗目标",
        discussion: """
            `nicu plan an-an weight-gain 15..20 g/kg/d --reason …`; `150 mL/kg/d` is at least, `..95 %` at most, `ended` ends it.
            weight-gain, length-gain, head-gain, volume, total-fluid, energy, protein, saturation; fortification on|off;
            feeding none|tube|oral-plus-tube|oral; weighing daily|twice-weekly|none. Without a target: the plans in force, each
            on target, off target or unknown with the figure it was judged by.
            目标须写单位和原因；只写代号则显示各目标是否达标及依据。
            """)

    @OptionGroup var record: RecordOptions
    @OptionGroup var entry: EntryOptions
    @OptionGroup var moments: MomentOptions
    @Argument(help: "Code of the infant\n代号")
    var code: String
    @Argument(help: "What is aimed at, such as weight-gain or weighing\n目标项目")
    var target: String?
    @Argument(help: "Limits with their unit, or a word\n目标值")
    var value: [String] = []
    @Option(help: "Until when it holds (default: until the next one)\n有效期")
    var until: String?
    @Option(help: "Why\n原因")
    var reason: String?

    func run() throws {
        let session = try record.open()
        let rules = try CareFile.embedded()
        guard let target else { return try show(session, rules) }
        let wording = session.wording
        for (option, given) in [("--as-of", moments.asOf), ("--known-at", moments.knownAt)] where given != nil {
            throw Failure.unreadable(wording.optionDoesNotBelong(option, wording.pick("录入计划", "a new plan")))
        }
        let id = ShortNames.target(target)
        guard let known = rules.target(id) else {
            throw Failure.unreadable(
                wording.notOneOf(wording.pick("目标", "target"), target, rules.targets.map(\.id)))
        }
        let at = try session.moment(entry.at)
        var body = try plan(known, wording)
        body.until = try until.map { WrittenTime(try session.moment($0)) }
        let draft = Draft(try session.checked(body), at: at, reason: reason)
        let written = try session.store.record(
            [draft], of: code, author: session.author, key: entry.retryKey, answer: entry.identity.answer)
        session.report(written) { course in
            let age = course.postmenstrualAge(on: session.zone.day(at: at.earliest))
            return known.objection(to: body.unit, at: age).map { [wording.missing($0)] } ?? []
        }
    }

    private func plan(_ target: CareTarget, _ wording: Wording) throws -> Plan {
        guard let first = value.first else { throw Failure.unreadable(wording.targetNeeds(target)) }
        let word = ShortNames.plain(first)
        if value.count == 1, word == Plan.ended { return Plan(target: target.id, value: word) }
        guard target.units.isEmpty else {
            do throws(TargetLimits.Problem) {
                let limits = try TargetLimits(value, units: target.units)
                return Plan(target: target.id, low: limits.low, high: limits.high, unit: limits.unit)
            } catch {
                throw Failure.unreadable(wording.limits(error))
            }
        }
        guard value.count == 1, target.values.contains(word) else {
            throw Failure.unreadable(
                wording.notOneOf(
                    wording.pick(target.title.zh, target.title.en), value.joined(separator: " "),
                    wording.tokens(target.values + [Plan.ended])))
        }
        return Plan(target: target.id, value: word)
    }

    private func show(_ session: Session, _ rules: CareRules) throws {
        let (_, course) = try session.course(code, moments, need: .targets(rules), verb: "plan")
        let page = CarePlanPage(course, rules)
        session.answer(page.json(session.wording), page.text(session.wording))
    }
}
