internal import NICUCore

extension Wording {
    /// Why a fact other than a measurement cannot be.
    func fact(_ fact: Assessment.Fact) -> String {
        switch fact {
        case .event(let quantity, let value, let possible, let kind): event(quantity, value, possible, kind)
        case .breathingOnly(let figure, let aspect):
            pick(
                "\(self.figure(figure))只属于呼吸支持，不能与\(term(aspect))同记",
                "\(self.figure(figure)) belongs to respiratory support, not to \(term(aspect))")
        case .support(let figure, let value, let most, let support):
            pick(
                "\(term(support))的\(self.figure(figure)) \(value.text) \(unit(figure)) 不可能：最多 \(most) \(unit(figure))；请核对数值和单位",
                "a \(self.figure(figure)) of \(value.text) \(unit(figure)) is impossible for \(term(support)): at most \(most) \(unit(figure)); check value and unit"
            )
        case .result(let task, let result, let allowed):
            pick(
                "\(term(task))没有“\(result.rawValue)”这一结果；可选：\(list(tokens(allowed.map(\.rawValue))))",
                "\(term(task)) has no result “\(result.rawValue)”; one of: \(list(tokens(allowed.map(\.rawValue))))")
        case .appointmentBefore(let appointment, let examination):
            pick(
                "预约 \(appointment.display) 早于检查本身（\(examination.display)）；请检查 --follow-up 和 --at",
                "the appointment \(appointment.display) lies before the examination itself (\(examination.display)); check --follow-up and --at"
            )
        case .energy(let energy, let volume, let most):
            pick(
                "\(millilitres(volume)) 含 \(kilocalories(energy)) 不可能：最多 \(most) kcal/100 mL；请核对数值和单位",
                "\(kilocalories(energy)) in \(millilitres(volume)) is impossible: at most \(most) kcal/100 mL; check value and unit"
            )
        case .contradiction(let problem): body(problem)
        case .neverAfter(let aspect, let seq, let at):
            pick(
                "第 \(seq) 条（\(at.display)）已记录用过\(term(aspect))，不能再记“从未”；如该条有误请更正或删划",
                "entry \(seq) (\(at.display)) says that \(term(aspect)) was given, so it cannot be “never”; correct or strike that entry if it is wrong"
            )
        }
    }

    private func event(_ quantity: Quantity, _ value: Int, _ possible: ClosedRange<Int>, _ kind: Event.What?) -> String
    {
        let name = term(quantity == .heartRate ? "lowestHeartRate" : "lowestSpo2")
        let most = quantity.display(possible.upperBound)
        guard let kind else {
            let range = "\(quantity.digits(of: possible.lowerBound))–\(most)"
            return pick(
                "\(name) \(quantity.display(value)) 不可能：范围 \(range)",
                "\(name) \(quantity.display(value)) is impossible: the range is \(range)")
        }
        return pick(
            "\(name) \(quantity.display(value)) 不是\(term(kind.rawValue))：应不超过 \(most)；请核对数值",
            "\(name) \(quantity.display(value)) is no \(term(kind.rawValue)): at most \(most); check the value")
    }

    /// An energy in tenths of a kilocalorie.
    func kilocalories(_ tenths: Int) -> String { FixedDecimal(significand: Int64(tenths), decimals: 1).text + " kcal" }

    private func figure(_ figure: State.Figure) -> String {
        switch figure {
        case .fio2: pick("吸入氧浓度", "inspired oxygen")
        case .flow: pick("流量", "flow")
        case .pressure: pick("压力", "pressure")
        }
    }

    private func unit(_ figure: State.Figure) -> String {
        switch figure {
        case .fio2: "%"
        case .flow: "L/min"
        case .pressure: "cmH2O"
        }
    }
}
