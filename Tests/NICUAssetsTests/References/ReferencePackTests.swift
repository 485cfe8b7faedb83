import NICUAssets
import NICUCore
import Testing

/// What every pack has to keep, whichever packs there are.
@Suite struct ReferencePackTests {
    private static let library = ReferenceLibrary()

    @Test(arguments: library.ids) func manifestAndFiguresAgree(id: String) throws {
        let manifest = try Self.library.manifest(id)
        let reference = try Self.library.reference(id)
        #expect(manifest.id == id)
        #expect(manifest.axis == reference.axis)
        #expect(manifest.use == reference.use)
        #expect(manifest.outside == "no_value")
        for text in [manifest.version, manifest.title, manifest.citation, manifest.doi, manifest.terms] {
            #expect(!text.isEmpty)
        }
        #expect(!manifest.population.isEmpty)
        #expect(Set(manifest.measures.keys) == Set(reference.available.map(\.measure)))
        for (measure, stated) in manifest.measures {
            for sex in [Sex.female, .male] {
                let curve = try #require(reference.curve(measure, sex))
                #expect(curve.unit == stated.unit, "\(measure) \(sex)")
                #expect(curve.range == stated.from...stated.to, "\(measure) \(sex)")
                switch curve {
                case .lms(let table):
                    #expect(manifest.model == "lms" && manifest.interpolation == table.interpolation.rawValue)
                    #expect(table.tails == stated.tails, "\(measure) \(sex)")
                case .closedForm:
                    #expect(manifest.model == "closed_form" && manifest.interpolation == "closed_form")
                    #expect(stated.tails == .plain)
                case .skewT, .joined:
                    #expect(["skew_t", "closed_form_and_skew_t"].contains(manifest.model))
                    #expect(manifest.interpolation == "linear" && stated.tails == .plain)
                case .centiles:
                    #expect(manifest.model == "centiles" && manifest.interpolation == "none")
                    #expect(stated.tails == .plain)
                }
            }
        }
    }

    /// H13: a reference is never extrapolated.
    @Test(arguments: library.ids) func oneDayBeyondEachEndThereIsAReason(id: String) throws {
        let reference = try Self.library.reference(id)
        for key in reference.available {
            let range = try #require(reference.curve(key.measure, key.sex)).range
            let probes: [(Double, GrowthScore.Status)] = [
                (range.lowerBound - 1, .belowRange), (range.lowerBound - 0.001, .belowRange), (range.lowerBound, .ok),
                (range.upperBound, .ok), (range.upperBound + 0.001, .aboveRange), (range.upperBound + 1, .aboveRange),
            ]
            for (age, status) in probes {
                let unit = try #require(reference.curve(key.measure, key.sex)).unit
                let inside = min(max(age, range.lowerBound), range.upperBound)
                if case .centiles(let table) = try #require(reference.curve(key.measure, key.sex)) {
                    let score = reference.z(
                        of: table.rows[0].values[0], unit: unit, measure: key.measure, sex: key.sex, ageDays: age)
                    #expect(score.status == status && (score.band != nil) == (status == .ok), "\(key) day \(age)")
                    continue
                }
                let value = try #require(
                    reference.value(z: 1, unit: unit, measure: key.measure, sex: key.sex, ageDays: inside))
                let score = reference.z(of: value, unit: unit, measure: key.measure, sex: key.sex, ageDays: age)
                #expect(score.status == status, "\(id) \(key) day \(age)")
                #expect((score.z != nil) == (status == .ok), "\(id) \(key) day \(age)")
            }
        }
    }

    @Test(arguments: library.ids) func valueToScoreAndBackOverTheWholeRange(id: String) throws {
        let reference = try Self.library.reference(id)
        var checked = 0
        for key in reference.available {
            let curve = try #require(reference.curve(key.measure, key.sex))
            if case .centiles = curve { continue }
            // The skew-t tail ends where its probability is too small for a number.
            let parts =
                switch curve {
                case .skewT, .joined: [0.7, 0.8, 1, 1.1, 1.3]
                default: [0.3, 0.6, 0.8, 1, 1.1, 1.3, 2.0]
                }
            let score = { (value: Double, age: Double) in
                reference.z(of: value, unit: curve.unit, measure: key.measure, sex: key.sex, ageDays: age).z
            }
            let value = { (z: Double, age: Double) in
                reference.value(z: z, unit: curve.unit, measure: key.measure, sex: key.sex, ageDays: age)
            }
            for age in stride(from: curve.range.lowerBound, through: curve.range.upperBound, by: 2.5) {
                let median = try #require(value(0, age))
                for part in parts {
                    let z = try #require(score(part * median, age))
                    let back = try #require(value(z, age))
                    if abs(back - part * median) > 1e-9 * median {
                        Issue.record("\(id) \(key) day \(age): \(part * median) comes back as \(back)")
                    }
                    checked += 1
                }
                for z in [-3, -1.5, 0.25, 2, 4.5] {
                    let atZ = try #require(value(z, age))
                    let back = try #require(score(atZ, age))
                    if abs(back - z) > 1e-9 { Issue.record("\(id) \(key) day \(age): z \(z) comes back as \(back)") }
                }
            }
        }
        #expect(checked > 1000 || id == "wst-800-2022" || checked > 300)
    }

    @Test("without one pack every other one is as it was, and a plan that named it goes on", arguments: library.ids)
    func withoutOnePack(id: String) throws {
        var files: [String: [UInt8]] = [:]
        for path in EmbeddedFiles.paths(under: "seeds/references/") where !path.hasPrefix("seeds/references/\(id)/") {
            files[path] = try #require(EmbeddedFiles.bytes(at: path)).map { $0 }
        }
        let rest = ReferenceLibrary(files: files)
        #expect(rest.ids == Self.library.ids.filter { $0 != id })
        for other in rest.ids {
            #expect(try rest.digest(other) == Self.library.digest(other))
            #expect(try rest.reference(other).available == Self.library.reference(other).available)
        }
        #expect(throws: AssetProblem.self) { try rest.reference(id) }
        #expect(!ReferencePlan.standard.keeping(rest.ids).ids.contains(id))
    }

    @Test(arguments: library.ids) func onlyWhatIsAskedForIsLoaded(id: String) throws {
        let reference = try Self.library.reference(id, measures: [.weight], sexes: [.female])
        #expect(reference.curve(.weight, .female) != nil)
        #expect(Set(try Self.library.reference(id).available) == reference.available)
        let length = reference.z(of: 400, unit: .millimetres, measure: .length, sex: .female, ageDays: 200)
        #expect([.notLoaded, .unknownMeasure].contains(length.status) || reference.curve(.length, .female) != nil)
    }
}

