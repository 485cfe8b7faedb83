internal import NICUCore

/// A stretch of time in which an aspect of care had one value in lay words.
struct StorySpan: Sendable, Hashable {
    /// The value, or what several values are called together.
    let value: String
    /// The civil day it began.
    let from: Day
    /// The civil day it ended; nil while it goes on.
    let to: Day?
}

extension Course {
    /// The stretches of an aspect in clinical order: each to the next state, the end of its stay, or the moment of the answer.
    ///
    /// `name` tells what a state is called; states in a row that are called the same are one stretch, nil leaves one out.
    func storySpans(_ aspect: String, _ name: (State) -> String?) -> [StorySpan] {
        let states = states(aspect)
        let ends = entries.filter { $0.body.stayDestination != nil }.map(\.at)
        var spans: [StorySpan] = []
        for (place, state) in states.enumerated() {
            let next = place + 1 < states.count ? states[place + 1].entry.at : nil
            let end = ends.first { $0.instant >= state.entry.at.instant }
            let to =
                if let next, let end { end.instant < next.instant ? end.day : next.day } else { next?.day ?? end?.day }
            guard let value = name(state.body) else { continue }
            if let last = spans.last, last.value == value, let ended = last.to, ended == state.entry.at.day {
                spans[spans.count - 1] = StorySpan(value: value, from: last.from, to: to)
            } else {
                spans.append(StorySpan(value: value, from: state.entry.at.day, to: to))
            }
        }
        return spans
    }

    /// The stays in the unit in clinical order: from when to when, and how each ended.
    var storyStays: [StoryStay] {
        var stays: [StoryStay] = []
        for entry in entries {
            if let admission = entry.body as? Admission {
                stays.append(StoryStay(from: entry.at.day, isBirth: admission.from == .birth, to: nil, end: nil))
            } else if let end = entry.body.stayDestination, let last = stays.last, last.to == nil {
                stays[stays.count - 1] = StoryStay(from: last.from, isBirth: last.isBirth, to: entry.at.day, end: end)
            }
        }
        return stays
    }

    /// The last weight of every week of life, birth first.
    var storyWeeks: [WeekWeight] {
        guard let born = birthDay else { return [] }
        var weeks: [WeekWeight] = []
        for weight in weights {
            let days = weight.entry.at.day - born
            guard days >= 0 else { continue }
            let found = WeekWeight(week: (days + 6) / 7, day: weight.entry.at.day, grams: weight.body.value)
            if weeks.last?.week == found.week, found.week > 0 { weeks.removeLast() }
            if found.week == 0, !weeks.isEmpty { continue }
            weeks.append(found)
        }
        return weeks
    }
}

/// A stay in the unit.
struct StoryStay: Sendable, Hashable {
    let from: Day
    let isBirth: Bool
    let to: Day?
    let end: Destination?
}

/// The last weight of a week of life.
struct WeekWeight: Sendable, Hashable {
    /// Completed weeks at its end: 0 is birth, 1 ends on day 7.
    let week: Int
    /// The civil day of the weight.
    let day: Day
    /// Grams.
    let grams: Int
}

/// The weekly weights as a line: the infant's own and nothing to compare them with.
struct WeekChart: Sendable {
    let weights: [WeekWeight]
    /// What is read out in place of the picture.
    let title: String
    /// The words at the two axes.
    let axes: (weeks: String, grams: String)

    private static let size = (width: 480.0, height: 310.0)
    private static let frame = (left: 52.0, right: 462.0, top: 32.0, bottom: 252.0)
    private static let line = "stroke=\"rgb(154,74,47)\" stroke-width=\"2.5\" stroke-linejoin=\"round\""
    private static let dot = "fill=\"rgb(154,74,47)\" stroke=\"rgb(255,255,255)\" stroke-width=\"1.5\""
    private static let grid = "stroke=\"rgb(226,217,206)\" stroke-width=\"1\""
    private static let ink = "fill=\"rgb(74,66,58)\""

    /// The picture; nil for less than two weights.
    var svg: String? {
        guard weights.count > 1, let last = weights.last else { return nil }
        let frame = WeekChart.frame
        let top = weights.map(\.grams).max() ?? 0
        let step = top > 4000 ? 1000 : top > 1600 ? 500 : 200
        let ceiling = (top / step + 1) * step
        func x(_ week: Int) -> Double {
            frame.left + (frame.right - frame.left) * Double(week) / Double(max(last.week, 1))
        }
        func y(_ grams: Int) -> Double {
            frame.bottom - (frame.bottom - frame.top) * Double(grams) / Double(ceiling)
        }
        var picture = SVG(width: WeekChart.size.width, height: WeekChart.size.height, title: title)
        for grams in stride(from: 0, through: ceiling, by: step) {
            picture.line(frame.left, y(grams), frame.right, y(grams), WeekChart.grid)
            picture.label("\(grams)", frame.left - 8, y(grams) + 5, size: 15, anchor: "end", WeekChart.ink)
        }
        let weekStep = last.week > 20 ? 4 : last.week > 8 ? 2 : 1
        for week in stride(from: 0, through: last.week, by: weekStep) {
            picture.label("\(week)", x(week), frame.bottom + 22, size: 15, anchor: "middle", WeekChart.ink)
        }
        picture.label(axes.grams, 4, 17, size: 15, WeekChart.ink)
        picture.label(axes.weeks, frame.right, frame.bottom + 46, size: 15, anchor: "end", WeekChart.ink)
        picture.polyline(weights.map { (x($0.week), y($0.grams)) }, WeekChart.line)
        for weight in weights { picture.circle(x(weight.week), y(weight.grams), 4.5, WeekChart.dot) }
        for (weight, anchor) in [(weights[0], "start"), (last, "end")] {
            picture.label(
                "\(weight.grams) g", x(weight.week) + (anchor == "end" ? -2 : 4), y(weight.grams) - 12, size: 17,
                anchor: anchor, "font-weight=\"bold\" " + WeekChart.ink)
        }
        return picture.finished
    }
}
