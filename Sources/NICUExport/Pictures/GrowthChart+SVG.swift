internal import NICUCore

extension GrowthChart {
    private static let page = (width: 794.0, height: 1123.0)
    private static let lineStyle = "stroke=\"#777\" stroke-width=\"0.8\""
    private static let besideStyle = "stroke=\"#777\" stroke-width=\"0.8\" stroke-dasharray=\"4 2.5\""

    /// Where one measure is drawn.
    private struct Panel {
        let measure: GrowthMeasure
        let top: Double
        let bottom: Double
        let left = 64.0
        let right = 736.0
        let days: ClosedRange<Double>
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
        guard let span, let gestation else { return nil }
        var picture = SVG(
            width: GrowthChart.page.width, height: GrowthChart.page.height, title: wording.chartTitle(course.code.text))
        heading(&picture, gestation: gestation)
        for (measure, top, bottom) in [(GrowthMeasure.weight, 132.0, 530.0), (.length, 606, 790), (.head, 866, 1040)] {
            draw(Panel(measure: measure, top: top, bottom: bottom, days: span), gestation: gestation, &picture)
        }
        foot(&picture)
        return picture.finished
    }

    private func draw(_ empty: Panel, gestation: Int, _ picture: inout SVG) {
        var panel = empty
        let dots = dots(panel.measure)
        let lines = lines(panel.measure, in: panel.days)
        let all = lines.flatMap { $0.points.map(\.value) } + dots.map(\.value)
        let (lowest, highest) = (all.min() ?? 0, all.max() ?? 1)
        let step = GrowthChart.gridStep(highest - lowest, about: panel.measure == .weight ? 10 : 5)
        let low = (lowest / step).rounded(.down) * step
        // A little room, so that the highest value is not drawn on the frame.
        panel.values = low...max(((highest + 0.02 * (highest - lowest)) / step).rounded(.up) * step, low + step)
        frame(panel, step: step, gestation: gestation, &picture)
        if let change = self.step(in: panel.days) { drawStep(at: change, panel, &picture) }
        drawLines(lines, panel, &picture)
        let counted = dots.filter { !$0.isHollow }.sorted { $0.days < $1.days }
        picture.polyline(
            counted.map { (panel.x(Double($0.days)), panel.y($0.value)) }, "stroke=\"#000\" stroke-width=\"0.9\"")
        for dot in dots {
            picture.circle(
                panel.x(Double(dot.days)), panel.y(dot.value), dots.count > 40 ? 1.7 : 2.6,
                dot.isHollow ? "fill=\"#fff\" stroke=\"#000\" stroke-width=\"1\"" : "fill=\"#000\"")
        }
        if dots.isEmpty {
            picture.label(wording.noValues(), panel.left + 8, panel.top + 16, size: 11, "fill=\"#444\"")
        }
    }

    private func drawLines(_ lines: [Line], _ panel: Panel, _ picture: inout SVG) {
        for line in lines {
            picture.polyline(
                line.points.map { (panel.x($0.day), panel.y($0.value)) },
                line.isBeside ? GrowthChart.besideStyle : GrowthChart.lineStyle)
        }
        // Labels of the lines that reach furthest right; lines that end close together keep their labels apart.
        let ends = lines.filter { !$0.isBeside }.compactMap { line in line.points.last.map { (line.centile, $0) } }
        guard let right = ends.map(\.1.day).max() else { return }
        var lastLabel = Double.infinity
        for (centile, end) in ends.filter({ $0.1.day == right }).sorted(by: { $0.0 < $1.0 }) {
            let y = min(panel.y(end.value) + 3, lastLabel - 7.6)
            picture.label(CentileBand.number(centile), panel.x(end.day) + 4, y, size: 8, "fill=\"#333\"")
            lastLabel = y
        }
    }

