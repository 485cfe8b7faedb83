public import ArgumentParser
internal import NICUCore
public import NICUExport
internal import NICUStore

extension StoryAudience: ExpressibleByArgument {}

struct StoryCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "story", abstract: "The course in lay words, for the family or the press\n家庭版与媒体版",
        discussion: """
            Each needs a consent (`nicu consent CODE family-page|press granted`), as known now whatever --as-of.
            The infant goes by its alias (`nicu identity CODE`, alias=…; 小乔 / Qiao is one in two languages).
            The press page tells no date finer than the month. What was left out is listed on standard error.
            均须知情同意，以现在所知为准；只用化名。媒体版日期只到月，略去的内容列在标准错误输出。
            """)

    @OptionGroup var record: RecordOptions
    @OptionGroup var moments: MomentOptions
    @OptionGroup var paper: PaperOptions
    @Argument(help: "Code of the infant\n代号")
    var code: String
    @Option(name: .customLong("for"), help: ArgumentHelp("family or press\n读者", valueName: "reader"))
    var audience: StoryAudience
    @Flag(help: "With family: add the spans of time to come, with what they assume\n附推算区间及其前提")
    var projections = false
    @Flag(help: "With press: tell every length in whole weeks, as where the day of going home is public\n时长只写周数")
    var weeks = false
    @Flag(help: "With press: name the unit\n写出科室名称")
    var unit = false

    func run() throws {
        try paper.check(record)
        let session = try record.open()
        let wording = session.wording
        try paper.checkTerminal(session)
        for (isGiven, name, other) in [
            (projections, "--projections", StoryAudience.family), (weeks, "--weeks", .press), (unit, "--unit", .press),
        ] where isGiven && audience != other {
            throw Failure.unreadable(wording.onlyTogether(name, "--for \(other.rawValue)"))
        }
        let (infant, course) = try session.course(
            code, moments, need: .everything, verb: "story-\(audience.rawValue)")
        guard course.birth != nil else { throw RecordProblem.refused([.notBorn(code: code)]) }
        let now = try session.courseNow(infant)
        func refuse(_ refusal: StoryRefusal) -> Failure {
            Failure.refused(wording.storyRefused(refusal, audience, code: code))
        }
        if let refusal = audience.refusal(now) { throw refuse(refusal) }
        let canOpen = session.store.canOpenSealedTexts
        if !canOpen {
            guard audience == .family else { throw Failure.refused(wording.storyNeedsKey(session.store.location.keys)) }
            Door.remark(wording.storyWithoutKey(session.store.location.keys))
        }
        let alias = now.storyAlias
        if audience == .press, alias == nil { throw refuse(.noAlias) }
        let name = try session.store.settings(knownAt: course.knownAt).unit
        let siblings = try session.store.siblings(of: now)
        let logins = try session.store.clinicians().map(\.login)
        let check = StoryCheck(
            KnownTrace.all(
                now, siblings: try siblings.map { ($0, try session.courseNow(session.store.infant($0.text))) },
                logins: logins, unit: audience == .press && !unit ? name : nil), audience: audience, alias: alias)
        let told = check.foundInAlias()
        guard told.isEmpty else { throw refuse(.alias(told)) }
        if check.isAliasOfName { Door.remark(wording.storyAliasOfName()) }
        let picture = try PictureReading(session, knownAt: course.knownAt).picture(course)
        let page =
            audience == .family
            ? FamilyStory(picture, alias: alias, unit: name, isProjected: projections, wording: wording).page
            : PressStory(
                picture, alias: alias ?? "", unit: unit ? name : nil, isInWeeks: weeks, wording: wording
            ).page
        let html = page.html
        let found = check.found(in: page.text()).union(check.found(inHTML: html))
        guard found.isEmpty else { throw refuse(.page(found)) }
        let removed = StoryRemoval.of(
            course, identity: now, codes: 1 + siblings.count, logins: course.storyLogins, audience: audience)
        if now.all(Consent.self).last(where: { $0.body.item == audience.consent })?.body.formSigned != true {
            Door.remark(wording.storyConsentUnsigned())
        }
        let text = session.json ? session.json(page, removed, course, audience).text : page.text()
        if !session.json {
            Door.remark(wording.storyRemoved(removed))
            Door.remark(wording.storyChecked())
            if audience == .press { Door.remark(wording.storyMoments(course)) }
        }
        // A printed page carries a time of its own; for the press it is the middle of the month.
        let day = course.asOf.day
        let stamp =
            audience == .family ? course.asOf.instant : session.zone.start(of: day + (15 - day.parts.day))
        try paper.write(text: text + "\n", html: html, asOf: stamp, session)
    }
}

extension Session {
    /// A course as known now, whatever moments the page is about.
    fileprivate func courseNow(_ infant: InfantRef) throws -> Course {
        try store.course(of: infant, asOf: zone.moment(at: now), knownAt: .now(now), now: now, need: .everything)
    }

    /// The page for machines; that for the press carries no moment and no fingerprint.
    fileprivate func json(
        _ page: StoryPage, _ removed: [StoryRemoval], _ course: Course, _ audience: StoryAudience
    ) -> JSON {
        var members: [JSON.Member] = [JSON.Member("for", .string(audience.rawValue))]
        if audience == .family {
            members.append(JSON.Member("asOf", .string(course.asOf.text)))
        }
        members += [JSON.Member("page", page.json), JSON.Member("removed", StoryRemoval.json(removed))]
        return .object(members)
    }
}
