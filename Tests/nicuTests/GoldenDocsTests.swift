import Foundation
import NICUAssets
import Testing

/// Files under docs/ that are made from the code; NICU_RECORD_GOLDEN=1 rewrites them (`make docs`).
@Suite("Golden documents are what the code says")
struct GoldenDocsTests {
    private func compare(_ text: String, with name: String) throws {
        let path = Program.root + "/docs/" + name
        if ProcessInfo.processInfo.environment["NICU_RECORD_GOLDEN"] == "1" {
            try text.write(toFile: path, atomically: true, encoding: .utf8)
        }
        let golden = try String(contentsOfFile: path, encoding: .utf8)
        #expect(golden == text, "docs/\(name) is out of date; run `make docs`")
    }

    @Test("docs/cli-reference.md is the help of every command")
    func help() throws {
        var program = try Program()
        program.environment["COLUMNS"] = "100"
        let root = try program.nicu("--help").out
        var text = "# Command reference\n\nWritten by `make docs` from the program's own help.\n\n"
        var commands: [String] = []
        var isList = false
        for line in root.split(separator: "\n", omittingEmptySubsequences: false) {
            if line.hasSuffix(":") { isList = line != "OPTIONS:" }
            let indent = line.prefix { $0 == " " }.count
            if isList, indent == 2, let word = line.split(separator: " ").first, word.first?.isLowercase == true {
                // A command with an alias stands as "weigh-round, round".
                commands.append(word.trimmingCharacters(in: [","]))
            }
        }
        #expect(commands.count >= 25)
        text += "```\n" + root + "```\n"
        for command in commands.sorted() {
            let help = try program.nicu("\(command) --help")
            #expect(help.status == 0, "\(command): \(help.err)")
            text += "\n## nicu \(command)\n\n```\n" + help.out + "```\n"
        }
        for sub in ["add", "retire", "list"] {
            text += "\n### nicu clinician \(sub)\n\n```\n" + (try program.nicu("clinician \(sub) --help").out) + "```\n"
        }
        try compare(text, with: "cli-reference.md")
    }

    @Test("Completion scripts are made for bash, zsh and fish", arguments: ["bash", "zsh", "fish"])
    func completions(shell: String) throws {
        let result = try Program().nicu("--generate-completion-script \(shell)")
        #expect(result.status == 0 && result.out.contains("weigh") && result.out.contains("lowest-hr"))
    }

    @Test("docs/schema.sql is the schema that the migrations make")
    func schema() throws {
        let program = try Program()
        let file = program.folder + "/schema.db"
        let all = SchemaFiles.migrations.joined(separator: "\n")
        let made = try program.run(["sqlite3", file], input: all, path: "/usr/bin/env")
        #expect(made.status == 0, "\(made.err)")
        let sql = "SELECT sql || ';' || char(10) FROM sqlite_master WHERE sql IS NOT NULL ORDER BY type, name"
        let dump = try program.run(["sqlite3", file, sql], path: "/usr/bin/env").out
        try compare("-- Written by `make docs` from schema/; the newest schema whole.\n\n" + dump, with: "schema.sql")
    }
}
