#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// Weights of a round that fit the neighbours better than the infants they were written for: the slip by one line.
public struct RoundShift: Sendable, Hashable {
    /// One line of a round, in its order.
    public struct Line: Sendable, Hashable {
        /// The infant.
        public let code: InfantCode
        /// What was written; nil where nothing was.
        public let grams: Int?
        /// What was expected, in grams; nil without a curve.
        public let expected: Double?

        /// Makes one from its parts.
        public init(code: InfantCode, grams: Int?, expected: Double?) {
            self.code = code
            self.grams = grams
            self.expected = expected
        }
    }

    /// The first infant of the run.
    public let from: InfantCode
    /// The last infant of the run.
    public let to: InfantCode
    /// How many lines.
    public let count: Int
    /// Whether the values belong one line further down (+1) or up (−1).
    public let by: Int

    /// The shortest run that is asked about.
    static let shortest = 3
    /// The mean part by which the values must be off where they stand.
    static let off = 0.03
    /// How many times better they must fit the neighbours.
    static let better = 2.5

    /// The longest run that fits better shifted by one line; nil for none.
    ///
    /// A line without a value is no line of the paper that was read: its neighbours are those with one.
    public static func found(in all: [Line]) -> RoundShift? {
        let lines = all.filter { $0.grams != nil }
        var best: (shift: RoundShift, gain: Double)?
        for offset in [1, -1] {
            var start = 0
            while start < lines.count {
                var (own, moved, end) = (0.0, 0.0, start)
                var length = 0
                var place = start
                while place < lines.count, let pair = misfit(lines, place, offset) {
                    own += pair.own
                    moved += pair.moved
                    length += 1
                    place += 1
                    let isOff = own / Double(length) >= off && moved * better <= own
                    if length >= shortest, isOff, own - moved > best?.gain ?? 0 {
                        end = place - 1
                        best = (
                            RoundShift(
                                from: lines[start].code, to: lines[end].code, count: length, by: offset), own - moved
                        )
                    }
                }
                start += 1
            }
        }
        return best?.shift
    }

    /// How far a value is off where it stands, and one line on.
    private static func misfit(_ lines: [Line], _ place: Int, _ offset: Int) -> (own: Double, moved: Double)? {
        guard lines.indices.contains(place + offset), let grams = lines[place].grams,
            let own = lines[place].expected, let other = lines[place + offset].expected
        else { return nil }
        return (abs(log(Double(grams) / own)), abs(log(Double(grams) / other)))
    }
}
