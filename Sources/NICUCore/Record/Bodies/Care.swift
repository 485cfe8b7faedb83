/// A diagnosis or problem with its grade.
public struct Problem: Body {
    /// The kind of entry this is the body of.
    public var kind: Kind { .problem }
    /// The code.
    public var code: String
    /// The grade.
    public var grade: String?
    /// The civil day it began.
    public var onset: Day?
    /// The civil day it was resolved.
    public var resolved: Day?

    /// Makes a value from its parts.
    public init(code: String, grade: String? = nil, onset: Day? = nil, resolved: Day? = nil) {
        self.code = code
        self.grade = grade
        self.onset = onset
        self.resolved = resolved
    }

    /// Reads the members; what is left over is refused by the caller.
    public init(from reader: inout BodyReader) throws(BodyProblem) {
        code = try reader.requiredText("code")
        grade = try reader.text("grade")
        onset = try reader.day("onset")
        resolved = try reader.day("resolved")
        if let onset, let resolved, resolved < onset {
            throw .contradicts(member: "resolved", value: "\(resolved)", with: "onset \(onset)")
        }
    }

    /// Writes the members that are there.
    public func write(to writer: inout BodyWriter) {
        writer.put("code", code)
        writer.put("grade", grade)
        writer.put("onset", onset)
        writer.put("resolved", resolved)
    }
}

/// A product given, or the reason why it was not: the body of medication and of immunisation.
public struct Product: Sendable, Hashable {
    /// The product.
    public var product: String
    /// The lot number.
    public var lot: String?
    /// Where on the body.
    public var site: String?
    /// Why it was not given.
    public var notGivenReason: String?

    /// Makes a value from its parts.
    public init(product: String, lot: String? = nil, site: String? = nil, notGivenReason: String? = nil) {
        self.product = product
        self.lot = lot
        self.site = site
        self.notGivenReason = notGivenReason
    }

    init(from reader: inout BodyReader) throws(BodyProblem) {
        product = try reader.requiredText("product")
        lot = try reader.text("lot")
        site = try reader.text("site")
        notGivenReason = try reader.text("notGivenReason")
        if notGivenReason != nil, let lot {
            throw .contradicts(member: "lot", value: lot, with: "notGivenReason")
        }
    }

    func write(to writer: inout BodyWriter) {
        writer.put("product", product)
        writer.put("lot", lot)
        writer.put("site", site)
        writer.put("notGivenReason", notGivenReason)
    }
}

/// A medicine given once or started.
public struct Medication: Body {
    /// The kind of entry this is the body of.
    public var kind: Kind { .medication }
    /// The product and whether it was given.
    public var given: Product
    /// Dose as digits, in ``unit``.
    public var dose: FixedDecimal?
    /// The unit, or the name of the unit the record belongs to.
    public var unit: String?
    /// The route, a snake_case word.
    public var route: String?

    /// Makes a value from its parts.
    public init(given: Product, dose: FixedDecimal? = nil, unit: String? = nil, route: String? = nil) {
        self.given = given
        self.dose = dose
        self.unit = unit
        self.route = route
    }

    /// Reads the members; what is left over is refused by the caller.
    public init(from reader: inout BodyReader) throws(BodyProblem) {
        given = try Product(from: &reader)
        dose = try reader.decimal("dose")
        unit = try reader.text("unit")
        route = try reader.word("route")
        if dose != nil, unit == nil { throw .missing(member: "unit") }
    }

    /// Writes the members that are there.
    public func write(to writer: inout BodyWriter) {
        given.write(to: &writer)
        writer.put("dose", dose)
        writer.put("unit", unit)
        writer.put("route", route)
    }
}

/// A vaccine or antibody given, or the reason why it was not.
public struct Immunisation: Body {
    /// The kind of entry this is the body of.
    public var kind: Kind { .immunisation }
    /// The product and whether it was given.
    public var given: Product

    /// Makes a value from its parts.
    public init(given: Product) { self.given = given }
    /// Reads the members; what is left over is refused by the caller.
    public init(from reader: inout BodyReader) throws(BodyProblem) { given = try Product(from: &reader) }
    /// Writes the members that are there.
    public func write(to writer: inout BodyWriter) { given.write(to: &writer) }
}

/// Something done to the infant.
public struct Procedure: Body {
    /// The kind of entry this is the body of.
    public var kind: Kind { .procedure }
    /// What it was.
    public var what: String
    /// The grade.
    public var grade: String?
    /// Free detail, short.
    public var detail: String?

    /// Makes a value from its parts.
    public init(what: String, grade: String? = nil, detail: String? = nil) {
        self.what = what
        self.grade = grade
        self.detail = detail
    }

    /// Reads the members; what is left over is refused by the caller.
    public init(from reader: inout BodyReader) throws(BodyProblem) {
        what = try reader.requiredWord("what")
        grade = try reader.text("grade")
        detail = try reader.text("detail")
    }

    /// Writes the members that are there.
    public func write(to writer: inout BodyWriter) {
        writer.put("what", what)
        writer.put("grade", grade)
        writer.put("detail", detail)
    }
}

