internal import ArgumentParser
internal import Foundation
internal import Glibc
internal import NICUAssets
internal import NICUCore
internal import NICUExport
internal import NICUStore

/// What only the research export knows.
struct ResearchOptions: ParsableArguments {
    @Option(
        name: .customLong("k"),
        help:
            "With research: warn about infants who share their traits with fewer than this in all (default: 5)\n少于几人则警告"
    )
    var least: Int?

    @Flag(help: "With research: leave those infants out\n略去罕见组合")
    var suppressRare = false

    @Option(
        help: ArgumentHelp(
            "With research: take in infants who were never asked; the number of the ethics decision that allows it\n伦理批件编号（免除知情同意）",
            valueName: "number"))
    var withoutConsent: String?

    /// The first of the options that was given.
    var given: String? {
        if least != nil { return "--k" }
        if suppressRare { return "--suppress-rare" }
        return withoutConsent == nil ? nil : "--without-consent"
    }
}

extension Export {
    /// De-identifies the courses of those who consented, into a new folder of two files.
    func research(_ session: Session) throws {
        let wording = session.wording
        let folder = try researchFolder(session)
        let least = forResearch.least ?? 5
        guard (2...1000).contains(least) else {
            throw Failure.unreadable(wording.outsideRange("--k", "\(least)", "2–1000"))
        }
        if let ground = forResearch.withoutConsent, !Export.isGround(ground) {
            throw Failure.unreadable(wording.researchGround(ground))
        }
        try session.store.checkClinician(session.login)
        var known = try session.knownAt(moments.knownAt)
        // One picture of the record, whatever is written meanwhile.
        if case .now = known { known = .position(try session.store.head(visibleAt: known).seq) }
        guard let secret = ResearchSecret(bytes: try session.store.researchSecret()) else {
            throw RecordProblem.keysUnreadable(path: session.store.location.keys)
        }
        var leftOut = ResearchExport.LeftOut()
        var infants = try researchInfants(session, knownAt: known, secret, &leftOut)
        let groups = ResearchGroups(infants, least: least)
        if forResearch.suppressRare {
            let rare = Set(groups.rare.map(\.id))
            infants.removeAll { rare.contains($0.id) }
            leftOut.suppressed = rare.count
        }
        guard !infants.isEmpty else { throw Failure.refused(wording.researchNobody(leftOut)) }
        // What cannot be traced is not handed on.
        let ground = forResearch.withoutConsent
        for infant in infants {
            try session.store.noteAccess(
                by: session.login, verb: "export-research", infant: infant.id, ground: ground, now: session.now)
        }
        let settings = try session.store.settings(knownAt: known)
        var export = ResearchExport(
            infants, secret: secret, words: try Export.words(),
            making: ResearchExport.Making(
                software: NICU.software, zone: session.zone, careDay: settings.careDay.text,
                shifts: settings.shifts.map(\.text).joined(separator: ",")))
        let manifest = try session.writeResearch(&export, to: folder, knownAt: known) { export, lines in
            export.manifest(groups: groups, leftOut: leftOut, isWaived: ground != nil, lines: lines)
        }
        session.answer(
            manifest, wording.researchWritten(folder, infants: infants.count, lines: export.count))
        for line in wording.researchLeftOut(leftOut) { Door.remark(line) }
        if !forResearch.suppressRare, !groups.rare.isEmpty { Door.remark(wording.researchRare(groups)) }
        if export.otherOffset > 0 { Door.remark(wording.researchClockChanges(session.zone.name)) }
        Door.remark(wording.researchIsNotAnonymous())
    }

    /// The folder to make; options of the other forms are refused.
    private func researchFolder(_ session: Session) throws -> String {
        let wording = session.wording
        for (option, isGiven) in [
            ("--as-of", moments.asOf != nil), ("--all", all), ("--days", days != 14),
            ("--quantity", quantity != "weight"),
            (table.given, table.isGiven),
        ] where isGiven {
            throw Failure.unreadable(wording.notTogether(option, "--format research"))
        }
        guard var folder = output else { throw Failure.unreadable(wording.researchNeedsFolder()) }
        while folder.count > 1, folder.hasSuffix("/") { folder.removeLast() }
        var info = stat()
        if lstat(folder, &info) == 0 { throw Failure.refused(wording.fileExists(folder)) }
        return folder
    }

