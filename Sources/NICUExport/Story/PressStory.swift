public import NICUCore

/// 媒体版: what may be told in public, and nothing finer than the month.
///
/// Told are weeks of pregnancy, weights, lengths of care and of the stay. Sex, siblings, diagnoses, results and places are not.
public struct PressStory: Sendable {
    private let picture: InfantPicture
    private let alias: String
    private let unit: String?
    private let isInWeeks: Bool
    private let wording: Wording

    /// Makes one of a course that was loaded whole; `unit` is nil where it is not to be named.
    public init(_ picture: InfantPicture, alias: String, unit: String?, isInWeeks: Bool, wording: Wording) {
        self.picture = picture
        self.alias = wording.storyAlias(alias)
        self.unit = unit
        self.isInWeeks = isInWeeks
        self.wording = wording
    }

    private var course: Course { picture.course }

    /// The page.
    public var page: StoryPage {
        StoryPage(
            audience: .press, title: wording.pressTitle(alias),
            subtitle: [unit, wording.storyMonth(course.asOf.day)].compactMap { $0 }.joined(separator: " · "),
            lead: lead, figures: figures,
            parts: parts.filter { !$0.1.isEmpty }.map { part, blocks in
                StoryPage.Part(id: part.rawValue, title: wording.press(part), blocks: blocks)
            }, notices: wording.pressNotices(), language: wording.htmlWords.language, pageWords: wording.htmlWords.page)
    }

    /// Ages tell how long the life was at least: where that would give the day away, none is told.
    private var parts: [(PressPart, [StoryPage.Block])] {
        guard !isMourned, let length, length.fineness != .none else { return [] }
        return [
            (.beginning, beginning), (.breathing, breathing), (.drinking, drinking), (.held, held), (.growing, growing),
        ]
    }

    /// How long the stays were, as finely as it can be told.
    private var length: PressLength? {
        guard let born = course.birthDay, !course.storyStays.isEmpty else { return nil }
        return PressLength(
            born: born, to: day, days: course.storyStays.map { ($0.to ?? day) - $0.from }.reduce(0, +),
            isInWeeks: isInWeeks)
    }

    /// The day that the page is about: that of the end of the stay, or of the answer.
    private var day: Day { course.stayEnd?.entry.at.day ?? course.asOf.day }

    /// Whether the stay ended so that nothing is told of the way through it.
    private var isMourned: Bool {
        course.stayEnd.map { [.death, .withdrawal].contains($0.destination) } ?? false
    }

    /// The most days that a weight may be old to be told as that of the page's day (an operational default).
    private static let freshDays = 7

    /// The last weight after birth, where it is fresh.
    private var last: Int? {
        guard !isMourned, course.weights.count > 1, let last = course.weights.last,
            day - last.entry.at.day <= PressStory.freshDays
        else { return nil }
        return last.body.value
    }

    private var lead: [String] {
        guard let born = course.birthDay else { return [] }
        return [
            wording.pressBorn(
                alias, born, weeks: course.gestationalAge.map { $0.days / 7 }, grams: course.birthWeight?.grams),
            wording.pressEnd(alias, day, course.stayEnd?.destination, length, grams: last),
        ]
    }

    private var figures: [StoryPage.Figure] {
        let values: [(PressFigure, String?)] = [
            (.pregnancy, course.gestationalAge.map { wording.storyWeeks($0.days / 7) }),
            (.birthWeight, course.birthWeight.map { "\($0.grams) g" }),
            (.length, isMourned ? nil : length?.words(wording)),
            (course.stayEnd?.destination == .home ? .homeWeight : .lastWeight, last.map { "\($0) g" }),
        ]
        return values.compactMap { figure, value in
            value.map { StoryPage.Figure(label: wording.press(figure), value: $0) }
        }
    }

    // MARK: Parts

    /// The age on a day in words: days in the first two weeks, whole weeks later.
    private func age(_ day: Day) -> String? {
        course.postnatalAge(on: day).map { wording.pressAge(days: $0.days) }
    }

    /// From which age on an aspect had its last value; of several stays nobody knows what was between them.
    private func since(_ value: String, _ aspect: String) -> String? {
        guard course.storyStays.count == 1, let last = course.storySpans(aspect, { $0.value }).last else { return nil }
        return last.value == value ? age(last.from) : nil
    }

    private var beginning: [StoryPage.Block] {
        guard let growth = picture.growth, let nadir = growth.nadir, nadir.dayOfLife > 0 else { return [] }
        let regained = growth.birthWeightRegained.flatMap { age($0.day) }
        return [.paragraph(wording.pressBeginning(alias, lowest: nadir.value, regained: regained))]
    }

    private var breathing: [StoryPage.Block] {
        let counted = CountedDays.all(course, picture.care)
        let lines = PressStory.support.compactMap { id -> String? in
            guard let days = counted.first(where: { $0.item.id == id }), days.isRecorded, days.unknown.isEmpty,
                !days.certain.isEmpty
            else { return nil }
            return wording.pressSupport(id, length: wording.pressAge(days: days.certain.count))
        }
        let alone = since(State.roomAir, Aspect.respiratorySupport)
        var blocks: [StoryPage.Block] = []
        if !lines.isEmpty { blocks += [.paragraph(wording.pressHelped(alias)), .list(lines)] }
        if let alone { blocks.append(.paragraph(wording.pressAlone(alias, alone))) }
        return blocks
    }

    /// What is counted by the unit's rules and told here.
    private static let support = ["ventilator", "non_invasive", "high_flow"]

    private var drinking: [StoryPage.Block] {
        let spans = course.storySpans(Aspect.feedingRoute) { $0.value }
        let learned = spans.first { $0.value == "oral_plus_tube" }.flatMap { age($0.from) }
        let alone = since("oral", Aspect.feedingRoute)
        let lines = [learned.map { wording.pressFirstDrink(alias, $0) }, alone.map { wording.pressDrinks(alias, $0) }]
        return lines.compactMap { $0.map { .paragraph($0) } }
    }

    private var held: [StoryPage.Block] {
        guard let first = course.all(Procedure.self).first(where: { $0.body.what == "kangaroo_care" }),
            let age = age(first.entry.at.day)
        else { return [] }
        return [.paragraph(wording.pressHeld(alias, age))]
    }

    /// The weights by weeks.
    private var growing: [StoryPage.Block] {
        let weeks = course.storyWeeks
        guard weeks.count > 2 else { return [] }
        return [
            .chart(
                WeekChart(
                    weights: weeks, title: wording.storyChartTitle(weeks[0].grams, weeks[weeks.count - 1]),
                    axes: (wording.storyWeekAxis(), wording.storyGramAxis()))),
            .table(wording.pressWeeks(weeks)),
        ]
    }
}

/// The parts of a page for the press.
enum PressPart: String, CaseIterable { case beginning, breathing, drinking, held, growing }

/// The figures at the top of a page for the press.
enum PressFigure: String, CaseIterable { case pregnancy, birthWeight, length, homeWeight, lastWeight }
