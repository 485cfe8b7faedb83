internal import NICUCore

extension Wording {
    /// What was expected of a new weight, how the likeliest slip would have looked, and the value of the time before.
    func slipLines(_ course: Course, _ entry: Entry) -> [String] {
        let before = course.without([entry])
        guard let body = entry.body as? Measurement, body.role == .measured,
            let expected = before.expectedWeight(at: entry.at)
        else { return [] }
        let range = "\(expected.range.lowerBound)–\(expected.range.upperBound) g"
        var lines: [String] = []
        if let slip = LikelySlip(body.value, expected: expected) {
            let asked =
                slip.isFar
                ? pick("会被拦下", "would be stopped")
                : slip.isAsked
                    ? pick("会被询问", "would be asked about")
                    : pick("不会被发现，请看清数字", "would not be noticed: read the digits")
            lines.append(
                pick(
                    "预期 \(range)；若两位数字颠倒会是 \(slip.grams) g，\(asked)",
                    "expected \(range); with two digits swapped it would be \(slip.grams) g, which \(asked)"))
        } else {
            lines.append(pick("预期 \(range)", "expected \(range)"))
        }
        if body.value == expected.last.grams {
            lines.append(pick("与上次数值相同：重新称过了吗？", "the same value as the time before: was it weighed again?"))
        }
        return lines
    }
}
