public import NICUCore

extension Wording {
    /// Why a fact cannot be.
    public func refusal(_ refusal: Assessment.Refusal) -> String {
        switch refusal {
        case .inTheFuture(let at, let now):
            pick(
                "\(at.display) 在将来（现在是 \(now.display)）；请检查 --at。",
                "\(at.display) lies in the future (now \(now.display)); check --at")
        case .beforeBirth(let at, let birth):
            pick(
                "\(at.display) 早于出生（\(birth.display)）；请检查 --at。",
                "\(at.display) is before birth (\(birth.display)); check --at")
        case .outsideRange(let quantity, let value, let possible, let slip):
            pick(
                "\(term(quantity.rawValue)) \(quantity.display(value)) 不可能：范围 \(quantity.digits(of: possible.lowerBound))–\(quantity.display(possible.upperBound))",
                "\(term(quantity.rawValue)) \(quantity.display(value)) is impossible: the range is \(quantity.digits(of: possible.lowerBound))–\(quantity.display(possible.upperBound))"
            ) + (slip.map { explanation($0, quantity) } ?? pick("；请核对数值和单位。", "; check value and unit"))
        case .secondBirth(let code):
            pick(
                "“\(code)”已有出生记录，不能再出生一次。",
                "“\(code)” already has a birth; correct it instead of recording a second one")
        case .secondBirthValue(let quantity, let seq, let value):
            pick(
                "出生\(term(quantity.rawValue))已记录（第 \(seq) 条，\(quantity.display(value))）；如有误请更正该条",
                "the \(term(quantity.rawValue)) at birth is already there (entry \(seq), \(quantity.display(value))); correct that entry if it is wrong"
            )
        case .birthValueLate(let at, let birth):
            pick(
                "\(at.display) 不是出生当日或次日（出生 \(birth.display)）；以后测的值请用 --role measured",
                "\(at.display) is later than the day after birth (\(birth.display)); a later value takes --role measured"
            )
        case .dosingOtherThanWeight(let quantity):
            pick(
                "给药值只能是体重，不能是\(term(quantity.rawValue))", "a dosing value is a weight, not a \(term(quantity.rawValue))"
            )
        case .bornTooEarly(let at):
            pick("出生时间 \(at.display) 过早；请检查年份。", "a birth at \(at.display) is too long ago; check the year")
        case .birthAfterFacts(let at, let seq, let fact):
            pick(
                "出生时间 \(at.display) 晚于已有记录（第 \(seq) 条，\(fact.display)）。",
                "a birth at \(at.display) is later than entry \(seq) (\(fact.display))")
        case .shiftNotBegun(let shift):
            pick("班次 \(shift) 尚未开始，不能回顾。", "shift \(shift) has not begun, so it cannot be reviewed")
        case .shiftBeforeBirth(let shift):
            pick("班次 \(shift) 早于出生。", "shift \(shift) ended before birth")
        case .shiftReviewed(let shift, 0):
            pick("班次 \(shift) 已有回顾。", "shift \(shift) is already reviewed")
        case .shiftNotOver(let shift):
            pick("班次 \(shift) 尚未结束；请在最后一小时内或结束后回顾。", "shift \(shift) is not over; review it in its last hour or later")
        case .shiftReviewed(let shift, let seq):
            pick(
                "班次 \(shift) 已有回顾（第 \(seq) 条）；请更正该条。",
                "shift \(shift) is already reviewed (entry \(seq)); correct that entry")
        case .afterStay(let at, let end, let destination):
            pick(
                "\(at.display) 晚于住院结束（\(term(destination.rawValue))，\(end.display)）；请检查 --at"
                    + (destination == .death ? "。" : "，之后的随访值用 nicu follow-up 或 --role reported。"),
                "\(at.display) is after the stay ended (\(term(destination.rawValue)), \(end.display)); check --at"
                    + (destination == .death
                        ? "" : "; a value from elsewhere is a nicu follow-up, or takes --role reported"))
        case .admissionInside(let at, let seq, let bound):
            pick(
                "再入院 \(at.display) 早于第 \(seq) 条（\(bound.display)，住院的开始或结束）；请检查 --at。",
                "a readmission at \(at.display) lies before entry \(seq) (\(bound.display)), which begins or ends a stay; check --at"
            )
        case .factAfterStay(let end, let seq, let at):
            pick(
                "住院不能在 \(end.display) 结束：第 \(seq) 条在其后（\(at.display)）；请检查 --at 或更正该条。",
                "a stay cannot end at \(end.display): entry \(seq) is later (\(at.display)); check --at or correct that entry"
            )
        case .stayEnded(let at, let seq):
            pick(
                "住院已于 \(at.display) 结束（第 \(seq) 条）；请更正该条。",
                "the stay already ended at \(at.display) (entry \(seq)); correct that entry")
        case .waiverOver(let until, let at):
            pick(
                "有效期 \(until.display) 早于豁免本身（\(at.display)），豁免从未生效。",
                "until \(until.display) lies before the waiver itself (\(at.display)), which would never hold")
        case .planOver(let until, let at):
            pick(
                "有效期 \(until.display) 早于 \(at.display)，计划不会生效",
                "the plan ends at \(until.display), before \(at.display), and would never hold")
        case .staysCross(let at, let seq):
            pick(
                "\(at.display) 与第 \(seq) 条（另一次住院的开始或结束）冲突：住院的开始与结束须交替；请检查 --at",
                "\(at.display) crosses entry \(seq), the beginning or end of another stay: they take turns; check --at")
        case .stillInUnit(let code):
            pick("“\(code)”仍在住院；先记录出院再办再入院", "“\(code)” is still here: record the discharge before another admission")
        case .followUpInStay(let code):
            pick(
                "“\(code)”当时仍在住院：住院期间的值用 nicu weigh 或 nicu measure。",
                "“\(code)” was still in the unit then: nicu weigh or nicu measure records a value of the stay")
        case .targetOutside(let target, let value, let unit, let possible):
            pick(
                "\(term(target))目标 \(value.text) \(unit) 不可能：范围 \(possible.lowerBound)–\(possible.upperBound) \(unit)；请核对数值和单位",
                "a target of \(value.text) \(unit) for \(term(target)) is impossible: the range is \(possible.lowerBound)–\(possible.upperBound) \(unit); check value and unit"
            )
        case .doseOutside(let product, let dose, let unit, let most):
            pick(
                "\(product) \(dose.text) \(unit) 不可能是一次剂量：大于 0"
                    + (most.map { "，不超过 \($0.text) \(unit)" } ?? "") + "；未给药请用 --not-given 原因",
                "\(product) \(dose.text) \(unit) is no dose: it is above 0"
                    + (most.map { " and at most \($0.text) \(unit)" } ?? "")
                    + "; a dose that was not given takes --not-given REASON")
        case .fact(let fact): self.fact(fact)
        case .notBorn(let code): pick("“\(code)”没有有效的出生记录。", "“\(code)” has no effective birth entry")
        }
    }

