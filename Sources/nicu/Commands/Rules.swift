internal import ArgumentParser
internal import Foundation
internal import NICUAssets
internal import NICUCore
internal import NICUExport
internal import NICUStore

struct Rules: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rules",
        abstract: "List, show, check, compare, install and choose readiness rule sets\n出院标准规则集：列出、查看、检查、比较、安装、选用",
        subcommands: [
            ListAll.self, Show.self, Lint.self, Diff.self, Add.self, Remove.self, Use.self, Rehearse.self,
        ], defaultSubcommand: ListAll.self)

    struct ListAll: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "list", abstract: "List the rule sets with version, digest and origin\n列出规则集")
        @OptionGroup var record: RecordOptions

        func run() throws {
            let desk = try RuleDesk(record)
            let entries = Dictionary(
                try desk.session?.store.installedRules(knownAt: .now(Door.now)).map { ($0.entry.seq, $0.entry) } ?? [],
                uniquingKeysWith: { first, _ in first })
            let used = desk.session.flatMap { desk.book.edition($0.store.settings.rules) }
            let editions = desk.book.editions.map { edition -> RuleEdition in
                // One file that this program no longer takes hides none of the others.
                let title = try? edition.document().head.title
                return RuleEdition(
                    id: edition.id, version: edition.version, title: title, digest: edition.digest,
                    isUsed: edition == used, installed: edition.installed.flatMap { entries[$0.seq] })
            }
            if record.json {
                Door.print(RuleEdition.json(editions).text)
            } else {
                Door.page(RuleEdition.text(editions, desk.wording))
            }
        }
    }

    struct Show: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "show", abstract: "Show every criterion with its numbers, origin and confidence\n查看规则集",
            discussion:
                "--file prints the file itself, to be edited and installed under a version of its own.\n--file 打印原文件，修改后换版本号安装。"
        )
        @OptionGroup var record: RecordOptions
        @Argument(help: "Rule set: ID, ID@VERSION or a file\n规则集")
        var name: String
        @Flag(help: "Print the rule file\n打印规则文件")
        var file = false

        func run() throws {
            let desk = try RuleDesk(record)
            let (text, path) = try desk.text(name)
            if file {
                Door.write(text, to: STDOUT_FILENO)
                return
            }
            let document = try RuleDocument.load(text: text, path: path)
            let outline = try RuleOutline(text: text, path: path)
            if record.json {
                Door.print(rulesJSON(outline.json, digest: document.head.digest).text)
                return
            }
            switch document {
            case .readiness(let rules): Door.page(rulesText(rules, parameters: outline.parameters, desk.wording))
            case .schedule(let schedule): Door.page(scheduleText(schedule, desk.wording))
            }
        }
    }

    struct Lint: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "lint", abstract: "Check a rule file; every mistake is named with line and column\n检查规则文件",
            discussion:
                "Numbers that contradict each other and unknown names are refused as well. A unit's own names are declared in the file: own_tasks, own_methods, own_items, own_plans, own_problems, own_procedures, own_aspects.\n互相矛盾的数值、不认识的名称也会指出；本院自用名称写在文件的 own_tasks、own_methods、own_items、own_plans、own_problems、own_procedures、own_aspects 中。"
        )
        @Option(help: ArgumentHelp("Language of human output: zh or en\n输出语言", valueName: "zh|en"))
        var lang: Language?
        @Argument(help: "File\n文件")
        var file: String

        func run() throws {
            let wording = Wording(lang ?? Door.language)
            guard let data = FileManager.default.contents(atPath: file) else {
                throw Failure.refused(wording.noFile(file))
            }
            switch try RuleDocument.checked(text: String(decoding: data, as: UTF8.self), path: file) {
            case .readiness(let rules): Door.print(wording.ruleFileSound(rules))
            case .schedule(let schedule): Door.print(wording.scheduleFileSound(schedule))
            }
        }
    }

    struct Diff: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "diff", abstract: "Compare two rule sets or files, line by line of meaning\n比较规则集")
        @OptionGroup var record: RecordOptions
        @Argument(help: "The older: ID, ID@VERSION or a file\n旧")
        var old: String
        @Argument(help: "The newer\n新")
        var new: String

        func run() throws {
            let desk = try RuleDesk(record)
            let outlines = try [old, new].map { name -> RuleOutline in
                let (text, path) = try desk.text(name)
                return try RuleOutline(text: text, path: path)
            }
            let differences = outlines[1].differences(from: outlines[0]).map { difference -> RuleDifference in
                func way(_ path: [String]) -> String { path.joined(separator: "/") }
                return switch difference {
                case .added(let line): .added(path: way(line.path), value: line.value)
                case .removed(let line): .removed(path: way(line.path), value: line.value)
                case .changed(let path, let from, let to): .changed(path: way(path), from: from, to: to)
                }
            }
            if record.json {
                Door.print(RuleDifference.json(differences, old: old, new: new).text)
            } else {
                Door.page(desk.wording.ruleDifferences(differences))
            }
        }
    }

    struct Add: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "add", abstract: "Install a rule file under its own id and version\n安装规则集")
        @OptionGroup var record: RecordOptions
        @Argument(help: "File\n文件")
        var file: String
        @Option(help: "Why it is installed\n原因")
        var reason: String

        func run() throws {
            let session = try record.open()
            let text = String(decoding: try session.bytes(of: file), as: UTF8.self)
            let before = try session.rulesInForce()
            let written = try session.store.install(rules: text, path: file, reason: reason, author: session.author)
            session.report(written, remarks: session.remarks(since: before, installed: text))
        }
    }

    struct Remove: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "remove", abstract: "Take an installed edition away again; earlier answers keep it\n移除规则集")
        @OptionGroup var record: RecordOptions
        @Argument(help: "ID or ID@VERSION\n规则集")
        var name: String
        @Option(help: "Why it is removed\n原因")
        var reason: String

        func run() throws {
            let session = try record.open()
            let before = try session.rulesInForce()
            let written = try session.store.removeRules(name, reason: reason, author: session.author)
            session.report(written, remarks: session.remarks(since: before))
        }
    }

    struct Use: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "use", abstract: "Choose the rule set that readiness answers use\n选用规则集",
            discussion:
                "ID follows the edition of the highest version; ID@VERSION stays with one.\n写 ID 则随版本号最高者；写 ID@VERSION 则固定。"
        )
        @OptionGroup var record: RecordOptions
        @Argument(help: "ID or ID@VERSION\n规则集")
        var name: String
        @Option(help: "Why\n原因")
        var reason: String?

        func run() throws {
            let session = try record.open()
            let before = try session.rulesInForce()
            let written = try session.store.useRules(name, reason: reason, author: session.author)
            session.report(written, remarks: session.remarks(since: before))
        }
    }
}
