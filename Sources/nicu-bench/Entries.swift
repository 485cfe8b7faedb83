internal import ArgumentParser
internal import Foundation
internal import Glibc
internal import NICUCore
internal import NICUStore

/// Writes weights through the library in one process, one durable commit each, and prints entries a second.
struct Entries: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "entries", abstract: "Measure durable entries a second through the library")

    @Option(help: "A record to create, in a folder of its own")
    var db: String

    @Option(help: "How many weights to write")
    var entries: Int

    @Option(help: "Over how many infants they are spread")
    var infants = 20

    func run() throws {
        umask(0o077)
        let zone = Zone(name: "Asia/Shanghai", fixedOffsetMinutes: 480)
        let birth = try Moment(iso: "2024-08-19T06:00", zone: zone)
        let now = birth.instant + Int64(entries + 1) * 3600
        let author = Author(by: "bench", source: "bench", now: now)
        let settings = UnitSettings(
            unit: "bench", timezone: zone.name, careDay: ClockTime(secondOfDay: 25_200),
            shifts: [8, 16, 0].map { ClockTime(secondOfDay: $0 * 3600) }, rules: "cn-2017")
        let store = try Store.create(
            RecordLocation(database: db), settings: settings, clinician: "bench", author: author, zone: { _ in zone })
        let letters = Array("abcdefghijklmnopqrstuvwxyz")
        let codes = (0..<infants).map { String(repeating: letters[$0 % 26], count: 3 + $0 / 26 * 2) }
        for text in codes {
            guard let code = InfantCode(text) else { continue }
            _ = try store.admit(
                code,
                [
                    Draft(Birth(code: text, sex: .female), at: birth),
                    Draft(Measurement(quantity: .weight, value: 800, role: .birth), at: birth),
                    Draft(Admission(from: .birth), at: birth),
                ], siblings: [], author: author, key: nil)
        }
        let clock = ContinuousClock()
        let start = clock.now
        for index in 0..<entries {
            let at = zone.moment(at: birth.instant + Int64(index + 1) * 3600, precision: .minute)
            let draft = Draft(Measurement(quantity: .weight, value: 800 + index % 1000), at: at)
            _ = try store.record([draft], of: codes[index % codes.count], author: author, key: "bench-\(index)")
        }
        print(Int(Double(entries) / (clock.now - start).inSeconds))
    }
}