    /// Why the unit's growth references stay as they are.
    func reference(_ problem: ReferenceProblem) -> String {
        switch problem {
        case .notThere(let id, let known) where known.isEmpty:
            pick("没有生长参考“\(id)”；本科室没有自己的参考", "there is no growth reference “\(id)”; the unit has none of its own")
        case .notThere(let id, let known):
            pick("没有生长参考“\(id)”；可选：\(list(known))", "there is no growth reference “\(id)”; there are: \(list(known))")
        case .builtIn(let id):
            pick(
                "“\(id)”是程序自带的参考，不能替换或移除；请给自己的参考另取代号",
                "“\(id)” comes with the program and is neither replaced nor removed; give your own pack another id")
        case .alreadyThere(let id, let version):
            pick("“\(id)”版本 \(version) 已经安装", "“\(id)” version \(version) is already installed")
        case .versionTaken(let id, let version):
            pick(
                "“\(id)”版本 \(version) 已安装而内容不同；内容变了请改版本号",
                "“\(id)” version \(version) is installed with another content; give changed figures a new version")
        case .inUse(let id, let phase):
            pick(
                "“\(id)”是本科室“\(self.phase(phase))”阶段的参考；请先用 nicu references use \(phase.rawValue) 换成别的",
                "“\(id)” is the unit's reference \(self.phase(phase)); choose another with `nicu references use \(phase.rawValue)` first"
            )
        case .wrongUse(let id, let phase):
            pick("“\(id)”不能用于“\(self.phase(phase))”", "“\(id)” is not made for use \(self.phase(phase))")
        }
    }

    /// A phase of the reference plan.
    public func phase(_ phase: ReferencePlan.Phase) -> String {
        switch phase {
        case .birth: pick("出生时", "at birth")
        case .postnatal: pick("出生后", "after birth")
        case .afterTerm: pick("足月后", "after term")
        }
    }
}
