internal import ArgumentParser
internal import NICUCore
internal import NICUExport
internal import NICUStore

struct Verify: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Recompute the chain, the schema and the witness; say where something was changed\n核验账本",
        discussion:
            "With a file: a course record (timeline --format html) or a FHIR file is held against its checksum and against this record; exchange lines (ndjson), which carry none, against this record.\n给出文件时：核对病程档案或 FHIR 文件的校验值，并与本病历比较；ndjson 无校验值，只与本病历比较。"
    )

    @OptionGroup var record: RecordOptions
    @Argument(help: "An export to check: html, FHIR or ndjson\n导出文件：html、FHIR 或 ndjson")
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
}
