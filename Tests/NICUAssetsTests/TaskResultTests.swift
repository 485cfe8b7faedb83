import NICUAssets
import NICUCore
import Testing

@Suite("H9 the results of a task in the program's words are those that rules and schedules ask for")
struct TaskResultTests {
    @Test(
        "No rule set and no schedule asks for a result that the words do not have",
        arguments: Vocabulary.names(of: .task))
    func asked(task: String) throws {
        guard let known = Vocabulary.results(of: task) else { return }
        let all = known + Vocabulary.resultsOfAny
        for id in RuleLibrary.ids {
            for result in try RuleLibrary.ruleSet(id: id).results(of: task) {
                #expect(all.contains(result), "\(id): \(task) \(result)")
            }
        }
        for result in try RuleBook().schedule().results(of: task) { #expect(all.contains(result), "\(task) \(result)") }
    }

    @Test("What an installed edition asks for is taken, what the program's own ask for is not said twice")
    func installed() throws {
        let text = try #require(EmbeddedFiles.text(at: "seeds/rules/cn-2017.yaml"))
            .replacing("accept: [pass]", with: "accept: [pass, complete]").replacing("0.1.0", with: "0.2.0")
        let file = AdoptedFile(id: "cn-2017", version: "0.2.0", digest: "", text: text)
        var generator = SystemRandomNumberGenerator()
        let now = Instant(seconds: 1_724_000_000)
        let id = Identifier(at: now, using: &generator)
        let entry = Entry(
            seq: 1, id: id, infant: nil, code: nil, operation: id, at: Moment(now, offsetMinutes: 480), recorded: now,
            by: "li.min", source: "test", body: AdoptedRuleSet(file: file))
        #expect(
            RuleBook(installed: [(EntryRef(entry), file)]).results(of: "hearing_screen") == [.pass, .refer, .complete])
        #expect(RuleBook().results(of: "hearing_screen").isEmpty)
        #expect(RuleBook().names(of: .aspect).contains("iv_access"))
    }
}
