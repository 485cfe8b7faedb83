internal import ArgumentParser
internal import NICUCore
internal import NICUExport
internal import NICUStore

struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Show one infant on one screen: who, support, growth, events, what is due, readiness\n一屏显示一名婴儿的现状")

    @OptionGroup var record: RecordOptions
    @OptionGroup var moments: MomentOptions
    @Argument(help: "Code of the infant\n代号")
    var code: String

    func run() throws {
        let session = try record.open()
        let (infant, course) = try session.course(code, moments, need: .everything, verb: "show")
        let card = InfantCard(
            try PictureReading(session, knownAt: course.knownAt).picture(course),
            reopened: try session.reopened(infant, knownAt: course.knownAt))
        session.answer(card.json(session.wording), card.text(session.wording))
    }
}
