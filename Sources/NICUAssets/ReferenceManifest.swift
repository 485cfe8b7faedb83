public import NICUCore

/// What a growth reference says about itself: `manifest.yaml` of its pack.
public struct ReferenceManifest: Decodable, Sendable, Equatable {
    /// One measure of the reference.
    public struct Measure: Decodable, Sendable, Equatable {
        /// The unit of the published figures.
        public let unit: GrowthUnit
        /// The first position that has a value: a day on the axis, or a length in cm.
        public let from: Double
        /// The last position that has a value: a day on the axis, or a length in cm.
        public let to: Double
        /// The rule beyond z = ±3.
        public let tails: LMSTable.Tails

        init(unit: GrowthUnit, from: Double, to: Double, tails: LMSTable.Tails) {
            self.unit = unit
            self.from = from
            self.to = to
            self.tails = tails
        }

        private enum CodingKeys: String, CodingKey, CaseIterable {
            case unit, from, to, tails
        }

        /// Reads a measure; unknown keys are refused.
        public init(from decoder: any Decoder) throws {
            let values = try StrictYAML.container(of: decoder, keys: CodingKeys.self)
            unit = try StrictYAML.word(values, .unit)
            from = try values.decode(Double.self, forKey: .from)
            to = try values.decode(Double.self, forKey: .to)
            tails = try StrictYAML.word(values, .tails)
        }
    }

    /// The name of the pack and of its folder.
    public let id: String
    /// The version of the pack, not of the publication.
    public let version: String
    /// What the reference is called in print.
    public let title: String
    /// The publication.
    public let citation: String
    /// The publication's digital object identifier, without a prefix.
    public let doi: String
    /// Under which terms the figures may be used.
    public let terms: String
    /// Whom the reference describes.
    public let population: String
    /// The number of infants or measurements behind it; nil when it is not known.
    public let sample: String?
    /// `lms`, `closed_form`, `skew_t`, `closed_form_and_skew_t` or `centiles`.
    public let model: String
    /// The axis of the ages.
    public let axis: GrowthAxis
    /// Whom the reference may be asked about.
    public let use: GrowthReference.Use
    /// `none`, `linear` or `cubic` between rows, or `closed_form`.
    public let interpolation: String
    /// What happens outside the range; always `no_value`.
    public let outside: String
    /// Unit and range of every measure.
    public let measures: [GrowthMeasure: Measure]
    /// What a reader should know before using the reference.
    public let notes: [String]

    init(
        id: String, version: String, title: String, citation: String, doi: String, terms: String, population: String,
        sample: String?, model: String, axis: GrowthAxis, use: GrowthReference.Use, interpolation: String,
        measures: [GrowthMeasure: Measure], notes: [String]
    ) {
        self.id = id
        self.version = version
        self.title = title
        self.citation = citation
        self.doi = doi
        self.terms = terms
        self.population = population
        self.sample = sample
        self.model = model
        self.axis = axis
        self.use = use
        self.interpolation = interpolation
        outside = Outside.noValue.rawValue
        self.measures = measures
        self.notes = notes
    }

    private enum CodingKeys: String, CodingKey, CaseIterable {
        case id, version, title, citation, doi, terms, population, sample, model, axis, use, interpolation, outside
        case measures, notes
    }

    private enum Outside: String, CaseIterable { case noValue = "no_value" }
    private enum Interpolation: String, CaseIterable {
        case none, linear, cubic
        case closedForm = "closed_form"
    }
    private enum Model: String, CaseIterable {
        case lms, centiles
        case closedForm = "closed_form"
        case skewT = "skew_t"
        case closedFormAndSkewT = "closed_form_and_skew_t"
    }

    /// Reads a manifest; unknown keys are refused.
    public init(from decoder: any Decoder) throws {
        let values = try StrictYAML.container(of: decoder, keys: CodingKeys.self)
        id = try values.decode(String.self, forKey: .id)
        version = try values.decode(String.self, forKey: .version)
        title = try values.decode(String.self, forKey: .title)
        citation = try values.decode(String.self, forKey: .citation)
        doi = try values.decode(String.self, forKey: .doi)
        terms = try values.decode(String.self, forKey: .terms)
        population = try values.decode(String.self, forKey: .population)
        sample = try values.decodeIfPresent(String.self, forKey: .sample)
        let model: Model = try StrictYAML.word(values, .model)
        self.model = model.rawValue
        axis = try StrictYAML.word(values, .axis)
        use = try StrictYAML.word(values, .use)
        let interpolation: Interpolation = try StrictYAML.word(values, .interpolation)
        self.interpolation = interpolation.rawValue
        let outside: Outside = try StrictYAML.word(values, .outside)
        self.outside = outside.rawValue
        var measures: [GrowthMeasure: Measure] = [:]
        for (name, measure) in try values.decode([String: Measure].self, forKey: .measures) {
            guard let key = GrowthMeasure(rawValue: name) else {
                throw StrictYAML.unknownKey(name, below: values.codingPath + [CodingKeys.measures])
            }
            measures[key] = measure
        }
        self.measures = measures
        notes = try values.decodeIfPresent([String].self, forKey: .notes) ?? []
    }
}
