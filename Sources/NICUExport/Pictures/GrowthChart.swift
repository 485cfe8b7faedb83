public import NICUCore

/// Weight, length and head circumference of one infant on one A4 page, between the centile lines of one reference.
///
/// Exact ages below, chronological ages above; no line is emphasised. Values that were corrected or struck are hollow, and
/// so are lengths by tape. Without a single sex, or beyond the reference's range, there are no lines.
public struct GrowthChart: Sendable {
    private static let centiles: [Double] = [3, 10, 25, 50, 75, 90, 97]
    private static let page = (width: 794.0, height: 1123.0)
    private static let lineStyle = "stroke=\"#777\" stroke-width=\"0.8\""

    private let course: Course
    private let summary: GrowthSummary
    private let reference: GrowthReference
    private let version: String
    private let sex: Sex
    private let wording: Wording

    /// Makes a chart; `version` is the pack's, `sex` the one whose lines are drawn.
    public init(
        _ course: Course, _ summary: GrowthSummary, reference: GrowthReference, version: String, sex: Sex,
        wording: Wording
    ) {
        self.course = course
        self.summary = summary
        self.reference = reference
        self.version = version
        self.sex = sex
        self.wording = wording
    }

    /// One value on the chart.
    private struct Dot {
        let days: Int
        let value: Double
        let isHollow: Bool
    }

    /// Where one measure is drawn.
    private struct Panel {
        let measure: GrowthMeasure
        let top: Double
        let bottom: Double
        let left = 64.0
        let right = 744.0
        var days = 0.0...1.0
        var values = 0.0...1.0

        func x(_ day: Double) -> Double {
            left + (day - days.lowerBound) / (days.upperBound - days.lowerBound) * (right - left)
        }

        func y(_ value: Double) -> Double {
            bottom - (value - values.lowerBound) / (values.upperBound - values.lowerBound) * (bottom - top)
        }
    }

    /// The picture as SVG; nil without a birth and a gestational age, since no value has a place then.
    public var svg: String? {
        guard let birthDay = course.birthDay, let gestation = course.gestationalAge?.days else { return nil }
        let dots = Dictionary(
            uniqueKeysWithValues: GrowthMeasure.measured.map { ($0, self.dots($0, birthDay, gestation)) })
        let last = dots.values.flatMap { $0 }.map(\.days).max() ?? gestation
        let days = Double(gestation / 7 * 7)...Double(max((last / 7 + 2) * 7, gestation / 7 * 7 + 28))
        var picture = SVG(
            width: GrowthChart.page.width, height: GrowthChart.page.height,
            title: wording.pick("生长曲线 \(course.code)", "Growth chart \(course.code)"))
        heading(&picture, gestation: gestation)
        for (measure, top, bottom) in [(GrowthMeasure.weight, 120.0, 530.0), (.length, 600, 790), (.head, 860, 1040)] {
            var panel = Panel(measure: measure, top: top, bottom: bottom)
            panel.days = days
            draw(dots[measure] ?? [], in: panel, gestation: gestation, &picture)
        }
        foot(&picture)
        return picture.finished
    }

    private func dots(_ measure: GrowthMeasure, _ birthDay: Day, _ gestation: Int) -> [Dot] {
        func dot(_ entry: Entry, isHollow: Bool) -> Dot? {
            guard let body = entry.body as? Measurement, GrowthMeasure(body.quantity) == measure, body.counts else {
                return nil
            }
            let value = Double(body.value) / (measure == .weight ? 1 : 10)
            return Dot(
                days: gestation + (course.clock.zone.day(at: entry.at.instant) - birthDay), value: value,
                isHollow: isHollow || (measure == .length && body.method == "tape"))
        }
        return course.entries.compactMap { dot($0, isHollow: false) }
            + course.superseded.compactMap { dot($0.entry, isHollow: true) }
    }

    /// A centile line inside the reference's range and the panel.
    private func curve(_ centile: Double, _ measure: GrowthMeasure, _ days: ClosedRange<Double>) -> [(
        day: Double, value: Double
    )] {
        guard let z = NormalDistribution.quantile(centile / 100), let range = reference.curve(measure, sex)?.range
        else { return [] }
        let offset = reference.axis == .correctedDays ? Double(GrowthAxis.dueDate) : 0
        let first = max(days.lowerBound, range.lowerBound + offset)
        let end = min(days.upperBound, range.upperBound + offset)
        guard first < end else { return [] }
        var ages = Array(stride(from: first, to: end, by: 2))
        ages.append(end)
        return ages.compactMap { age in
            reference.value(
                z: z, unit: measure == .weight ? .grams : .centimetres, measure: measure, sex: sex,
                ageDays: age - offset
            ).map { (age, $0) }
        }
    }

