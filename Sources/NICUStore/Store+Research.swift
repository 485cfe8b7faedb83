internal import Foundation
internal import GRDB
internal import Glibc
public import NICUCore

extension Store {
    /// The thirty-two random bytes of this record from which research exports make offsets and pseudonyms.
    ///
    /// They lie beside the sealing key, 0600, and are made when they are first asked for. Whoever has them and an export
    /// can find every infant again; without them a new export has other pseudonyms and offsets.
    public func researchSecret() throws -> [UInt8] {
        guard Files.exists(location.keys + "/sealing.key") else {
            throw RecordProblem.keysMissing(path: location.keys)
        }
        try Files.checkFolder(location.keys)
        let path = location.keys + "/research.key"
        if !Files.exists(path) { try makeResearchSecret(at: path) }
        try Files.checkFile(path)
        var bytes = [UInt8](repeating: 0, count: 66)
        let count = Files.read(path, into: &bytes)
        let text = String(decoding: bytes.prefix(max(count, 0)), as: UTF8.self)
        guard count == 65, text.hasSuffix("\n"), let secret = Hexadecimal.bytes(String(text.dropLast())) else {
            throw RecordProblem.keysUnreadable(path: path)
        }
        return secret
    }

    /// Whole or not at all, and never over another: of two that make one at once both go on with the first.
    private func makeResearchSecret(at path: String) throws {
        var generator = SystemRandomNumberGenerator()
        let secret = (0..<4).flatMap { _ in withUnsafeBytes(of: generator.next(), Array.init) }
        let draft = path + "." + Hexadecimal.text(withUnsafeBytes(of: generator.next(), Array.init))
        defer { unlink(draft) }
        try Files.write(Array((Hexadecimal.text(secret) + "\n").utf8), to: draft)
        guard link(draft, path) == 0 || errno == EEXIST else { throw RecordProblem.notWritable(path: path) }
        try Files.syncFolder(location.keys)
    }

    /// For each infant the one of its birth that was registered first, and its place among them, from 0.
    ///
    /// Siblings are those that one of them names, as known at a moment.
    public func births(knownAt: KnownAt, now: Instant) throws -> [InfantID: (first: InfantID, place: Int)] {
        try Store.guarding(location.database) {
            try queue.inDatabase { db in
                try db.inSavepointReturning {
                    let infants = try Store.infants(db).sorted { $0.number < $1.number }
                    var group = Dictionary(uniqueKeysWithValues: infants.map { ($0.number, $0.number) })
                    func root(_ number: Int64) -> Int64 {
                        var number = number
                        while let next = group[number], next != number { number = next }
                        return number
                    }
                    for infant in infants {
                        let course = try course(
                            of: infant, asOf: clock.zone.moment(at: now), knownAt: knownAt, now: now, need: .ages,
                            in: db)
                        for sibling in try siblings(of: course, in: db) {
                            let (a, b) = (root(infant.number), root(sibling.number))
                            group[max(a, b)] = min(a, b)
                        }
                    }
                    let byNumber = Dictionary(uniqueKeysWithValues: infants.map { ($0.number, $0.id) })
                    var places: [Int64: Int] = [:]
                    var result: [InfantID: (first: InfantID, place: Int)] = [:]
                    for infant in infants {
                        let first = root(infant.number)
                        result[infant.id] = (byNumber[first] ?? infant.id, places[first, default: 0])
                        places[first, default: 0] += 1
                    }
                    return result
                }
            }
        }
    }
}
