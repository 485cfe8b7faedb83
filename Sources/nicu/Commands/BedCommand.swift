internal import ArgumentParser
internal import NICUCore
internal import NICUExport
internal import NICUStore

struct BedCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "bed", abstract: "Move an infant to a bed\n换床")

    @OptionGroup var record: RecordOptions
    @OptionGroup var entry: EntryOptions
    @Argument(help: "Code of the infant\n代号")
    var code: String
    @Argument(help: "Bed\n床位")
    var bed: String

    func run() throws {
        let session = try record.open()
        let draft = Draft(try session.checked(Bed(bed: bed)), at: try session.moment(entry.at))
        let written = try session.store.record(
            [draft], of: code, author: session.author, key: entry.retryKey, answer: entry.identity.answer)
        session.report(written, remarks: session.sharedBed(bed, with: code))
    }
}

extension Session {
    /// A remark about others who lie in a bed by the record; nothing for a free one.
    func sharedBed(_ bed: String?, with code: String) -> [String] {
        guard let bed, let infants = try? store.infants() else { return [] }
        let others = infants.filter { infant in
            let course = try? store.course(
                of: infant, asOf: zone.moment(at: now), knownAt: .now(now), now: now, need: .stay)
            return infant.code.text != code && course?.stayEnd == nil && course?.bed == bed
        }
        return others.isEmpty ? [] : [wording.sharedBed(bed, others.map(\.code))]
    }
}
