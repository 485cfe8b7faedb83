public import NICUCore

/// Intake of care days, split by route and milk, each figure beside the weight it was divided by.
public struct IntakePage: Sendable {
    private let course: Course
    private let rules: CareRules
    private let days: [IntakeDay]
    private let full: [FullFeedDay]

    /// Makes the page of the last care days of a course that was loaded for ``NICUCore/CourseNeed/care``.
    public init(_ course: Course, _ rules: CareRules, days count: Int) {
        self.course = course
        self.rules = rules
        let last = course.clock.careDay(at: course.asOf.earliest)
        days = (0..<max(count, 1)).reversed().map { IntakeDay(last + -$0, of: course, rules.intake) }
        full = rules.intake.fullFeeds.compactMap { FullFeedDay($0, of: course, rules.intake) }
    }

    /// Text for people.
    public func text(_ wording: Wording) -> String {
        var lines = [
            "\(course.code)", wording.stamp(asOf: course.asOf, knownAt: course.knownAt, head: course.head),
        ]
        for day in days { lines += [""] + block(day, wording) }
        lines +=
            [""]
            + rules.intake.fullFeeds.flatMap { threshold in
                wording.fullFeeds(threshold, full.first { $0.threshold == threshold })
            }
        return lines.joined(separator: "\n")
    }

    private func block(_ day: IntakeDay, _ wording: Wording) -> [String] {
        var lines = [wording.intakeHead(day)]
        guard day.count > 0 else { return lines }
        lines.append("  " + wording.intakeWeight(day))
        var table = Table(
            [
                wording.pick("途径", "route"), wording.pick("种类", "what"), "n", "mL", "mL/kg", "kcal", "kcal/kg",
            ], [.left, .left, .right, .right, .right, .right, .right])
        for part in day.parts {
            table.add(
                [
                    part.route.map { wording.term($0) } ?? "?", part.milk.map { wording.term($0) } ?? "?",
                    "\(part.count)",
                ]
                    + cells(part.tenthsMl, part.withoutVolume, part.kcalTenths, part.withoutEnergy, day))
        }
        if day.parts.count > 1 {
            table.add(
                [wording.pick("合计", "total"), "", "\(day.count)"]
                    + cells(day.totalTenthsMl, day.withoutVolume, day.kcalTenths, day.withoutEnergy, day))
        }
        lines += table.text(columns: wording.columns).split(separator: "\n").map { "  " + $0 }
        lines += wording.intakeGaps(day).map { "  " + $0 }
        return lines
    }

    /// Volume and energy with their figures for each kilogram; what is missing in them makes them the least it can be.
    private func cells(_ tenths: Int, _ noVolume: Int, _ kcal: Int, _ noEnergy: Int, _ day: IntakeDay) -> [String] {
        let (volume, energy) = (noVolume > 0 ? "≥ " : "", noEnergy > 0 ? "≥ " : "")
        let rate = { (value: Int) in day.perKilogram(value).map { Wording.fixed($0, 0) } ?? "?" }
        let hasEnergy = kcal > 0 || noEnergy == 0
        return [
            volume + FixedDecimal(significand: Int64(tenths), decimals: 1).padded, volume + rate(tenths),
            hasEnergy ? energy + FixedDecimal(significand: Int64(kcal), decimals: 1).padded : "?",
            hasEnergy ? energy + rate(kcal) : "?",
        ]
    }

    /// JSON for machines.
    public func json(_ wording: Wording) -> JSON {
        [
            "infant": .string(course.code.text), "asOf": .string(course.asOf.text),
            "knownAt": .string(knownAtText(course)), "head": .string(course.head.fingerprint),
            "days": .array(days.map(json)),
            "fullFeeds": .array(
                full.map {
                    [
                        "mlPerKgPerDay": .integer(Int64($0.threshold)), "careDay": .string($0.day.day.description),
                        "dayOfLife": .integer(Int64($0.dayOfLife)), "unknownBefore": .integer(Int64($0.unknownBefore)),
                    ]
                }),
        ]
    }

    private func json(_ day: IntakeDay) -> JSON {
        let weight = try? day.weight.get()
        return [
            "careDay": .string(day.day.description), "enteredSeconds": .integer(day.entered.seconds),
            "dueSeconds": .integer(day.due.seconds), "complete": .bool(day.isComplete),
            "infusedSeconds": .integer(day.infused.seconds), "infusionDueSeconds": .integer(day.infusionDue.seconds),
            "totalComplete": .bool(day.isTotalComplete),
            "weight": weight.map {
                [
                    "entry": .string($0.entry.id.description), "grams": .integer(Int64($0.grams)),
                    "role": .string($0.role.rawValue), "at": .string($0.at.text),
                ]
            } ?? .null,
            "mlPerKg": .optional(day.perKilogram(day.totalTenthsMl)),
            "enteralMlPerKg": .optional(day.perKilogram(day.enteralTenthsMl)),
            "kcalPerKg": .optional(day.perKilogram(day.kcalTenths)),
            "withoutVolume": .integer(Int64(day.withoutVolume)), "withoutEnergy": .integer(Int64(day.withoutEnergy)),
            "parts": .array(
                day.parts.map {
                    [
                        "route": .optional($0.route), "milk": .optional($0.milk), "count": .integer(Int64($0.count)),
                        "volumeTenthsMl": .integer(Int64($0.tenthsMl)), "kcalTenths": .integer(Int64($0.kcalTenths)),
                    ]
                }),
        ]
    }
}
