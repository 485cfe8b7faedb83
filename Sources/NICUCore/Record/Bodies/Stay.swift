/// The beginning of a stay in this unit.
public struct Admission: Body {
    /// Where the infant came from.
    public enum From: String, Sendable, Hashable, CaseIterable { case birth, transfer, home, other }

    public var kind: Kind { .admission }
    public var from: From
    public var hospital: String?
    public var bed: String?

    public init(from: From, hospital: String? = nil, bed: String? = nil) {
        self.from = from
        self.hospital = hospital
        self.bed = bed
    }

    public init(from reader: inout BodyReader) throws(BodyProblem) {
        from = try reader.requiredToken("from")
        hospital = try reader.text("hospital")
        bed = try reader.text("bed")
    }

    public func write(to writer: inout BodyWriter) {
        writer.put("from", from)
        writer.put("hospital", hospital)
        writer.put("bed", bed)
    }
}

/// The bed the infant lies in from now on; a bed is a fact that changes, never a name.
public struct Bed: Body {
    public var kind: Kind { .bed }
    public var bed: String

    public init(bed: String) { self.bed = bed }

    public init(from reader: inout BodyReader) throws(BodyProblem) { bed = try reader.requiredText("bed") }

    public func write(to writer: inout BodyWriter) { writer.put("bed", bed) }
}

/// How a stay ends.
public enum Destination: String, Sendable, Hashable, CaseIterable {
    case home, transfer, community
    case againstAdvice = "against_advice"
    case withdrawal, death, other
}

/// The infant leaves for another hospital.
public struct Transfer: Body {
    public var kind: Kind { .transfer }
    public var to: Destination
    public var code: String?
    public var hospital: String?

    public init(to: Destination = .transfer, code: String? = nil, hospital: String? = nil) {
        self.to = to
        self.code = code
        self.hospital = hospital
    }

    public init(from reader: inout BodyReader) throws(BodyProblem) {
        to = try reader.token("to") ?? .transfer
        code = try reader.text("code")
        hospital = try reader.text("hospital")
    }

    public func write(to writer: inout BodyWriter) {
        writer.put("to", to)
        writer.put("code", code)
        writer.put("hospital", hospital)
    }
}

/// The end of a stay; never blocked by a verdict, which is kept beside it as it was at that minute.
public struct Discharge: Body {
    public var kind: Kind { .discharge }
    public var to: Destination
    /// 离院方式, the statutory code of the way out.
    public var code: String?
    /// Who was told.
    public var told: SealedText?
    public var formSigned: Bool?
    /// The overall readiness verdict at that minute, with its rule set.
    public var readiness: String?

    public init(
        to: Destination, code: String? = nil, told: SealedText? = nil, formSigned: Bool? = nil,
        readiness: String? = nil
    ) {
        self.to = to
        self.code = code
        self.told = told
        self.formSigned = formSigned
        self.readiness = readiness
    }

    public init(from reader: inout BodyReader) throws(BodyProblem) {
        to = try reader.requiredToken("to")
        code = try reader.text("code")
        told = try reader.sealed("told")
        formSigned = try reader.bool("formSigned")
        readiness = try reader.text("readiness")
    }

    public func write(to writer: inout BodyWriter) {
        writer.put("to", to)
        writer.put("code", code)
        writer.put("told", told)
        writer.put("formSigned", formSigned)
        writer.put("readiness", readiness)
    }
}

/// A figure from after the stay: place and source told, drawn after a gap.
public struct FollowUp: Body {
    public var kind: Kind { .followUp }
    public var place: String?
    public var source: String?
    public var quantity: Quantity?
    /// The value in the quantity's unit.
    public var value: FixedDecimal?
    public var unit: String?

    public init(
        place: String? = nil, source: String? = nil, quantity: Quantity? = nil, value: FixedDecimal? = nil,
        unit: String? = nil
    ) {
        self.place = place
        self.source = source
        self.quantity = quantity
        self.value = value
        self.unit = unit
    }

    public init(from reader: inout BodyReader) throws(BodyProblem) {
        place = try reader.text("place")
        source = try reader.text("source")
        quantity = try reader.token("quantity")
        value = try reader.decimal("value")
        unit = try reader.text("unit")
        if let quantity, let value {
            guard value.reduced.decimals <= quantity.decimals else {
                throw .surplusDigits(member: "value", value: value.text, decimals: quantity.decimals)
            }
            guard unit == quantity.unit else {
                throw .wrongUnit(member: "unit", value: unit ?? "", expected: quantity.unit)
            }
        }
    }

    public func write(to writer: inout BodyWriter) {
        writer.put("place", place)
        writer.put("source", source)
        writer.put("quantity", quantity)
        writer.put("value", value)
        writer.put("unit", unit)
    }
}
