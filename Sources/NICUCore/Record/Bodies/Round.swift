/// A value that was due and was not taken, and why: a fact of its own, never a gap.
public struct Omission: Body {
    /// Why it was not taken.
    public enum Why: String, Sendable, Hashable, CaseIterable {
        case later
        case minimalHandling = "minimal_handling"
        case unstable, scale, away, refused
    }

    /// The kind of entry this is the body of.
    public var kind: Kind { .omission }
    /// What was not measured.
    public var quantity: Quantity
    /// Why it was not taken.
    public var why: Why

    /// Makes a value from its parts.
    public init(quantity: Quantity, why: Why) {
        self.quantity = quantity
        self.why = why
    }

    /// Reads the members; what is left over is refused by the caller.
    public init(from reader: inout BodyReader) throws(BodyProblem) {
        quantity = try reader.requiredToken("quantity")
        why = try reader.requiredToken("why")
    }

    /// Writes the members that are there.
    public func write(to writer: inout BodyWriter) {
        writer.put("quantity", quantity)
        writer.put("why", why)
    }
}

/// The end of a weigh-round; the weights of the round share its operation.
public struct Round: Body {
    /// The order in which a round goes from infant to infant.
    public enum Order: String, Sendable, Hashable, CaseIterable { case bed, scan, paper }

    /// The kind of entry this is the body of.
    public var kind: Kind { .round }
    /// The order in which it went.
    public var order: Order
    /// How many infants were weighed.
    public var weighed: Int
    /// How many were not, with a reason.
    public var notWeighed: Int
    /// How many were due and have neither.
    public var left: Int

    /// Makes a value from its parts.
    public init(order: Order, weighed: Int, notWeighed: Int, left: Int) {
        self.order = order
        self.weighed = weighed
        self.notWeighed = notWeighed
        self.left = left
    }

    /// Reads the members; what is left over is refused by the caller.
    public init(from reader: inout BodyReader) throws(BodyProblem) {
        order = try reader.requiredToken("order")
        weighed = try reader.requiredInteger("weighed", in: 0...9999)
        notWeighed = try reader.requiredInteger("notWeighed", in: 0...9999)
        left = try reader.requiredInteger("left", in: 0...9999)
    }

    /// Writes the members that are there.
    public func write(to writer: inout BodyWriter) {
        writer.put("order", order)
        writer.put("weighed", weighed)
        writer.put("notWeighed", notWeighed)
        writer.put("left", left)
    }
}
