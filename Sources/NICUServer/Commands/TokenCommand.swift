#if Server
    internal import ArgumentParser
    internal import Foundation
    internal import NICUCore
    internal import NICUExport
    internal import NICUStore

    /// Tokens by which other programs ask.
    struct TokenCommand: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "token", abstract: "Make, list and revoke tokens for other programs\n令牌管理",
            subcommands: [Add.self, List.self, Revoke.self])

        struct Add: ParsableCommand {
            static let configuration = CommandConfiguration(
                abstract: "Make a token that acts as a clinician, and print it once\n新建令牌",
                discussion:
                    "Only its SHA-256 is kept; whoever has the token can ask what its scopes allow.\n只保存其 SHA-256。")
            @OptionGroup var place: PlaceOptions
            @Option(help: ArgumentHelp("The clinician the token acts as\n操作者", valueName: "login"))
            var by: String
            @Option(help: "What it may ask: read, score (can be repeated)\n权限")
            var scope: [Scope]
            @Option(help: "What it is for, as a word: letters, digits, hyphens\n用途")
            var name = "token"
            @Option(help: "Days until it ends\n有效天数")
            var days = 365

            func run() throws {
                let wording = Wording(ServerDoor.language)
                let settings = try place.settings(wording)
                guard !scope.isEmpty else { throw ServerFailure.unreadable(wording.nothingGiven()) }
                guard (1...3650).contains(days) else {
                    throw ServerFailure.unreadable(wording.notInRange("--days", String(days), 1...3650))
                }
                guard InfantCode(name) != nil else { throw ServerFailure.unreadable(wording.badTokenName(name)) }
                let now = ServerDoor.now
                let store = try Store.open(settings.location, now: now, zone: { try ServerDoor.zone($0) })
                try store.checkClinician(by)
                let (token, secret) = Token.make(name: name, login: by, scopes: Set(scope), now: now, days: days)
                try TokenFile(path: settings.tokenFile).change { $0.append(token) }
                Console.print(secret)
                Console.remark(wording.tokenMade(token.id, login: by))
            }
        }

        struct List: ParsableCommand {
            static let configuration = CommandConfiguration(
                abstract: "List the tokens as NDJSON, without the secrets\n列出令牌")
            @OptionGroup var place: PlaceOptions

            func run() throws {
                let settings = try place.settings(Wording(ServerDoor.language))
                for token in try TokenFile(path: settings.tokenFile).tokens() { Console.print(token.shown.text) }
            }
        }

        struct Revoke: ParsableCommand {
            static let configuration = CommandConfiguration(
                abstract: "End a token at once, also in a server that runs\n撤销令牌")
            @OptionGroup var place: PlaceOptions
            @Argument(help: "Its id, as listed\n令牌编号")
            var id: String

            func run() throws {
                let wording = Wording(ServerDoor.language)
                let settings = try place.settings(wording)
                let isFound = try TokenFile(path: settings.tokenFile).change { tokens in
                    let before = tokens.count
                    tokens.removeAll { $0.id == id }
                    return tokens.count < before
                }
                guard isFound else { throw ServerFailure.refused(wording.noToken(id)) }
            }
        }
    }

    extension Scope: ExpressibleByArgument {}
#endif
