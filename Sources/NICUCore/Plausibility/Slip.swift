/// The slips by which one weight is written for another.
enum Slip {
    /// International pound in kilograms, exact.
    static let poundInKilograms = 0.453_592_37

    /// Extra grams that something on the scale explains: a nappy, tubing, a splint.
    static let equipmentGrams = 20...400

    /// The likeliest slip: the one whose undoing comes nearest to what was expected, inside the interval; nil for none.
    static func explaining(_ grams: Int, expected: ExpectedWeight) -> Question.Explanation? {
        let candidates = undone(grams).filter { expected.contains($0.value) }
        let best = candidates.min {
            abs(Double($0.value) - expected.middle) < abs(Double($1.value) - expected.middle)
        }
        if let best { return Question.Explanation(best.cause, value: best.value) }
        let surplus = Double(grams) - expected.middle
        guard surplus > 0, equipmentGrams.contains(Int(surplus)) else { return nil }
        return Question.Explanation(.equipment)
    }

    /// What a value would have been without each slip, in the order in which equals are named.
    static func undone(_ grams: Int) -> [(cause: Question.Cause, value: Int)] {
        var result: [(cause: Question.Cause, value: Int)] = []
        func add(_ cause: Question.Cause, _ value: Double) {
            let whole = Int(value.rounded(.toNearestOrAwayFromZero))
            if whole != grams, Limits.range(of: .weight).contains(whole) { result.append((cause, whole)) }
        }
        let value = Double(grams)
        add(.timesTen, value / 10)
        add(.tenth, value * 10)
        add(.kilograms, value / 1000)
        add(.kilograms, value * 1000)
        add(.pounds, value * poundInKilograms)
        add(.pounds, value / poundInKilograms)
        for swapped in swaps(grams) { add(.digitsSwapped, Double(swapped)) }
        return result
    }

    /// The numbers that two neighbouring digits exchanged give, without the number itself.
    static func swaps(_ grams: Int) -> [Int] {
        let digits = Array(String(grams).utf8)
        guard digits.count > 1 else { return [] }
        return (0..<digits.count - 1).compactMap { place in
            guard digits[place] != digits[place + 1] else { return nil }
            var other = digits
            other.swapAt(place, place + 1)
            // A number never begins with 0.
            return other[0] == UInt8(ascii: "0") ? nil : other.reduce(0) { $0 * 10 + Int($1) - 48 }
        }
    }
}

/// The slip of a weight's digits that lies nearest to what was expected, and so is the hardest to notice.
public struct LikelySlip: Sendable, Hashable {
    /// The weight it would have given.
    public let grams: Int
    /// Whether it would have been asked about.
    public let isAsked: Bool
    /// Whether it would have been stopped.
    public let isFar: Bool

    /// Nil for a number without two different neighbouring digits.
    public init?(_ value: Int, expected: ExpectedWeight) {
        let possible = Slip.swaps(value).filter { Limits.range(of: .weight).contains($0) }
        guard let nearest = possible.min(by: { abs($0 - value) < abs($1 - value) }) else { return nil }
        // Swapping the last two digits changes less than a scale does from one reading to the next.
        let telling = possible.filter { abs($0 - value) >= 90 }.min { abs($0 - value) < abs($1 - value) } ?? nearest
        grams = telling
        isAsked = !expected.contains(telling)
        isFar = expected.isFar(telling)
    }
}
