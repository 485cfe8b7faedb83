/// Why rows are not a table by age; rows and columns are counted from 0, the age being column 0.
public enum AgeTableProblem: Error, Sendable, Equatable {
    case empty
    case notFinite(row: Int, column: Int)
    case ageNotRising(row: Int)
    case notPositive(row: Int, column: Int)
}

extension Array {
    /// The index of the last row at or before an age, the rows' ages rising and the first one not behind it.
    func index(atOrBefore ageDays: Double, _ age: (Element) -> Double) -> Int {
        var low = 0
        var high = count
        while high - low > 1 {
            let middle = (low + high) / 2
            if age(self[middle]) <= ageDays { low = middle } else { high = middle }
        }
        return low
    }
}
