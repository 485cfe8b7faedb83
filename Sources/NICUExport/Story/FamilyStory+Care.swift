internal import NICUCore

/// Breathing, feeding, warmth, and what the family learned.
extension FamilyStory {
    private func lines(_ spans: [StorySpan]) -> [StorySpanLine] {
        spans.map { StorySpanLine(when: wording.storySpan($0.from, $0.to), what: $0.value) }
    }

    private func blocks(_ spans: [StorySpan]) -> [StoryPage.Block] {
        spans.isEmpty ? [] : [.spans(lines(spans))]
    }

    var breathing: [StoryPage.Block] {
        let spans = course.storySpans(Aspect.respiratorySupport) { wording.layBreathing($0.value, isShort: false) }
        guard !spans.isEmpty else { return [.paragraph(wording.familyNotWritten())] }
        return blocks(spans)
    }

    var feeding: [StoryPage.Block] {
        let route = course.storySpans(Aspect.feedingRoute) { wording.layFeeding($0.value, isShort: false) }
        guard !route.isEmpty else { return [.paragraph(wording.familyNotWritten())] }
        var result = blocks(route)
        let milk = course.storySpans(Aspect.milk) { wording.layMilk($0.value) }
        if !milk.isEmpty { result += [.paragraph(wording.familyWhichMilk())] + blocks(milk) }
        let vein = course.storySpans("parenteral_nutrition") { $0.value == Aspect.on ? wording.layVein() : nil }
        if !vein.isEmpty { result += [.paragraph(wording.familyByVein())] + blocks(vein) }
        return result
    }

    var warmth: [StoryPage.Block] {
        let spans = course.storySpans(Aspect.thermal) { wording.layWarmth($0.value, isShort: false) }
        let held = course.all(Procedure.self).filter { $0.body.what == "kangaroo_care" }
        var result = blocks(spans)
        if let first = held.first {
            result.append(.paragraph(wording.familyHeld(who, times: held.count, first: first.entry.at.day)))
        }
        return result
    }

    /// What caregivers learned, as it was attested; a free text is never taken for a word.
    var learned: [StoryPage.Block] {
        var last: [String: (entry: Entry, body: Attestation)] = [:]
        for found in course.all(Attestation.self) { last[found.body.item] = found }
        let lines = last.values.filter(\.body.value).sorted { Course.isBefore($0.entry, $1.entry) }
            .compactMap { found in
                wording.layAttested(found.body.item, caregiver: found.body.caregiver).map {
                    wording.storyDay(found.entry.at.day) + wording.pick("：", ": ") + $0
                }
            }
        return lines.isEmpty ? [] : [.list(lines)]
    }

    var questions: [StoryPage.Block] {
        var asked: [FamilyQuestion] = isHere ? [.today, .help] : [.signs, .feeds]
        if isHere, picture.state(Aspect.respiratorySupport)?.body.value != State.roomAir { asked.append(.breathing) }
        if isHere, picture.state(Aspect.feedingRoute)?.body.value != "oral" { asked.append(.drinking) }
        if isHere { asked.append(.next) } else { asked += [.visits, .vaccines] }
        return [.list(asked.map(wording.family)), .paragraph(wording.familyOwnQuestions()), .blanks(4)]
    }

    var contact: [StoryPage.Block] {
        [
            .paragraph(isHere ? wording.familyAskHere(unit: unit) : wording.familyAskLater(unit: unit)),
            .paragraph(wording.familyEmergency(isHere: isHere)),
        ]
    }
}

extension Course {
    /// Clinical order, ties in the order of the record.
    static func isBefore(_ a: Entry, _ b: Entry) -> Bool { (a.at.instant, a.seq) < (b.at.instant, b.seq) }
}

/// What a family may want to ask.
enum FamilyQuestion: String, CaseIterable {
    case today, help, breathing, drinking, next, signs, feeds, visits, vaccines
}
