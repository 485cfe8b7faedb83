internal import NICUCore

extension Wording {
    /// Why a criterion about feeds has its verdict.
    func fed(_ reason: Reason) -> String {
        switch reason {
        case .oralVolume(let intake, let within):
            let amount = FixedDecimal(significand: Int64(intake.tenthsMl), decimals: 1).padded
            let rate = Wording.fixed(intake.perKilogram, 0)
            let weight = perKiloWeight(intake.grams, intake.role)
            return pick(
                "\(length(within))内经口 \(amount) mL，\(rate) mL/kg（按\(weight)），计划 \(intake.needed.text)",
                "\(amount) mL by mouth within \(length(within)), \(rate) mL/kg (\(weight)), planned \(intake.needed.text)"
            )
        case .planMissing(let target):
            return pick(
                "没有有效的计划（\(term(target))，单位 \(OralVolume.unit)）",
                "no plan in force for \(term(target)) in \(OralVolume.unit)")
        case .intakeIncomplete(let since, let window):
            guard let since else { return pick("没有入量记录", "no intake recorded") }
            return pick(
                "入量自 \(time(since)) 起记录，不足 \(length(window))",
                "intake recorded since \(time(since)) only, less than \(length(window))")
        case .volumeMissing(let at):
            return pick("\(time(at)) 的喂养未记录途径或奶量", "the feed at \(time(at)) has no route or no volume")
        case .eventAtFeed(let at):
            return pick(
                "\(time(at)) 喂养时有事件（未计入无事件观察）", "an event at a feed at \(time(at)), left out of the event-free time")
        default: return ""
        }
    }

    /// The slope of weight over some days with its range.
    func slope(_ slope: GainSlope) -> String {
        let (low, high) = (Wording.minus(slope.range.lowerBound, 0), Wording.minus(slope.range.upperBound, 0))
        let close = slope.isTooClose ? pick("，\(slope.days) 天内难以判定", ", too close to call over \(slope.days) d") : ""
        return pick(
            "\(slope.days) 天斜率 \(Wording.minus(slope.perDay, 0)) g/d（\(low) 至 \(high)，\(slope.count) 次）\(close)",
            "slope over \(slope.days) d \(Wording.minus(slope.perDay, 0)) g/d (\(low) to \(high), n = \(slope.count))\(close)"
        )
    }

    /// Since when the infant is cared for as now.
    func regimen(since at: Instant, _ aspect: String) -> String {
        pick("现行方案自 \(time(at))（\(term(aspect))）", "on this regimen since \(time(at)) (\(term(aspect)))")
    }
}
