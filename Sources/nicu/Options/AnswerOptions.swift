internal import ArgumentParser
internal import NICUCore
internal import NICUStore

/// What answers a question about a value.
struct ConfirmOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Token that confirms a value that was asked about (several joined by commas)\n确认码", valueName: "token"))
    var confirm: String?

    @Option(help: ArgumentHelp("Second clinician who looked at a value that was stopped\n第二核对人", valueName: "login"))
    var second: String?

    func answer(_ identified: EntryAnswer.Identified = .byRecord) -> EntryAnswer {
        let tokens = confirm?.uppercased().split(separator: ",").map(String.init) ?? []
        return EntryAnswer(tokens: Set(tokens), second: second, identified: identified)
    }
}

/// The same, or that the question is left open.
struct AnswerOptions: ParsableArguments {
    @OptionGroup var given: ConfirmOptions

    @Flag(help: "Store the value as unconfirmed: shown, counted nowhere, readiness unknown until settled\n存为待核实")
    var unconfirmed = false

    func answer(_ identified: EntryAnswer.Identified = .byRecord) -> EntryAnswer { given.answer(identified) }

    /// The role of a value: unconfirmed where the flag says so.
    func role(_ typed: Measurement.Role) -> Measurement.Role { unconfirmed ? .unconfirmed : typed }
}

/// How the infant of a value is told from its siblings.
struct CheckOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Letter on the infant's band, or the band as scanned; the day of birth for one alone\n腕带校验字母、扫描的腕带，单胎可用出生日期",
            valueName: "letter|band|day"))
    var check: String?

    var identified: EntryAnswer.Identified { .typed(check ?? "") }

    /// The same with no question answered.
    var answer: EntryAnswer { EntryAnswer(identified: identified) }
}

extension EntryAnswer.Identified {
    /// What was typed or scanned besides the code; an empty text is the code alone.
    static func typed(_ text: String) -> EntryAnswer.Identified {
        text.isEmpty ? .byCodeAlone : Day(text).map { .byBirthDay($0) } ?? .byLetter(text)
    }
}
