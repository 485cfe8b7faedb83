internal import ArgumentParser
internal import Foundation
internal import NICUAssets
internal import NICUCore
internal import NICUExport

struct Simulate: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "simulate", abstract: "Stream plausible courses of invented infants as NDJSON\n生成虚构病程（NDJSON）",
        discussion:
            "`nicu simulate --infants 60 --seed 7 | nicu import -`. The same seed gives the same lines; more infants only add to them. No line is about anybody.\n同一种子结果相同；全部为虚构。"
    )

    @Option(help: "How many infants\n婴儿数")
    var infants: Int
    @Option(help: "What every random choice is made from\n随机种子")
    var seed: UInt64
    @Option(help: ArgumentHelp("Births fall into the year from this day\n出生日期自", valueName: "day"))
    var from = "2024-01-01"
    @Option(help: "Cut every course after so many days of life and leave it open\n只到第几天，不出院")
    var days: Int?
    @Option(help: ArgumentHelp("The postnatal growth reference that weights follow\n生长参考", valueName: "id"))
    var reference = "fenton-2013"
    @Option(help: ArgumentHelp("Language of human output: zh or en\n输出语言", valueName: "zh|en"))
    var lang: Language?

    func run() throws {
        let wording = Wording(lang ?? Door.language)
        guard let first = Day(from) else { throw Failure.unreadable(wording.notADay(from)) }
        guard (1...10_000_000).contains(infants) else {
            throw Failure.unreadable(wording.outsideRange("--infants", "\(infants)", "1–10000000"))
        }
        guard days.map({ (1...400).contains($0) }) ?? true else {
            throw Failure.unreadable(wording.outsideRange("--days", "\(days ?? 0)", "1–400"))
        }
        let library = ReferenceLibrary()
        guard library.ids.contains(reference) else {
            throw Failure.refused(wording.notOneOf("--reference", reference, library.ids))
        }
        let reference = try library.reference(reference)
        guard let simulator = CourseSimulator(seed: seed, reference: reference, from: first, days: days),
            simulator.isPossible
        else { throw Failure.refused(wording.cannotSimulate(reference.id)) }
        for index in 0..<infants {
            let lines = simulator.course(index).map {
                EntryLine.json($0, zone: CourseSimulator.zone, unit: "", digest: nil).text + "\n"
            }
            Door.write(lines.joined(), to: STDOUT_FILENO)
        }
    }
}
