/// One measured number: weight, length, head circumference, temperature, heart rate, breathing rate or saturation.
public struct Measurement: Body {
    /// What the number stands for; only `birth` and `measured` enter z-scores, velocity and readiness.
    public enum Role: String, Sendable, Hashable, CaseIterable {
        case measured, birth, estimated, dosing, reported, unconfirmed, received
    }

    /// The kind of entry this is the body of.
    public var kind: Kind { .measurement }
    /// What is measured.
    public var quantity: Quantity
    /// The value in the stored unit: g, mm, 0.1 °C, /min, %.
    public var value: Int
    /// What the value or the person stands for.
    public var role: Role
    /// What was typed, when it was in another unit.
    public var asWritten: String?
    /// Where it was taken, such as `axillary`.
    public var site: String?
    /// The bed type a temperature was taken in, a token of the thermal aspect.
    public var bed: String?
    /// How it was taken, such as `board` or `tape`.
    public var method: String?
    /// `naked`, `nappy` or `clothed`.
    public var clothing: String?
    /// What was weighed along.
    public var equipment: String?
    /// Which scale.
    public var scale: String?
    /// Whether a weight was taken before or after a feed.
    public var feed: Feed?
    /// Whether the infant was swollen.
    public var oedema: Bool?
    /// The codes of the questions that were answered when the value was confirmed; empty where none was asked.
    public var answered: [String] = []
    /// The second clinician who looked at a value that was stopped.
    public var secondBy: String?

    /// A weight's place beside a feed.
    public enum Feed: String, Sendable, Hashable, CaseIterable { case before, after }

    /// Makes a value from its parts.
    public init(
        quantity: Quantity, value: Int, role: Role = .measured, asWritten: String? = nil, site: String? = nil,
        bed: String? = nil, method: String? = nil, clothing: String? = nil, equipment: String? = nil
    ) {
        self.quantity = quantity
        self.value = value
        self.role = role
        self.asWritten = asWritten
        self.site = site
        self.bed = bed
        self.method = method
        self.clothing = clothing
        self.equipment = equipment
    }

    /// Where a temperature can be taken.
    public static let sites = ["axillary", "rectal", "oral", "tympanic", "forehead", "skin", "oesophageal"]

    /// Whether the value enters growth and readiness.
    public var counts: Bool { role == .measured || role == .birth }

    /// Reads the members; what is left over is refused by the caller.
    public init(from reader: inout BodyReader) throws(BodyProblem) {
        quantity = try reader.requiredToken("quantity")
        guard let digits = try reader.decimal("value") else { throw .missing(member: "value") }
        let unit = try reader.requiredText("unit")
        guard unit == quantity.unit else { throw .wrongUnit(member: "unit", value: unit, expected: quantity.unit) }
        guard let stored = digits.scaled(to: quantity.decimals).flatMap(Int.init(exactly:)) else {
            throw .surplusDigits(member: "value", value: digits.text, decimals: quantity.decimals)
        }
        value = stored
        role = try reader.token("role") ?? .measured
        asWritten = try reader.text("asWritten")
        site = try reader.word("site")
        if quantity == .temperature, let site, !Measurement.sites.contains(site) {
            throw .notAllowed(member: "site", value: site, allowed: Measurement.sites)
        }
        bed = try reader.word("bed")
        if let bed, !Aspect.values(of: Aspect.thermal).contains(bed) {
            throw .notAllowed(member: "bed", value: bed, allowed: Aspect.values(of: Aspect.thermal))
        }
        method = try reader.word("method")
        clothing = try reader.word("clothing")
        equipment = try reader.text("equipment")
        scale = try reader.text("scale")
        feed = try reader.token("feed")
        oedema = try reader.bool("oedema")
        answered = try reader.words("answered")
        secondBy = try reader.text("secondBy")
    }

    /// Writes the members that are there.
    public func write(to writer: inout BodyWriter) {
        writer.put("quantity", quantity)
        writer.put("value", FixedDecimal(significand: Int64(value), decimals: quantity.decimals))
        writer.put("unit", quantity.unit)
        writer.put("role", role)
        writer.put("asWritten", asWritten)
        writer.put("site", site)
        writer.put("bed", bed)
        writer.put("method", method)
        writer.put("clothing", clothing)
        writer.put("equipment", equipment)
        writer.put("scale", scale)
        writer.put("feed", feed)
        writer.put("oedema", oedema)
        writer.put("answered", answered)
        writer.put("secondBy", secondBy)
    }
}
