internal import ArgumentParser
internal import NICUCore
internal import NICUExport
internal import NICUStore

struct Settings: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "settings", abstract: "Show the unit's settings, or set one\n查看或更改科室设置",
        discussion:
            "`nicu settings second-clinician on`: a value that is stopped takes --second LOGIN. Rules are set with `nicu rules use`, references with `nicu references use`; zone, care day and shifts are set once, at init.\n规则和参考另有命令；时区等只在 init 设定。"
    )

    @OptionGroup var record: RecordOptions
    @Argument(help: "Setting: second-clinician\n设置名")
    var name: String?
    @Argument(help: "on or off\n值")
    var value: String?

    func run() throws {
        let session = try record.open()
        guard let name else {
            try session.store.checkClinician(session.login)
            let all = session.store.settings.all
            Door.print(
                session.json
                    ? JSON.object(all.map { JSON.Member($0.name, .string($0.value)) }).text
                    : all.map { "\($0.name)  \($0.value)" }.joined(separator: "\n"))
            return
        }
        guard ShortNames.plain(name) == Setting.Name.secondClinician.rawValue else {
            throw Failure.refused(
                session.wording.notOneOf(session.wording.pick("设置", "setting"), name, ["second-clinician"]))
        }
        guard let value, ["on", "off"].contains(value) else {
            throw Failure.unreadable(session.wording.notOneOf(name, value ?? "", ["on", "off"]))
        }
        session.report(try session.store.setSecondClinician(value == "on", author: session.author))
    }
}
