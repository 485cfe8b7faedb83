/// Where a value lies between the printed centile lines of a reference.
///
/// A value on a line belongs to the band above it.
public struct CentileBand: Sendable, Hashable {
    /// The centile of the line at or below the value; nil below the lowest line.
    public let from: Double?
    /// The centile of the line above the value; nil at or above the highest line.
    public let to: Double?

    /// Makes a band from its two lines.
    public init(from: Double?, to: Double?) {
        self.from = from
        self.to = to
    }

    /// `<P3`, `P3-P10`, `>=P97`.
    public var text: String {
        switch (from, to) {
        case (let from?, let to?): "P\(CentileBand.number(from))-P\(CentileBand.number(to))"
        case (nil, let to?): "<P\(CentileBand.number(to))"
        case (let from?, nil): ">=P\(CentileBand.number(from))"
        case (nil, nil): ""
        }
    }

    /// A centile without a needless `.0`.
    public static func number(_ centile: Double) -> String {
        abs(centile) < 1e15 && centile == centile.rounded() ? String(Int(centile)) : centile.description
    }
}

/// Size at birth for gestational age by the tenth and ninetieth centile; severe below the third.
public enum SizeForGestation: String, Sendable, Hashable, CaseIterable {
    /// Below the third centile; small as well.
    case severelySmall = "severe_sga"
    /// Below the tenth centile.
    case small = "sga"
    /// From the tenth to the ninetieth centile, both included.
    case appropriate = "aga"
    /// Above the ninetieth centile.
    case large = "lga"

    /// The class of an unrounded z-score.
    public init(z: Double) {
        // Φ⁻¹(0.03), Φ⁻¹(0.10); the ninetieth centile mirrors the tenth.
        let (third, tenth) = (-1.8807936081512511, -1.2815515655446004)
        self = z < third ? .severelySmall : z < tenth ? .small : z > -tenth ? .large : .appropriate
    }

    /// Whether the class is small, severe or not.
    public var isSmall: Bool { self == .small || self == .severelySmall }
}

/// Printed centile lines of one measure and one sex by completed week: a value has a band there and no z-score.
///
/// WS/T 800-2022, National Health Commission of the People's Republic of China. An age counts by its completed weeks;
/// before the first and after the last row there is no value.
public struct CentileTable: Sendable {
    /// One completed week.
    public struct Row: Sendable, Equatable {
        /// Completed weeks on the reference's own axis.
        public var week: Int
        /// The value of each line, rising, in the table's unit.
        public var values: [Double]

        /// Makes a row; ``CentileTable`` checks it.
        public init(week: Int, values: [Double]) {
            self.week = week
            self.values = values
        }
    }

    /// Why rows are not a table; rows and columns are counted from 0, the week being column 0.
    public enum Problem: Error, Sendable, Equatable {
        case empty
        case centilesNotRising
        case wrongCount(row: Int)
        case weekNotNext(row: Int)
        case notPositive(row: Int, column: Int)
        case notRising(row: Int, column: Int)
    }

    /// The unit of the lines, and of the values taken and given.
    public let unit: GrowthUnit
    /// The centiles of the lines, rising, each above 0 and below 100.
    public let centiles: [Double]
    /// One row a completed week, without a gap.
    public let rows: [Row]
    /// First and last exact day; the last completed week has seven.
    public let range: ClosedRange<Double>

    /// Checks the rows: at least one, weeks without a gap, values above 0 and rising from line to line.
    public init(unit: GrowthUnit, centiles: [Double], rows: [Row]) throws(Problem) {
        guard let first = rows.first, let last = rows.last, !centiles.isEmpty else { throw .empty }
        guard zip(centiles, centiles.dropFirst()).allSatisfy({ $0 < $1 }), centiles.allSatisfy({ $0 > 0 && $0 < 100 })
        else { throw .centilesNotRising }
        for (place, row) in rows.enumerated() {
            guard row.values.count == centiles.count else { throw .wrongCount(row: place) }
            guard row.week == first.week + place else { throw .weekNotNext(row: place) }
            for (column, value) in row.values.enumerated() {
                guard value > 0, value.isFinite else { throw .notPositive(row: place, column: column + 1) }
                guard column == 0 || value > row.values[column - 1] else {
                    throw .notRising(row: place, column: column + 1)
                }
            }
        }
        self.unit = unit
        self.centiles = centiles
        self.rows = rows
        range = Double(first.week * 7)...Double(last.week * 7 + 6)
    }

    /// The row of an age in days; nil outside ``range``.
    public func row(at ageDays: Double) -> Row? {
        guard ageDays >= range.lowerBound, ageDays <= range.upperBound else { return nil }
        return rows[Int((ageDays / 7).rounded(.down)) - rows[0].week]
    }

    /// The band of a value in ``unit`` at an age in days; nil outside ``range``.
    public func band(value: Double, at ageDays: Double) -> CentileBand? {
        guard let row = row(at: ageDays) else { return nil }
        let above = row.values.firstIndex { $0 > value } ?? row.values.count
        return CentileBand(
            from: above > 0 ? centiles[above - 1] : nil, to: above < centiles.count ? centiles[above] : nil)
    }

    /// Size for gestational age; nil outside ``range``, or where the table lacks the third, tenth or ninetieth line.
    public func size(value: Double, at ageDays: Double) -> SizeForGestation? {
        guard let row = row(at: ageDays), let third = centiles.firstIndex(of: 3),
            let tenth = centiles.firstIndex(of: 10),
            let ninetieth = centiles.firstIndex(of: 90)
        else { return nil }
        if value < row.values[third] { return .severelySmall }
        if value < row.values[tenth] { return .small }
        return value > row.values[ninetieth] ? .large : .appropriate
    }
}
