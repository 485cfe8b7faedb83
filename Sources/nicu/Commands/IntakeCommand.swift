internal import ArgumentParser
internal import NICUAssets
internal import NICUCore
internal import NICUExport
internal import NICUStore

struct IntakeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "intake", abstract: "Record a feed or infusion, or show the care day's intake\n记录或查看入量",
        discussion: """
            `nicu intake an-an 35ml --route bottle --milk mother --kcal 24`; a feed at the breast needs no volume:
            `--route breast --quality good`, and with `--test-weight` the volume is the difference of two weights.
            Without a volume and options: intake of the last care days in mL/kg and kcal/kg, naming the weight.
            亲喂可不写量；只写代号则按护理日汇总，并注明所用体重。
            """)

    @OptionGroup var record: RecordOptions
    @OptionGroup var entry: EntryOptions
    @OptionGroup var moments: MomentOptions
    @Argument(help: "Code of the infant\n代号")
    var code: String
    @Argument(help: "Volume with its unit\n入量")
    var volume: [String] = []
    @Option(help: "bottle, breast, cup, tube, oral or iv\n途径")
    var route: String?
    @Option(help: "mother, donor, preterm-formula …; parenteral-nutrition, lipid, glucose … for iv\n种类")
    var milk: String?
    @Option(help: ArgumentHelp("Energy of this entry, 24kcal, or 80kcal/100ml\n能量", valueName: "24kcal"))
    var kcal: String?
    @Option(help: "How well a feed went: good, fair or poor\n吃奶质量")
    var quality: String?
    @Flag(help: "The volume is the difference of two weights\n称重测得")
    var testWeight = false
    @Option(help: "How many care days are shown\n显示天数")
    var days = 2

    func run() throws {
        let session = try record.open()
        let isNew = !volume.isEmpty || route != nil || milk != nil || kcal != nil || quality != nil || testWeight
        guard isNew else { return try show(session) }
        let wording = session.wording
        for (option, given) in [("--as-of", moments.asOf), ("--known-at", moments.knownAt)] where given != nil {
            throw Failure.unreadable(wording.optionDoesNotBelong(option, wording.pick("录入入量", "a new intake")))
        }
        var body = Intake(
            route: try route.map { try session.word($0, of: Intake.routes, "--route") },
            milk: try milk.map { try session.word($0, of: Intake.milks + Intake.fluids, "--milk") },
            quality: try quality.map { try session.word($0, of: Intake.qualities, "--quality") },
            byTestWeight: testWeight ? true : nil)
        if !volume.isEmpty {
            let text = volume.joined(separator: " ")
            guard let tenths = AmountText(text)?.tenthsMl else { throw Failure.unreadable(wording.notAVolume(text)) }
            body.volumeTenthsMl = tenths
        }
        if let kcal {
            guard let tenths = AmountText(kcal)?.kcalTenths(ofTenthsMl: body.volumeTenthsMl) else {
                throw Failure.unreadable(wording.notAnEnergy(kcal))
            }
            body.kcalTenths = tenths
        }
        if let problem = body.contradiction { throw problem }
        let draft = Draft(try session.checked(body), at: try session.moment(entry.at))
        let written = try session.store.record(
            [draft], of: code, author: session.author, key: entry.retryKey, answer: entry.identity.answer)
        session.report(written, need: .care) { course in
            let rules = try CareFile.embedded()
            return [
                wording.intakeSoFar(IntakeDay(course.clock.careDay(at: draft.at.earliest), of: course, rules.intake))
            ]
        }
    }

    private func show(_ session: Session) throws {
        guard (1...400).contains(days) else {
            throw Failure.unreadable(session.wording.outsideRange("--days", "\(days)", "1–400"))
        }
        let (_, course) = try session.course(code, moments, need: .care, verb: "intake")
        let page = IntakePage(course, try CareFile.embedded(), days: days)
        session.answer(page.json(session.wording), page.text(session.wording))
    }
}

extension Session {
    /// A word of a closed list, hyphens allowed.
    func word(_ typed: String, of allowed: [String], _ what: String) throws -> String {
        let word = ShortNames.plain(typed)
        guard allowed.contains(word) else { throw Failure.unreadable(wording.notOneOf(what, typed, allowed)) }
        return word
    }
}
