public import NICUCore

/// The answer of `growth`: one course, one summary, one sex, as text or as JSON.
public struct GrowthPage: Sendable {
    let course: Course
    let summary: GrowthSummary
    let sex: Sex
    let plan: ReferencePlan
    let isCompared: Bool
    /// The references a call named in the place of the plan, shown whatever they are made for.
    let named: [String]
    let indicators: GrowthIndicatorSet
    let allFindings: [GrowthFinding]
    let wording: Wording
    /// The references that were loaded, for figures from after the stay.
    let references: [GrowthReference]

    /// Makes a page; `sex` is the one computed with, and with `isCompared` every reference stands beside the unit's plan.
    public init(
        _ course: Course, _ input: GrowthInput, sex: Sex, plan: ReferencePlan, isCompared: Bool = false,
        named: [String] = [], indicators: GrowthIndicatorSet, wording: Wording
    ) {
        self.course = course
        summary = GrowthSummary(input)
        allFindings = GrowthFinding.all(input, summary, indicators)
        self.sex = sex
        self.plan = plan
        self.isCompared = isCompared
        self.named = named
        self.indicators = indicators
        self.wording = wording
        references = input.references
    }

    /// Whether a reference's answer about a value stands on the page.
    func shows(_ reference: String, of point: GrowthSummary.Point) -> Bool {
        if named.contains(reference) { return true }
        if isCompared { return summary.followUpReferences.contains(reference) }
        // The first z-score in the postnatal reference is where Δz begins.
        if point.isBirth, plan.postnatal.contains(reference) { return true }
        return plan.followUp(atPostmenstrualDays: point.pmaDays).contains(reference)
    }

    /// Whether a reference stands anywhere on the page beside size at birth.
    func follows(_ reference: String) -> Bool {
        isCompared || plan.postnatal.contains(reference) || plan.afterTerm.contains(reference)
    }

    /// What the indicators say in the references of the page.
    var findings: [GrowthFinding] {
        allFindings.filter { finding in finding.reference.map(follows) ?? true }
    }

    /// Whether length and head are both there and at most a week older than the answer.
    var hasLengthAndHead: Bool {
        [GrowthMeasure.length, .head].allSatisfy { measure in
            summary.points.last { $0.measure == measure }.map { summary.asOf - $0.day <= 7 } ?? false
        }
    }
}
