/// The ways in which several facts, each of which can be one of two things, may be read.
enum Ambiguity {
    /// Up to so many facts every combination is tried; beyond, all of them together and each alone.
    private static let allCombinations = 4

    /// For each way, whether a fact is the second of its two things, by its place.
    static func choices(_ count: Int) -> [(Int) -> Bool] {
        if count <= allCombinations { return (0..<(1 << count)).map { bits in { bits >> $0 & 1 == 1 } } }
        var ways: [(Int) -> Bool] = [{ _ in false }, { _ in true }]
        for moved in 0..<count {
            ways.append { $0 == moved }
            ways.append { $0 != moved }
        }
        return ways
    }
}
