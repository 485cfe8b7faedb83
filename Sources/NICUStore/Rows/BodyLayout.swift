internal import Foundation
internal import GRDB
internal import NICUCore

/// How the columns of a kind's table become the members of its body; read from the record's own `body_member`.
struct BodyLayout: Sendable {
    /// The form a column has in the canonical body.
    enum Form: String, Sendable { case text, integer, boolean, list, decimal, scaled, sealed }

    /// One member of a body.
    struct Member: Sendable {
        /// `apgar.1` opens the object `apgar`.
        let path: [String]
        let column: String
        let form: Form
    }

    /// The statement that inserts a body, with the members it binds after `seq`.
    struct Insertion: Sendable {
        let sql: String
        let columns: [Member]
        let sealed: [Member]

        init(kind: String, members: [Member]) {
            columns = members.filter { $0.form != .sealed }
            sealed = members.filter { $0.form == .sealed }
            let names = (["seq"] + columns.map { "\"\($0.column)\"" }).joined(separator: ", ")
            let marks = Array(repeating: "?", count: columns.count + 1).joined(separator: ",")
            sql = "INSERT INTO \"\(kind)\" (\(names)) VALUES (\(marks))"
        }
    }

    /// The members by kind, in the order of the schema.
    let members: [String: [Member]]
    private let insertions: [String: Insertion]

    init(_ db: Database) throws {
        var members: [String: [Member]] = [:]
        let rows = try Row.fetchCursor(
            db, sql: "SELECT kind, member, column_name, form FROM body_member ORDER BY kind, position")
        while let row = try rows.next() {
            let name: String = row[1]
            guard let form = Form(rawValue: row[3]) else { continue }
            let path = name.split(separator: ".").map(String.init)
            members[row[0], default: []].append(Member(path: path, column: row[2], form: form))
        }
        self.members = members
        insertions = Dictionary(
            uniqueKeysWithValues: members.map { ($0.key, Insertion(kind: $0.key, members: $0.value)) })
    }

    /// How a body of a kind is inserted; nil for a kind this version does not know.
    func insertion(of kind: Kind) -> Insertion? { insertions[kind.name] }

    /// The members of a kind that stand in its own table.
    func columns(of kind: Kind) -> [Member] { insertions[kind.name]?.columns ?? [] }

    /// The table that holds the bodies of a kind.
    func table(of kind: Kind) -> String { members[kind.name] == nil ? "other" : "\"\(kind.name)\"" }

    /// The sealed members of a kind.
    func sealedMembers(of kind: Kind) -> [Member] { insertions[kind.name]?.sealed ?? [] }
}

extension BodyLayout {
    /// The values of the columns of one body, in their order.
    static func values(of body: JSON, columns: [Member]) -> [DatabaseValue] {
        columns.map { member in
            var value: JSON? = body
            for name in member.path { value = value?[name] }
            return BodyLayout.databaseValue(value, form: member.form, unit: body["unit"]?.string)
        }
    }

    private static func databaseValue(_ value: JSON?, form: Form, unit: String?) -> DatabaseValue {
        switch value {
        case .string(let text): return text.databaseValue
        case .bool(let flag): return (flag ? 1 : 0).databaseValue
        case .array: return (value?.text ?? "[]").databaseValue
        case .integer(let number):
            switch form {
            case .decimal: return String(number).databaseValue
            case .scaled: return scaled(FixedDecimal(significand: number, decimals: 0), unit).databaseValue
            default: return number.databaseValue
            }
        case .decimal(let number):
            return form == .scaled ? scaled(number, unit).databaseValue : number.text.databaseValue
        default: return .null
        }
    }

    private static func scaled(_ number: FixedDecimal, _ unit: String?) -> Int64? {
        number.scaled(to: decimals(ofUnit: unit))
    }

    /// Decimals of a unit, as `unit_decimals` has them.
    static func decimals(ofUnit unit: String?) -> Int {
        Quantity.allCases.first { $0.unit == unit }?.decimals ?? 0
    }

    /// The body as JSON from the columns of a row, starting at `index`; `sealed` gives the sealed members.
    func body(of kind: Kind, in row: Row, from index: Int, sealed: (String) -> SealedText?) throws -> JSON {
        guard let list = members[kind.name] else {
            let text: String = row[index]
            return try JSON(text: text)
        }
        var tree = MemberTree()
        var column = index
        let unitColumn = columns(of: kind).firstIndex { $0.column == "unit" }
        for member in list {
            if member.form == .sealed {
                if let text = sealed(member.path[0]) {
                    tree.put(member.path, BodyLayout.json(of: text))
                }
                continue
            }
            let value: DatabaseValue = row[column]
            column += 1
            guard !value.isNull else { continue }
            let unit: String? = member.form == .scaled ? unitColumn.map { row[index + $0] } : nil
            tree.put(member.path, try BodyLayout.json(value, form: member.form, unit: unit))
        }
        return tree.json
    }

    private static func json(of text: SealedText) -> JSON {
        var writer = BodyWriter()
        writer.put("digest", text.digest)
        writer.put("text", text.text)
        return .object(writer.members)
    }

    private static func json(_ value: DatabaseValue, form: Form, unit: String?) throws -> JSON {
        switch form {
        case .integer: return .integer(Int64.fromDatabaseValue(value) ?? 0)
        case .boolean: return .bool(Int64.fromDatabaseValue(value) == 1)
        case .list: return try JSON(text: String.fromDatabaseValue(value) ?? "[]")
        case .decimal:
            let number = FixedDecimal(String.fromDatabaseValue(value) ?? "")?.reduced
            guard let number else { return .optional(String.fromDatabaseValue(value)) }
            return number.decimals == 0 ? .integer(number.significand) : .decimal(number)
        case .scaled:
            let number = FixedDecimal(
                significand: Int64.fromDatabaseValue(value) ?? 0, decimals: decimals(ofUnit: unit)
            ).reduced
            return number.decimals == 0 ? .integer(number.significand) : .decimal(number)
        case .text, .sealed: return .optional(String.fromDatabaseValue(value))
        }
    }

    /// Collects members whose paths may share a first name.
    private struct MemberTree {
        var members: [JSON.Member] = []

        mutating func put(_ path: [String], _ value: JSON) {
            guard path.count == 2 else {
                members.append(JSON.Member(path[0], value))
                return
            }
            if let index = members.firstIndex(where: { $0.name == path[0] }) {
                members[index] = JSON.Member(
                    path[0], .object(members[index].value.members + [JSON.Member(path[1], value)]))
            } else {
                members.append(JSON.Member(path[0], .object([JSON.Member(path[1], value)])))
            }
        }

        var json: JSON { .object(members) }
    }
}
