internal import NICUCore
internal import Yams

extension RuleShapeCheck {
    /// Whether a text is digits alone, and none of them a leading zero: what `010` means differs between readers.
    static func isWhole(_ text: some StringProtocol) -> Bool {
        !text.isEmpty && text.utf8.allSatisfy { (0x30...0x39).contains($0) }
            && (text.utf8.count == 1 || text.first != "0")
    }

    /// Whether a text is a decimal number without leading zeros.
    static func isDecimal(_ text: String) -> Bool {
        let whole = text.split(separator: ".", omittingEmptySubsequences: false).first ?? ""
        return FixedDecimal(text) != nil && isWhole(whole.first == "-" ? whole.dropFirst() : whole)
    }

    /// A whole number within its bounds; one that is too long for the machine lies outside them.
    func whole(_ node: Node, _ key: String, _ range: ClosedRange<Int>) throws(RuleFileProblem) {
        let text = node.scalar?.string ?? ""
        // A negative number is outside as well; what is no number at all is told so.
        guard RuleShapeCheck.isWhole(text.first == "-" ? text.dropFirst() : text[...]) else {
            throw .wrongType(
                place(node), key: key, value: text, expected: range.lowerBound > 0 ? .positiveNumber : .wholeNumber)
        }
        guard let value = Int(text), range.contains(value) else {
            throw .outside(place(node), RuleFileProblem.Bound(key, text), range)
        }
    }

    /// A decimal number within its bounds.
    func within(
        _ text: String, _ range: ClosedRange<Int>, _ node: Node?, _ key: String
    ) throws(RuleFileProblem) {
        guard let value = FixedDecimal(text)?.double, Double(range.lowerBound) <= value,
            value <= Double(range.upperBound)
        else { throw .outside(place(node), RuleFileProblem.Bound(key, text), range) }
    }

    /// Two numbers, the first not above the second.
    func ordered(_ node: Node, _ key: String) throws(RuleFileProblem) {
        let items = node.sequence.map(Array.init) ?? []
        let texts = items.compactMap { $0.scalar?.string }.filter(RuleShapeCheck.isDecimal)
        let values = texts.compactMap { FixedDecimal($0)?.double }
        guard items.count == 2, values.count == 2 else {
            throw .wrongType(place(node), key: key, value: node.scalar?.string ?? "", expected: .twoDecimals)
        }
        guard values[0] <= values[1] else {
            throw .emptyRange(place(node), low: .init(key, texts[0]), high: .init(key, texts[1]))
        }
    }
}
