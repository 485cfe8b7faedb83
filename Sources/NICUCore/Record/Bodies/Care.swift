/// A diagnosis or problem with its grade.
public struct Problem: Body {
    public var kind: Kind { .problem }
    public var code: String
    public var grade: String?
    public var onset: Day?
    public var resolved: Day?

    public init(code: String, grade: String? = nil, onset: Day? = nil, resolved: Day? = nil) {
        self.code = code
        self.grade = grade
        self.onset = onset
        self.resolved = resolved
    }

    public init(from reader: inout BodyReader) throws(BodyProblem) {
        code = try reader.requiredText("code")
        grade = try reader.text("grade")
        onset = try reader.day("onset")
        resolved = try reader.day("resolved")
    }

    public func write(to writer: inout BodyWriter) {
        writer.put("code", code)
        writer.put("grade", grade)
        writer.put("onset", onset)
        writer.put("resolved", resolved)
    }
}

/// A product given, or the reason why it was not: the body of medication and of immunisation.
public struct Product: Sendable, Hashable {
    public var product: String
    public var lot: String?
    public var site: String?
    public var notGivenReason: String?

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
    public var kind: Kind { .medication }
    public var given: Product
    /// Dose as digits, in ``unit``.
    public var dose: FixedDecimal?
    public var unit: String?
    public var route: String?

    public init(given: Product, dose: FixedDecimal? = nil, unit: String? = nil, route: String? = nil) {
        self.given = given
        self.dose = dose
        self.unit = unit
        self.route = route
    }

    public init(from reader: inout BodyReader) throws(BodyProblem) {
        given = try Product(from: &reader)
        dose = try reader.decimal("dose")
        unit = try reader.text("unit")
        route = try reader.word("route")
        if dose != nil, unit == nil { throw .missing(member: "unit") }
    }

    public func write(to writer: inout BodyWriter) {
        given.write(to: &writer)
        writer.put("dose", dose)
        writer.put("unit", unit)
        writer.put("route", route)
    }
}

/// A vaccine or antibody given, or the reason why it was not.
public struct Immunisation: Body {
    public var kind: Kind { .immunisation }
    public var given: Product

    public init(given: Product) { self.given = given }
    public init(from reader: inout BodyReader) throws(BodyProblem) { given = try Product(from: &reader) }
    public func write(to writer: inout BodyWriter) { given.write(to: &writer) }
}

/// Something done to the infant.
public struct Procedure: Body {
    public var kind: Kind { .procedure }
    public var what: String
    public var grade: String?
    public var detail: String?

    public init(what: String, grade: String? = nil, detail: String? = nil) {
        self.what = what
        self.grade = grade
        self.detail = detail
    }

    public init(from reader: inout BodyReader) throws(BodyProblem) {
        what = try reader.requiredWord("what")
        grade = try reader.text("grade")
        detail = try reader.text("detail")
    }

    public func write(to writer: inout BodyWriter) {
        writer.put("what", what)
        writer.put("grade", grade)
        writer.put("detail", detail)
    }
}

/// One feed or infusion.
public struct Intake: Body {
    public var kind: Kind { .intake }
    public var route: String?
    public var milk: String?
    /// Volume in tenths of a millilitre.
    public var volumeTenthsMl: Int?
    /// Energy in tenths of a kilocalorie.
    public var kcalTenths: Int?

    public init(route: String? = nil, milk: String? = nil, volumeTenthsMl: Int? = nil, kcalTenths: Int? = nil) {
        self.route = route
        self.milk = milk
        self.volumeTenthsMl = volumeTenthsMl
        self.kcalTenths = kcalTenths
    }

    public init(from reader: inout BodyReader) throws(BodyProblem) {
        route = try reader.word("route")
        milk = try reader.word("milk")
        volumeTenthsMl = try reader.integer("volumeTenthsMl", in: 0...20_000)
        kcalTenths = try reader.integer("kcalTenths", in: 0...20_000)
    }

    public func write(to writer: inout BodyWriter) {
        writer.put("route", route)
        writer.put("milk", milk)
        writer.put("volumeTenthsMl", volumeTenthsMl)
        writer.put("kcalTenths", kcalTenths)
    }
}

/// A laboratory result.
public struct Lab: Body {
    public var kind: Kind { .lab }
    public var code: String
    public var value: FixedDecimal?
    public var unit: String?
    public var flag: String?

    public init(code: String, value: FixedDecimal? = nil, unit: String? = nil, flag: String? = nil) {
        self.code = code
        self.value = value
        self.unit = unit
        self.flag = flag
    }

    public init(from reader: inout BodyReader) throws(BodyProblem) {
        code = try reader.requiredText("code")
        value = try reader.decimal("value")
        unit = try reader.text("unit")
        flag = try reader.text("flag")
        if value != nil, unit == nil { throw .missing(member: "unit") }
    }

    public func write(to writer: inout BodyWriter) {
        writer.put("code", code)
        writer.put("value", value)
        writer.put("unit", unit)
        writer.put("flag", flag)
    }
}

/// A target of the care plan, or how often something is to be done.
public struct Plan: Body {
    public var kind: Kind { .plan }
    public var target: String
    public var value: String?
    public var low: FixedDecimal?
    public var high: FixedDecimal?
    public var unit: String?
    public var until: WrittenTime?

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

    public init(from reader: inout BodyReader) throws(BodyProblem) {
        target = try reader.requiredWord("target")
        value = try reader.text("value")
        low = try reader.decimal("low")
        high = try reader.decimal("high")
        unit = try reader.text("unit")
        until = try reader.time("until")
        if low != nil || high != nil, unit == nil { throw .missing(member: "unit") }
    }

    public func write(to writer: inout BodyWriter) {
        writer.put("target", target)
        writer.put("value", value)
        writer.put("low", low)
        writer.put("high", high)
        writer.put("unit", unit)
        writer.put("until", until)
    }
}
