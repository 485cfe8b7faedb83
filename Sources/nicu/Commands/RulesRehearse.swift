internal import ArgumentParser
internal import NICUAssets
internal import NICUCore
internal import NICUExport
internal import NICUStore

extension Rules {
    struct Rehearse: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "rehearse",
            abstract:
                "Hold a proposed rule set against past stays: which verdicts and days would have changed\n用拟用规则集试算既往住院",
            discussion:
                "Nothing is written. Each stay, of a readmitted infant every one, is asked at its end, or now, and when every care day of it began.\n不写入任何内容；每次住院在结束时（或现在）及每个护理日开始时各判断一次。"
        )
        @OptionGroup var record: RecordOptions
        @Argument(help: "The proposed: a file, ID or ID@VERSION\n拟用规则集")
        var name: String
        @Option(help: "The set to compare with (default: the unit's)\n对照规则集")
        var against: String?

        func run() throws {
            let session = try record.open()
            try session.store.checkClinician(session.login)
            let known = KnownAt.now(session.now)
            let old = try session.rules(against, knownAt: known)
            let new = try RuleDesk(record).ruleSet(name)
            let need = CourseNeed.whole(for: [old, new])
            let now = session.zone.moment(at: session.now)
            let findings = try Door.concurrently(try session.store.infants()) { infant in
                let course = try session.store.course(
                    of: infant, asOf: now, knownAt: known, now: session.now, need: need)
                return course.birth == nil ? nil : course
            } _: { course in
                Rehearsal.stays(of: course, old: old, new: new)
            }
            session.noteAccess("rehearse")
            let page = RehearsalPage(findings.flatMap { $0 }, old: old, new: new)
            session.answer(page.json, page.text(session.wording))
        }
    }
}
