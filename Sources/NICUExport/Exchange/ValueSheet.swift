public import NICUCore

/// A table of values with named columns: one row a time of measuring, or one row an infant and a column a day.
///
/// Columns: `infant`; `check` (the letter on the band, the band as scanned, or the day of birth of one alone); `at`; a quantity
/// with its unit, `weight [g]`; or a day, `2024-11-18 [g]`, of the quantity that is asked for; and `role`, `reason`, `confirm`,
/// `second`. Chinese titles are taken as well. A cell may bring its own unit; an empty one says nothing.
public struct ValueSheet: Sendable {
    /// One value with the place it stands in.
    public struct Value: Sendable {
        /// The line, from 1.
        public let line: Int
        /// The title of the column.
        public let column: String
        /// Whose it is.
        public let code: InfantCode
        /// What the row says of the infant besides its code; empty for nothing.
        public let check: String
        /// When it was measured.
        public let at: Moment
        /// The value.
        public let measurement: NICUCore.Measurement
        /// Why it is right all the same.
        public let reason: String?
        /// The tokens that answer questions.
        public let tokens: Set<String>
        /// The second clinician who looked.
        public let second: String?
    }

    /// The values in the order of the table.
    public let values: [Value]

    /// What a column holds.
    private enum Column {
        case infant, check, at, role, reason, confirm, second, passed
        case quantity(Quantity, unit: String?)
        case day(Moment, unit: String?)
    }

    private static let names: [String: Column] = [
        "infant": .infant, "code": .infant, "代号": .infant, "婴儿": .infant, "check": .check, "letter": .check,
        "校验": .check, "校验字母": .check, "birth_date": .check, "出生日期": .check, "at": .at, "time": .at, "date": .at,
        "时间": .at, "日期": .at, "role": .role, "性质": .role, "reason": .reason, "原因": .reason, "confirm": .confirm,
        "确认码": .confirm, "second": .second, "第二核对人": .second, "bed": .passed, "床": .passed, "床位": .passed,
    ]

    /// Reads a table; everything that is wrong with it is named together.
    ///
    /// `daily` is the quantity of columns that are days; `now` and `zone` settle what their times mean.
    public init(_ table: CSVTable, daily: Quantity, now: Instant, zone: Zone) throws(SheetProblems) {
        var problems: [SheetProblem] = []
        var columns: [Column] = []
        for title in table.header {
            do throws(SheetProblem.What) {
                columns.append(try ValueSheet.column(title, daily: daily, now: now, zone: zone))
            } catch {
                problems.append(SheetProblem(line: 1, column: title, what: error))
                columns.append(.passed)
            }
        }
        let places = Places(columns)
        problems += places.problems(table.header)
        guard problems.isEmpty else { throw SheetProblems(problems) }
        var values: [Value] = []
        for row in table.rows {
            var reader = RowReader(row: row, titles: table.header, columns: columns, places: places)
            values += reader.values(daily: daily, now: now, zone: zone)
            problems += reader.problems
        }
        guard problems.isEmpty else { throw SheetProblems(problems) }
        self.values = values
    }

    private static func column(_ title: String, daily: Quantity, now: Instant, zone: Zone) throws(SheetProblem.What)
        -> Column
    {
        let (name, unit) = parts(title)
        let word = ShortNames.plain(name)
        if let known = names[word] { return known }
        let token = ShortNames.token(name)
        let quantity = Quantity.allCases.first { $0.rawValue == token || Wording(.zh).term($0.rawValue) == name }
        if let quantity { return .quantity(quantity, unit: unit) }
        if name.first?.isNumber ?? false, let at = try? Moment(typed: ValueSheet.isoTime(name), now: now, zone: zone) {
            return .day(at, unit: unit)
        }
        throw .unknownColumn
    }

    /// The title and the unit behind it in brackets of any kind.
    private static func parts(_ title: String) -> (name: String, unit: String?) {
        guard let open = title.firstIndex(where: { "[(（［【".contains($0) }), let last = title.last,
            "])）］】".contains(last)
        else { return (title, nil) }
        let unit = title[title.index(after: open)...].dropLast().trimmingBlanks
        return (String(title[..<open].trimmingBlanks), unit.isEmpty ? nil : String(unit))
    }

    /// `2024/11/8 6:05`, as spreadsheets write it, in the form of ISO 8601; any other text as it is.
    static func isoTime(_ text: String) -> String {
        guard
            let found = text.wholeMatch(
                of: /(\d{4})[\/\-.](\d{1,2})[\/\-.](\d{1,2})(?:[ T](\d{1,2}):(\d{2})(?::\d{2})?)?/)
        else { return text }
        func two(_ part: Substring) -> String { part.count == 1 ? "0" + part : String(part) }
        let day = "\(found.1)-\(two(found.2))-\(two(found.3))"
        guard let hour = found.4, let minute = found.5 else { return day }
        return "\(day)T\(two(hour)):\(minute)"
    }

    /// Where the columns stand.
    private struct Places {
        var infant: [Int] = []
        var check: [Int] = []
        var at: [Int] = []
        var role: [Int] = []
        var reason: [Int] = []
        var confirm: [Int] = []
        var second: [Int] = []
        var quantities: [Int] = []
        var days: [Int] = []

