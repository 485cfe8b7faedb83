internal import Crypto
public import NICUCore

/// 患儿病程档案: the whole course of one infant as one page that people read and `nicu import` restores.
///
/// Self-contained: no script runs, nothing is fetched. The entries stand in it as the lines of ``EntryLine``, with their
/// SHA-256 and a manifest of what it was made with and what was left out.
public struct Passport: Sendable {
    /// What a passport was made with, for its manifest.
    public struct Making: Sendable {
        /// A file of rules or references; the digest where there is one.
        public typealias File = (kind: String, id: String, version: String, digest: String?)

        /// The program and its version.
        public let software: String
        /// The files of rules and references.
        public let files: [File]

        /// Makes one from its parts.
        public init(software: String, files: [File]) {
            self.software = software
            self.files = files
        }
    }

    private let picture: InfantPicture
    private let whole: CourseLines
    private let now: InfantLines
    private let readiness: ReadinessPage
    private let chart: String?
    private let lines: [JSON]
    private let unit: String
    private let making: Making
    private let wording: Wording

    /// Makes one of a course that was loaded whole, its growth chart as SVG, and its entries as exchange lines.
    public init(
        _ picture: InfantPicture, chart: String?, lines: [JSON], reopened: [String], unit: String,
        making: Making, wording: Wording
    ) {
        self.picture = picture
        self.chart = chart
        self.lines = lines
        self.unit = unit
        self.making = making
        self.wording = wording
        let course = picture.course
        now = InfantLines(picture: picture, wording: wording, reopened: reopened)
        whole = CourseLines(
            picture: picture, counted: CountedDays.all(course, picture.care), wording: wording,
            since: course.birthDay ?? course.asOf.day)
        readiness = ReadinessPage(picture.answer, course, rules: picture.rules)
    }

    private var course: Course { picture.course }

    // MARK: For machines

    /// The lines of the entries, one a line; a less-than sign is escaped as JSON allows, so that no element ends in it.
    private var payload: String {
        lines.map { $0.text.replacing("<", with: "\\u003c") + "\n" }.joined()
    }

    /// The same entries as a FHIR document, for systems that read no page.
    private var fhir: String {
        FHIRRecord(picture, lines: lines, unit: unit, making: making).bundle.text.replacing("<", with: "\\u003c")
    }

    /// How many entries are inside that happened after the moment of the page and are not shown on it.
    private var later: Int {
        lines.count { line in
            let at = line["at"]?.string.flatMap { try? Moment(iso: $0, zone: course.clock.zone) }
            return at.map { $0.earliest > course.asOf.latest } ?? false
        }
    }

    /// What it is, what it was made with, and what was left out.
    private func manifest(_ payload: String, fhir: String) -> JSON {
        [
            "kind": .string(PassportFile.kind), "version": 1, "software": .string(making.software),
            "infant": .string(course.code.text), "unit": .string(unit), "asOf": .string(course.asOf.text),
            "knownAt": .string(knownAtText(course)), "head": .string(course.head.fingerprint),
            "entries": .integer(Int64(lines.count)),
            "counts": PassportFile.counts(lines),
            "files": .array(
                making.files.map {
                    [
                        "kind": .string($0.kind), "id": .string($0.id), "version": .string($0.version),
                        "digest": .optional($0.digest),
                    ]
                }),
            "later": .integer(Int64(later)),
            "leftOut": .array(wording.passportLeftOut().map { .string($0) }),
            "sha256": .string(PassportFile.digest(Array(payload.utf8))),
            "fhirSha256": .string(PassportFile.digest(Array(fhir.utf8))),
            "pageSha256": .string(PassportFile.blank),
        ]
    }

    // MARK: For people

    /// The page.
    public var html: String {
        let (payload, fhir) = (payload, fhir)
        let sheet = Sheet(
            title: wording.passportTitle(unit: unit), blocks: [], empty: "",
            foot: wording.foot(unit: unit, asOf: course.asOf, knownAt: course.knownAt, head: course.head),
            notices: wording.passportNotices(later: later))
        let page = sheet.html(
            wording.htmlWords, main: body,
            data: PassportFile.elements(
                manifest: manifest(payload, fhir: fhir).text, payload: payload, fhir: fhir))
        // The digest of the whole page, taken while its own place is blank.
        return page.replacing(PassportFile.blank, with: PassportFile.digest(Array(page.utf8)), maxReplacements: 1)
    }

