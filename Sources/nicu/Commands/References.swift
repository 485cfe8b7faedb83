internal import ArgumentParser
internal import Foundation
internal import NICUAssets
internal import NICUCore
internal import NICUExport
internal import NICUStore

struct References: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "references",
        abstract: "List the growth references, install the unit's own, choose which one when\n生长参考：列出、安装、选用",
        subcommands: [ListAll.self, Add.self, Remove.self, Use.self], defaultSubcommand: ListAll.self)

    struct ListAll: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "list", abstract: "List the references with source, terms, range and digest\n列出参考",
            discussion:
                "With a record at hand its own references and its choice are listed too.\n有病历时一并列出本院参考和选用情况。")

        @OptionGroup var record: RecordOptions

        func run() throws {
            // The references that come with the program can be read without a record.
            let hasRecord = record.db != nil || FileManager.default.fileExists(atPath: record.location.database)
            let session = hasRecord ? try record.open() : nil
            let library = try session?.store.library(knownAt: .now(Door.now)) ?? ReferenceLibrary()
            let packs = try library.ids.map { (manifest: try library.manifest($0), digest: try library.digest($0)) }
            if record.json {
                Door.print(JSON.array(packs.map { referenceJSON($0.manifest.facts, digest: $0.digest) }).text)
                return
            }
            let wording = Wording(record.lang ?? Door.language)
            var blocks = packs.map { referenceText($0.manifest.facts, digest: $0.digest, wording) }
            if let session { blocks.append(wording.referencePlan(session.store.settings.references)) }
            Door.page(blocks.joined(separator: "\n\n"))
        }
    }

    struct Add: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "add", abstract: "Install a reference of the unit's own from one CSV file\n安装本院参考",
            discussion:
                "LMS tables or centile lines; the layout stands in docs/reference-packs.md. A mistake is named with line and column, and then nothing is installed.\n文件格式见 docs/reference-packs.md；有错时指明行列，不安装。"
        )

        @OptionGroup var record: RecordOptions
        @Argument(help: "File\n文件")
        var file: String

        func run() throws {
            let session = try record.open()
            let pack = try UnitPack(bytes: try session.bytes(of: file), path: file)
            let written = try session.store.adopt(pack, author: session.author)
            session.report(
                written,
                remarks: session.wording.referenceAdded(
                    pack.manifest.facts, digest: pack.digest, use: pack.manifest.use))
        }
    }

    struct Remove: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "remove", abstract: "Take one of the unit's own references away again\n移除本院参考",
            discussion: "Answers for earlier moments of knowledge keep it.\n按当时所知回答时仍可用。")

        @OptionGroup var record: RecordOptions
        @Argument(help: "Id of the reference\n参考代号")
        var id: String

        func run() throws {
            let session = try record.open()
            session.report(try session.store.removeReference(id, author: session.author))
        }
    }

    struct Use: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "use", abstract: "Choose the unit's references for birth, postnatal or after-term\n选用参考",
            discussion:
                "The first one leads: its lines are drawn. To 50+0 the postnatal ones count; from 40+0 those after term stand beside them.\n第一个为主。"
        )

        @OptionGroup var record: RecordOptions
        @Argument(help: "birth, postnatal or after-term\n阶段")
        var phase: String
        @Argument(help: "Ids of references, in the order of the columns\n参考代号")
        var ids: [String]

        func run() throws {
            let session = try record.open()
            guard let phase = ReferencePlan.Phase(rawValue: phase) else {
                throw Failure.unreadable(
                    session.wording.notOneOf("phase", phase, ReferencePlan.Phase.allCases.map(\.rawValue)))
            }
            session.report(try session.store.setReferences(ids, for: phase, author: session.author))
        }
    }
}

extension ReferenceManifest {
    /// The manifest as an answer prints it.
    var facts: ReferenceFacts {
        ReferenceFacts(
            members: [
                ("id", id), ("version", version), ("title", title), ("citation", citation), ("doi", doi),
                ("terms", terms), ("population", population), ("sample", sample ?? "?"), ("axis", axis.rawValue),
                ("use", use.rawValue), ("interpolation", interpolation),
            ].filter { !$0.1.isEmpty },
            measures: [GrowthMeasure.weight, .length, .head, .weightForLength].compactMap { measure in
                measures[measure].map {
                    ReferenceFacts.Measure(measure: measure, unit: $0.unit, range: $0.from...$0.to)
                }
            }, notes: notes)
    }
}
