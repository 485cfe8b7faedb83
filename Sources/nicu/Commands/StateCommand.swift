internal import ArgumentParser
internal import NICUCore
internal import NICUExport
internal import NICUStore

struct StateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "state", abstract: "Record a state that holds from now on\n记录状态",
        discussion: """
            feeding none|tube|oral-plus-tube|oral; respiratory room-air|low-flow-oxygen|high-flow|cpap|nippv|ventilator|hfov;
            thermal incubator|incubator-off|radiant-warmer|heated-mattress|open-crib|kangaroo;
            methylxanthine on|off|never (off: --at is the last dose given); milk mother|donor|preterm-formula|…;
            parenteral-nutrition on|off --detail full|partial; isolation on|off --detail contact|droplet|airborne|protective;
            monitoring, iv-access, uvc, uac, picc, phototherapy, antibiotics, steroids, diuretics, fortifier on|off.
            """)

    @OptionGroup var record: RecordOptions
    @OptionGroup var entry: EntryOptions
    @Argument(help: "Code of the infant\n代号")
    var code: String
    @Argument(help: "Aspect, such as feeding or respiratory\n方面")
    var aspect: String
    @Argument(help: "Value from now on\n取值")
    var value: String
    @Option(help: ArgumentHelp("Inspired oxygen, 25%\n吸入氧浓度", valueName: "25%"))
    var fio2: String?
    @Option(help: ArgumentHelp("Flow, 1.5L\n流量", valueName: "1.5L"))
    var flow: String?
    @Option(help: ArgumentHelp("Pressure of a support, 6cmH2O; kept in the detail\n压力", valueName: "6cmH2O"))
    var pressure: String?
    @Option(help: "Detail, such as the salt of a methylxanthine\n说明")
    var detail: String?

    func run() throws {
        let session = try record.open()
        let aspect = try session.known(self.aspect, .aspect)
        let body = State(
            aspect: aspect, value: ShortNames.token(value),
            fio2Percent: try fio2.map { try session.number($0, unit: "%") },
            flowTenthsLitre: try flow.map { try session.number($0, unit: "L", decimals: 1) },
            detail: try detail(of: aspect, session))
        let draft = Draft(try session.checked(body), at: try session.moment(entry.at))
        session.report(
            try session.store.record(
                [draft], of: code, author: session.author, key: entry.retryKey, answer: entry.identity.answer))
    }

    /// The detail, of a closed list where the aspect has one, with the pressure behind it.
    private func detail(of aspect: String, _ session: Session) throws -> String? {
        let allowed = Aspect.details(of: aspect)
        let word = try detail.map { allowed.isEmpty ? $0 : try session.word($0, of: allowed, "--detail") }
        guard let pressure else { return word }
        guard aspect == Aspect.respiratorySupport else {
            throw Failure.unreadable(session.wording.optionDoesNotBelong("--pressure", session.wording.term(aspect)))
        }
        let tenths = try session.number(pressure, unit: "cmH2O", decimals: 1)
        return State.detail(word, pressure: FixedDecimal(significand: Int64(tenths), decimals: 1))
    }
}
