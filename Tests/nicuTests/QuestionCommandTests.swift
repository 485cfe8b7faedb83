import Foundation
import NICUCore
import Testing

@Suite("H1 H4 questions at the door: tokens, doubts, second clinicians, imports")
struct QuestionCommandTests {
    private func token(_ result: Program.Result) throws -> String {
        String(try #require(result.err.components(separatedBy: "--confirm ").last?.prefix(4)))
    }

    @Test("A question ends with 5 and its token, saves nothing, and the token stays the same for a repeated command")
    func tokens() throws {
        let (program, today) = try RoundTests.ward(1)
        let before = try program.count()
        let odd = "weigh an-an \(today[0] + 300)g"
        let first = try program.nicu(odd)
        let again = try program.nicu(odd)
        #expect(first.status == 5 && first.out.isEmpty && first.err.contains("nothing was saved"))
        #expect(try token(first) == token(again))
        let other = try program.nicu("weigh an-an \(today[0] + 310)g --confirm \(try token(first)) --reason x")
        #expect(other.status == 5 && other.err.contains("does not fit"))
        #expect(try program.count() == before)
        // A value that is only asked about takes no reason; one that is stopped does.
        #expect(try program.nicu(odd + " --confirm \(try token(first))").status == 0)
        // Not a time of today: whoever runs this before six would ask about the future.
        let doubled = ["weigh", "an-an", "\(today[0] * 2)g", "--at", "2 h ago"]
        let far = try program.run(doubled)
        #expect(far.err.contains("--reason"), "\(far.err)")
        #expect(try program.run(doubled + ["--confirm", try token(far)]).status == 1)
        let line =
            try program.nicu("timeline an-an --format ndjson").out.components(separatedBy: "\n")
            .last { $0.contains("answered") } ?? ""
        #expect(line.contains(#""answered":["outside_expected"]"#))
    }

    @Test("A weight in doubt is stored as such and leaves readiness unknown; corrected to measured it counts")
    func unconfirmed() throws {
        let (program, today) = try RoundTests.ward(1)
        let saved = try program.nicu("weigh an-an \(today[0] + 300)g --unconfirmed --json")
        #expect(saved.status == 0, "\(saved.err)")
        let seq = try #require(try saved.json["entries"]?.elements.first?["seq"]?.integer)
        func weight() throws -> String? {
            try program.nicu("ready an-an --json").json["criteria"]?.elements
                .first { $0["id"]?.string == "weight_gain" }?["reason"]?.string
        }
        #expect(try weight()?.contains("unconfirmed") == true)
        let asked = try program.nicu("correct \(seq) \(today[0] + 300)g --reason reweighed")
        #expect(asked.status == 5)
        #expect(try program.nicu("correct \(seq) \(today[0])g --reason reweighed").status == 0)
        #expect(try RoundTests.weights(program, "an-an").last == Int64(today[0]))
    }

    @Test("Where the unit wants it a stopped value takes a second clinician, another one than the first")
    func second() throws {
        let (program, today) = try RoundTests.ward(1)
        #expect(try program.nicu("clinician add nurse.w").status == 0)
        #expect(try program.nicu("settings second-clinician on").status == 0)
        let far = "weigh an-an \(today[0] * 2)g --reason emergency"
        let asked = try program.nicu(far)
        #expect(asked.status == 5 && asked.err.contains("--second LOGIN"))
        let confirmed = far + " --confirm \(try token(asked))"
        #expect(try program.nicu(confirmed).status == 1)
        #expect(try program.nicu(confirmed + " --second li.min").status == 1)
        #expect(try program.nicu(confirmed + " --second nobody").status == 1)
        #expect(try program.nicu("clinician add vi --role viewer").status == 0)
        #expect(try program.nicu(confirmed + " --second vi").status == 1)
        #expect(try program.nicu(confirmed + " --second nurse.w").status == 0)
        #expect(try program.nicu("timeline an-an --format ndjson").out.contains(#""secondBy":"nurse.w""#))
        #expect(try program.nicu("settings second-clinician maybe").status == 64)
        #expect(try program.nicu("settings colour blue").status == 1)
    }

    @Test("One of several takes the letter on the band; siblings never share one")
    func multiples() throws {
        let program = try Program()
        #expect(try program.nicu("init --unit U --timezone Asia/Shanghai --clinician li.min").status == 0)
        let born = "--born 2024-08-19T06:00 --ga 30+0"
        let admitted = try program.nicu("admit bao-bao --sex male \(born) --weight 1400g --order 1/2")
        #expect(admitted.out.contains("band: bao-bao M"), "\(admitted.out)")
        #expect(
            try program.nicu("admit yue-yue --sex female \(born) --weight 1200g --order 2/2 --sibling bao-bao").status
                == 0)
        let bare = try program.nicu("weigh yue-yue 1180g --at 2024-08-20T06:00")
        #expect(bare.status == 5 && bare.err.contains("--check LETTER"))
        #expect(try program.nicu("weigh yue-yue 1180g --check M --at 2024-08-20T06:00").status == 1)
        // Every act on one of several takes the letter, not its weights alone.
        for act in [
            "state yue-yue feeding tube", "event yue-yue apnoea", "intake yue-yue 20mL",
            "medication yue-yue caffeine 5mg", "bed yue-yue 7",
        ] {
            let bare = try program.nicu(act + " --at 2024-08-20T06:00")
            #expect(bare.status == 5 && bare.err.contains("one of several"), "\(act): \(bare.status) \(bare.err)")
            #expect(try program.nicu(act + " --check M --at 2024-08-20T06:00").status == 1)
        }
        #expect(try program.nicu("event yue-yue apnoea --check S --at 2024-08-20T05:00").status == 0)
        let checked = try program.nicu("weigh yue-yue 1180g --check S --at 2024-08-20T06:00")
        #expect(checked.status == 0 && checked.out.contains("sibling bao-bao"), "\(checked.err)")
        let twin = try program.nicu("weigh yue-yue 1395g --check S --at 2024-08-21T06:00")
        #expect(twin.status == 5 && twin.err.contains("is it bao-bao?"), "\(twin.err)")
        #expect(twin.err.contains("expected (last ") && twin.err.contains("fits a sibling's curve"), "\(twin.err)")
        #expect(twin.err.components(separatedBy: "is it bao-bao?").count == 2, "asked once: \(twin.err)")
        #expect(try program.nicu("measure bao-bao temperature 36.8C --check S --at 2024-08-21T06:00").status == 1)
    }

