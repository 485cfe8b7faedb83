internal import NICUCore

/// Support and feeding over the stay as bars, one lane an aspect, with the events as strokes above them.
struct CareLanes {
    private let course: Course
    private let wording: Wording
    private let days: (first: Day, last: Day)

    private static let width = 794.0
    private static let left = 120.0
    private static let right = 774.0
    private static let lane = 30.0
    private static let top = 44.0
    private static let aspects = [
        Aspect.respiratorySupport, Aspect.thermal, Aspect.feedingRoute, Aspect.milk, "parenteral_nutrition",
        "iv_access",
        Aspect.methylxanthine,
    ]
    /// Greys that are told apart in print; the value stands in words inside or below each bar.
    private static let fills = ["#222", "#555", "#888", "#aaa", "#ccc", "#e6e6e6"]

    /// One bar.
    private struct Bar {
        let value: String
        let from: Instant
        let to: Instant
    }

    /// Makes the picture of a course that was loaded whole; nil before birth.
    init?(_ course: Course, _ wording: Wording) {
        guard let born = course.birthDay else { return nil }
        self.course = course
        self.wording = wording
        days = (born, max(course.asOf.day, born + 1))
    }

    private var zone: Zone { course.clock.zone }

    private func x(_ instant: Instant) -> Double {
        let (start, end) = (zone.start(of: days.first).seconds, zone.start(of: days.last + 1).seconds)
        let part = Double(instant.seconds - start) / Double(end - start)
        return CareLanes.left + min(max(part, 0), 1) * (CareLanes.right - CareLanes.left)
    }

    /// The bars of one aspect: from each state to the next, to the end of its stay, or to the moment of the answer.
    private func bars(_ aspect: String) -> [Bar] {
        let states = course.states(aspect)
        let ends = course.entries.filter { $0.body.stayDestination != nil }.map(\.at.instant)
        return states.enumerated().compactMap { place, state in
            let from = state.entry.at.instant
            let next = place + 1 < states.count ? states[place + 1].entry.at.instant : course.asOf.instant
            let to = ends.first { $0 > from }.map { min($0, next) } ?? next
            return to > from ? Bar(value: state.body.value, from: from, to: to) : nil
        }
    }

    /// The picture; nil where no state is recorded.
    var svg: String? {
        let lanes = CareLanes.aspects.map { (aspect: $0, bars: bars($0)) }.filter { !$0.bars.isEmpty }
        guard !lanes.isEmpty else { return nil }
        let bottom = CareLanes.top + Double(lanes.count) * CareLanes.lane
        var picture = SVG(
            width: CareLanes.width, height: bottom + 26, title: wording.lanesTitle(course.code.text))
        axis(bottom, &picture)
        for event in course.all(Event.self) {
            let place = x(event.entry.at.instant)
            picture.line(place, 18, place, 30, "stroke=\"#000\" stroke-width=\"0.8\"")
        }
        picture.label(wording.term("event"), CareLanes.left - 8, 28, size: 9, anchor: "end")
        for (index, lane) in lanes.enumerated() {
            draw(lane.aspect, lane.bars, top: CareLanes.top + Double(index) * CareLanes.lane, &picture)
        }
        return picture.finished
    }

    private func axis(_ bottom: Double, _ picture: inout SVG) {
        let count = days.last - days.first
        let step = count > 120 ? 28 : count > 60 ? 14 : 7
        for day in stride(from: 0, through: count, by: step) {
            let place = x(zone.start(of: days.first + day))
            picture.line(place, 34, place, bottom, "stroke=\"#ddd\" stroke-width=\"0.6\"")
            picture.label("\(day)", place, bottom + 12, size: 8, anchor: "middle")
        }
        picture.label(wording.pick("日龄（天）", "age in days"), CareLanes.left, bottom + 23, size: 8)
    }

    private func draw(_ aspect: String, _ bars: [Bar], top: Double, _ picture: inout SVG) {
        picture.label(wording.term(aspect), CareLanes.left - 8, top + 13, size: 9, anchor: "end")
        var values: [String] = []
        for bar in bars where !values.contains(bar.value) { values.append(bar.value) }
        for bar in bars {
            let (from, to) = (x(bar.from), x(bar.to))
            let place = (values.firstIndex(of: bar.value) ?? 0) % CareLanes.fills.count
            let isOff = bar.value == "off" || bar.value == "none" || bar.value == "room_air" || bar.value == "never"
            picture.rectangle(
                from, top + 3, max(to - from, 0.6), 12,
                isOff ? "fill=\"#fff\" stroke=\"#999\" stroke-width=\"0.5\"" : "fill=\"\(CareLanes.fills[place])\"")
            let words = wording.term(bar.value)
            if Double(Table.width(words)) * 4.2 < to - from {
                picture.label(words, from + 2, top + 24, size: 7.5)
            }
        }
    }
}
