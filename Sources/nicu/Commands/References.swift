internal import ArgumentParser
internal import NICUAssets
internal import NICUCore
internal import NICUExport

struct References: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "references", abstract: "List the growth references with source, terms, range and digest\n生长参考一览")

    @Option(help: ArgumentHelp("Language of human output: zh or en\n输出语言", valueName: "zh|en"))
    var lang: Language?
    @Flag(help: "Print JSON\n输出 JSON")
    var json = false

    func run() throws {
        let library = ReferenceLibrary()
        let packs = try library.ids.map { (manifest: try library.manifest($0), digest: try library.digest($0)) }
        if json {
            Door.print(JSON.array(packs.map { referenceJSON($0.manifest.facts, digest: $0.digest) }).text)
        } else {
            let wording = Wording(lang ?? Door.language)
            Door.print(
                packs.map { referenceText($0.manifest.facts, digest: $0.digest, wording) }.joined(separator: "\n\n"))
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
            ],
            measures: [GrowthMeasure.weight, .length, .head, .weightForLength].compactMap { measure in
                measures[measure].map {
                    ReferenceFacts.Measure(measure: measure, unit: $0.unit, range: $0.from...$0.to)
                }
            }, notes: notes)
    }
}
