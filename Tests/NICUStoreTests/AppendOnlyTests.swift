import NICUAssets
import NICUCore
import NICUStore
import Testing

@Suite("H14 append-only, driven through the sqlite3 shell")
struct AppendOnlyTests {
    @Test("UPDATE, DELETE, REPLACE, INSERT OR REPLACE and upsert are refused on every entry table")
    func everyTable() throws {
        let scratch = try Scratch()
        let store = try scratch.admitted()
        try Fixtures.oneOfEachKind(store)
        let list = try scratch.shell("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
        let tables = list.output.split(separator: "\n").map(String.init)
        #expect(tables.count >= 38)
        for table in tables {
            let columns = try scratch.shell("SELECT name FROM pragma_table_info('\(table)')").output
                .split(separator: "\n").map(String.init)
            let first = try #require(columns.first)
            let count = try scratch.shell("SELECT count(*) FROM \"\(table)\"").output
            #expect(Int(count.prefix { $0.isNumber }) ?? 0 > 0, "\(table) must hold a row, or nothing is tried")
            let list = columns.map { "\"\($0)\"" }.joined(separator: ",")
            let attempts = [
                "UPDATE \"\(table)\" SET \"\(first)\" = \"\(first)\"", "DELETE FROM \"\(table)\"",
                "REPLACE INTO \"\(table)\" (\(list)) SELECT \(list) FROM \"\(table)\"",
                "INSERT OR REPLACE INTO \"\(table)\" (\(list)) SELECT \(list) FROM \"\(table)\"",
                "INSERT INTO \"\(table)\" (\(list)) SELECT \(list) FROM \"\(table)\" WHERE true ON CONFLICT DO UPDATE SET \"\(first)\" = excluded.\"\(first)\"",
                "INSERT INTO \"\(table)\" (\(list)) SELECT \(list) FROM \"\(table)\" WHERE true ON CONFLICT DO NOTHING",
            ]
            for attempt in attempts {
                let result = try scratch.shell(attempt)
                #expect(result.status != 0 && result.output.contains("nicu:"), "\(attempt): \(result.output)")
            }
        }
        #expect(try store.verify().findings.isEmpty)
    }

    @Test("The views answer a colleague")
    func views() throws {
        let scratch = try Scratch()
        let store = try scratch.admitted()
        _ = try Scratch.weigh(store, 810, "2024-08-20T06:00")
        #expect(
            try scratch.shell("SELECT infant, local_time, grams FROM weight").output
                == "an-an|2024-08-19 06:00|800\nan-an|2024-08-20 06:00|810\n")
        #expect(try scratch.shell("SELECT infant, ga_days, last_weight_g FROM ward").output == "an-an|189|810\n")
        for view in ["effective_entry", "state_history", "correction"] {
            #expect(try scratch.shell("SELECT count(*) FROM \(view)").status == 0)
        }
    }
}
