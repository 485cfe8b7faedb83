internal import NICUCore

extension Wording {
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
