internal import ArgumentParser
internal import Foundation
internal import NICUCore
internal import NICUExport
internal import NICUStore

struct Verify: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Recompute the chain, the schema and the witness; say where something was changed\n核验账本",
        discussion:
            "With a file: a course record (timeline --format html) or a FHIR file is held against its checksum and against this record; exchange lines (ndjson), which carry none, against this record; a research folder against its manifest.\n给出文件时：核对病程档案或 FHIR 文件的校验值，并与本病历比较；ndjson 无校验值，只与本病历比较；科研文件夹按其清单核对。"
    )

    @OptionGroup var record: RecordOptions
    @Argument(help: "An export to check: html, FHIR, ndjson or a research folder\n导出文件：html、FHIR、ndjson 或科研文件夹")
    var file: String?

    func run() throws {
        let session = try record.open()
        if let file { return try check(file, session) }
        let result = try session.store.verify()
        let sentences = result.findings.map { session.wording.finding($0) }
        if session.json {
            let answer: JSON = [
                "ok": .bool(result.findings.isEmpty), "entries": .integer(result.entries),
                "head": .string(result.head.fingerprint), "anchored": .optional(result.anchored),
                "unreadableAnchorLines": .integer(Int64(result.unreadableAnchorLines)),
                "sealedChecked": .bool(result.checkedSealed), "findings": .array(sentences.map { .string($0) }),
            ]
            Door.print(answer.text)
        } else {
            for sentence in sentences { Door.print(sentence) }
            if sentences.isEmpty {
                Door.print(
                    session.wording.verified(
                        entries: result.entries, head: result.head, anchored: result.anchored,
                        sealed: result.checkedSealed))
            }
        }
        if result.unreadableAnchorLines > 0 {
            Door.remark(session.wording.anchorLinesUnreadable(result.unreadableAnchorLines))
        }
        guard result.findings.isEmpty else { throw Failure.exit(1) }
    }

    /// Holds a course record against its checksum, and its entries against those of this record.
    private func check(_ path: String, _ session: Session) throws {
        try session.store.checkClinician(session.login)
        if try checkResearch(path, session) { return }
        let source = try session.source(path, forImport: false)
        let (lines, manifests): ([JSON], [JSON])
        if let fhir = source.fhir {
            let restore = try session.readingFHIR(forImport: false) { () throws(FHIRProblems) in try FHIRRestore(fhir) }
            (lines, manifests) = (restore.lines.map(\.json), restore.manifests)
            guard !manifests.isEmpty else { throw Failure.refused(session.wording.fhirHasNoRecord(path)) }
        } else if source.bytes.first(where: { !$0.isBlank }) == UInt8(ascii: "{") {
            (lines, manifests) = (try session.exchangeLines(source.bytes), [])
        } else {
            let file = try session.passportFile(source.bytes, path)
            lines = file.lines.split(separator: 0x0A).compactMap { try? JSON(bytes: Array($0)) }
            manifests = [file.manifest]
        }
        let standing = try session.standing(of: lines)
        let (here, differing) = (standing.count { $0 == .same }, standing.count { $0 == .differs })
        session.noteAccess("verify-file")
        if session.json {
            var answer: [JSON.Member] = [
                JSON.Member("ok", .bool(differing == 0)), JSON.Member("entries", .integer(Int64(lines.count))),
                JSON.Member("here", .integer(Int64(here))), JSON.Member("differing", .integer(Int64(differing))),
            ]
            answer.append(
                source.isPage ? JSON.Member("manifest", manifests[0]) : JSON.Member("manifests", .array(manifests))
            )
            Door.print(JSON.object(answer).text)
        } else {
            Door.page(session.wording.fileVerified(manifests, here: here, differing: differing, of: lines.count))
        }
        guard differing == 0 else { throw Failure.exit(1) }
    }

    /// Holds the two files of a research export against each other; false where the path is none.
    private func checkResearch(_ path: String, _ session: Session) throws -> Bool {
        guard let manifest = FileManager.default.contents(atPath: path + "/manifest.json").map({ Array($0) }),
            ResearchFolder.isMeant(manifest)
        else { return false }
        let lines = try session.bytes(of: path + "/entries.ndjson")
        let folder: ResearchFolder
        do throws(ResearchFolder.Problem) {
            folder = try ResearchFolder(manifest: manifest, lines: lines)
        } catch {
            throw Failure.refused(session.wording.researchFolder(error, path))
        }
        session.noteAccess("verify-file")
        session.answer(
            ["ok": true, "entries": .integer(Int64(folder.count)), "manifests": [folder.manifest]],
            session.wording.researchVerified(folder.count))
        return true
    }
}
