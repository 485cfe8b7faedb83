internal import ArgumentParser
internal import NICUCore
internal import NICUExport
internal import NICUStore

struct Verify: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Recompute the chain, the schema and the witness; say where something was changed\n核验账本",
        discussion:
            "With a file: a course record (timeline --format html) is held against its checksum and against this record.\n给出文件时：核对病程档案的校验值，并与本病历比较。"
    )

    @OptionGroup var record: RecordOptions
    @Argument(help: "A course record to check\n病程档案文件")
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
        let file = try session.passportFile(try session.bytes(of: path), path)
        var (here, differing, count) = (0, 0, 0)
        for line in file.lines.split(separator: 0x0A) {
            count += 1
            guard let json = try? JSON(bytes: Array(line)), let id = json["id"]?.string else { continue }
            let digests = try session.store.digests(ofEntry: id)
            guard !digests.isEmpty, let theirs = json["origin"]?["digest"]?.string else { continue }
            if digests.contains(theirs) { here += 1 } else { differing += 1 }
        }
        session.noteAccess("verify-file")
        if session.json {
            Door.print(
                JSON.object([
                    JSON.Member("ok", .bool(differing == 0)), JSON.Member("entries", .integer(Int64(count))),
                    JSON.Member("here", .integer(Int64(here))), JSON.Member("differing", .integer(Int64(differing))),
                    JSON.Member("manifest", file.manifest),
                ]).text)
        } else {
            Door.page(session.wording.passportVerified(file.manifest, here: here, differing: differing, of: count))
        }
        guard differing == 0 else { throw Failure.exit(1) }
    }
}