/// The story's figures: 27+0, 800 g; day 93, 40+2, 2580 g.
@Suite struct AnAnGrowthTests {
    private func z(_ id: String, _ sex: Sex, grams: Int, day: Int, isBirth: Bool = false) throws -> GrowthScore {
        try ReferenceLibrary().reference(id, measures: [.weight], sexes: [sex]).score(
            stored: grams, measure: .weight, sex: sex, gestationalAgeDays: 189, dayOfLife: day, isBirth: isBirth)
    }

    @Test(
        arguments: [
            ("fenton-2013", Sex.female, -0.51, -1.98), ("fenton-2013", .male, -0.78, -2.39),
            ("intergrowth-postnatal", .female, nil, -1.53), ("intergrowth-postnatal", .male, nil, -2.18),
            ("who-2006", .female, nil, -1.44), ("who-2006", .male, nil, -1.69),
        ] as [(String, Sex, Double?, Double)])
    func scores(id: String, sex: Sex, atBirth: Double?, atDischarge: Double) throws {
        guard ReferenceLibrary().ids.contains(id) else { return }
        let birth = try z(id, sex, grams: 800, day: 0, isBirth: true)
        if let atBirth {
            #expect(abs(try #require(birth.z) - atBirth) < 0.005)
        } else {
            #expect(birth.z == nil)
            #expect(birth.status == (id == "who-2006" ? .belowRange : .notForBirth))
        }
        #expect(abs(try #require(z(id, sex, grams: 2580, day: 93).z) - atDischarge) < 0.005)
    }

    @Test func wholeStay() throws {
        let born = try #require(Day(year: 2024, month: 8, day: 19))
        let point = { (day: Int, grams: Int) in
            GrowthInput.Point(
                entry: Int64(day), day: born + day, instantSeconds: Int64(born.number + day) * 86_400,
                measure: .weight, value: grams, isBirth: day == 0)
        }
        let library = ReferenceLibrary()
        let summary = GrowthSummary(
            GrowthInput(
                sex: .female, gestationalAgeDays: 189, birthDay: born, points: [point(0, 800), point(93, 2580)],
                references: try library.ids.map { try library.reference($0) }))
        let stay = try #require(summary.velocity.first { $0.window == .wholeStay && $0.method == .exponential })
        #expect(abs(stay.value - 12.59) < 0.005)
        #expect(stay.n == 2 && stay.to == Day(year: 2024, month: 11, day: 20))
        #expect(summary.points.last?.pmaDays == 282)
        if let delta = summary.deltaZ.first(where: { $0.reference == "fenton-2013" && $0.since == .birth }) {
            #expect(abs(delta.value + 1.47) < 0.01)
        }
    }
}
