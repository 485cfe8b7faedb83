import NICUAssets
import NICUCore
import Testing

@Suite("The schedule where a fact is not recorded")
struct ScheduleUnknownTests {
    @Test("an unknown gestational age on whose every value the status agrees: the status, no date, and what is missing")
    func agreement() throws {
        // At 20+0 the window ends latest, on 2024-11-17.
        let cot = try Cot(ga: nil, grams: 900)
        #expect(try cot.item("rop_first_cn", "2024-11-17").status == .unknown)
        let item = try cot.item("rop_first_cn", "2024-11-18")
        #expect(item.status == .overdue && item.missing == [.birth(.gestationalAge)] && item.by == nil)
        // Before day 28 no infant is due, whatever its age.
        #expect(try cot.item("rop_first_cn", "2024-09-15").status == .later)
        // 31+0 is reached at birth by the oldest and on 2024-11-04 by the youngest.
        #expect(try cot.item("rop_first_cn", "2024-09-16").status == .unknown)
    }

    @Test("a window that does not depend on the missing fact keeps its date")
    func date() throws {
        var cot = try Cot(ga: nil, grams: 1400)
        try cot.add(Perinatal(maternalHbsag: .negative), at: Cot.birth)
        let item = try cot.item("blood_spot_repeat", "2024-09-20", ["CN"])
        #expect(item.status == .overdue)
        #expect(item.by?.day(in: Cot.zone) == Day("2024-09-16") && item.missing.isEmpty)
    }

    @Test(
        "an antigen that is not recorded: closing while both windows are open, unknown between their ends, then overdue"
    )
    func antigen() throws {
        let cot = try Cot(ga: "33+0", grams: 2100)
        let expected: [(String, DueStatus)] = [
            ("2024-08-19T17:59:59+08:00", .closing), ("2024-08-19T18:00:01+08:00", .unknown),
            ("2024-08-20T06:00:00+08:00", .unknown), ("2024-08-20T06:00:01+08:00", .overdue),
        ]
        for (asOf, status) in expected {
            let item = try cot.item("hepatitis_b_1_cn", asOf)
            #expect(item.status == status, "\(asOf)")
            #expect(status == .unknown ? item.reason == .missing([.mother]) : item.missing == [.mother], "\(asOf)")
        }
    }

    @Test("an unknown birth weight is tried at every limit of the item")
    func weight() throws {
        // 29+0 applies whatever the weight; 34+0 does not above 2000 g.
        #expect(try Cot(ga: "29+0", grams: nil).item("rop_first_cn", "2024-10-20").missing.isEmpty)
        #expect(try Cot(ga: "34+0", grams: nil).item("rop_first_cn", "2024-10-20").status == .unknown)
        let spot = try Cot(ga: "38+0", grams: nil).item("blood_spot_first_cn", "2024-09-09", ["CN"])
        #expect(spot.status == .overdue && spot.missing == [.birth(.birthWeight)] && spot.by == nil)
    }

    @Test("without a birth nothing is tried")
    func noBirth() throws {
        var cot = try Cot(ga: nil, grams: nil)
        cot.entries = cot.entries.filter { !($0.body is Birth) }
        #expect(try cot.item("rop_first_cn", "2025-06-01").status == .unknown)
    }

    @Test("the plain way and the tried values agree: every gestational age gives the status that stands for all")
    func brute() throws {
        for asOf in ["2024-09-10", "2024-11-18", "2025-02-01"] {
            let open = try Cot(ga: nil, grams: 1400).list(asOf, ["CN", "US", "UK", "CA"]).items
            for days in stride(from: 140, through: 308, by: 24) {
                let known = try Cot(ga: "\(days / 7)+\(days % 7)", grams: 1400)
                let items = try known.list(asOf, ["CN", "US", "UK", "CA"]).items
                for item in open where item.status != .unknown {
                    #expect(items.first { $0.id == item.id }?.status == item.status, "\(item.id) \(days) \(asOf)")
                }
            }
        }
    }
}
