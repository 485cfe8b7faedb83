public import ArgumentParser
internal import NICUCore
public import NICUExport
internal import NICUStore

extension HandoverKind: ExpressibleByArgument {}

struct HandoverCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "handover", abstract: "The handover of a shift, filled from the record\n交班记录",
        discussion:
            "A block an infant in the order of the beds: for doctors as 交班记录, for nurses as SBAR. Before them, who died or left within 24 hours. What is not recorded is said so; unit, moments and fingerprint stand at the foot of every page; infants are named by code only. pdf needs weasyprint.\n按床位，每婴一段；医师按交班记录，护士按 SBAR；其前列出 24 小时内离院或死亡者。未记录者写明；每页底有科室、时刻与账本指纹；只用代号。pdf 需 weasyprint。"
    )

    @OptionGroup var record: RecordOptions
    @OptionGroup var moments: MomentOptions
    @Argument(help: "Codes of the infants, in this order (default: all in the unit, by bed)\n代号")
    var codes: [String] = []
    @Option(help: "doctor or nurse\n医师或护士")
    var kind = HandoverKind.doctor
    @OptionGroup var paper: PaperOptions

    func run() throws {
        try paper.check(record)
        let session = try record.open()
        try paper.checkTerminal(session)
        try session.store.checkClinician(session.login)
        if let asOf = moments.asOf { _ = try session.pastMoment(asOf) }
        let knownAt = try session.knownAt(moments.knownAt)
        let reading = try PictureReading(session, knownAt: knownAt)
        let asOf = try moments.asOf.map { try session.moment($0) } ?? session.zone.moment(at: session.now)
        let (present, gone) = try pictures(asOf, knownAt, session)
        let infants = try present.map { ref, course in
            Handover.Infant(try reading.picture(course), reopened: try session.reopened(ref, knownAt: knownAt))
        }
        let handover = Handover(
            kind, infants, gone: codes.isEmpty ? gone : nil, unit: try session.store.settings(knownAt: knownAt).unit,
            asOf: asOf, knownAt: knownAt,
            head: try session.store.head(visibleAt: knownAt), wording: session.wording)
        try paper.write(
            text: (record.json ? handover.json.text : handover.text) + "\n", html: handover.html, asOf: asOf.instant,
            session)
    }

    /// The infants named, or all whose stay goes on, in the order of their beds, beside those who have just left; each look
    /// is noted.
    private func pictures(
        _ moment: Moment, _ knownAt: KnownAt, _ session: Session
    ) throws -> (present: [(InfantRef, Course)], gone: [Handover.Gone]) {
        let asOf = moments.asOf == nil ? nil : moment
        var gone: [Handover.Gone] = []
        let refs = try codes.isEmpty ? session.store.infants() : codes.map { try session.store.infant($0) }
        var found: [(InfantRef, Course)] = []
        for ref in refs {
            if codes.isEmpty {
                // Who has left is known from the stay alone.
                let stay = try session.store.course(
                    of: ref, asOf: asOf, knownAt: knownAt, now: session.now, need: .stay)
                if let left = Handover.Gone(stay, asOf: moment) {
                    session.noteAccess("handover", infant: ref.id)
                    gone.append(left)
                }
                guard stay.birth != nil, stay.stayEnd == nil else { continue }
            }
            let course = try session.store.course(of: ref, asOf: asOf, knownAt: knownAt, now: session.now)
            if let end = course.stayEnd, !session.json {
                Door.remark("\(course.code): " + session.wording.stayEnded(end.entry.at, end.destination))
            }
            session.noteAccess("handover", infant: ref.id)
            found.append((ref, course))
        }
        return (codes.isEmpty ? found.sorted { BedOrder.isBefore($0.1.bed, $1.1.bed) } : found, gone)
    }
}
