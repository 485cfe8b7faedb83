internal import Foundation
internal import GRDB
internal import NICUCore

/// An entry with the ledger's own columns beside it.
struct LedgerRow {
    let entry: Entry
    let form: Int
    let prev: [UInt8]
    let digest: [UInt8]
    /// The body as it stands in the tables, sealed members as digests.
    let body: JSON
}

/// Reads entries back from the header and kind tables.
struct EntryRows {
    let db: Database
    let layout: BodyLayout
    let zone: Zone
    let keys: RecordKeys?

    static let headerColumns = """
        e.seq, e.id, e.operation, e.kind, e.form, e.at, e.offset, e.precision, e.recorded, e.received, e.by, e.source, \
        e.key, c.id, e.origin_unit, e.origin_id, e.origin_seq, e.origin_digest, e.prev, e.digest, i.id, i.code, \
        EXISTS (SELECT 1 FROM sealed s WHERE s.seq = e.seq)
        """
    static let headerTables = """
        entry e LEFT JOIN entry c ON c.seq = e.corrects LEFT JOIN infant i ON i.number = e.infant
        """
    private static let bodyIndex = 23

    /// Entries of one kind that satisfy a condition on `e` (and `k`, the kind's table), in ledger order.
    func fetch(_ kind: Kind, where condition: String, _ arguments: StatementArguments = []) throws -> [LedgerRow] {
        let columns =
            layout.members[kind.name] == nil
            ? ["k.body"] : layout.columns(of: kind).map { "k.\"\($0.column)\"" }
        let list = ([EntryRows.headerColumns] + columns).joined(separator: ", ")
        let sql = """
            SELECT \(list) FROM \(EntryRows.headerTables) JOIN \(layout.table(of: kind)) k ON k.seq = e.seq \
            WHERE \(condition) ORDER BY e.seq
            """
        let statement = try db.cachedStatement(sql: sql)
        statement.arguments = arguments
        let rows = try Row.fetchCursor(statement)
        var result: [LedgerRow] = []
        while let row = try rows.next() { result.append(try read(row, kind: kind)) }
        return result
    }

    /// One entry by its number; nil when there is none.
    func fetch(seq: Int64) throws -> LedgerRow? {
        let statement = try db.cachedStatement(sql: "SELECT kind FROM entry WHERE seq = ?")
        guard let name = try String.fetchOne(statement, arguments: [seq]) else {
            return nil
        }
        return try fetch(Kind(name: name), where: "e.seq = ?", [seq]).first
    }

    private func read(_ row: Row, kind: Kind) throws -> LedgerRow {
        let seq: Int64 = row[0]
        let hasSealed: Bool = row[22]
        let sealed = hasSealed ? try sealedTexts(of: seq) : [:]
        let body = try layout.body(of: kind, in: row, from: EntryRows.bodyIndex) { sealed[$0] }
        let precision = Moment.Precision(rawValue: row[7]) ?? .second
        let instant = Instant(seconds: row[5])
        let offset: Int = row[6]
        // What was changed behind the triggers must not bring the reader down.
        let recordedAt: Int64 = row[8]
        let isTime = { (seconds: Int64) in (-62_135_596_800...253_402_300_799).contains(seconds) }
        guard isTime(instant.seconds), isTime(recordedAt), (-900...900).contains(offset) else {
            throw RecordProblem.damaged(path: "entry \(seq)", detail: "time")
        }
        let at =
            precision == .day
            ? Moment(day: instant.civil(offsetMinutes: offset).day, in: zone)
            : Moment(instant, offsetMinutes: offset, precision: precision)
        let originUnit: String? = row[14]
        let originID: Data? = row[15]
        let originSeq: Int64? = row[16]
        let originDigest: Data? = row[17]
        var origin: Origin?
        if let originUnit, let id = originID.flatMap({ Identifier(bytes: $0) }), let originSeq, let originDigest {
            origin = Origin(unit: originUnit, id: id, seq: originSeq, digest: Hexadecimal.text(originDigest))
        }
        let received: Int64? = row[9]
        let corrects: Data? = row[13]
        let infant: Data? = row[20]
        let code: String? = row[21]
        let entry = Entry(
            seq: seq, id: try identifier(row[1]), infant: try infant.map { InfantID(try identifier($0)) },
            code: code.flatMap { InfantCode($0) }, operation: try identifier(row[2]), at: at,
            recorded: Instant(seconds: row[8]), received: received.map { Instant(seconds: $0) }, by: row[10],
            source: row[11], key: row[12], corrects: try corrects.map { try identifier($0) },
            reason: sealed["reason"], origin: origin, body: try kind.body(from: body))
        return LedgerRow(
            entry: entry, form: row[4], prev: Array(row[18] as Data), digest: Array(row[19] as Data), body: body)
    }

    private func identifier(_ data: Data) throws -> Identifier {
        guard let id = Identifier(bytes: data) else { throw RecordProblem.database(detail: "an id is not 16 bytes") }
        return id
    }

    /// The sealed texts of an entry, readable where the key is at hand.
    private func sealedTexts(of seq: Int64) throws -> [String: SealedText] {
        let statement = try db.cachedStatement(sql: "SELECT field, digest, box FROM sealed WHERE seq = ?")
        statement.arguments = [seq]
        var result: [String: SealedText] = [:]
        let rows = try Row.fetchCursor(statement)
        while let row = try rows.next() {
            let box: Data? = row[2]
            result[row[0]] = SealedText(
                digest: Hexadecimal.text(row[1] as Data), text: box.flatMap { keys?.open(Array($0)) })
        }
        return result
    }
}
