internal import ArgumentParser
internal import NICUCore
internal import NICUStore

/// What answers a question about a value.
struct AnswerOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Token that confirms a value that was asked about (several joined by commas)\n确认码", valueName: "token"))
    var confirm: String?

    @Option(help: ArgumentHelp("Second clinician who looked at a value that was stopped\n第二核对人", valueName: "login"))
    var second: String?

    @Flag(help: "Store the value as unconfirmed: shown, counted nowhere, readiness unknown until settled\n存为待核实")
    var unconfirmed = false

    func answer(_ identified: EntryAnswer.Identified = .byRecord) -> EntryAnswer {
        let tokens = confirm?.uppercased().split(separator: ",").map(String.init) ?? []
        return EntryAnswer(tokens: Set(tokens), second: second, identified: identified)
    }

    /// The role of a value: unconfirmed where the flag says so.
    func role(_ typed: Measurement.Role) -> Measurement.Role { unconfirmed ? .unconfirmed : typed }
}

/// How the infant of a value is told from its siblings.
struct CheckOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Letter on the infant's band; asked for one of several\n腕带校验字母", valueName: "letter"))
    var check: String?

    var identified: EntryAnswer.Identified { check.map { .byLetter($0) } ?? .byCodeAlone }

    /// The same with no question answered.
    var answer: EntryAnswer { EntryAnswer(identified: identified) }
}
