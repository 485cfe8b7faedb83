internal import ArgumentParser
internal import Foundation
internal import Glibc
internal import NICUAssets
internal import NICUCore
internal import NICUExport

/// A text at the door that cannot be read, or a question answered by an exit code.
enum Failure: Error {
    /// The text cannot be read: exit 64.
    case unreadable(String)
    /// Understood, but refused: exit 1.
    case refused(String)
    /// The command already said everything; only the code remains.
    case exit(Int32)

    /// Says in one sentence what was wrong and ends the process with the documented code.
    static func end(_ error: any Error) -> Never {
        let wording = Wording(Door.language)
        switch error {
        case Failure.unreadable(let text): say(text, code: 64)
        case Failure.refused(let text): say(text, code: 1)
        case Failure.exit(let code): say(nil, code: code)
        case let problem as RecordProblem:
            if case .notKnownSaved = problem { say(wording.problem(problem), code: 2) }
            if case .importAsks = problem { say(wording.problem(problem), code: 5) }
            if case .questions = problem { say(wording.problem(problem), code: 5) }
            if case .secondIdentifierMissing = problem { say(wording.problem(problem), code: 5) }
            if case .checkLetterMissing = problem { say(wording.problem(problem), code: 5) }
            if case .badCode = problem { say(wording.problem(problem), code: 64) }
            say(wording.problem(problem), code: 1)
        case let problem as BodyProblem:
            // What can be read and cannot be is refused; what cannot be read is a matter of typing.
            switch problem {
            case .outOfRange, .contradicts: say(wording.body(problem), code: 1)
            default: say(wording.body(problem), code: 64)
            }
        case let problem as RuleFileProblem: say(wording.ruleFile(problem), code: 1)
        case let problems as RuleFileProblems: say(wording.ruleFile(problems), code: 1)
        case let problem as AssetProblem: say(problem.description, code: 1)
        default:
            // Help and the version are no mistakes.
            guard NICU.exitCode(for: error) == .validationFailure else { NICU.exit(withError: error) }
            let lines = NICU.fullMessage(for: error).split(separator: "\n", omittingEmptySubsequences: false)
            let sentence = lines.first.map(String.init)?.replacing("Error: ", with: "") ?? ""
            say(
                ([wording.commandLine(sentence)] + lines.dropFirst().map(String.init)).joined(separator: "\n"), code: 64
            )
        }
    }

    private static func say(_ text: String?, code: Int32) -> Never {
        if var text {
            // What was typed is quoted on one line, whatever it holds, and never at any length.
            for word in CommandLine.arguments.dropFirst() where word.contains(where: \.isNewline) || word.count > 200 {
                let short = word.count > 200 ? word.prefix(200) + "…" : word[...]
                text = text.replacing(word, with: Table.visible(String(short)))
            }
            Door.remark("nicu: " + Table.visibleLines(text))
        }
        _exit(code)
    }
}

extension Table {
    /// Visible control characters, but lines kept.
    static func visibleLines(_ text: String) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false).map { visible(String($0)) }.joined(
            separator: "\n")
    }
}
