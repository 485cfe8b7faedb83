internal import ArgumentParser
internal import Foundation
internal import Glibc
internal import NICUCore
internal import NICUExport

/// The command line for clinicians; each command parses, calls the library and prints.
@main
struct NICU: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "nicu",
        abstract: "Keep the patient-progress record of a neonatal intensive care unit\n新生儿重症监护病程记录",
        discussion: """
            One file holds the record of one unit. An infant is named by its code, never by a name.
            Every value is typed with its unit; nothing is overwritten, only corrected or struck out.
            This is not a certified medical device: the clinician decides.
            一个文件保存一个科室的记录。婴儿以代号称呼，不用姓名。数值必须带单位；只能更正或删划，不会覆盖。
            本程序不是经认证的医疗器械：由医师决定。
            Exit codes: 0 done; 64 what was typed or the file cannot be read; 1 refused or failed, nothing saved; 5 a question about a value;
            2 NOT KNOWN SAVED; with ready --exit-code also 3 not all met, 4 cannot tell.
            退出码：0 完成；64 无法读懂；1 被拒绝或失败，未保存；5 有疑问；2 不能确定是否已保存；ready --exit-code 另有 3 未全部满足、4 资料不全。
            """,
        version: software,
        groupedSubcommands: [
            CommandGroup(
                name: "The record 病历:",
                subcommands: [
                    Init.self, Demo.self, Clinicians.self, Settings.self, Verify.self, Import.self, Simulate.self,
                ]),
            CommandGroup(
                name: "Entering 记录:",
                subcommands: [
                    Admit.self, Weigh.self, WeighRound.self, Accept.self, Measure.self, StateCommand.self,
                    EventCommand.self, Task.self, Attest.self,
                    PlanCommand.self, IntakeCommand.self, MedicationCommand.self, CommunicationCommand.self,
                    ConsentCommand.self, Waive.self, LabCommand.self, Immunise.self, ProblemCommand.self,
                    ProcedureCommand.self,
                    NoteCommand.self, BedCommand.self, Date.self, IdentityCommand.self, DischargeCommand.self,
                    Readmit.self, FollowUpCommand.self,
                ]),
            CommandGroup(
                name: "Correcting 更正:", subcommands: [Correct.self, Strike.self, Confirm.self, Undo.self, Redo.self]),
            CommandGroup(
                name: "Asking 查询:",
                subcommands: [
                    Show.self, List.self, BoardCommand.self, Band.self, Growth.self, Ready.self, Decide.self, Due.self,
                    HandoverCommand.self, SummaryCommand.self, StoryCommand.self, DiffCommand.self, Find.self,
                    Days.self, Classify.self,
                    TimelineCommand.self,
                    Export.self,
                ]),
            CommandGroup(name: "Readiness rules 出院标准:", subcommands: [Rules.self]),
            CommandGroup(name: "Growth references 生长参考:", subcommands: [References.self, Score.self, SelfTest.self]),
            CommandGroup(name: "The ward's service 科室服务:", subcommands: [Serve.self]),
        ])

    /// The program and its version, as exports name it.
    static let software = "nicu 0.1.0"

    static func main() {
        umask(0o077)
        var noCore = rlimit(rlim_cur: 0, rlim_max: 0)
        setrlimit(__rlimit_resource_t(RLIMIT_CORE.rawValue), &noCore)
        signal(SIGPIPE, SIG_IGN)
        signal(SIGXFSZ, SIG_IGN)
        do {
            var command = try command(Array(CommandLine.arguments.dropFirst()))
            try command.run()
        } catch {
            Failure.end(error)
        }
        // The connection is left to the system: closing it would checkpoint, which the next writer does as well.
        _exit(0)
    }

    /// The command that the words ask for.
    ///
    /// A command that is named first is parsed by itself, which spares most of the start-up; whatever that does not
    /// settle (help, completions, a mistake) is parsed again from the root, which knows the whole tree.
    private static func command(_ words: [String]) throws -> any ParsableCommand {
        if let name = words.first,
            let type = configuration.subcommands.first(where: { $0.configuration.commandName == name }),
            let command = try? type.parseAsRoot(Array(words.dropFirst())), Swift.type(of: command) == type
        {
            return command
        }
        if let name = words.first, !name.hasPrefix("-"), !commandNames.contains(name) {
            throw Failure.unreadable(Wording(Door.language).noCommand(name, similar: similar(to: name)))
        }
        return try parseAsRoot(words)
    }

    /// What can stand as the first word; the last two are the parser's own.
    private static let commandNames =
        configuration.subcommands.flatMap {
            [$0.configuration.commandName].compactMap(\.self) + $0.configuration.aliases
        }
        + ["help", "__complete"]

    /// The commands within two changes of what was typed.
    private static func similar(to name: String) -> [String] {
        guard let wanted = InfantCode(name.lowercased()) else { return [] }
        return commandNames.filter { InfantCode($0).map { $0.distance(to: wanted) <= 2 } ?? false }
    }
}
