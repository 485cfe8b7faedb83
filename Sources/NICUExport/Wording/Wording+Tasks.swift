internal import NICUCore

extension Wording {
    /// Why a screen, a dose or a statement counts or does not.
    func done(_ reason: Reason) -> String {
        switch reason {
        case .taskMissing(let task): pick("没有\(term(task))结果", "no result of \(term(task))")
        case .taskNotDone(let task, let at):
            pick("\(term(task))未做（\(time(at))）", "\(term(task)) not done (\(time(at)))")
        case .taskResult(let task, let result, let at):
            pick(
                "\(term(task))：\(term(result.rawValue))（\(time(at))）",
                "\(term(task)): \(term(result.rawValue)) (\(time(at)))")
        case .taskHolds(let task, let result, let elapsed):
            pick(
                "\(term(task))：\(term(result.rawValue))（\(time(elapsed.since))），有效 \(length(elapsed.needed))",
                "\(term(task)): \(term(result.rawValue)) (\(time(elapsed.since))), holds \(length(elapsed.needed))")
        case .taskFollowUp(let task, let result, let appointment, let place):
            pick(
                "\(term(task))：\(term(result.rawValue))，预约 \(appointment.moment(in: zone).display) \(place)",
                "\(term(task)): \(term(result.rawValue)), appointment \(appointment.moment(in: zone).display) \(place)")
        case .appointment(let task, let result, let fault):
            pick("\(term(task))：\(term(result.rawValue))，", "\(term(task)): \(term(result.rawValue)), ")
                + appointment(fault)
        case .methodMissing(let task, let accepted): methodMissing(task, accepted)
        case .otherMethod(let task, let method, let accepted): otherMethod(task, method, accepted)
        case .earMissing(let task, let ear): earMissing(task, ear)
        case .motherUnknown: pick("母亲 HBsAg 不详", "the mother's HBsAg is unknown")
        case .doseDueAtOnce(let task, let result, let at):
            pick(
                "\(term(task))：\(term(result.rawValue))（\(time(at))）；母亲 HBsAg 阳性，应立即接种",
                "\(term(task)): \(term(result.rawValue)) (\(time(at))); the mother's HBsAg is positive, so a dose is due at once"
            )
        case .doseDoesNotCount(let grams, let at, let min):
            pick(
                "\(time(at)) 接种时体重 \(grams) g，低于 \(min) g，不计数",
                "given at \(time(at)) with \(grams) g, below \(min) g: does not count")
        case .weightThenUnknown(let at): pick("\(time(at)) 接种时体重不详", "the weight when given (\(time(at))) is unknown")
        case .attested(let item, let value, let at, let by):
            value
                ? pick("\(term(item))：已确认（\(by)，\(time(at))）", "\(term(item)): attested by \(by), \(time(at))")
                : pick("\(term(item))：否（\(by)，\(time(at))）", "\(term(item)): no (\(by), \(time(at)))")
        case .notAttested(let item): pick("\(term(item))：未确认", "\(term(item)): not attested")
        default: ""
        }
    }

    /// A result that was recorded without its method, where only some count.
    func methodMissing(_ task: String, _ accepted: [String]) -> String {
        let methods = list(accepted.map { $0.uppercased() })
        return pick("\(term(task))未注明方法（应为 \(methods)）", "\(term(task)) without its method (\(methods) asked)")
    }

    /// A result by a method that does not count.
    func otherMethod(_ task: String, _ method: String, _ accepted: [String]) -> String {
        let methods = list(accepted.map { $0.uppercased() })
        return pick(
            "\(term(task))方法为 \(method.uppercased())，应为 \(methods)",
            "\(term(task)) by \(method.uppercased()), not \(methods)")
    }

    /// A screen of one ear alone.
    func earMissing(_ task: String, _ ear: String) -> String {
        pick("\(term(task))缺一侧（\(ear)）", "\(term(task)): no result for the \(ear) ear")
    }

    /// Why an appointment does not count.
    func appointment(_ fault: AppointmentFault) -> String {
        switch fault {
        case .none: pick("没有预约", "no appointment")
        case .noPlace: pick("预约没有地点", "an appointment without a place")
        case .past(let at):
            pick("预约 \(at.moment(in: zone).display) 已过", "the appointment \(at.moment(in: zone).display) is past")
        case .late(let at, let limit):
            pick(
                "预约 \(at.moment(in: zone).display) 过晚（应在 \(limit.completed / 24) 天内）",
                "the appointment \(at.moment(in: zone).display) is too late (within \(limit.completed / 24) d)")
        case .undecided(let at):
            pick(
                "预约 \(at.moment(in: zone).display) 只精确到日",
                "the appointment \(at.moment(in: zone).display) is known only to the day")
        }
    }
}