    private func section(_ title: String, _ content: String) -> String {
        "<section>\n<h2>\(HTML.escaped(title.prefix(1).uppercased() + title.dropFirst()))</h2>\n\(content)</section>\n"
    }

    private func rows(_ rows: [Sheet.Row]) -> String {
        Sheet.table([Sheet.Part(rows: rows)], code: course.code.text, wording.htmlWords)
    }

    private func row(_ topic: SummaryTopic, _ lines: [Sheet.Line]) -> Sheet.Row {
        Sheet.Row(id: topic.rawValue, label: wording.topic(topic), lines: lines)
    }

    private var body: String {
        var out = "<p class=\"who\">\(HTML.escaped(wording.heading(picture)))</p>\n"
        out += section(
            wording.part(.who),
            rows(
                [now.row(.identity), now.row(.ages), row(.stay, whole.stay), row(.end, whole.end)]
                    + [
                        now.row(.weight), now.row(.respiratory), now.row(.feeding), now.row(.medicines),
                        now.row(.lines),
                    ]))
        if let chart { out += section(wording.passport(.growth), figure(chart)) }
        out += section(
            wording.part(.course),
            rows([
                row(.birth, whole.birth), row(.problems, whole.problems), row(.support, whole.support),
                row(.procedures, whole.procedures), row(.growth, whole.growth),
            ]))
        if let lanes = CareLanes(course, wording)?.svg { out += section(wording.passport(.lanes), figure(lanes)) }
        out += section(
            wording.passport(.events), rows([row(.events, whole.events)]) + eventTable)
        out += section(
            wording.passport(.screens),
            rows([row(.screens, whole.screens), row(.open, whole.open), row(.laboratory, whole.laboratory)]))
        out += section(
            wording.passport(.plan), rows([now.row(.plans), row(.talks, whole.talks), now.row(.decisions)]))
        out += section(wording.topic(.readiness), readinessTable)
        out += section(wording.passport(.all), timeline)
        return out
    }

    private func figure(_ svg: String) -> String { "<figure tabindex=\"0\">\n\(svg)</figure>\n" }

    private var eventTable: String {
        let ages = course.ages
        let events = course.all(Event.self)
        guard !events.isEmpty else { return "" }
        return HTML.table(
            [wording.pick("时间", "time"), wording.pick("日龄", "age d"), wording.pick("事件", "event")],
            events.map { found in
                [
                    HTML.escaped(found.entry.at.display),
                    HTML.escaped(ages.postnatal(on: found.entry.at.day).map { "\($0.days)" } ?? ""),
                    HTML.escaped(wording.fact(found.entry)),
                ]
            }, caption: wording.passport(.events))
    }

    private var readinessTable: String {
        HTML.table(
            [
                wording.pick("判定", "verdict"), wording.pick("标准", "criterion"), wording.pick("来源", "basis"),
                wording.pick("依据", "why"), wording.pick("条目", "entries"),
            ],
            picture.answer.criteria.map { criterion in
                [
                    HTML.escaped(wording.symbol(criterion.verdict) + " " + wording.verdict(criterion.verdict)),
                    HTML.escaped(wording.title(criterion.id, picture.rules)),
                    HTML.escaped(wording.basis(criterion.basis)),
                    HTML.escaped(wording.why(criterion).joined(separator: "; ")),
                    HTML.escaped(criterion.evidence.map { "#\($0.seq)" }.joined(separator: " ")),
                ]
            }, caption: wording.passportReadiness(picture.answer, picture.rules))
    }

    private var timeline: String {
        let ages = course.ages
        return HTML.table(
            [
                "#", wording.pick("时间", "time"), wording.pick("日龄", "age d"), wording.pick("矫正胎龄", "PMA"),
                wording.pick("内容", "what"), wording.pick("记录者", "by"),
            ],
            Timeline(course).rows.map { row in
                let day = row.entry.at.day
                var what = HTML.escaped(wording.entry(row.entry))
                if let replaced = row.superseded {
                    what = "<del>\(what)</del> <ins>\(HTML.escaped(wording.replacement(replaced)))</ins>"
                }
                return [
                    "\(row.entry.seq)", HTML.escaped(row.entry.at.display),
                    ages.postnatal(on: day).map { "\($0.days)" } ?? "",
                    HTML.escaped(ages.postmenstrual(on: day)?.description ?? ""), what, HTML.escaped(row.entry.by),
                ]
            }, caption: wording.passport(.all))
    }
}

/// The parts of a passport that have a heading of their own.
enum PassportPart: String, CaseIterable { case growth, lanes, events, screens, plan, all }
