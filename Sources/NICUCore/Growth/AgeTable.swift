/// Why rows are not a table by age; rows and columns are counted from 0, the age being column 0.
public enum AgeTableProblem: Error, Sendable, Equatable {
    case empty
    case notFinite(row: Int, column: Int)
    case ageNotRising(row: Int)
    case notPositive(row: Int, column: Int)
}

extension Double {
    /// Whether this can be a measured value: above 0, and neither infinite nor no number.
    var isMeasurable: Bool { self > 0 && self <= .greatestFiniteMagnitude }
}

extension Array {
    /// Whether every row lies one day behind the one before, so that a row is found without a search.
    func areDaily(_ age: (Element) -> Double) -> Bool {
        zip(self, dropFirst()).allSatisfy { age($1) - age($0) == 1 }
    }

    /// The index of the last row at or before an age, the rows' ages rising and the first one not behind it.
    @inline(__always)
    func index(atOrBefore ageDays: Double, areDaily: Bool, _ age: (Element) -> Double) -> Int {
        if areDaily { return Int(ageDays - age(self[0])) }
        var low = 0
        var high = count
        while high - low > 1 {
            let middle = (low + high) / 2
            if age(self[middle]) <= ageDays { low = middle } else { high = middle }
        }
        return low
    }
}
