public import NICUCore

/// One infant that a research export may hold, with what groups it among others.
public struct ResearchInfant: Sendable {
    /// The identifier.
    public let id: InfantID
    /// The code in the record.
    public let code: InfantCode
    /// The code in the export.
    public let pseudonym: InfantCode
    /// By how many days everything is moved back.
    public let shift: Int
    /// What others may know of it without the record.
    public let traits: ResearchTraits

    /// Makes one; `first` is the infant of the same birth that was registered first, `place` its own place among them.
    public init?(_ course: Course, first: InfantID, place: Int, secret: ResearchSecret) {
        guard let pseudonym = secret.code(of: course.infant, place: place) else { return nil }
        id = course.infant
        code = course.code
        self.pseudonym = pseudonym
        shift = secret.shiftDays(ofBirth: first)
        traits = ResearchTraits(course)
    }
}

/// The quasi-identifiers of an infant: what a newspaper, a neighbour or another file may know.
public struct ResearchTraits: Sendable, Hashable {
    /// Completed weeks of gestation; nil where unknown.
    public let weeks: Int?
    /// The sex.
    public let sex: Sex
    /// Number of infants of the birth.
    public let plurality: Int
    /// The lower end of the band of birth weight in grams; nil where unknown.
    public let weightFrom: Int?
    /// How the stay ended; nil while it lasts.
    public let destination: Destination?

    /// The width of a band of birth weight in grams, half of the steps in which birth weights are usually reported.
    public static let band = 250
    /// Their names in the manifest.
    public static let names = ["gestational_weeks", "sex", "plurality", "birth_weight_band_g", "destination"]

    /// Reads them from a course.
    public init(_ course: Course) {
        weeks = course.gestationalAge.map { $0.days / 7 }
        sex = course.sex
        plurality = course.birth?.body.of ?? 1
        weightFrom = course.birthWeight.map { $0.grams / ResearchTraits.band * ResearchTraits.band }
        destination = course.stayEnd?.destination
    }
}

/// Which infants share their traits with too few others.
public struct ResearchGroups: Sendable {
    /// The least number of infants with the same traits that raises no warning.
    public let least: Int
    /// How many groups there are of each size.
    public let sizes: [Int: Int]
    /// The infants in groups that are too small, in the order of their pseudonyms.
    public let rare: [ResearchInfant]

    /// Groups infants by their traits.
    public init(_ infants: [ResearchInfant], least: Int) {
        self.least = least
        let groups = Dictionary(grouping: infants, by: \.traits)
        sizes = groups.values.reduce(into: [:]) { $0[$1.count, default: 0] += 1 }
        rare = groups.values.filter { $0.count < least }.flatMap(\.self).sorted {
            $0.pseudonym.text < $1.pseudonym.text
        }
    }

    /// How many groups are too small.
    public var rareGroups: Int { sizes.filter { $0.key < least }.values.reduce(0, +) }
}
