public import NICUCore

/// 家庭版: the course of one infant for its family, in lay words.
///
/// No name, number or code, no score and no comparison with other children; a span of time to come only where asked for.
public struct FamilyStory: Sendable {
    let picture: InfantPicture
    let alias: String?
    let unit: String
    let isProjected: Bool
    let wording: Wording

    /// Makes one of a course that was loaded whole; without an alias it speaks of the baby.
    public init(_ picture: InfantPicture, alias: String?, unit: String, isProjected: Bool, wording: Wording) {
        self.picture = picture
        self.alias = alias.map { wording.storyAlias($0) }
        self.unit = unit
        self.isProjected = isProjected
        self.wording = wording
    }

    var course: Course { picture.course }
    /// Who it is about, as it stands in a sentence.
    var who: String { alias ?? wording.storyBaby() }
    /// Whether the infant is in the unit at the moment of the page.
    var isHere: Bool { course.stayEnd == nil }

    /// The page.
    public var page: StoryPage {
        StoryPage(
            audience: .family, title: wording.familyTitle(alias),
            subtitle: wording.familySubtitle(unit: unit, day: course.asOf.day), lead: lead, figures: figures,
            parts: parts, notices: wording.familyNotices(day: course.asOf.day), language: wording.htmlWords.language,
            pageWords: wording.htmlWords.page)
    }

    private var parts: [StoryPage.Part] {
        let all: [(FamilyPart, [StoryPage.Block])] = [
            (.age, age), (.weight, weight), (.breathing, breathing), (.feeding, feeding), (.warmth, warmth),
            (.screens, screens), (.vaccines, vaccines), (.appointments, appointments), (.waiting, waiting),
            (.outlook, isProjected ? outlook : []), (.learned, learned), (.questions, questions), (.contact, contact),
        ]
        return all.filter { !$0.1.isEmpty }.map { part, blocks in
            StoryPage.Part(id: part.rawValue, title: wording.family(part, who, isHere: isHere), blocks: blocks)
        }
    }

    // MARK: Who and how old

    private var lead: [String] {
        guard let born = course.birthDay else { return [] }
        var lines = [
            wording.familyBorn(who, born, course.gestationalAge, grams: course.birthWeight?.grams)
        ]
        lines += course.storyStays.enumerated().map { wording.familyStay(who, $0.element, isFirst: $0.offset == 0) }
        return lines
    }

    private var figures: [StoryPage.Figure] {
        func figure(_ label: FamilyFigure, _ value: String?) -> StoryPage.Figure? {
            value.map { StoryPage.Figure(label: wording.family(label), value: $0) }
        }
        let day = course.asOf.day
        let last = course.weights.last
        func now(_ aspect: String, _ words: (String) -> String?) -> String? {
            picture.state(aspect).flatMap { words($0.body.value) }
        }
        let gained = course.birthWeight.flatMap { birth in last.map { $0.body.value - birth.grams } }
        return [
            figure(.age, course.birthDay.map { wording.storyAge($0, day) }),
            figure(.corrected, course.postmenstrualAge(on: day).map { wording.familyCorrected($0, on: day) }),
            figure(
                .weight, last.map { wording.familyLastWeight($0.body.value, $0.entry.at.day, on: day) }),
            figure(.gained, gained.map { wording.familyGained($0) }),
            figure(.breathing, now(Aspect.respiratorySupport) { wording.layBreathing($0, isShort: true) }),
            figure(.feeding, now(Aspect.feedingRoute) { wording.layFeeding($0, isShort: true) }),
            figure(.warmth, now(Aspect.thermal) { wording.layWarmth($0, isShort: true) }),
        ].compactMap { $0 }
    }

    private var age: [StoryPage.Block] {
        let day = course.asOf.day
        guard let born = course.birthDay else { return [] }
        guard let pregnancy = course.gestationalAge else {
            return [.paragraph(wording.familyAgeAlone(who, born: born, on: day))]
        }
        let due = born + (GrowthAxis.dueDate - pregnancy.days)
        let corrected = PostmenstrualAge(pregnancy, PostnatalAge(born: born, on: day))
        return [
            .paragraph(wording.familyAges(who, born: born, due: due, on: day, corrected)),
            .paragraph(wording.familyWhichAge()),
        ]
    }

    // MARK: Weight

    private var weight: [StoryPage.Block] {
        let weeks = course.storyWeeks
        guard let last = course.weights.last else { return [.paragraph(wording.familyNotWritten())] }
        var blocks: [StoryPage.Block] = [
            .paragraph(
                wording.familyWeight(
                    who, birth: course.birthWeight?.grams, nadir: picture.growth?.nadir,
                    regained: picture.growth?.birthWeightRegained, last: last.body.value, on: last.entry.at.day))
        ]
        if weeks.count > 1 {
            blocks += [
                .chart(
                    WeekChart(
                        weights: weeks, title: wording.storyChartTitle(weeks[0].grams, weeks[weeks.count - 1]),
                        axes: (wording.storyWeekAxis(), wording.storyGramAxis()))),
                .aside(wording.familyOwnLine()),
                .table(wording.familyWeeks(weeks)),
            ]
        }
        let later = course.all(FollowUp.self).compactMap { found -> String? in
            guard found.body.quantity == .weight, let value = found.body.value else { return nil }
            return wording.familyLaterWeight(found.entry.at.day, value.text, place: found.body.place)
        }
        if !later.isEmpty { blocks += [.paragraph(wording.familyLaterWeights()), .list(later)] }
        return blocks
    }
}

/// The parts of a family's page.
enum FamilyPart: String, CaseIterable {
    case age, weight, breathing, feeding, warmth, screens, vaccines, appointments, waiting, outlook, learned, questions
    case contact
}

/// The figures at the top of a family's page.
enum FamilyFigure: String, CaseIterable { case age, corrected, weight, gained, breathing, feeding, warmth }