    private func draw(_ dots: [Dot], in empty: Panel, gestation: Int, _ picture: inout SVG) {
        var panel = empty
        let curves = GrowthChart.centiles.map { ($0, curve($0, panel.measure, panel.days)) }
        let all = curves.flatMap { $0.1.map(\.value) } + dots.map(\.value)
        let step = GrowthChart.step((all.max() ?? 1) - (all.min() ?? 0), isTall: panel.measure == .weight)
        let low = ((all.min() ?? 0) / step).rounded(.down) * step
        let high = ((all.max() ?? 1) / step).rounded(.up) * step
        panel.values = low...max(high, low + step)
        frame(panel, step: step, gestation: gestation, &picture)
        var lastLabel = Double.infinity
        for (centile, points) in curves {
            picture.polyline(points.map { (panel.x($0.day), panel.y($0.value)) }, GrowthChart.lineStyle)
            guard let end = points.last else { continue }
            // Lines that end close together keep their labels apart.
            let y = min(panel.y(end.value) + 3, lastLabel - 7.6)
            picture.label(CentileBand.number(centile), panel.x(end.day) + 4, y, size: 8, "fill=\"#444\"")
            lastLabel = y
        }
        let counted = dots.filter { !$0.isHollow }.sorted { $0.days < $1.days }
        picture.polyline(
            counted.map { (panel.x(Double($0.days)), panel.y($0.value)) }, "stroke=\"#000\" stroke-width=\"0.9\"")
        for dot in dots {
            picture.circle(
                panel.x(Double(dot.days)), panel.y(dot.value), dots.count > 40 ? 1.7 : 2.6,
                dot.isHollow ? "fill=\"#fff\" stroke=\"#000\" stroke-width=\"1\"" : "fill=\"#000\"")
        }
        if dots.isEmpty {
            picture.label(
                wording.pick("没有测量值", "no values"), panel.left + 8, panel.top + 16, size: 11, "fill=\"#444\"")
        }
    }

    private func frame(_ panel: Panel, step: Double, gestation: Int, _ picture: inout SVG) {
        let unit = panel.measure == .weight ? "g" : "cm"
        picture.label(
            wording.term(panel.measure.rawValue) + " (\(unit))", panel.left, panel.top - 30, size: 12,
            "font-weight=\"bold\"")
        var value = panel.values.lowerBound
        while value <= panel.values.upperBound + step / 2 {
            picture.line(
                panel.left, panel.y(value), panel.right, panel.y(value), "stroke=\"#ddd\" stroke-width=\"0.5\"")
            picture.label(CentileBand.number(value), panel.left - 5, panel.y(value) + 3.5, size: 9.5, anchor: "end")
            value += step
        }
        let weeks = (panel.days.upperBound - panel.days.lowerBound) / 7
        let every = weeks > 26 ? 4 : weeks > 16 ? 2 : 1
        for week in Int(panel.days.lowerBound / 7)...Int(panel.days.upperBound / 7) {
            let x = panel.x(Double(week * 7))
            picture.line(x, panel.top, x, panel.bottom, "stroke=\"#eee\" stroke-width=\"0.5\"")
            if (week - Int(panel.days.lowerBound / 7)) % every == 0 {
                picture.label("\(week)", x, panel.bottom + 12, size: 9.5, anchor: "middle")
            }
        }
        var age = 0
        while Double(gestation + age) <= panel.days.upperBound {
            let x = panel.x(Double(gestation + age))
            picture.line(x, panel.top - 4, x, panel.top, "stroke=\"#000\" stroke-width=\"0.7\"")
            picture.label("\(age)", x, panel.top - 7, size: 9, anchor: "middle")
            age += every * 7
        }
        picture.label(
            wording.pick("日龄（天，出生日为 0）", "age (d, birth day = 0)"), panel.right, panel.top - 20, size: 9, anchor: "end")
        picture.label(
            wording.pick("矫正胎龄（周）", "postmenstrual age (weeks)"), panel.right, panel.bottom + 25, size: 9, anchor: "end"
        )
        picture.polyline(
            [
                (panel.left, panel.top), (panel.right, panel.top), (panel.right, panel.bottom),
                (panel.left, panel.bottom),
                (panel.left, panel.top),
            ], "stroke=\"#000\" stroke-width=\"0.8\"")
    }

    /// A round distance between lines of the grid.
    private static func step(_ span: Double, isTall: Bool) -> Double {
        let wanted = span / (isTall ? 10 : 5)
        let steps: [Double] = [0.5, 1, 2, 5, 10, 20, 50, 100, 200, 250, 500, 1000, 2000]
        return steps.first { $0 >= wanted } ?? 5000
    }

    private func heading(_ picture: inout SVG, gestation: Int) {
        let assumed = sex == course.sex ? "" : wording.pick("（假定）", " (assumed)")
        picture.label(
            wording.pick("生长曲线  ", "Growth chart  ") + "\(course.code)", 64, 40, size: 18, "font-weight=\"bold\"")
        picture.label(
            wording.sex(sex) + assumed + "  " + wording.pick("胎龄 ", "born at ") + weeksAndDays(gestation)
                + (course.birthDay.map { "  " + wording.pick("出生 ", "on ") + "\($0)" } ?? ""), 64, 60, size: 11)
        picture.label("\(reference.id) \(version)", 744, 40, size: 11, anchor: "end")
        if reference.curve(.weight, sex) == nil {
            picture.label(
                wording.pick("性别不详：不画百分位线", "sex unknown: no centile lines"), 744, 60, size: 11, anchor: "end")
        }
    }

    private func foot(_ picture: inout SVG) {
        let bottom = GrowthChart.page.height
        picture.label(
            wording.stamp(asOf: course.asOf, knownAt: course.knownAt, head: course.head), 64, bottom - 34, size: 9)
        picture.label(
            wording.pick(
                "百分位 3 10 25 50 75 90 97；第 50 百分位不是目标。空心：已更正或删划的值，或卷尺测量的身长。",
                "centiles 3 10 25 50 75 90 97; the 50th is not a target. Hollow: corrected or struck, or length by tape."
            ),
            64, bottom - 20, size: 9)
    }
}
