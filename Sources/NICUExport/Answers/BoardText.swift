public import NICUCore

/// The ward's board, ready to be printed.
public struct Board: Sendable {
    private let rows: [BoardRow]
    private let rules: RuleSet
    private let received: Int

    /// Makes a board; `received` values wait to be accepted for an infant.
    public init(_ rows: [BoardRow], rules: RuleSet, received: Int) {
        self.rows = rows.sorted(by: BoardRow.isBefore)
        self.rules = rules
        self.received = received
    }

    /// The board as text of so many columns.
    public func text(_ wording: Wording, columns: Int) -> String {
        var lines =
            Board.wrapped(
                wording.boardCounts(rows, received: received), columns: columns, indent: 0,
                joint: wording.pick("；", "; "))
            + [""]
        let head = [
            "", wording.pick("床", "bed"), wording.pick("代号", "code"), wording.pick("日龄", "age"),
            wording.pick("矫正", "PMA"), wording.pick("今日体重", "weight today"),
        ]
        var table = Table(head, [.left, .left, .left, .right, .right, .left])
        for row in rows {
            table.add([
                symbol(row), row.bed ?? "–", row.code.text, row.dayOfLife.map { "\($0)" } ?? "?",
                row.postmenstrualAge?.description ?? "?", weight(row, wording),
            ])
        }
        let printed = table.text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        lines.append(printed[0])
        for (row, line) in zip(rows, printed.dropFirst()) {
            lines.append(line)
            lines += notes(row, wording, columns: columns)
        }
        return lines.joined(separator: "\n")
    }

    private func symbol(_ row: BoardRow) -> String {
        row.weight.today == .missing ? "!" : row.isQuiet ? "✓" : "•"
    }

    private func weight(_ row: BoardRow, _ wording: Wording) -> String {
        let last = row.weight.last.map { "\($0.grams) g, \($0.at.display)" }
        switch row.weight.today {
        case .weighed(let grams, _):
            let change = row.change.map { wording.weightChange($0.grams, from: $0.from, to: $0.to) }
            return "\(grams) g" + (change.map { wording.pick("（\($0)）", " (\($0))") } ?? "")
        case .missing:
            return wording.pick("缺（上次 \(last ?? "无")）", "MISSING (last \(last ?? "none"))")
        case .omitted(let why, _):
            return wording.pick("未称：\(wording.term(why.rawValue))", "not weighed: \(wording.term(why.rawValue))")
        case .notDue: return wording.pick("今天不称（上次 \(last ?? "无")）", "not due (last \(last ?? "none"))")
        }
    }

    /// What is wanted besides the weight, wrapped to the width and set in.
    private func notes(_ row: BoardRow, _ wording: Wording, columns: Int) -> [String] {
        var notes: [String] = []
        if row.isHeadMissing {
            notes.append(
                row.headAge.map { wording.pick("头围 \($0) 天前", "head \($0) d ago") }
                    ?? wording.pick("无头围", "no head measured"))
        }
        notes += row.due.map { wording.boardDue($0, among: row.due) }
        notes += row.countdowns.map { countdown in
            return "\(wording.title(countdown.id, rules)): \(wording.reason(countdown.reason))"
        }
        if !row.untold.isEmpty { notes.append(wording.boardUntold(row.untold, rules)) }
        notes += row.alerts.map { wording.boardAlert($0, rules) }
        // Among the alerts already where it is far off.
        if let dosing = row.dosing, !row.alerts.contains(.dosingWeight(dosing)) {
            notes.append(wording.dosingWeight(dosing))
        }
        notes += row.targets.map { "\(wording.targetTitle($0)) \(wording.standing($0.standing))" }
        notes += [wording.papersOverdue(row.papers)].compactMap(\.self)
        return Board.wrapped(notes, columns: columns, indent: 6, joint: wording.pick("；", "; "))
    }

    /// Notes joined by semicolons, broken between notes, or inside one that is longer than a line.
    static func wrapped(_ notes: [String], columns: Int, indent: Int, joint: String) -> [String] {
        let room = max(columns - indent, 20)
        let space = String(repeating: " ", count: indent)
        var lines: [String] = []
        var line = ""
        func flush() {
            if !line.isEmpty { lines.append(space + line) }
            line = ""
        }
        for note in notes {
            let joined = line.isEmpty ? note : line + joint + note
            if Table.width(joined) <= room {
                line = joined
                continue
            }
            flush()
            for word in note.split(separator: " ", omittingEmptySubsequences: true) {
                let next = line.isEmpty ? String(word) : line + " " + word
                if Table.width(next) > room { flush() }
                line = line.isEmpty ? String(word) : line + " " + word
            }
        }
        flush()
        return lines
    }

    /// The board as JSON; reasons in English whatever the language.
    public func json(_ zone: Zone) -> JSON {
        let wording = Wording.ofMachines(zone)
        return .array(
            rows.map { row in
                [
                    "infant": .string(row.code.text), "bed": .optional(row.bed), "dayOfLife": .optional(row.dayOfLife),
                    "pmaDays": .optional(row.postmenstrualAge?.days), "weightToday": .string(today(row.weight.today)),
                    "lastWeight": row.weight.last.map {
                        ["value": .integer(Int64($0.grams)), "unit": "g", "at": .string($0.at.text)]
                    } ?? .null,
                    "change": .optional(row.change?.grams), "changeSince": .optional(row.change?.from.text),
                    "headAgeDays": .optional(row.headAge),
                    "due": .array(
                        row.due.map { ["id": .string($0.id), "status": .string($0.status.rawValue)] }),
                    "papers": .array(
                        row.papers.map { ["id": .string($0.id), "status": .string($0.status.rawValue)] }),
                    "countdowns": .array(
                        row.countdowns.map { countdown in
                            [
                                "criterion": .string(countdown.id), "reason": .string(wording.reason(countdown.reason)),
                                "earliest": .string(zone.moment(at: countdown.earliest).text),
                            ]
                        }),
                    "unknown": .array(row.untold.map { .string($0) }),
                    "targets": .array(
                        row.targets.map { state in
                            [
                                "target": .string(state.plan.target), "entry": .integer(state.entry.seq),
                                "standing": .string(wording.standing(state.standing)),
                            ]
                        }),
                    "dosingWeight": row.dosing.map {
                        ["grams": .integer(Int64($0.grams)), "since": .string($0.since.text), "by": .string($0.by)]
                    } ?? .null,
                    "alerts": .array(row.alerts.map { .string(wording.boardAlert($0, rules)) }),
                ]
            })
    }

    private func today(_ today: WeighState.Today) -> String {
        switch today {
        case .weighed: "weighed"
        case .omitted: "omitted"
        case .missing: "missing"
        case .notDue: "not_due"
        }
    }
}
