public import NICUCore

/// One infant of a weigh-round as people see it.
public struct RoundLine: Sendable {
    let index: Int
    let count: Int
    let course: Course
    let state: WeighState
    let expected: ExpectedWeight?
    let siblings: [InfantCode]

    /// Makes one from its parts; `index` counts from 1.
    public init(
        index: Int, count: Int, course: Course, state: WeighState, expected: ExpectedWeight?,
        siblings: [InfantCode] = []
    ) {
        self.siblings = siblings
        self.index = index
        self.count = count
        self.course = course
        self.state = state
        self.expected = expected
    }

    /// The lines above the prompt.
    public func head(_ wording: Wording) -> [String] {
        let day = course.clock.zone.day(at: course.asOf.earliest)
        var who = "\(index)/\(count)  "
        who += course.bed.map { wording.pick("\($0) 床  ", "bed \($0)  ") } ?? wording.pick("无床位  ", "no bed  ")
        who += "\(course.code)  \(wording.sex(course.sex))"
        who += wording.birthOrder(course, siblings: siblings).map { "  " + $0 } ?? ""
        who +=
            "  "
            + wording.ages(
                day: course.postnatalAge(on: day)?.days, postmenstrual: course.postmenstrualAge(on: day))
        return [who]
            + Table.wrapped(weight(wording), columns: (wording.columns ?? 80) - 4).map { "    " + $0 }
    }

    /// The line of one who is shown in its order and not asked for: whom another weighed, who is not due, who has left.
    public func passed(_ wording: Wording) -> String {
        var parts = ["\(index)/\(count)"]
        parts += course.bed.map { [wording.pick("\($0) 床", "bed \($0)")] } ?? []
        parts += ["\(course.code)", course.stayEnd.map(wording.goneTo) ?? today(wording) ?? ""]
        return Table.wrapped(parts.joined(separator: "  "), columns: wording.columns ?? 80).joined(separator: "\n    ")
    }

    /// What the record has of today's weight, with who entered it; nil where it is missing.
    private func today(_ wording: Wording) -> String? {
        switch state.today {
        case .weighed(let grams, let at):
            return wording.weighedAlready(grams, at: at, by: course.weights.last?.entry.by ?? "")
        case .omitted:
            return course.weightOmission.map(wording.notWeighedToday)
        case .notDue: return wording.pick("按计划今天不称", "not due today by the plan")
        case .missing: return nil
        }
    }

    private func weight(_ wording: Wording) -> String {
        var parts: [String] = []
        if case .weighed = state.today {
            // Today's weight is the last one; it is said once.
            parts += today(wording).map { [$0] } ?? []
        } else {
            let last = state.last.map {
                wording.pick("上次 \($0.grams) g（\($0.at.display)）", "last \($0.grams) g (\($0.at.display))")
            }
            parts.append(last ?? wording.pick("尚无体重", "no weight yet"))
        }
        if let expected {
            let range = "\(expected.range.lowerBound)–\(expected.range.upperBound) g"
            parts.append(wording.pick("预期 \(range)", "expected \(range)"))
        }
        if case .weighed = state.today {} else { parts += today(wording).map { [$0] } ?? [] }
        return parts.joined(separator: wording.pick("，", ", "))
    }

    /// The paper sheet of a round: in its order, with check letters and room for what is read.
    public static func sheet(_ lines: [RoundLine], at moment: Moment, _ wording: Wording) -> String {
        var table = Table([
            "", wording.pick("床", "bed"), wording.pick("代号", "code"), wording.pick("校验", "letter"),
            wording.pick("性别", "sex"), wording.pick("胎次", "order"), wording.pick("上次", "last"),
            wording.pick("时间", "at"), wording.pick("今天（g）", "today (g)"), wording.pick("未称", "why not"),
        ])
        for line in lines {
            let birth = line.course.birth?.body
            let due = line.state.today == .notDue ? wording.pick("（今天不称）", "(not due)") : "________"
            table.add([
                "\(line.index)", line.course.bed ?? "", line.course.code.text,
                String(CheckLetter.of(line.course.code)), wording.sex(line.course.sex),
                birth.map { $0.of > 1 ? "\($0.order)/\($0.of)" : "" } ?? "",
                line.state.last.map { "\($0.grams) g" } ?? "–",
                line.state.last.map { String($0.at.display.dropFirst(5)) } ?? "", due, "________",
            ])
        }
        let foot = wording.pick(
            "未称：\(wording.omissionReasons())\n录入：代号 校验字母 数值 单位，每行一个（nicu round --order paper）",
            "not weighed: \(wording.omissionReasons())\nto enter: CODE LETTER VALUE UNIT, one a line (nicu round --order paper)"
        )
        return wording.pick("晨间称重", "Weigh-round") + "  \(moment.display)\n\n" + table.text(columns: wording.columns)
            + "\n\n" + foot
    }
}
