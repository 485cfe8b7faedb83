/// The beginning of a stay in this unit.
public struct Admission: Body {
    /// Where the infant came from.
    public enum From: String, Sendable, Hashable, CaseIterable { case birth, transfer, home, other }

    /// The kind of entry this is the body of.
    public var kind: Kind { .admission }
    /// Where the infant came from.
    public var from: From
    /// The other hospital.
    public var hospital: String?
    /// The bed.
    public var bed: String?

    /// Makes a value from its parts.
    public init(from: From, hospital: String? = nil, bed: String? = nil) {
        self.from = from
        self.hospital = hospital
        self.bed = bed
    }

    /// Reads the members; what is left over is refused by the caller.
    public init(from reader: inout BodyReader) throws(BodyProblem) {
        from = try reader.requiredToken("from")
        hospital = try reader.text("hospital")
        bed = try reader.text("bed")
    }

    /// Writes the members that are there.
    public func write(to writer: inout BodyWriter) {
        writer.put("from", from)
        writer.put("hospital", hospital)
        writer.put("bed", bed)
    }
}

/// The bed the infant lies in from now on; a bed is a fact that changes, never a name.
public struct Bed: Body {
    /// The kind of entry this is the body of.
    public var kind: Kind { .bed }
    /// The bed.
    public var bed: String

    /// Makes a value from its parts.
    public init(bed: String) { self.bed = bed }

    /// Reads the members; what is left over is refused by the caller.
    public init(from reader: inout BodyReader) throws(BodyProblem) { bed = try reader.requiredText("bed") }

    /// Writes the members that are there.
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
    /// The kind of entry this is the body of.
    public var kind: Kind { .transfer }
    /// Where the infant goes.
    public var to: Destination
    /// The code.
    public var code: String?
    /// The other hospital.
    public var hospital: String?

    /// Makes a value from its parts.
    public init(to: Destination = .transfer, code: String? = nil, hospital: String? = nil) {
        self.to = to
        self.code = code
        self.hospital = hospital
    }

    /// Reads the members; what is left over is refused by the caller.
    public init(from reader: inout BodyReader) throws(BodyProblem) {
        to = try reader.token("to") ?? .transfer
        code = try reader.text("code")
        hospital = try reader.text("hospital")
    }

    /// Writes the members that are there.
    public func write(to writer: inout BodyWriter) {
        writer.put("to", to)
        writer.put("code", code)
        writer.put("hospital", hospital)
    }
}

/// The end of a stay; never blocked by a verdict, which is kept beside it as it was at that minute.
public struct Discharge: Body {
    /// The kind of entry this is the body of.
    public var kind: Kind { .discharge }
    /// Where the infant goes.
    public var to: Destination
    /// 离院方式, the statutory code of the way out.
    public var code: String?
    /// Who was told.
    public var told: SealedText?
    /// Whether the form is signed; absent when not recorded.
    public var formSigned: Bool?
    /// The overall readiness verdict at that minute, with its rule set.
    public var readiness: String?

    /// Makes a value from its parts.
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

    /// Reads the members; what is left over is refused by the caller.
    public init(from reader: inout BodyReader) throws(BodyProblem) {
        to = try reader.requiredToken("to")
        code = try reader.text("code")
        told = try reader.sealed("told")
        formSigned = try reader.bool("formSigned")
        readiness = try reader.text("readiness")
    }

    /// Writes the members that are there.
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
    /// The kind of entry this is the body of.
    public var kind: Kind { .followUp }
    /// Where it was taken.
    public var place: String?
    /// Who told it.
    public var source: String?
    /// What is measured.
    public var quantity: Quantity?
    /// The value in the quantity's unit.
    public var value: FixedDecimal?
    /// The unit, or the name of the unit the record belongs to.
    public var unit: String?

    /// Makes a value from its parts.
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

    /// Reads the members; what is left over is refused by the caller.
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

    /// Writes the members that are there.
    public func write(to writer: inout BodyWriter) {
        writer.put("place", place)
        writer.put("source", source)
        writer.put("quantity", quantity)
        writer.put("value", value)
        writer.put("unit", unit)
    }
}

extension Body {
    /// Where the infant went, for a body that ends a stay; nil for any other.
    public var stayDestination: Destination? { (self as? Discharge)?.to ?? (self as? Transfer)?.to }
}

extension Entry {
    /// Whether it ends a stay; comparing types is several times faster than a cast that fails.
    var endsStay: Bool {
        let type = Swift.type(of: body)
        return type == Discharge.self || type == Transfer.self
    }

    /// Whether it begins a stay.
    var beginsStay: Bool { Swift.type(of: body) == Admission.self }
}
