public import NICUCore

/// One infant as a line of the unit's list.
public struct WardRow: Sendable {
    private let course: Course

    /// Makes a row of a course that holds at least birth, stay and weights.
    public init(_ course: Course) { self.course = course }

    private var day: Day { course.asOf.day }

    /// JSON for machines.
    public var json: JSON {
        [
            "infant": .string(course.code.text), "bed": .optional(course.bed), "sex": .string(course.sex.rawValue),
            "gaDays": .optional(course.gestationalAge?.days),
            "dayOfLife": .optional(course.postnatalAge(on: day)?.days),
            "pmaDays": .optional(course.postmenstrualAge(on: day)?.days),
            "lastWeight": course.weights.last.map {
                ["value": .integer(Int64($0.body.value)), "unit": "g", "at": .string($0.entry.at.text)]
            } ?? .null,
            "asOf": .string(course.asOf.text), "knownAt": .string(knownAtText(course)),
            "head": .string(course.head.fingerprint),
            "stayEnded": .optional(course.stayEnd?.destination.rawValue),
        ]
    }

    /// Text for people.
    public static func table(_ rows: [WardRow], _ wording: Wording) -> String {
        var table = Table(
            [
                wording.pick("代号", "code"), wording.pick("床", "bed"), wording.pick("性别", "sex"),
                wording.pick("胎龄", "GA"),
                wording.pick("日龄", "age d"), wording.pick("矫正胎龄", "PMA"), wording.pick("末次体重", "last weight"),
                wording.pick("称重时间", "weighed"), wording.pick("去向", "left to"),
            ], [.left, .left, .left, .right, .right, .right, .right])
        for row in rows {
            let course = row.course
            let last = course.weights.last
            table.add([
                course.code.text, course.stayEnd == nil ? course.bed ?? "" : "", wording.sex(course.sex),
                course.gestationalAge?.description ?? "?", course.postnatalAge(on: row.day).map { "\($0.days)" } ?? "?",
                course.postmenstrualAge(on: row.day)?.description ?? "?", last.map { "\($0.body.value) g" } ?? "—",
                last.map { $0.entry.at.display } ?? "",
                course.stayEnd.map { wording.term($0.destination.rawValue) } ?? "",
            ])
        }
        return table.text(columns: wording.columns)
    }
}
