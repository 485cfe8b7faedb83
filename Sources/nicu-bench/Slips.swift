internal import ArgumentParser
internal import NICUAssets
internal import NICUCore

/// Types weights of simulated courses with and without slips, and counts what is stopped or asked about.
struct Slips: ParsableCommand {
    @Option(help: "How many courses")
    var courses = 10_000
    @Option(help: "Seed of the courses")
    var seed: UInt64 = 7
    @Option(help: "Scatter added to every weight, in per mille")
    var scatter = 0

    /// A slip as a typed text, or nil where it would change nothing that matters.
    private static let models: [(name: String, type: @Sendable (Int) -> [String])] = [
        ("times ten", { ["\($0 * 10)g"] }), ("a tenth", { ["\($0 / 10)g"] }),
        ("g for kg", { ["\(kilograms($0))g"] }), ("kg for g", { ["\($0)kg"] }),
        ("lb read as kg", { ["\(hundredths(Double($0) / 453.59237))kg"] }),
        ("kg read as lb", { ["\(kilograms($0))lb"] }),
        ("digits swapped, 100 g or more", { grams in swaps(grams).filter { abs($0 - grams) >= 100 }.map { "\($0)g" } }),
    ]

    func run() throws {
        let reference = try ReferenceLibrary().reference("fenton-2013")
        guard let first = Day("2024-01-01"),
            let simulator = CourseSimulator(seed: seed, reference: reference, from: first)
        else { return }
        var counts = Self.models.map { (name: $0.name, all: 0, noticed: 0) }
        var (clean, cleanAsked, twins, twinsAsked, named) = (0, 0, 0, 0, 0)
        var byCode: [String: Int] = [:]
        var random = SplitMix64(seed: seed &+ 1)
        for index in 0..<courses {
            guard let own = simulator.weights(index) else { continue }
            let read = scattered(own.grams, &random)
            let twin = own.sibling.flatMap { _ in simulator.weights(index ^ 1) }
            let other = twin.map { (infant: $0, grams: scattered($0.grams, &random)) }
            for day in read.indices.dropFirst() {
                guard let ward = SimulatedMorning(own, grams: read, sibling: other, day: day) else { continue }
                let grams = read[day]
                clean += 1
                let codes = ward.assessment("\(grams)g")?.questions.codes ?? []
                if !codes.isEmpty { cleanAsked += 1 }
                for code in codes { byCode[code, default: 0] += 1 }
                // One slip a day, each in turn, keeps the run short and the counts even.
                let place = (index + day) % Self.models.count
                for text in Self.models[place].type(grams) {
                    counts[place].all += 1
                    if ward.notices(text) { counts[place].noticed += 1 }
                }
                if let other, day < other.grams.count {
                    let theirs = other.grams[day]
                    guard abs(theirs - grams) * 100 >= 8 * min(theirs, grams) else { continue }
                    twins += 1
                    if ward.notices("\(theirs)g") { twinsAsked += 1 }
                    let questions = ward.assessment("\(theirs)g")?.questions ?? []
                    if questions.contains(where: { $0.explanation?.cause == .twin }) { named += 1 }
                }
            }
        }
        print("slips: \(courses) courses of seed \(seed), scatter \(scatter) per mille besides the simulator's own")
        for (name, all, noticed) in counts { print(line(name, noticed, all)) }
        print(line("twins exchanged, 8 % or more apart", twinsAsked, twins))
        print(line("  of these: names the twin", named, twins))
        print(line("clean values asked about", cleanAsked, clean))
        for (code, count) in byCode.sorted(by: { $0.key < $1.key }) { print(line("  of these: \(code)", count, clean)) }
    }

    private func scattered(_ grams: [Int], _ random: inout SplitMix64) -> [Int] {
        guard scatter > 0 else { return grams }
        return grams.enumerated().map { day, value in
            guard day > 0 else { return value }
            // The sum of twelve even draws is close enough to a bell.
            let bell = (0..<12).reduce(0.0) { sum, _ in sum + Double(random.next() >> 11) * 0x1p-53 } - 6
            return Int((Double(value) * (1 + bell * Double(scatter) / 1000) / 5).rounded()) * 5
        }
    }

    private func line(_ name: String, _ part: Int, _ all: Int) -> String {
        let hundredths = all == 0 ? 0 : Int((Double(part) * 10_000 / Double(all)).rounded())
        let percent = "\(hundredths / 100).\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100)"
        return "  \(name): \(part) of \(all), \(percent) %"
    }

    private static func kilograms(_ grams: Int) -> String {
        let rest = String(grams % 1000)
        return "\(grams / 1000)." + String(repeating: "0", count: 3 - rest.count) + rest
    }
    private static func hundredths(_ value: Double) -> String {
        let whole = Int((value * 100).rounded())
        return "\(whole / 100).\(whole % 100 < 10 ? "0" : "")\(whole % 100)"
    }
    private static func swaps(_ grams: Int) -> [Int] {
        let digits = Array(String(grams))
        return (0..<digits.count - 1).compactMap { place in
            var other = digits
            other.swapAt(place, place + 1)
            return other[0] == "0" ? nil : Int(String(other))
        }
    }
}