    @Test("An import asks nothing and lists the questions; with --strict a question refuses the file")
    func imports() throws {
        let (program, today) = try RoundTests.ward(1)
        let line = """
            {"id":"0191b1a4-6c00-7000-8000-0000000000aa","infant":"an-an","kind":"measurement","at":"\(Date().ISO8601Format())",\
            "by":"li.min","body":{"quantity":"weight","value":\(today[0] + 400),"unit":"g"}}
            """
        let before = try program.count()
        let strict = try program.run(["import", "-", "--strict"], input: line)
        #expect(
            strict.status == 5 && strict.err.contains("lies outside") && strict.err.contains("--strict"),
            "\(strict.err)")
        #expect(try program.count() == before)
        let taken = try program.run(["import", "-"], input: line)
        #expect(taken.status == 0 && taken.err.contains("questions about imported values: 1"), "\(taken.err)")
        #expect(try program.count() == before + 1)
    }

    @Test("The echo says which verdicts an entry turned, and --quiet leaves it away")
    func verdicts() throws {
        let program = try StoryTests.demo()
        let attested = try program.nicu("attest le-le rooming-in")
        #expect(attested.out.contains("verdict: Rooming in unknown → met (cn-2017)"), "\(attested.out)")
        let quiet = try program.nicu("attest le-le nutrition-plan --quiet")
        #expect(quiet.status == 0 && !quiet.out.contains("verdict:"))
    }
}
