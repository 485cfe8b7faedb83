public import NICUCore

/// Which clinical paper is written.
public enum SummaryKind: String, Sendable, Hashable, CaseIterable {
    /// 病程记录: the last 24 hours.
    case progress
    /// 阶段小结: the last month of a long stay.
    case stage
    /// 出院记录.
    case discharge
    /// 转院记录.
    case transfer
    /// 死亡记录.
    case death

    /// The days that a summary of a part of the stay goes back; nil for the whole stay.
    public var days: Int? {
        switch self {
        case .progress: 1
        case .stage: 30
        case .discharge, .transfer, .death: nil
        }
    }

    /// Whether it belongs to a stay that ends so; a paper of a stay that goes on belongs to any.
    public func fits(_ end: Destination?) -> Bool {
        switch (self, end) {
        case (.progress, _), (.stage, _): true
        case (.death, let end): end == .death
        case (.transfer, let end): end == nil || end == .transfer
        case (.discharge, let end): end != .transfer && end != .death
        }
    }
}

/// A clinical paper about one infant: the facts filled from the record, what is judgement left to the physician.
public struct Summary: Sendable {
    /// Who the infant is by name, where that was asked for.
    public struct Identity: Sendable {
        /// The name.
        public let name: String?
        /// 住院号.
        public let hospitalNumber: String?
        /// 病案号.
        public let recordNumber: String?

        /// Makes one of the opened texts of an identity.
        public init(_ body: NICUCore.Identity?) {
            name = body?.name?.text
            hospitalNumber = body?.hospitalNumber?.text
            recordNumber = body?.recordNumber?.text
        }
    }

    private let sheet: Sheet
    private let wording: Wording
    private let kind: SummaryKind
    private let picture: InfantPicture
    private let unit: String

    /// Makes a paper; `identity` is nil where the infant is named by its code alone.
    public init(
        _ kind: SummaryKind, _ picture: InfantPicture, identity: Identity?, reopened: [String],
        unit: String, wording: Wording
    ) {
        self.kind = kind
        self.wording = wording
        self.picture = picture
        self.unit = unit
        let course = picture.course
        let lines = InfantLines(picture: picture, wording: wording, reopened: reopened)
        let born = course.birthDay ?? course.asOf.day
        let since = kind.days.map { max(course.asOf.day + -$0, born) } ?? born
        let whole = CourseLines(
            picture: picture, counted: CountedDays.all(course, picture.care), wording: wording, since: since)
        sheet = Sheet(
            title: wording.summaryTitle(kind, unit: unit),
            blocks: [
                Sheet.Block(
                    code: course.code.text, title: wording.heading(picture),
                    parts: Summary.parts(kind, lines, whole, identity, wording))
            ], empty: "",
            foot: wording.foot(unit: unit, asOf: course.asOf, knownAt: course.knownAt, head: course.head),
            notices: wording.summaryNotices(kind, named: identity != nil, isOpen: course.stayEnd == nil),
            signatures: wording.summarySignatures())
    }

    private static func parts(
        _ kind: SummaryKind, _ now: InfantLines, _ whole: CourseLines, _ identity: Identity?, _ wording: Wording
    ) -> [Sheet.Part] {
        func row(_ topic: InfantLines.Topic) -> Sheet.Row { now.row(topic) }
        func facts(_ topic: SummaryTopic, _ lines: [Sheet.Line]) -> Sheet.Row {
            Sheet.Row(id: topic.rawValue, label: wording.topic(topic), lines: lines)
        }
        func judgement(_ topic: SummaryTopic) -> Sheet.Row {
            facts(topic, [Sheet.Line(wording.physicianWrites())])
        }
        let who =
            (identity.map { [facts(.name, wording.named($0).map { Sheet.Line($0) })] } ?? [])
            + [row(.identity), row(.ages), facts(.stay, whole.stay)]
        let began = [
            facts(.admission, whole.admission), facts(.birth, whole.birth), judgement(.complaint),
            judgement(.admissionDiagnosis),
        ]
        let course = [
            facts(.problems, whole.problems), facts(.support, whole.support), facts(.procedures, whole.procedures),
            facts(.events, whole.events), facts(.growth, whole.growth), facts(.screens, whole.screens),
            facts(.laboratory, whole.laboratory), facts(.talks, whole.talks),
        ]
        let state = [
            row(.respiratory), row(.thermal), row(.feeding), row(.weight), row(.medicines), row(.lines), row(.vitals),
        ]
        func part(_ title: SummaryPart, _ rows: [Sheet.Row]) -> Sheet.Part {
            Sheet.Part(title: wording.part(title), rows: rows)
        }
        switch kind {
        case .progress:
            return [
                part(.who, who),
                part(
                    .lastDay,
                    [row(.events)] + state + [row(.results), row(.changes), row(.writings), judgement(.examination)]),
                part(.assessment, [row(.problems), judgement(.analysis), row(.readiness)]),
                part(.plan, [row(.plans), row(.due), judgement(.orders)]),
            ]
        case .stage:
            return [
                part(.who, who), part(.beginning, began), part(.course, course),
                part(.now, state + [row(.results), judgement(.examination)]),
                part(.assessment, [judgement(.currentDiagnosis), row(.readiness)]),
                part(.plan, [row(.plans), row(.due), judgement(.orders)]),
            ]
        case .discharge:
            return [
                part(.who, who), part(.beginning, began), part(.course, course),
                part(
                    .end,
                    [facts(.end, whole.end)] + state + [row(.readiness), row(.decisions), judgement(.examination)]),
                part(.assessment, [judgement(.dischargeDiagnosis)]),
                part(.plan, [facts(.open, whole.open), judgement(.dischargeOrders)]),
            ]
        case .transfer:
            return [
                part(.who, who), part(.beginning, began), part(.course, course),
                part(.now, [facts(.end, whole.end)] + state + [row(.results), judgement(.examination)]),
                part(.assessment, [judgement(.currentDiagnosis)]),
                part(.plan, [row(.plans), facts(.open, whole.open), judgement(.purpose)]),
            ]
        case .death:
            return [
                part(.who, who), part(.beginning, began), part(.course, course + [judgement(.rescue)]),
                part(.end, [facts(.end, whole.end), judgement(.deathDiagnosis), judgement(.causeOfDeath)]),
            ]
        }
    }

    /// Plain text of 80 columns.
    public var text: String { sheet.text() }

    /// One self-contained HTML page, which prints on A4.
    public var html: String { sheet.html(wording.htmlWords) }

    /// The same for machines.
    public var json: JSON {
        let course = picture.course
        return [
            "kind": .string(kind.rawValue), "unit": .string(unit), "asOf": .string(course.asOf.text),
            "knownAt": .string(knownAtText(course)), "head": .string(course.head.fingerprint),
            "infants": .array(sheet.json),
        ]
    }
}

/// What a row of a summary is about, besides the topics of a handover.
enum SummaryTopic: String, CaseIterable {
    case name, stay, admission, birth, problems, support, procedures, events, growth, screens, laboratory, talks, open,
        end
    // What the physician writes
    case complaint, admissionDiagnosis, examination, analysis, currentDiagnosis, dischargeDiagnosis, orders
    case dischargeOrders, purpose, rescue, deathDiagnosis, causeOfDeath
}

/// The parts of a summary.
enum SummaryPart: String, CaseIterable { case who, beginning, lastDay, course, now, end, assessment, plan }