        init(_ columns: [Column]) {
            for (place, column) in columns.enumerated() {
                switch column {
                case .infant: infant.append(place)
                case .check: check.append(place)
                case .at: at.append(place)
                case .role: role.append(place)
                case .reason: reason.append(place)
                case .confirm: confirm.append(place)
                case .second: second.append(place)
                case .quantity: quantities.append(place)
                case .day: days.append(place)
                case .passed: break
                }
            }
        }

        func problems(_ titles: [String]) -> [SheetProblem] {
            var problems: [SheetProblem] = []
            if infant.isEmpty { problems.append(SheetProblem(line: 1, what: .missingColumn(["infant", "代号"]))) }
            if !quantities.isEmpty, at.isEmpty {
                problems.append(SheetProblem(line: 1, what: .missingColumn(["at", "时间"])))
            }
            if quantities.isEmpty, days.isEmpty { problems.append(SheetProblem(line: 1, what: .noValues)) }
            for places in [infant, check, at, role, reason, confirm, second] where places.count > 1 {
                problems += places.dropFirst().map { SheetProblem(line: 1, column: titles[$0], what: .repeatedColumn) }
            }
            let again = Dictionary(grouping: (quantities + days).map { ($0, titles[$0]) }, by: \.1).filter {
                $1.count > 1
            }
            problems += again.keys.sorted().map { SheetProblem(line: 1, column: $0, what: .repeatedColumn) }
            return problems
        }
    }

    /// Reads the values of one row.
    private struct RowReader {
        let row: CSVTable.Row
        let titles: [String]
        let columns: [Column]
        let places: Places
        var problems: [SheetProblem] = []

        mutating func values(daily: Quantity, now: Instant, zone: Zone) -> [Value] {
            guard let code = infant() else { return [] }
            let role = role()
            var values: [Value] = []
            for place in places.quantities + places.days where !row.cells[place].isEmpty {
                let quantity: Quantity
                let unit: String?
                var at: Moment?
                switch columns[place] {
                case .quantity(let named, let given): (quantity, unit, at) = (named, given, time(now, zone))
                case .day(let day, let given): (quantity, unit, at) = (daily, given, day)
                default: continue
                }
                guard let measurement = measurement(place, quantity, unit, role), let at else { continue }
                values.append(
                    Value(
                        line: row.line, column: titles[place], code: code,
                        check: ValueSheet.isoTime(cell(places.check) ?? ""), at: at,
                        measurement: measurement, reason: cell(places.reason),
                        tokens: Set(
                            (cell(places.confirm) ?? "").uppercased().split { ", ;".contains($0) }.map(String.init)),
                        second: cell(places.second)))
            }
            return values
        }

        /// The text of a column that the table may lack; nil where it is empty.
        private func cell(_ places: [Int]) -> String? {
            places.first.map { row.cells[$0] }.flatMap { $0.isEmpty ? nil : $0 }
        }

        private mutating func note(_ place: Int?, _ what: SheetProblem.What) {
            problems.append(SheetProblem(line: row.line, column: place.map { titles[$0] }, what: what))
        }

        private mutating func infant() -> InfantCode? {
            guard let text = cell(places.infant) else {
                note(places.infant.first, .missing)
                return nil
            }
            if let code = InfantCode(text.lowercased()) { return code }
            note(places.infant.first, .badCode(text))
            return nil
        }

        private mutating func role() -> NICUCore.Measurement.Role {
            guard let text = cell(places.role) else { return .measured }
            let allowed: [NICUCore.Measurement.Role] = [.measured, .birth, .estimated, .reported, .unconfirmed]
            if let role = allowed.first(where: { $0.rawValue == ShortNames.token(text) }) { return role }
            note(places.role.first, .notOneOf(text, allowed: allowed.map(\.rawValue)))
            return .measured
        }

        private mutating func time(_ now: Instant, _ zone: Zone) -> Moment? {
            guard let text = cell(places.at) else {
                note(places.at.first, .missing)
                return nil
            }
            do throws(Moment.Problem) {
                return try Moment(typed: ValueSheet.isoTime(text), now: now, zone: zone)
            } catch {
                note(places.at.first, .time(error))
                return nil
            }
        }

        private mutating func measurement(
            _ place: Int, _ quantity: Quantity, _ unit: String?, _ role: NICUCore.Measurement.Role
        ) -> NICUCore.Measurement? {
            let text = row.cells[place]
            let isBare = text.utf8.allSatisfy { ($0 >= 0x30 && $0 <= 0x39) || $0 == 0x2E }
            if isBare, unit == nil {
                note(place, .noUnit(quantity))
                return nil
            }
            let whole = isBare ? text + (unit ?? "") : text
            do throws(QuantityText.Problem) {
                let value = try QuantityText(whole, as: quantity)
                return NICUCore.Measurement(
                    quantity: quantity, value: value.stored, role: role, asWritten: value.asWritten)
            } catch {
                note(place, .value(whole, error))
                return nil
            }
        }
    }
}
