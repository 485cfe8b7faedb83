public import NICUCore

extension Wording {
    /// The answer about a target, with its sign; colour never carries it.
    public func standing(_ standing: TargetState.Standing) -> String {
        switch standing {
        case .onTarget: pick("✓ 达标", "✓ on target")
        case .below: pick("↓ 低于目标", "↓ below target")
        case .above: pick("↑ 高于目标", "↑ above target")
        case .otherwise: pick("✗ 未达标", "✗ off target")
        case .unknown: pick("? 不明", "? unknown")
        }
    }

    /// What a target was judged by, and why it cannot be where it cannot.
    public func targetFigure(_ state: TargetState) -> String {
        targetLines(state).joined(separator: pick("；", "; "))
    }

    /// What a target was judged by, and why it cannot be, each on its line.
    func targetLines(_ state: TargetState) -> [String] {
        var lines: [String] = []
        if let figure = state.figure { lines.append(self.figure(figure, state.plan.unit)) }
        if case .unknown(let missing) = state.standing { lines.append(self.missing(missing)) }
        return lines
    }

    /// The name of a target.
    public func targetTitle(_ state: TargetState) -> String {
        state.target.map { pick($0.title.zh, $0.title.en) } ?? term(state.plan.target)
    }

    private func figure(_ figure: TargetState.Figure, _ unit: String?) -> String {
        switch figure {
        case .gain(let rate):
            let value =
                unit == Velocity.unit ? Wording.minus(rate.value, 1) : Wording.minus(rate.gramsPerDay, 0)
            return pick(
                "\(value) \(unit ?? rate.unit)（指数法，\(rate.from) 至 \(rate.to)，n = \(rate.n)）",
                "\(value) \(unit ?? rate.unit) (exponential, \(rate.from) to \(rate.to), n = \(rate.n))")
        case .linear(let gain):
            return pick(
                "\(Wording.minus(gain.value, 2)) \(LinearGain.unit)（\(gain.from) 至 \(gain.to)）",
                "\(Wording.minus(gain.value, 2)) \(LinearGain.unit) (\(gain.from) to \(gain.to))")
        case .volume(let day, let isEnteral):
            return
                (isEnteral
                ? perKilogram(day.enteralTenthsMl, "mL", day, isWhole: day.isComplete)
                : perKilogram(day.totalTenthsMl, "mL", day, isWhole: day.isTotalComplete))
                + pick("（护理日 \(day.day)\(weightNote(day))）", " (care day \(day.day)\(weightNote(day)))")
        case .energy(let day):
            return perKilogram(day.kcalTenths, "kcal", day, isWhole: day.isTotalComplete)
                + pick("（护理日 \(day.day)\(weightNote(day))）", " (care day \(day.day)\(weightNote(day)))")
        case .saturation(let figure):
            let upper: String =
                switch figure.upperHolds {
                case .no: pick("，未吸氧，不计上限", ", no oxygen: no upper limit")
                case .yes, .unknown: ""
                }
            return pick(
                "中位数 \(Wording.fixed(figure.median, 0)) %，\(length(figure.window))内 \(figure.inside)/\(figure.count) 次在范围内\(upper)",
                "median \(Wording.fixed(figure.median, 0)) %, \(figure.inside) of \(figure.count) within limits over \(length(figure.window))\(upper)"
            )
        case .state(let value, let since):
            return pick("\(term(value))，自 \(since.display)", "\(term(value)) since \(since.display)")
        case .weighing(let state): return weighing(state)
        }
    }

    private func weighing(_ state: WeighState) -> String {
        switch state.today {
        case .weighed(let grams, let at): pick("\(at.display) 称得 \(grams) g", "\(grams) g at \(at.display)")
        case .omitted(let why, let at):
            pick("\(at.display) 未称：\(term(why.rawValue))", "not weighed at \(at.display): \(term(why.rawValue))")
        case .missing: pick("应称未称", "due and not recorded")
        case .notDue: pick("今日不需称", "not due today")
        }
    }

