import NICUAssets
import NICUCore
import Testing

@Suite struct ReferenceLibraryTests {
    private static let sound = """
        #model=lms
        #axis=postmenstrual_days
        #unit=g
        #interpolation=linear
        #tails=plain
        #use=any
        age_days,L,M,S
        200,0.5,1000,0.1
        201,-0.25,1020.5,0.11

        """
    private static let place = "seeds/references/own/weight-female.csv"

    private static func library(_ text: String, path: String = place) -> ReferenceLibrary {
        ReferenceLibrary(files: [path: Array(text.utf8)])
    }

    private static func changed(_ old: String, _ new: String) -> String {
        sound.split(separator: "\n", omittingEmptySubsequences: false)
            .map { $0 == old ? new : String($0) }.joined(separator: "\n")
    }

    @Test func readsAPackGivenAsFiles() throws {
        let library = Self.library(Self.sound)
        #expect(library.ids == ["own"])
        let reference = try library.reference("own")
        #expect(reference.axis == .postmenstrualDays && reference.use == .any)
        guard case .lms(let table) = try #require(reference.curve(.weight, .female)) else {
            Issue.record("not a table")
            return
        }
        #expect(
            table.points == [
                LMSPoint(ageDays: 200, l: 0.5, m: 1000, s: 0.1), LMSPoint(ageDays: 201, l: -0.25, m: 1020.5, s: 0.11),
            ])
        let boy = reference.z(of: 1000, unit: .grams, measure: .weight, sex: .male, ageDays: 200)
        #expect(boy.status == .unknownMeasure)
    }

    @Test func aLibraryWithoutPacksIsEmptyAndSaysSo() {
        let library = ReferenceLibrary(files: [:])
        #expect(library.ids.isEmpty)
        #expect(throws: AssetProblem.self) { try library.reference("fenton-2013") }
        #expect(throws: AssetProblem.self) { try ReferenceLibrary().reference("no-such") }
        #expect(throws: AssetProblem.self) { try ReferenceLibrary().manifest("no-such") }
    }

    @Test(arguments: [
        ("200,0.5,1000,0.1", "200,0.5,0,0.1", "\(place):8:9: M is to be above 0"),
        ("201,-0.25,1020.5,0.11", "201,-0.25,1020.5,-0.11", "\(place):9:18: S is to be above 0"),
        ("201,-0.25,1020.5,0.11", "200,-0.25,1020.5,0.11", "\(place):9:1: age_days is to rise from row to row"),
        ("200,0.5,1000,0.1", "200,0.5,1000", "\(place):8:13: a comma is to stand here"),
        ("200,0.5,1000,0.1", "200,0.5,1000,0.1,7", "\(place):8:17: the line is to end here"),
        ("200,0.5,1000,0.1", "200,0.5,1000,0.1\r", "\(place):8:17: the line is to end here"),
        ("200,0.5,1000,0.1", "200,,1000,0.1", "\(place):8:5: a number is to stand here"),
        ("200,0.5,1000,0.1", "", "\(place):8:1: a number is to stand here"),
        ("200,0.5,1000,0.1", "200,.5,1000,0.1", "\(place):8:5: a number is to stand here"),
        ("#unit=g", "#unit=lb", "\(place):3:7: 'lb' is none of g, kg, mm, cm"),
        ("#unit=g", "#unit=cm", "\(place): unit 'cm' does not measure weight"),
        ("#unit=g", "#units=g", "\(place):3:2: unknown setting 'units'"),
        ("#unit=g", "#model=lms", "\(place):3:2: setting 'model' stands twice"),
        ("#model=lms", "#model=lsm", "\(place):1:8: 'lsm' is none of centiles, lms, skew_t"),
        ("#unit=g", "#unit", "\(place):3:1: a setting is written #key=value"),
        ("age_days,L,M,S", "age,L,M,S", "\(place):7:1: the header is to be 'age_days,L,M,S'"),
    ])
    func mistakesNameFileLineAndColumn(old: String, new: String, message: String) {
        let error = #expect(throws: AssetProblem.self) { try Self.library(Self.changed(old, new)).reference("own") }
        #expect(error?.description == message)
    }

    @Test func emptyFilesAreRefused() {
        #expect(throws: AssetProblem.self) { try Self.library("").reference("own") }
        #expect(throws: AssetProblem.self) { try Self.library("#model=lms").reference("own") }
        let headerOnly = Self.sound.split(separator: "\n").prefix(7).joined(separator: "\n")
        #expect(throws: AssetProblem.self) { try Self.library(headerOnly).reference("own") }
    }

    @Test(arguments: [
        ("0.1", 0.1), ("-0.25", -0.25), ("5806.043431", 5806.043431), ("0.056606219", 0.056606219),
        ("123456789012345678901234567890", 123456789012345677877719597056),
        ("0.12345678901234567890123456789", 0.12345678901234567890123456789),
        ("9007199254740993", 9007199254740992), ("0.000000000000000000000000001", 1e-27),
    ])
    func numbersAreRoundedOnce(text: String, value: Double) throws {
        let reference = try Self.library(Self.changed("200,0.5,1000,0.1", "200,\(text),1000,0.1")).reference("own")
        guard case .lms(let table)? = reference.curve(.weight, .female) else {
            Issue.record("not a table")
            return
        }
        #expect(table.points[0].l == value)
    }

    @Test func manifestMistakesNameLineAndColumn() throws {
        let path = "seeds/references/own/manifest.yaml"
        let text = """
            id: own
            version: "1"
            title: Own
            citation: none
            doi: none
            terms: none
            population: none
            model: lms
            axis: postmenstrual_days
            use: any
            interpolation: linear
            outside: no_value
            measures:
              weight: {unit: g, from: 200, to: 201, tails: plain}
            """
        #expect(try Self.library(text, path: path).manifest("own").measures[.weight]?.to == 201)
        let mistakes = [
            ("title: Own", "titel: Own", "\(path):3:1: unknown key 'titel'"),
            ("use: any", "use: anyone", "\(path):10:1: 'anyone' is none of any, preterm_follow_up, birth"),
            ("unit: g", "unit: lb", "\(path):14:12: 'lb' is none of g, kg, mm, cm"),
            ("tails: plain", "tails: plain, tail: 1", "\(path):14:55: unknown key 'tail'"),
            ("  weight:", "  girth:", "\(path):14:3: unknown key 'girth'"),
            ("id: own", "id: other", "\(path): the id is 'other', the folder's name 'own'"),
            ("doi: none\n", "", "\(path):1:1: key 'doi' is missing"),
        ]
        for (old, new, message) in mistakes {
            let changed = text.replacing(old, with: new)
            let error = #expect(throws: AssetProblem.self) { try Self.library(changed, path: path).manifest("own") }
            #expect(error?.description == message)
        }
    }
}
