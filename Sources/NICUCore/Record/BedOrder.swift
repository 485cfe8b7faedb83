/// The order in which people walk past beds: numbers by their size, whatever stands around them; no bed last.
public enum BedOrder {
    /// Whether one bed comes before another.
    public static func isBefore(_ a: String?, _ b: String?) -> Bool {
        guard let a, let b else { return a != nil && b == nil }
        let (left, right) = (parts(a), parts(b))
        for (x, y) in zip(left, right) where x != y {
            switch (Int(x), Int(y)) {
            case (let p?, let q?) where p != q: return p < q
            case (.some, nil): return true
            case (nil, .some): return false
            default: return x < y
            }
        }
        return left.count < right.count
    }

    /// Runs of digits and runs of everything else.
    private static func parts(_ text: String) -> [String] {
        var result: [String] = []
        var isNumber: Bool?
        for character in text {
            let isDigit = character.isASCII && character.isNumber
            if isDigit == isNumber, let last = result.indices.last {
                result[last].append(character)
            } else {
                result.append(String(character))
                isNumber = isDigit
            }
        }
        return result
    }
}
