public import NICUCore

/// One infant at a glance: who, where, and the latest of everything, each with its age.
public struct InfantCard: Sendable {
    private let course: Course

    /// Makes the card of a course that was loaded whole.
    public init(_ course: Course) { self.course = course }

    /// The latest entry of each quantity, aspect, task and statement, in the order of the record.
    private var latest: [Entry] {
        var found: [String: Entry] = [:]
        for entry in course.entries {
            switch entry.body {
            case let body as Measurement where body.counts: found["1 " + body.quantity.rawValue] = entry
            case let body as Measurement where body.role == .dosing: found["1 weight dosing"] = entry
            case let body as State: found["2 " + body.aspect] = entry
            case is Event: found["3 event"] = entry
            case let body as Check: found["4 " + body.task] = entry
            case let body as Attestation: found["5 " + body.item] = entry
            case let body as Plan: found["6 " + body.target] = entry
            case let body as Consent: found["7 " + body.item] = entry
            case is Communication: found["8 communication"] = entry
            default: break
            }
        }
        return found.keys.sorted().compactMap { found[$0] }
    }

    /// Text for people.
    public func text(_ wording: Wording) -> String {
        let day = course.asOf.day
        var lines = [
            "\(course.code)  " + (course.birth.map { wording.entry($0.entry) + " \($0.entry.at.display)" } ?? ""),
            (course.gestationalAge.map { wording.pick("胎龄 \($0)", "gestational age \($0)") }
                ?? wording.pick("胎龄不详", "gestational age unknown"))
                + wording.pick("，", ", ")
                + wording.ages(day: course.postnatalAge(on: day)?.days, postmenstrual: course.postmenstrualAge(on: day)),
        ]
        if let end = course.stayEnd {
            lines.append(wording.stayEnded(end.entry.at, end.destination))
        } else if let bed = course.bed {
            lines.append(wording.pick("\(Table.visible(bed)) 床", "bed \(Table.visible(bed))"))
        }
        lines.append(wording.stamp(asOf: course.asOf, knownAt: course.knownAt, head: course.head))
        lines.append("")
        var table = Table(
            [
                "#", wording.pick("时间", "time"), wording.pick("已过", "old"), wording.pick("内容", "what"),
                wording.pick("记录者", "by"),
            ], [.right, .left, .right])
        for entry in latest {
            let hours = Int((course.asOf.latest - entry.at.earliest) / 3600)
            let age = hours < 72 ? "\(hours) h" : "\(hours / 24) d"
            table.add(["\(entry.seq)", entry.at.display, age, Table.visible(wording.entry(entry)), entry.by])
        }
        return (lines + [table.text]).joined(separator: "\n")
    }

    /// JSON for machines.
    public func json(_ wording: Wording) -> JSON {
        let day = course.asOf.day
        return [
            "infant": .string(course.code.text), "id": .string(course.infant.id.description),
            "sex": .string(course.sex.rawValue), "born": .optional(course.birth?.entry.at.text),
            "gaDays": .optional(course.gestationalAge?.days),
            "dayOfLife": .optional(course.postnatalAge(on: day)?.days),
            "pmaDays": .optional(course.postmenstrualAge(on: day)?.days), "bed": .optional(course.bed),
            "stayEnded": .optional(course.stayEnd?.destination.rawValue), "asOf": .string(course.asOf.text),
            "knownAt": .string(knownAtText(course)), "head": .string(course.head.fingerprint),
            "latest": .array(
                latest.map {
                    [
                        "seq": .integer($0.seq), "id": .string($0.id.description), "kind": .string($0.kind.name),
                        "at": .string($0.at.text), "by": .string($0.by), "body": $0.body.json,
                        "text": .string(wording.entry($0)),
                    ]
                }),
        ]
    }
}
