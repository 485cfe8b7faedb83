internal import ArgumentParser
internal import NICUCore
internal import NICUExport
internal import NICUStore

struct Clinicians: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "clinician", abstract: "Add, retire or list those who may write\n登记、停用或列出人员",
        subcommands: [Add.self, Retire.self, ListAll.self], defaultSubcommand: ListAll.self)

    struct Add: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "add", abstract: "Add a clinician, or give one another role\n登记人员")
        @OptionGroup var record: RecordOptions
        @Argument(help: "Login, never a person's name\n登录名")
        var login: String
        @Option(help: "nurse, physician, coordinator, viewer or administrator\n角色")
        var role = "nurse"

        func run() throws {
            let session = try record.open()
            session.report(
                try session.store.addClinician(login, role: session.token(role, "--role"), author: session.author))
        }
    }

    struct Retire: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "retire", abstract: "Retire a clinician; what they wrote stays\n停用人员")
        @OptionGroup var record: RecordOptions
        @Argument(help: "Login\n登录名")
        var login: String

        func run() throws {
            let session = try record.open()
            session.report(try session.store.retireClinician(login, author: session.author))
        }
    }

    struct ListAll: ParsableCommand {
        static let configuration = CommandConfiguration(commandName: "list", abstract: "List all clinicians\n列出人员")
        @OptionGroup var record: RecordOptions

        func run() throws {
            let session = try record.open()
            let all = try session.store.clinicians()
            guard !session.json else {
                let rows = all.map { status -> JSON in
                    [
                        "clinician": .string(status.login), "active": .bool(status.isActive),
                        "role": .optional(status.role?.rawValue),
                    ]
                }
                Door.print(JSON.array(rows).text)
                return
            }
            var table = Table([
                session.wording.term("clinician"), session.wording.term("role"), session.wording.pick("在用", "active"),
            ])
            for status in all {
                table.add([
                    status.login, status.role.map { session.wording.term($0.rawValue) } ?? "",
                    status.isActive ? session.wording.pick("是", "yes") : session.wording.pick("否", "no"),
                ])
            }
            Door.page(table.text)
        }
    }
}
