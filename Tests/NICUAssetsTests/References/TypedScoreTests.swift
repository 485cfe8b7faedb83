import NICUAssets
import NICUCore
import Testing

/// The interface for other programs: `reference.z(of:at:sex:)` and its inverse.
@Suite("z(of:at:sex:) and value(atZ:of:at:sex:)") struct TypedScoreTests {
    private static let library = ReferenceLibrary()

    @Test("gives what the record's own call gives, in every unit and on every axis", arguments: library.ids)
    func agrees(id: String) throws {
        let reference = try Self.library.reference(id)
        for sex in [Sex.female, .male] {
            for day in stride(from: 150, through: 460, by: 7) {
                let position: GrowthPosition =
                    reference.use == .birth
                    ? .birth(gestationalDays: Double(day)) : .postmenstrual(days: Double(day))
                let old = reference.score(
                    stored: 2580, measure: .weight, sex: sex, gestationalAgeDays: reference.use == .birth ? day : 150,
                    dayOfLife: reference.use == .birth ? 0 : day - 150, isBirth: reference.use == .birth)
                #expect(reference.z(of: .weight(grams: 2580), at: position, sex: sex) == old, "\(id) day \(day)")
                #expect(reference.z(of: .weight(kilograms: 2.58), at: position, sex: sex) == old, "\(id) day \(day)")
                if reference.use != .birth {
                    let corrected = GrowthPosition.corrected(days: Double(day - 280))
                    #expect(reference.z(of: .weight(grams: 2580), at: corrected, sex: sex) == old)
                }
                guard let z = old.z else { continue }
                let back = try #require(reference.value(atZ: z, of: .weight, at: position, sex: sex))
                #expect(back.unit == .grams && abs(back.amount - 2580) < 1e-6)
                #expect(abs(try #require(back.amount(in: .kilograms)) - 2.58) < 1e-9)
                #expect(back.amount(in: .centimetres) == nil)
            }
        }
    }

    @Test("says why there is no value", arguments: library.ids)
    func reasons(id: String) throws {
        let reference = try Self.library.reference(id)
        let weight = GrowthValue.weight(grams: 2000)
        #expect(reference.z(of: weight, at: .postmenstrual(days: 10_000), sex: .female).z == nil)
        switch reference.use {
        case .birth:
            #expect(reference.z(of: weight, at: .postmenstrual(days: 250), sex: .female).status == .birthOnly)
            #expect(reference.z(of: weight, at: .corrected(days: -30), sex: .female).status == .birthOnly)
            #expect(reference.z(of: weight, at: .birth(gestationalDays: 250), sex: .unknown).status == .unknownSex)
            #expect(reference.value(atZ: 0, of: .weight, at: .postmenstrual(days: 250), sex: .female) == nil)
        case .pretermFollowUp:
            #expect(reference.z(of: weight, at: .birth(gestationalDays: 250), sex: .female).status == .notForBirth)
        case .any: #expect(reference.z(of: weight, at: .birth(gestationalDays: 1), sex: .female).status == .belowRange)
        }
        let length = GrowthValue.length(centimetres: 50)
        #expect(reference.z(of: length, at: .length(centimetres: 50), sex: .female).status == .unknownMeasure)
        let forLength = reference.z(of: weight, at: .length(centimetres: 46), sex: .female)
        let has = reference.available.contains { $0.measure == .weightForLength }
        #expect((forLength.z != nil) == has)
        if has {
            let back = reference.value(
                atZ: try #require(forLength.z), of: .weight, at: .length(centimetres: 46), sex: .female)
            #expect(abs(try #require(back?.amount) - 2000) < 1e-6)
        }
    }
}

/// H12, law 12: results for one infant never depend on another.
@Suite("A batch of infants") struct BatchTests {
    @Test("shuffled and interleaved, each infant's answer is the one it has alone")
    func independence() throws {
        var random = SplitMix(state: 20_241_124)
        let library = ReferenceLibrary()
        let references = try library.ids.map { try library.reference($0) }
        func infant(_ number: Int) -> GrowthInput {
            let born = Day(number: 19_000 + Int(random.next() % 900))
            let gestation = random.next() % 9 == 0 ? nil : 161 + Int(random.next() % 130)
            var weight = 500 + Int(random.next() % 3000)
            var points: [GrowthInput.Point] = []
            for day in 0..<(2 + Int(random.next() % 60)) {
                weight = max(300, weight + Int(random.next() % 61) - 20)
                let measure: GrowthMeasure = day % 7 == 3 ? .length : day % 7 == 5 ? .head : .weight
                points.append(
                    GrowthInput.Point(
                        entry: Int64(day), day: born + day, instantSeconds: Int64(born.number + day) * 86_400,
                        measure: measure, value: measure == .weight ? weight : 300 + day, isBirth: day == 0))
            }
            return GrowthInput(
                sex: Sex.allCases[Int(random.next() % UInt64(Sex.allCases.count))], gestationalAgeDays: gestation,
                datingPlusMinusDays: random.next() % 3 == 0 ? 5 : nil, birthDay: born, points: points,
                references: references)
        }
        let inputs = (0..<60).map(infant)
        let alone = inputs.map(fingerprint)
        for _ in 0..<3 {
            for index in inputs.indices.shuffled(using: &random) {
                var shuffled = inputs[index]
                shuffled.points.shuffle(using: &random)
                #expect(fingerprint(shuffled) == alone[index], "infant \(index)")
            }
        }
        // One reference asked about the values of all infants mixed answers as one that sees each infant alone.
        let questions = inputs.indices.flatMap { index in inputs[index].points.map { (index, $0) } }
        func answer(_ infant: Int, _ point: GrowthInput.Point, _ references: [GrowthReference]) -> [GrowthScore] {
            references.map {
                $0.score(
                    stored: point.value, measure: point.measure, sex: inputs[infant].sex,
                    gestationalAgeDays: inputs[infant].gestationalAgeDays,
                    dayOfLife: point.day - inputs[infant].birthDay,
                    isBirth: point.isBirth)
            }
        }
        var expected: [[GrowthScore]] = []
        for infant in inputs.indices {
            let fresh = try library.ids.map { try library.reference($0) }
            expected += inputs[infant].points.map { answer(infant, $0, fresh) }
        }
        for place in questions.indices.shuffled(using: &random) {
            let (infant, point) = questions[place]
            #expect(answer(infant, point, references) == expected[place])
        }
        #expect(questions.count > 1000)
    }

    private func fingerprint(_ input: GrowthInput) -> [String] {
        let summary = GrowthSummary(input)
        return summary.points.map { "\($0)" } + summary.velocity.map { "\($0)" } + summary.deltaZ.map { "\($0)" }
            + summary.linearGain.map { "\($0)" } + summary.heldGain.map { "\($0)" } + ["\(summary.projection)"]
    }

    /// A generator with a fixed seed: Steele, Lea, Flood, OOPSLA 2014, doi:10.1145/2714064.2660195.
    private struct SplitMix: RandomNumberGenerator {
        var state: UInt64

        mutating func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var z = state
            z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
            z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
            return z ^ (z >> 31)
        }
    }
}
