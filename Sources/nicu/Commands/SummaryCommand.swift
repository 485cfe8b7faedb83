public import ArgumentParser
internal import NICUCore
public import NICUExport
internal import NICUStore

extension SummaryKind: ExpressibleByArgument {}

struct SummaryCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "summary", abstract: "A clinical paper, its facts filled from the record\n病程记录、小结与离院记录",
        discussion: """
            progress 病程记录 (24 h), stage 阶段小结 (30 d), discharge 出院记录, transfer 转院记录, death 死亡记录. What is judgement is left
            to the physician to write. The infant is named by its code; --with-identity adds name and hospital number, noted in
            the access log. pdf needs weasyprint. `nicu due` asks for a paper until it is recorded as written:
            `nicu task CODE progress-note|stage-summary|discharge-record|transfer-record|death-record complete`.
            事实取自病历，判断由医师填写；默认只用代号，--with-identity 加姓名与住院号并记入访问日志。写好后用 nicu task 登记，nicu due 才不再列出。
            """)

    @OptionGroup var record: RecordOptions
    @OptionGroup var moments: MomentOptions
    @OptionGroup var paper: PaperOptions
    @Argument(help: "Code of the infant\n代号")
    var code: String
    @Option(help: "progress, stage, discharge, transfer or death\n种类")
    var kind: SummaryKind
    @Flag(help: "Name the infant by name and hospital number\n写入姓名与住院号")
    var withIdentity = false

    func run() throws {
        try paper.check(record)
        let session = try record.open()
        try paper.checkTerminal(session)
        let (infant, course) = try session.course(code, moments, need: .everything, verb: "summary")
        guard course.birth != nil else { throw RecordProblem.refused([.notBorn(code: code)]) }
        let end = course.stayEnd?.destination
        guard kind.fits(end) else { throw Failure.refused(session.wording.summaryDoesNotFit(kind, end)) }
        var identity: Summary.Identity?
        if withIdentity {
            guard session.store.canOpenSealedTexts else {
                throw Failure.refused(session.wording.sealingKeyMissing(session.store.location.keys))
            }
            session.noteAccess("summary-identity", infant: infant.id)
            // A name may be recorded after the moment of the paper, and holds for it all the same.
            let names = try session.store.course(
                of: infant, asOf: session.zone.moment(at: session.now), knownAt: course.knownAt, now: session.now,
                need: CourseNeed(kinds: [.identity, .retraction]))
            identity = Summary.Identity(names.last(Identity.self)?.body)
        }
        let summary = Summary(
            kind, try PictureReading(session, knownAt: course.knownAt).picture(course), identity: identity,
            reopened: try session.reopened(infant, knownAt: course.knownAt),
            unit: try session.store.settings(knownAt: course.knownAt).unit, wording: session.wording)
        try paper.write(
            text: (session.json ? summary.json.text : summary.text) + "\n", html: summary.html,
            asOf: course.asOf.instant,
            session)
    }
}