    /// A number as ethics boards give them; no room for a story or a name.
    private static func isGround(_ text: String) -> Bool {
        (3...40).contains(text.count) && text.contains(where: \.isNumber)
            && text.allSatisfy { $0.isLetter || $0.isNumber || "-_./".contains($0) }
    }

    /// Those with a consent as known now, or without a refusal where consent was waived.
    private func researchInfants(
        _ session: Session, knownAt: KnownAt, _ secret: ResearchSecret, _ leftOut: inout ResearchExport.LeftOut
    ) throws -> [ResearchInfant] {
        let births = try session.store.births(knownAt: knownAt, now: session.now)
        let now = session.zone.moment(at: session.now)
        var found: [ResearchInfant] = []
        for infant in try session.store.infants() {
            let course = try session.store.course(
                of: infant, asOf: now, knownAt: knownAt, now: session.now,
                need: CourseNeed(
                    kinds: CourseNeed.identity.union([.dating, .measurement, .admission, .transfer, .discharge]),
                    quantities: [.weight]))
            // An infant of whom nothing was known by then is not left out of anything.
            guard !course.entries.isEmpty || !course.superseded.isEmpty else { continue }
            guard course.birth != nil else {
                leftOut.withoutBirth += 1
                continue
            }
            // A withdrawal counts from when it is recorded, whatever moment of knowledge is asked for.
            let asked = try session.store.course(
                of: infant, asOf: now, knownAt: .now(session.now), now: session.now, need: CourseNeed(kinds: [.consent])
            )
            switch asked.consent(to: ResearchWords.research).answer {
            case .yes: break
            case .no:
                leftOut.refused += 1
                continue
            case .unknown:
                if forResearch.withoutConsent != nil { break }
                leftOut.withoutConsent += 1
                continue
            }
            let birth = births[infant.id] ?? (first: infant.id, place: 0)
            if let one = ResearchInfant(course, first: birth.first, place: birth.place, secret: secret) {
                found.append(one)
            }
        }
        return found
    }

    /// The closed lists, with the names that stand in the program's own rule files.
    private static func words() throws -> ResearchWords {
        let book = RuleBook()
        let rules = try book.readinessIds.map { try book.ruleSet($0) }
        let classes = try ClassificationFile.embedded()
        return ResearchWords(
            criteria: rules.flatMap { $0.criteria.map(\.id) }, ruleSets: book.readinessIds,
            grades: Vocabulary.names(of: .problem).flatMap { classes.grades(ofProblem: $0) },
            targets: try CareFile.embedded().targets.map(\.id))
    }
}

extension Session {
    /// Writes lines and manifest into a folder beside the wished one, and gives it the name once both are whole.
    fileprivate func writeResearch(
        _ export: inout ResearchExport, to folder: String, knownAt: KnownAt,
        manifest: (ResearchExport, [UInt8]) -> JSON
    ) throws -> JSON {
        let draft = try DraftFolder(for: folder, wording)
        var isDone = false
        defer { if !isDone { draft.remove() } }
        var bytes: [UInt8] = []
        let refs = Dictionary(uniqueKeysWithValues: try store.infants().map { ($0.id, $0) })
        let now = zone.moment(at: now)
        for infant in export.infants {
            guard let ref = refs[infant.id] else { continue }
            let course = try store.course(of: ref, asOf: now, knownAt: knownAt, now: self.now)
            let ledger = try store.ledger(of: ref, knownAt: knownAt).map(\.entry)
            do throws(ResearchExport.Unreadable) {
                bytes += Array(try export.lines(of: infant, ledger, course).utf8)
            } catch {
                throw Failure.refused(wording.researchUnreadable(error.kind))
            }
        }
        let json = manifest(export, bytes)
        try write(bytes, to: draft.path + "/entries.ndjson")
        try write(json.text + "\n", to: draft.path + "/manifest.json")
        try draft.finish()
        isDone = true
        return json
    }
}