    /// Why a target cannot be judged.
    public func missing(_ missing: TargetState.Missing) -> String {
        switch missing {
        case .weight(let weight): return weightMissing(weight)
        case .intakeIncomplete(let entered, let due, ofInfusions: true): return infusionGap(entered, of: due)
        case .intakeIncomplete(let entered, let due, ofInfusions: false):
            return pick(
                "入量只记录了 \(length(due))中的 \(length(entered))",
                "intake entered for \(length(entered)) of \(length(due)) only")
        case .noIntake:
            return pick("上一护理日没有入量记录", "no intake entered for the last care day")
        case .intakeVague(let count):
            return pick("\(count) 次缺量、能量或途径", "\(count) entries without volume, energy or route")
        case .noGain: return pick("7 天内的测量不足以计算", "too few measurements about 7 days apart")
        case .notPerKilo(let age):
            return pick(
                "\(age) 以后不按 \(Velocity.unit) 判定；请改定 g/d 目标",
                "not judged in \(Velocity.unit) after \(age); set one in g/d")
        case .noPostmenstrualAge:
            return pick(
                "矫正胎龄不明，无法判定是否仍按 \(Velocity.unit) 计",
                "postmenstrual age unknown, so whether \(Velocity.unit) is judged cannot be told")
        case .unconfirmed(let entry): return pick("#\(entry.seq) 待核实", "#\(entry.seq) is unconfirmed")
        case .stale(let last, let maxAge):
            return pick(
                "最近一次为 \(last.display)，超过 \(length(maxAge))",
                "the last is of \(last.display), more than \(length(maxAge)) ago")
        case .tooFew(let found, let needed, let within):
            return pick(
                "\(length(within))内 \(found) 次，至少需 \(needed) 次",
                "\(found) readings within \(length(within)), \(needed) needed")
        case .oxygen: return pick("是否吸氧未记录，无法判定上限", "oxygen not recorded, so the upper limit cannot be judged")
        case .nothingRecorded(let aspect): return pick("没有\(term(aspect))记录", "nothing recorded of \(term(aspect))")
        case .noLimits: return pick("计划没有可比的数值", "the plan has no value that can be compared")
        case .notJudged: return pick("病历没有可供判定的数据", "the record holds nothing to judge it by")
        }
    }

    // MARK: Weight

    /// A figure for each kilogram, or the sum alone where there is no weight.
    func perKilogram(_ tenths: Int, _ unit: String, _ day: IntakeDay, isWhole: Bool) -> String {
        let sum = FixedDecimal(significand: Int64(tenths), decimals: 1).text + " " + unit
        // Less than a day is never called a rate of a day.
        let rate = isWhole ? "\(unit)/kg/d" : "\(unit)/kg"
        return day.perKilogram(tenths).map { "\(Wording.fixed($0, 0)) \(rate)" } ?? sum
    }

    private func weightNote(_ day: IntakeDay) -> String {
        (try? day.weight.get()).map { pick("，", ", ") + perKiloWeight($0) } ?? ""
    }

    /// The weight a figure was divided by, with its role.
    public func perKiloWeight(_ weight: PerKiloWeight) -> String { perKiloWeight(weight.grams, weight.role) }

    /// A weight that a figure is divided by, with its role.
    func perKiloWeight(_ grams: Int, _ role: Measurement.Role) -> String {
        switch role {
        case .dosing: pick("给药体重", "dosing weight") + " \(grams) g"
        case .birth: pick("出生体重", "birth weight") + " \(grams) g"
        default: pick("实测体重", "measured weight") + " \(grams) g"
        }
    }

    /// Why there is no weight to divide by.
    public func weightMissing(_ missing: PerKiloWeight.Missing) -> String {
        switch missing {
        case .nothing: pick("没有可用的体重", "no weight to divide by")
        case .stale(let last, let maxAge):
            pick(
                "最近体重为 \(last.display)，超过 \(length(maxAge))",
                "the last weight is of \(last.display), more than \(length(maxAge)) ago")
        case .unconfirmed(let entry): pick("体重 #\(entry.seq) 待核实", "the weight #\(entry.seq) is unconfirmed")
        }
    }

    /// The dosing weight: since when, by whom, and how far it is off; the program never changes it.
    public func dosingWeight(_ dosing: DosingWeight) -> String {
        dosingLines(dosing).joined(separator: pick("；", "; "))
    }

    /// The dosing weight, and how far it is off, each on its line.
    func dosingLines(_ dosing: DosingWeight) -> [String] {
        let reason = dosing.reason?.text.map { pick("，", ", ") + $0 } ?? ""
        let start = pick(
            "给药体重 \(dosing.grams) g，自 \(dosing.since.display)（\(dosing.days) 天，\(dosing.by)\(reason)）",
            "dosing weight \(dosing.grams) g since \(dosing.since.display) (\(dosing.days) d, \(dosing.by)\(reason))")
        guard let latest = dosing.latest, let off = dosing.percentOff else {
            return [start, pick("没有实测体重可比", "no measured weight beside it")]
        }
        return [
            start,
            pick(
                "较 \(latest.at.display) 的 \(latest.grams) g 差 \(Wording.signed(off, 1)) %",
                "\(Wording.signed(off, 1)) % against \(latest.grams) g at \(latest.at.display)"),
        ]
    }

    /// No plan is in force.
    public func noPlans() -> String { pick("没有有效的计划", "no plan is in force") }
}