/// One feed or infusion.
public struct Intake: Body {
    /// The kind of entry this is the body of.
    public var kind: Kind { .intake }
    /// The route, a snake_case word.
    public var route: String?
    /// The kind of milk.
    public var milk: String?
    /// Volume in tenths of a millilitre.
    public var volumeTenthsMl: Int?
    /// Energy in tenths of a kilocalorie.
    public var kcalTenths: Int?
    /// How well a feed at the breast went.
    public var quality: String?
    /// Whether the volume is the difference of two weights, before and after the feed.
    public var byTestWeight: Bool?

    /// The words for how well a feed went.
    public static let qualities = ["good", "fair", "poor"]

    /// Makes a value from its parts.
    public init(
        route: String? = nil, milk: String? = nil, volumeTenthsMl: Int? = nil, kcalTenths: Int? = nil,
        quality: String? = nil, byTestWeight: Bool? = nil
    ) {
        self.route = route
        self.milk = milk
        self.volumeTenthsMl = volumeTenthsMl
        self.kcalTenths = kcalTenths
        self.quality = quality
        self.byTestWeight = byTestWeight
    }

    /// Reads the members; what is left over is refused by the caller.
    public init(from reader: inout BodyReader) throws(BodyProblem) {
        route = try reader.word("route")
        milk = try reader.word("milk")
        volumeTenthsMl = try reader.integer("volumeTenthsMl", in: 0...20_000)
        kcalTenths = try reader.integer("kcalTenths", in: 0...20_000)
        quality = try reader.word("quality")
        if let quality, !Intake.qualities.contains(quality) {
            throw .notAllowed(member: "quality", value: quality, allowed: Intake.qualities)
        }
        byTestWeight = try reader.bool("byTestWeight")
    }

    /// Writes the members that are there.
    public func write(to writer: inout BodyWriter) {
        writer.put("route", route)
        writer.put("milk", milk)
        writer.put("volumeTenthsMl", volumeTenthsMl)
        writer.put("kcalTenths", kcalTenths)
        writer.put("quality", quality)
        writer.put("byTestWeight", byTestWeight)
    }
}

/// A laboratory result.
public struct Lab: Body {
    /// The kind of entry this is the body of.
    public var kind: Kind { .lab }
    /// The code.
    public var code: String
    /// The value.
    public var value: FixedDecimal?
    /// The unit, or the name of the unit the record belongs to.
    public var unit: String?
    /// The laboratory's own flag.
    public var flag: String?

    /// What a flag can say.
    public static let flags = ["low", "high", "critical", "normal"]

    /// Makes a value from its parts.
    public init(code: String, value: FixedDecimal? = nil, unit: String? = nil, flag: String? = nil) {
        self.code = code
        self.value = value
        self.unit = unit
        self.flag = flag
    }

    /// Reads the members; what is left over is refused by the caller.
    public init(from reader: inout BodyReader) throws(BodyProblem) {
        code = try reader.requiredText("code")
        value = try reader.decimal("value")
        unit = try reader.text("unit")
        flag = try reader.text("flag")
        if let flag, !Lab.flags.contains(flag) {
            throw .notAllowed(member: "flag", value: flag, allowed: Lab.flags)
        }
        if value != nil, unit == nil { throw .missing(member: "unit") }
    }

    /// Writes the members that are there.
    public func write(to writer: inout BodyWriter) {
        writer.put("code", code)
        writer.put("value", value)
        writer.put("unit", unit)
        writer.put("flag", flag)
    }
}

/// A target of the care plan, or how often something is to be done.
public struct Plan: Body {
    /// The kind of entry this is the body of.
    public var kind: Kind { .plan }
    /// What the target is for, a snake_case word.
    public var target: String
    /// The value.
    public var value: String?
    /// The lower bound of the target, in ``unit``.
    public var low: FixedDecimal?
    /// The upper bound of the target, in ``unit``.
    public var high: FixedDecimal?
    /// The unit, or the name of the unit the record belongs to.
    public var unit: String?
    /// Until when it holds.
    public var until: WrittenTime?

    /// Makes a value from its parts.
    public init(
        target: String, value: String? = nil, low: FixedDecimal? = nil, high: FixedDecimal? = nil,
        unit: String? = nil, until: WrittenTime? = nil
    ) {
        self.target = target
        self.value = value
        self.low = low
        self.high = high
        self.unit = unit
        self.until = until
    }

    /// Reads the members; what is left over is refused by the caller.
    public init(from reader: inout BodyReader) throws(BodyProblem) {
        target = try reader.requiredWord("target")
        value = try reader.text("value")
        low = try reader.decimal("low")
        high = try reader.decimal("high")
        unit = try reader.text("unit")
        until = try reader.time("until")
        if low != nil || high != nil, unit == nil { throw .missing(member: "unit") }
    }

    /// Writes the members that are there.
    public func write(to writer: inout BodyWriter) {
        writer.put("target", target)
        writer.put("value", value)
        writer.put("low", low)
        writer.put("high", high)
        writer.put("unit", unit)
        writer.put("until", until)
    }
}
