internal import ArgumentParser
internal import NICUCore
internal import NICUExport
internal import NICUStore

struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Show one infant: who, where, and the latest of everything\n显示一名婴儿的现状")

    @OptionGroup var record: RecordOptions
    @OptionGroup var moments: MomentOptions
    @Argument(help: "Code of the infant\n代号")
    var code: String

    func run() throws {
        let session = try record.open()
        let (infant, course) = try session.course(code, moments, need: .everything, verb: "show")
        let card = InfantCard(course)
        guard !session.json else {
            Door.print(card.json(session.wording).text)
            return
        }
        let reopened = try session.reopened(infant, knownAt: course.knownAt)
        Door.print(([card.text(session.wording)] + reopened).joined(separator: "\n"))
    }
}
