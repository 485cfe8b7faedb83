import NICUAssets
import NICUCore
import NICUStore
import Testing

/// Entries that tests need in number.
enum Fixtures {
    /// One body of every kind that an infant's entry can have and admission does not write.
    static func bodies() throws -> [any Body] {
        let json: [(Kind, JSON)] = [
            (.perinatal, ["maternalHbsag": "negative", "apgar": ["1": 5, "5": 8], "inborn": true]),
            (.identity, ["name": "测试", "hospital_number": "Z1"]), (.bed, ["bed": "3"]),
            (.omission, ["quantity": "weight", "why": "minimal_handling"]),
            (.state, ["aspect": "respiratory_support", "value": "cpap", "fio2Percent": 25, "flowTenthsLitre": 60]),
            (.event, ["what": ["apnoea", "bradycardia"], "durationSeconds": 25, "selfResolved": false]),
            (.review, ["shift": "2024-08-20/night", "events": 0]),
            (.check, ["task": "hearing_screen", "result": "pass", "method": "aabr"]),
            (.attestation, ["item": "nutrition_plan", "value": true]), (.waiver, ["criterion": "weight_min"]),
            (
                .decision,
                ["rules": ["id": "cn-2017", "version": "0.1.0", "digest": "00"], "position": 3, "overall": "ready"]
            ),
            (.problem, ["code": "P07.0", "onset": "2024-08-20"]),
            (.medication, ["product": "caffeine", "dose": "4.5", "unit": "mg"]),
            (.immunisation, ["product": "hepatitis B", "lot": "A1"]), (.procedure, ["what": "umbilical_line"]),
            (.intake, ["route": "tube", "volumeTenthsMl": 55]),
            (.lab, ["code": "Hb", "value": "12.50", "unit": "g/dL"]),
            (.plan, ["target": "weight_gain", "low": 15, "high": 20, "unit": "g/kg/d"]),
            (.communication, ["with": "parents", "text": "told"]), (.consent, ["item": "press", "granted": false]),
            (.note, ["text": "a note"]),
            (.transfer, ["to": "transfer", "hospital": "elsewhere"]), (.discharge, ["to": "home", "told": "mother"]),
            (.followUp, ["place": "clinic", "quantity": "weight", "value": 810, "unit": "g"]),
        ]
        return try json.map { try $0.body(from: $1) }
    }

    /// Writes an entry of every kind, unit-level ones and one of an unknown kind included.
    static func oneOfEachKind(_ store: Store) throws {
        let at = try Scratch.moment("2024-08-20T06:00")
        var last: Written?
        for body in try bodies() {
            if body is Discharge {
                _ = try store.record(
                    [Draft(Admission(from: .transfer), at: at)], of: "an-an", author: Scratch.author(), key: nil)
            }
            last = try store.record(
                [Draft(body, at: at, reason: "test")], of: "an-an", author: Scratch.author(), key: nil)
        }
        let round = Round(order: .bed, weighed: 1, notWeighed: 0, left: 0)
        let begun = try #require(last)
        _ = try store.closeRound(round, operation: begun.operation, author: Scratch.author())
        let seq = try #require(last?.entries.first?.seq)
        _ = try store.strike(seq, reason: "test", author: Scratch.author())
        let rules = try #require(EmbeddedFiles.text(at: "seeds/rules/cn-2017.yaml"))
        _ = try store.install(
            rules: rules.replacing("id: cn-2017\nversion: 0.1.0", with: "id: own\nversion: 1.0.0"), path: "own.yaml",
            reason: "test", author: Scratch.author())
        _ = try store.adopt(UnitPack(Scratch.pack, path: "own.csv"), author: Scratch.author())
        var generator = SystemRandomNumberGenerator()
        let lines: [(Kind, JSON, String?)] = [
            (
                .erasure,
                ["entry": .string(Identifier(at: Scratch.now, using: &generator).description), "field": "name"], "an-an"
            ),
            (.unknown("from_the_future"), ["a": ["b": [1, "2"]], "c": "36.8"], "an-an"),
        ]
        var incoming: [IncomingEntry] = []
        for (index, line) in lines.enumerated() {
            let id = Identifier(at: Scratch.now, using: &generator)
            let code = line.2.flatMap { InfantCode($0) }
            incoming.append(
                IncomingEntry(
                    line: index + 1,
                    entry: Entry(
                        seq: 0, id: id, infant: nil, code: code, operation: id, at: at, recorded: Scratch.now,
                        by: "li.min", source: "test", body: try line.0.body(from: line.1)), code: code))
        }
        _ = try store.importEntries(incoming, author: Scratch.author())
    }
}
