public import NICUCore

/// The whole course as a list in clinical order, what was corrected or struck included.
public struct Timeline: Sendable {
    /// One entry with what became of it.
    public struct Row: Sendable {
        /// The entry.
        public let entry: Entry
        /// The correction or strike that replaced it; nil while it counts.
        public let superseded: Superseded?
    }

    /// The course it was made from.
    public let course: Course
    /// The entries in clinical order.
    public let rows: [Row]
    private let ages: CourseAges

    /// Makes the timeline of a course that was loaded whole.
    public init(_ course: Course) {
        self.course = course
        ages = course.ages
        let counting = course.entries.map { Row(entry: $0, superseded: nil) }
        let replaced = course.superseded.map { Row(entry: $0.entry, superseded: $0) }
        rows = (counting + replaced).sorted { a, b in
            (a.entry.at.instant, a.entry.seq) < (b.entry.at.instant, b.entry.seq)
        }
    }

    /// Text for people: ages beside the time, what no longer counts struck through with who and why.
    public func text(_ wording: Wording) -> String {
        var lines: [String] = []
        let birth = course.birth.map { wording.entry($0.entry) } ?? ""
        lines.append(
            "\(course.code)  \(birth)  "
                + (course.gestationalAge.map { wording.pick("胎龄 \($0)", "GA \($0)") }
                    ?? wording.pick("胎龄不详", "GA unknown")))
        lines.append(wording.stamp(asOf: course.asOf, knownAt: course.knownAt, head: course.head))
        lines.append("")
        var table = Table(
            [
                "#", wording.pick("时间", "time"), wording.pick("日龄", "age d"), wording.pick("矫正胎龄", "PMA"),
                wording.pick("内容", "what"), wording.pick("记录者", "by"),
            ], [.right, .left, .right])
        for row in rows {
            let day = row.entry.at.day
            var what = Table.visible(wording.entry(row.entry))
            if let replaced = row.superseded { what = "~~\(what)~~ " + Table.visible(wording.replacement(replaced)) }
            table.add([
                "\(row.entry.seq)", row.entry.at.display, ages.postnatal(on: day).map { "\($0.days)" } ?? "",
                ages.postmenstrual(on: day)?.description ?? "", what, row.entry.by,
            ])
        }
        lines.append(table.text(columns: wording.columns))
        return lines.joined(separator: "\n")
    }

    /// JSON for machines: entries with their ages and what became of them.
    public func json(_ wording: Wording, unit: String) -> JSON {
        let entries = rows.map { row -> JSON in
            var members = EntryLine.json(row.entry, zone: course.clock.zone, unit: unit, digest: nil).members
            let day = row.entry.at.day
            members.insert(JSON.Member("seq", .integer(row.entry.seq)), at: 1)
            members.append(JSON.Member("dayOfLife", .optional(ages.postnatal(on: day)?.days)))
            members.append(JSON.Member("pmaDays", .optional(ages.postmenstrual(on: day)?.days)))
            members.append(JSON.Member("text", .string(wording.entry(row.entry))))
            members.append(JSON.Member("struckThrough", .bool(row.superseded != nil)))
            if let replaced = row.superseded {
                members.append(
                    JSON.Member(
                        "supersededBy",
                        [
                            "seq": .integer(replaced.by.seq), "id": .string(replaced.by.id.description),
                            "what": .string(replaced.isStruck ? "struck" : "corrected"), "by": .string(replaced.by.by),
                            "recorded": .string(course.clock.zone.moment(at: replaced.by.recorded).text),
                            "reason": .optional(replaced.by.reason?.text),
                            "confirmedBy": .optional(replaced.confirmedBy),
                        ]))
            }
            return .object(members)
        }
        return [
            "infant": .string(course.code.text), "asOf": .string(course.asOf.text),
            "knownAt": .string(knownAtText(course)), "head": .string(course.head.fingerprint),
            "entries": .array(entries),
        ]
    }

    /// One line an entry for a spreadsheet; `status` says what no longer counts.
    public func csv(_ wording: Wording, _ dialect: CSV.Dialect = .plain) -> String {
        var lines = [
            [
                "seq", "at", "precision", "day_of_life", "pma", "kind", "text", "status", "superseded_by", "reason",
                "by", "recorded",
            ]
        ]
        for row in rows {
            let entry = row.entry
            let day = entry.at.day
            let status = row.superseded.map { $0.isStruck ? "struck" : "corrected" } ?? "counts"
            let text = wording.entry(entry)
            lines.append(
                [
                    "\(entry.seq)", entry.at.text, entry.at.precision.rawValue,
                    ages.postnatal(on: day).map { "\($0.days)" } ?? "",
                    ages.postmenstrual(on: day)?.description ?? "", entry.kind.name,
                    row.superseded == nil ? text : "~~\(text)~~", status, row.superseded.map { "\($0.by.seq)" } ?? "",
                    row.superseded?.by.reason?.text ?? entry.reason?.text ?? "", entry.by,
                    course.clock.zone.moment(at: entry.recorded).text,
                ])
        }
        return dialect.text(lines)
    }
}

extension Wording {
    /// Who struck or corrected an entry, when and why.
    public func replacement(_ replaced: Superseded) -> String {
        let what = replaced.isStruck ? pick("删划", "struck") : pick("更正", "corrected")
        let reason = replaced.by.reason.map { $0.text ?? pick("（原因已封存）", "(reason sealed)") } ?? ""
        let confirmed = replaced.confirmedBy.map { pick("，\($0) 医师确认", ", confirmed by \($0)") } ?? ""
        return pick(
            "→ #\(replaced.by.seq) 由 \(replaced.by.by) \(what)于 \(time(replaced.by.recorded))：\(reason)\(confirmed)",
            "→ #\(replaced.by.seq) \(what) by \(replaced.by.by), \(time(replaced.by.recorded)): \(reason)\(confirmed)")
    }
}
