internal import NICUCore

extension Wording {
    func chartTitle(_ code: String) -> String { pick("生长曲线 \(code)", "Growth chart \(code)") }

    /// Whom a chart is about.
    func chartSubject(_ sex: Sex, isAssumed: Bool, gestation: Int, born: Day?) -> String {
        self.sex(sex) + (isAssumed ? assumed() : "") + "  " + pick("胎龄 ", "born at ") + weeksAndDays(gestation)
            + (born.map { "  " + pick("出生 ", "on ") + "\($0)" } ?? "")
    }

    func chronologicalAxisShort() -> String { pick("日龄", "age d") }

    func postmenstrualAxisShort() -> String { pick("胎龄周", "PMA wk") }

    func terminalLegend(isBeside: Bool, hasStep: Bool) -> [String] {
        var lines = [
            pick(
                "* 测量值  o 已更正、删划或卷尺；右侧为百分位，第 50 百分位不是目标",
                "* value  o corrected, struck or by tape; centiles on the right, the 50th no target")
        ]
        if isBeside {
            lines.append(pick("稀疏线：足月后的参考；换图，不是生长", "sparse lines: the reference after term; chart step, not growth"))
        }
        if hasStep { lines.append(pick("竖线：50+0 换图，不是生长", "upright line: 50+0, chart step, not growth")) }
        return lines
    }

    func noLines() -> String { pick("性别不详：不画百分位线", "sex unknown: no centile lines") }

    func noValues() -> String { pick("没有测量值", "no values") }

    func chronologicalAxis() -> String { pick("上：日龄（天，出生日为 0）", "above: age (d, birth day = 0)") }

    func postmenstrualAxis() -> String { pick("矫正胎龄（周）", "postmenstrual age (weeks)") }

    /// The reference whose lines stand beside the first ones.
    func besideOnChart(_ source: String) -> String {
        pick("自 40+0 并列：\(source)（矫正年龄）", "beside it from 40+0: \(source), corrected age")
    }

    /// Where one chart takes over from another.
    func stepOnChart(from: String, to: String) -> String {
        pick("50+0：\(from) → \(to)，换图，不是生长", "50+0: \(from) → \(to), chart step, not growth")
    }

    func chartLegend(hasStep: Bool) -> String {
        pick(
            "百分位 3 10 25 50 75 90 97；第 50 百分位不是目标。空心：已更正或删划的值，或卷尺测量的身长。",
            "Centiles 3 10 25 50 75 90 97; the 50th is not a target. Hollow: corrected or struck, or length by tape.")
            + (hasStep ? pick("虚线：足月后的参考；换图，不是生长。", " Dashed: the reference after term; chart step, not growth.") : "")
    }
}
