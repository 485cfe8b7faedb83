public import NICUCore

/// Values that another program computed from a pack's figures, kept in the pack as `golden.csv`.
public struct ReferenceGolden: Sendable {
    /// One value with what the other program says of it.
    public struct Point: Sendable {
        /// Makes a point from its parts.
        public init(
            sex: Sex, measure: GrowthMeasure, position: Double, value: Double, unit: GrowthUnit, z: Double?,
            band: String
        ) {
            self.sex = sex
            self.measure = measure
            self.position = position
            self.value = value
            self.unit = unit
            self.z = z
            self.band = band
        }

        /// Female or male.
        public let sex: Sex
        /// What is measured.
        public let measure: GrowthMeasure
        /// Days on the reference's axis, or centimetres of length.
        public let position: Double
        /// The value.
        public let value: Double
        /// The value's unit.
        public let unit: GrowthUnit
        /// The other program's z-score; nil where it gives a band.
        public let z: Double?
        /// The other program's band; empty where it gives a z-score.
        public let band: String
    }

    /// The other program.
    public let producer: String
    /// The most that z may lie off.
    public let tolerance: Double
    /// The values.
    public let points: [Point]

    /// Makes a set of values.
    public init(producer: String, tolerance: Double, points: [Point]) {
        self.producer = producer
        self.tolerance = tolerance
        self.points = points
    }

    /// The largest deviation of a reference from these values; infinite where a value or a band is another.
    public func worstDeviation(of reference: GrowthReference) -> Double {
        points.map { point in
            let score = reference.z(
                of: point.value, unit: point.unit, measure: point.measure, sex: point.sex, ageDays: point.position)
            if let expected = point.z { return score.z.map { abs($0 - expected) } ?? .infinity }
            return score.band?.text == point.band ? 0 : .infinity
        }.max() ?? .infinity
    }
}

extension ReferenceLibrary {
    /// The golden values of a pack; nil where it has none.
    ///
    /// - Throws: ``AssetProblem`` with the line that cannot be read.
    public func golden(_ id: String) throws(AssetProblem) -> ReferenceGolden? {
        let path = ReferenceLibrary.folder + id + "/golden.csv"
        guard has(path) else { return nil }
        let text = try withFile(path) { (_, bytes) throws(AssetProblem) in String(decoding: bytes, as: UTF8.self) }
        var lines = text.split(separator: "\n").map(String.init)
        guard lines.count > 3, lines[0].hasPrefix("#producer="), lines[1].hasPrefix("#tolerance="),
            let tolerance = Double(lines[1].dropFirst(11)), lines[2] == "sex,measure,position,value,unit,z,band"
        else { throw AssetProblem(path: path, reason: "producer, tolerance and header are to stand first") }
        let producer = String(lines[0].dropFirst(10))
        lines.removeFirst(3)
        var points: [ReferenceGolden.Point] = []
        for (row, line) in lines.enumerated() {
            let fields = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
            guard fields.count == 7, let sex = Sex(rawValue: fields[0]),
                let measure = GrowthMeasure(rawValue: fields[1]),
                let position = Double(fields[2]), let value = Double(fields[3]),
                let unit = GrowthUnit(rawValue: fields[4]),
                fields[5].isEmpty != fields[6].isEmpty, fields[5].isEmpty || Double(fields[5]) != nil
            else { throw AssetProblem(path: path, line: row + 4, reason: "this is no golden value") }
            points.append(
                ReferenceGolden.Point(
                    sex: sex, measure: measure, position: position, value: value, unit: unit, z: Double(fields[5]),
                    band: fields[6]))
        }
        return ReferenceGolden(producer: producer, tolerance: tolerance, points: points)
    }
}
