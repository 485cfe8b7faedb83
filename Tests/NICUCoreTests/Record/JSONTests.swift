import NICUCore
import Testing

@Suite("JSON with digits, and its canonical form")
struct JSONTests {
    @Test(
        "Canonical form: names sorted by UTF-16, null left out, fractions as strings of digits",
        arguments: [
            (#"{"b":1,"a":2}"#, #"{"a":2,"b":1}"#), (#"{"a":null,"b":[null,1.50]}"#, #"{"b":[null,"1.5"]}"#),
            (#"{"v":36.0}"#, #"{"v":36}"#), (#"{"v":36.8}"#, #"{"v":"36.8"}"#),
            (#"{"\u20ac":1,"\r":2,"1":3,"\u0080":4,"\u00f6":5}"#, "{\"\\r\":2,\"1\":3,\"\u{80}\":4,\"ö\":5,\"€\":1}"),
            (#"{"t":"\u000f\n\"\\\/"}"#, #"{"t":"\u000f\n\"\\/"}"#), ("[ ]", "[]"), ("-0", "0"),
        ])
    func canonical(text: String, expected: String) throws { #expect(try JSON(text: text).canonicalText == expected) }

    @Test(
        "Texts that are refused",
        arguments: [
            "", "{", "[1,]", #"{"a":1,"a":2}"#, "01", "1.", ".5", "1e3", "tru", "\"\u{1}\"", #""\ud800""#, "1 2",
            "12345678901234567890", #"{"a"}"#, "nan",
        ])
    func refused(text: String) { #expect(throws: JSON.Problem.self) { try JSON(text: text) } }

    @Test("Nesting beyond 32 is refused and never crashes")
    func deep() {
        let text = String(repeating: "[", count: 100_000)
        #expect(throws: JSON.Problem.tooDeep) { try JSON(text: text) }
    }

    @Test("Unknown members of a body are refused, whatever the kind")
    func closed() {
        for kind in Kind.known {
            #expect(throws: BodyProblem.self, "\(kind)") { try kind.body(from: ["surprise": 1]) }
        }
    }

    @Test(
        "A value below the stored unit is refused, trailing zeros are not",
        arguments: [("36.80", true), ("36.85", false), ("36", true), ("\"36.8\"", true)])
    func digits(value: String, fits: Bool) throws {
        let json = try JSON(text: #"{"quantity":"temperature","unit":"Cel","value":\#(value)}"#)
        #expect(((try? Kind.measurement.body(from: json)) != nil) == fits)
    }

    @Test("Identifiers survive their text")
    func identifiers() throws {
        var generator = SystemRandomNumberGenerator()
        let id = Identifier(at: Instant(seconds: 1_724_000_000), using: &generator)
        #expect(Identifier(id.description) == id)
        #expect(Array(id.description)[14] == "7")
        #expect(Identifier("0191-not-an-id") == nil)
    }

    @Test(
        "Codes that look alike are found", arguments: [("an-an", "an-am", 1), ("an-an", "an-an", 0), ("bo", "xiao", 3)])
    func distance(a: String, b: String, expected: Int) throws {
        let first = try #require(InfantCode(a))
        let second = try #require(InfantCode(b))
        #expect(first.distance(to: second) == expected)
    }
}
