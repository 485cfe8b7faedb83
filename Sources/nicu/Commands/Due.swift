internal import ArgumentParser
internal import NICUAssets
internal import NICUCore
internal import NICUExport
internal import NICUStore

struct Due: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "due",
        abstract: "What is overdue, due, closing or unknown: screens, vaccines, visits, papers\n待办：筛查、接种、随访、病历文书",
        discussion:
            "Without a code for every infant of the ward. What opens within --within is listed too; --all lists what is done, far off or does not apply as well, with sources and how surely each is known; --json follows both. After discharge home the visits are counted to now; who went home stays listed while anything is overdue. The clinical papers (progress notes, stage summaries, discharge, transfer and death records) are a group of their own, also after the stay and after death, until `nicu task CODE stage-summary complete` records one as written; a print does not.\n不写代号则列全科；--within 另列即将开始者；--all 另列已做、未到、不适用者、来源及所见依据；--json 同此。出院后仍有逾期项目者仍列出。病历文书另列一组，离院或死亡后仍列，至用 nicu task 登记为 complete 为止；打印不算。"
    )

    @OptionGroup var record: RecordOptions
    @OptionGroup var moments: MomentOptions
    @Argument(help: "Code of the infant (default: every infant)\n代号")
    var code: String?
    @Option(help: ArgumentHelp("List what opens within so long too, such as 72h or 14d\n另列此时间内开始者", valueName: "time"))
    var within = "72h"
    @Option(
        help: ArgumentHelp(
            "Whose schedules: CN, US, UK, CA or all (default: those of the unit's rule set)\n依据哪些指南", valueName: "list")
    )
    var guidelines: String?
    @Flag(help: "Every item, with sources\n列出全部")
    var all = false

    func run() throws {
        let session = try record.open()
        try session.store.checkClinician(session.login)
        let knownAt = try session.knownAt(moments.knownAt)
        let rules = try session.rules(nil, knownAt: knownAt)
        let schedule = try session.store.ruleBook(knownAt: knownAt).schedule()
        let wanted = try guidelines(of: schedule, rules, session.wording)
        let filter = DuePage.Filter(within: try hours(session), everything: all)
        func page(_ infant: InfantRef) throws -> DuePage {
            let course = try course(infant, knownAt, session)
            return DuePage(course, schedule.due(course, rules: rules, guidelines: wanted), schedule: schedule)
        }
        if let code {
            let infant = try session.store.infant(code)
            let page = try page(infant)
            session.noteAccess("due", infant: infant.id)
            session.answer(page.json(filter), page.text(filter, session.wording))
            return
        }
        let pages = try session.store.infants().compactMap { infant -> DuePage? in
            try page(infant).inWard
        }
        session.noteAccess("due")
        if session.json {
            Door.print(JSON.array(pages.map { $0.json(filter) }).text)
            return
        }
        let asOf = try moments.asOf.map { try session.pastMoment($0) } ?? session.zone.moment(at: session.now)
        Door.page(
            session.wording.stamp(asOf: asOf, knownAt: knownAt, head: try session.store.head(visibleAt: knownAt)))
        Door.page(DuePage.ward(pages, filter, session.wording))
        Door.page(session.wording.summaryNotice())
    }

    /// The course at the typed moment, else now: what is due is about what comes, also after the infant went home.
    private func course(_ infant: InfantRef, _ knownAt: KnownAt, _ session: Session) throws -> Course {
        try session.store.course(
            of: infant,
            asOf: try moments.asOf.map { try session.pastMoment($0) } ?? session.zone.moment(at: session.now),
            knownAt: knownAt, now: session.now, need: .schedule)
    }

    private func guidelines(of schedule: Schedule, _ rules: RuleSet, _ wording: Wording) throws -> Set<String> {
        let known = schedule.guidelines
        guard let guidelines else { return schedule.guidelines(of: rules) }
        if guidelines == "all" { return Set(known) }
        let names = guidelines.uppercased().split(separator: ",").map(String.init)
        for name in names where !known.contains(name) {
            throw Failure.unreadable(wording.notAGuideline(name, known))
        }
        return Set(names)
    }

    private func hours(_ session: Session) throws -> Hours {
        if within.hasSuffix("d") { return Hours(try session.number(within, unit: "d") * 24) }
        return Hours(try session.number(within, unit: "h"))
    }
}
