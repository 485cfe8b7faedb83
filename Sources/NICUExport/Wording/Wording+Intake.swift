public import NICUCore

extension Wording {
    /// The head of a care day of intake: which day, and for how many of its hours intake was entered.
    func intakeHead(_ day: IntakeDay) -> String {
        let head = pick("护理日 \(day.day)", "care day \(day.day)")
        guard day.count > 0 else { return head + pick("：没有入量记录", ": no intake entered") }
        let due = day.isOver ? length(day.due) : pick("至今 \(length(day.due))", "\(length(day.due)) so far")
        guard !day.isTotalComplete else { return head + pick("：已记录 24 小时", ": 24 hours entered") }
        guard !day.isComplete else { return head + pick("：喂养已记录 24 小时", ": 24 hours of feeds entered") }
        return head
            + pick(
                "：入量记录不足 24 小时（\(due)中的 \(length(day.entered))）",
                ": fewer than 24 hours of intake entered (\(length(day.entered)) of \(due))")
    }

    /// The weight a day's figures are divided by, or why there is none.
    func intakeWeight(_ day: IntakeDay) -> String {
        switch day.weight {
        case .success(let weight):
            pick(
                "按\(perKiloWeight(weight))（\(weight.at.display)）", "by \(perKiloWeight(weight)) (\(weight.at.display))")
        case .failure(let missing): pick("无法按公斤计算：", "not for each kilogram: ") + weightMissing(missing)
        }
    }

    /// What is missing in a day's entries.
    func intakeGaps(_ day: IntakeDay) -> [String] {
        var lines: [String] = []
        if !day.isInfusionComplete {
            lines.append(infusionGap(day.infused, of: day.infusionDue) + pick("；合计不全", "; totals are not whole"))
        }
        if day.withoutVolume > 0 {
            lines.append(pick("\(day.withoutVolume) 次没有量", "entries without a volume: \(day.withoutVolume)"))
        }
        if day.withoutEnergy > 0 {
            lines.append(pick("\(day.withoutEnergy) 次没有能量", "entries without an energy: \(day.withoutEnergy)"))
        }
        if day.withoutRoute > 0 {
            lines.append(pick("\(day.withoutRoute) 次没有途径", "entries without a route: \(day.withoutRoute)"))
        }
        return lines
    }

    /// For how much of the time that infusions ran they were entered.
    func infusionGap(_ entered: Hours, of due: Hours) -> String {
        pick(
            "静脉通路或肠外营养在用 \(length(due))，输液只记录了 \(length(entered))",
            "infusions entered for \(length(entered)) of the \(length(due)) that a line or PN was on")
    }

    /// A care day on a paper that is handed on: how much of it was entered, volume and energy, the weight, and what is missing.
    func handedIntake(_ day: IntakeDay) -> [String] {
        guard day.count > 0 else { return [intakeHead(day)] }
        func least(_ missing: Int, _ figure: String) -> String { missing > 0 ? "≥ " + figure : figure }
        let routes = day.parts.map { part in
            let what = [part.route.map(term) ?? pick("途径未记录", "route not recorded"), part.milk.map(term)]
            let volume = day.parts.count > 1 ? [millilitres(part.tenthsMl)] : []
            return (what.compactMap { $0 } + volume).joined(separator: " ")
        }
        var lines = [
            intakeHead(day),
            ([least(day.withoutVolume, millilitres(day.totalTenthsMl))] + routes + [
                pick("\(day.count) 次", "n = \(day.count)")
            ])
            .joined(separator: pick("，", ", ")),
        ]
        var figures: [String] = []
        if case .success = day.weight {
            func rate(_ tenths: Int, _ unit: String) -> String {
                perKilogram(tenths, unit, day, isWhole: day.isTotalComplete)
            }
            figures.append(least(day.withoutVolume, rate(day.totalTenthsMl, "mL")))
            if day.kcalTenths > 0 { figures.append(least(day.withoutEnergy, rate(day.kcalTenths, "kcal"))) }
        }
        lines.append((figures + [intakeWeight(day)]).joined(separator: pick("，", ", ")))
        return lines + intakeGaps(day)
    }

    /// The sum of a care day after a new entry.
    public func intakeSoFar(_ day: IntakeDay) -> String {
        let least = day.withoutVolume > 0 ? "≥ " : ""
        let sum = pick("护理日 \(day.day) 合计 \(least)", "care day \(day.day): \(least)") + millilitres(day.totalTenthsMl)
        switch day.weight {
        case .success(let weight):
            let rate = Wording.fixed(day.perKilogram(day.totalTenthsMl) ?? 0, 0)
            return sum + pick("，\(rate) mL/kg（\(perKiloWeight(weight))）", ", \(rate) mL/kg (\(perKiloWeight(weight)))")
        case .failure(let missing): return sum + pick("；", "; ") + weightMissing(missing)
        }
    }

    /// The day full feeds were reached, and what makes it the latest it can be.
    func fullFeeds(_ threshold: Int, _ found: FullFeedDay?) -> [String] {
        let what = pick("全量喂养（≥ \(threshold) mL/kg/d）：", "full feeds (≥ \(threshold) mL/kg/d): ")
        guard let found else { return [what + pick("记录中尚无", "not in the record")] }
        let rate = found.day.perKilogram(found.day.enteralTenthsMl).map { Wording.fixed($0, 0) } ?? "?"
        let age = pick(
            "\(found.day.day)，日龄 \(found.dayOfLife) 天（\(rate) mL/kg）",
            "\(found.day.day), age \(found.dayOfLife) d (\(rate) mL/kg)")
        guard found.unknownBefore > 0 else { return [what + age] }
        return [
            what + pick("最迟 \(age)", "at the latest \(age)"),
            "    "
                + pick(
                    "此前 \(found.unknownBefore) 个护理日记录不全",
                    "\(found.unknownBefore) care days before are not fully entered"),
        ]
    }
}
