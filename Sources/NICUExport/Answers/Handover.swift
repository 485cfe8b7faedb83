public import NICUCore

/// For whom a handover is.
public enum HandoverKind: String, Sendable, Hashable, CaseIterable {
    /// In the order of 交班记录.
    case doctor
    /// Situation, background, assessment, recommendation.
    case nurse
}

/// The handover of a shift: a block an infant, filled from the record.
public struct Handover: Sendable {
    /// One infant of a handover.
    public struct Infant: Sendable {
        let picture: InfantPicture
        let reopened: [String]

        /// Makes one; `reopened` are the sentences about stored decisions.
        public init(_ picture: InfantPicture, reopened: [String]) {
            self.picture = picture
            self.reopened = reopened
        }
    }

    /// One infant who died or left the unit shortly before.
    public struct Gone: Sendable {
        /// What is known of its stay.
        let course: Course
        let end: (entry: Entry, destination: Destination)
        /// Whether the stay ended before the window and was entered in it.
        let isLate: Bool

        /// Makes one of its stay; nil where that goes on, or ended longer ago than a handover looks back.
        public init?(_ course: Course, asOf: Moment) {
            guard let end = course.stayEnd else { return nil }
            let since = asOf.latest - InfantPicture.window.seconds
            let (at, recorded) = (end.entry.at.latest, end.entry.recorded)
            let isLate = at <= since && recorded > since && recorded <= asOf.latest && end.entry.corrects == nil
            guard at > since || isLate else { return nil }
            self.course = course
            self.end = end
            self.isLate = isLate
        }

        var json: JSON {
            [
                "infant": .string(course.code.text), "bed": .optional(course.bed), "at": .string(end.entry.at.text),
                "to": .string(end.destination.rawValue), "entry": .integer(end.entry.seq),
            ]
        }
    }

    private let gone: [Gone]?
    private let sheet: Sheet
    private let wording: Wording
    private let kind: HandoverKind
    private let origin: (unit: String, asOf: Moment, knownAt: String, head: LedgerHead)

    /// Makes a handover of infants in the order they are to be spoken of; `gone` are those who are there no more, nil where
    /// the handover is not one of the whole unit.
    public init(
        _ kind: HandoverKind, _ infants: [Infant], gone: [Gone]? = nil, unit: String, asOf: Moment, knownAt: KnownAt,
        head: LedgerHead, wording: Wording
    ) {
        let gone = gone?.sorted {
            ($0.end.entry.at.instant, $0.end.entry.seq) < ($1.end.entry.at.instant, $1.end.entry.seq)
        }
        self.gone = gone
        self.kind = kind
        self.wording = wording
        let known =
            switch knownAt {
            case .now(let instant), .instant(let instant): wording.zone.moment(at: instant).text
            case .position(let position): "#\(position)"
            }
        origin = (unit, asOf, known, head)
        sheet = Sheet(
            title: wording.handoverTitle(kind, unit: unit), opening: gone.map { Handover.row($0, wording) },
            blocks: infants.map { Handover.block($0, kind, wording) }, empty: wording.noInfants(),
            foot: wording.foot(unit: unit, asOf: asOf, knownAt: knownAt, head: head),
            notices: wording.handoverNotices(), signatures: wording.signatures(kind))
    }

    private static func row(_ gone: [Gone], _ wording: Wording) -> Sheet.Row {
        let lines = gone.map { Sheet.Line(wording.gone($0)) }
        return Sheet.Row(
            id: "left", label: wording.goneTopic(), lines: lines.isEmpty ? [Sheet.Line(wording.nobodyGone())] : lines)
    }

    private static func block(_ infant: Infant, _ kind: HandoverKind, _ wording: Wording) -> Sheet.Block {
        let lines = InfantLines(picture: infant.picture, wording: wording, reopened: infant.reopened)
        func rows(_ topics: [InfantLines.Topic]) -> [Sheet.Row] { topics.map(lines.row) }
        let parts: [Sheet.Part]
        switch kind {
        case .doctor:
            parts = [
                Sheet.Part(
                    rows: rows([
                        .identity, .ages, .stay, .problems, .events, .respiratory, .vitals, .thermal, .feeding, .weight,
                        .medicines, .lines, .results, .due, .papers, .readiness, .decisions, .changes, .plans,
                        .writings,
                    ]))
            ]
        case .nurse:
            parts = [
                Sheet.Part(
                    title: wording.situation(),
                    rows: rows([.ages, .stay, .respiratory, .thermal, .feeding, .events])),
                Sheet.Part(
                    title: wording.background(),
                    rows: rows([.identity, .problems, .medicines, .lines, .writings])),
                Sheet.Part(
                    title: wording.assessment(),
                    rows: rows([.vitals, .weight, .results, .changes, .readiness])),
                Sheet.Part(title: wording.recommendation(), rows: rows([.due, .plans, .decisions])),
            ]
        }
        return Sheet.Block(
            code: infant.picture.course.code.text, title: wording.heading(infant.picture), parts: parts)
    }

    /// Plain text of 80 columns.
    public var text: String { sheet.text() }

    /// One self-contained HTML page, which prints on A4.
    public var html: String { sheet.html(wording.htmlWords) }

    /// The same for machines.
    public var json: JSON {
        [
            "kind": .string(kind.rawValue), "unit": .string(origin.unit), "asOf": .string(origin.asOf.text),
            "knownAt": .string(origin.knownAt), "head": .string(origin.head.fingerprint), "infants": .array(sheet.json),
            "left": gone.map { .array($0.map(\.json)) } ?? .null,
        ]
    }
}
