internal import NICUCore

extension GrowthPage {
    /// Figures from after the stay, apart from it: they enter no rate, no Δz and no indicator.
    var afterStay: [String] {
        let visits = course.all(FollowUp.self).filter { $0.body.quantity != nil }
        guard !visits.isEmpty else { return [] }
        return ["", wording.afterStay()]
            + visits.compactMap { entry, body in
                guard let quantity = body.quantity,
                    let value = body.value?.scaled(to: quantity.decimals).map({ Int($0) })
                else { return nil }
                let day = entry.at.day
                let postmenstrual = course.postmenstrualAge(on: day)
                var line = "  \(entry.at.display)  \(quantity.display(value))"
                line += "  " + wording.ages(day: course.postnatalAge(on: day)?.days, postmenstrual: postmenstrual)
                for id in plan.followUp(atPostmenstrualDays: postmenstrual?.days) {
                    guard let reference = references.first(where: { $0.id == id }),
                        let measure = GrowthMeasure(quantity), let age = course.postnatalAge(on: day)
                    else { continue }
                    let score = reference.score(
                        stored: value, measure: measure, sex: sex,
                        gestationalAgeDays: course.gestationalAge?.days, dayOfLife: age.days, isBirth: false)
                    line += "  \(id) \(wording.score(score))"
                }
                return line + "  ("
                    + wording.list([body.place.map(wording.term), body.source.map(wording.person)].compactMap { $0 })
                    + ")"
            }
    }
}

extension Wording {
    /// Above figures that were taken after the stay.
    func afterStay() -> String { pick("出院后（与住院数据分开）", "after the stay, apart from it") }
}
