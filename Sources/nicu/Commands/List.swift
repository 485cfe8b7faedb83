internal import ArgumentParser
internal import NICUCore
internal import NICUExport
internal import NICUStore

struct List: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "List the infants of the unit\n列出婴儿")

    @OptionGroup var record: RecordOptions
    @OptionGroup var moments: MomentOptions
    @Flag(help: "Include infants whose stay has ended\n包括已出院者")
    var all = false

    func run() throws {
        let session = try record.open()
        try session.store.checkClinician(session.login)
        // Without a typed moment each infant stands at now, or at the end of its stay.
        let asOf = try moments.asOf.map { try session.pastMoment($0) }
        let known = try session.knownAt(moments.knownAt)
        var rows: [WardRow] = []
        for infant in try session.store.infants() {
            let course = try session.store.course(
                of: infant, asOf: asOf, knownAt: known, now: session.now, need: .ward)
            guard course.birth != nil, all || course.stayEnd == nil else { continue }
            rows.append(WardRow(course))
        }
        session.noteAccess("list")
        if session.json {
            Door.print(JSON.array(rows.map(\.json)).text)
        } else {
            let stamp = session.wording.stamp(
                asOf: asOf ?? session.zone.moment(at: session.now), knownAt: known,
                head: try session.store.head(visibleAt: known))
            Door.page(stamp)
            Door.page(rows.isEmpty ? session.wording.noInfants() : WardRow.table(rows, session.wording))
        }
    }
}