    /// Where one chart ends and another begins.
    private func drawStep(at day: Double, _ panel: Panel, _ picture: inout SVG) {
        let x = panel.x(day)
        picture.line(x, panel.top, x, panel.bottom, "stroke=\"#000\" stroke-width=\"0.8\" stroke-dasharray=\"1.5 2\"")
        guard panel.measure == .weight, let after else { return }
        picture.label(
            wording.stepOnChart(from: lead.reference.id, to: after.reference.id), x - 4, panel.bottom - 6, size: 8.5,
            anchor: "end", "fill=\"#333\"")
    }

    private func frame(_ panel: Panel, step: Double, gestation: Int, _ picture: inout SVG) {
        let unit = panel.measure == .weight ? "g" : "cm"
        picture.label(
            wording.term(panel.measure.rawValue) + " (\(unit))", panel.left, panel.top - 36, size: 12,
            "font-weight=\"bold\"")
        if let latest = latest(panel.measure) {
            picture.label(latest, panel.right, panel.top - 36, size: 9.5, anchor: "end")
        }
        var value = panel.values.lowerBound
        while value <= panel.values.upperBound + step / 2 {
            picture.line(
                panel.left, panel.y(value), panel.right, panel.y(value), "stroke=\"#ddd\" stroke-width=\"0.5\"")
            picture.label(CentileBand.number(value), panel.left - 5, panel.y(value) + 3.5, size: 9.5, anchor: "end")
            value += step
        }
        let first = Int(panel.days.lowerBound / 7)
        let weeks = Int(panel.days.upperBound / 7) - first
        let every = [1, 2, 4, 8, 13, 26, 52].first { weeks / $0 <= 16 } ?? 52
        for week in first...first + weeks {
            let isLabelled = (week - first) % every == 0
            guard isLabelled || weeks <= 60 else { continue }
            let x = panel.x(Double(week * 7))
            picture.line(x, panel.top, x, panel.bottom, "stroke=\"#eee\" stroke-width=\"0.5\"")
            if isLabelled { picture.label("\(week)", x, panel.bottom + 12, size: 9.5, anchor: "middle") }
        }
        var age = 0
        while Double(gestation + age) <= panel.days.upperBound {
            let x = panel.x(Double(gestation + age))
            picture.line(x, panel.top - 4, x, panel.top, "stroke=\"#000\" stroke-width=\"0.7\"")
            picture.label("\(age)", x, panel.top - 7, size: 9, anchor: "middle")
            age += every * 7
        }
        picture.label(wording.chronologicalAxis(), panel.left, panel.top - 20, size: 9)
        picture.label(wording.postmenstrualAxis(), panel.right, panel.bottom + 25, size: 9, anchor: "end")
        picture.polyline(
            [
                (panel.left, panel.top), (panel.right, panel.top), (panel.right, panel.bottom),
                (panel.left, panel.bottom), (panel.left, panel.top),
            ], "stroke=\"#000\" stroke-width=\"0.8\"")
    }

    private func heading(_ picture: inout SVG, gestation: Int) {
        picture.label(wording.chartTitle(course.code.text), 64, 40, size: 18, "font-weight=\"bold\"")
        picture.label(
            wording.chartSubject(sex, isAssumed: isAssumed, gestation: gestation, born: birth?.entry.at.day), 64,
            60,
            size: 11)
        for (row, source) in sources.enumerated() {
            picture.label(source, 736, 40 + 15 * Double(row), size: row == 0 ? 11 : 9.5, anchor: "end")
        }
        if !hasLines { picture.label(wording.noLines(), 736, 60, size: 11, anchor: "end") }
    }

    private func foot(_ picture: inout SVG) {
        let bottom = GrowthChart.page.height
        picture.label(
            wording.stamp(asOf: course.asOf, knownAt: course.knownAt, head: course.head), 64, bottom - 34, size: 9)
        picture.label(wording.chartLegend(hasStep: sources.count > 1), 64, bottom - 20, size: 9)
    }
}
