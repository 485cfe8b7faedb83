internal import ArgumentParser
internal import NICUCore
internal import NICUExport
internal import NICUStore

struct Verify: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Recompute the chain, the schema and the witness; say where something was changed\n核验账本")

    @OptionGroup var record: RecordOptions

    func run() throws {
        let session = try record.open()
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
}
