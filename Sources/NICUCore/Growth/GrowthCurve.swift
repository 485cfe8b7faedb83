/// The curve of one measure and one sex.
public indirect enum GrowthCurve: Sendable {
    case lms(LMSTable)
    case closedForm(ClosedForm)
    case skewT(SkewTTable)
    /// A closed form up to the first row of a skew-t table, which begins there; the step between them is not smoothed.
    case joined(ClosedForm, SkewTTable)
    /// Printed lines: a band and no z-score.
    case centiles(CentileTable)

    /// The unit the curve is published in.
    public var unit: GrowthUnit {
        switch self {
        case .lms(let table): table.unit
        case .closedForm(let form), .joined(let form, _): form.unit
        case .skewT(let table): table.unit
        case .centiles(let table): table.unit
        }
    }

    /// First and last position: days on the reference's axis, or centimetres of length; outside there is no value.
    public var range: ClosedRange<Double> {
        switch self {
        case .lms(let table): table.range
        case .closedForm(let form): form.range
        case .skewT(let table): table.range
        case .joined(let form, let table): form.range.lowerBound...table.range.upperBound
        case .centiles(let table): table.range
        }
    }

    /// The z-score of a value in ``unit``; nil outside ``range``, and always for printed lines.
    func z(value: Double, at position: Double) -> Double? {
        switch self {
        case .lms(let table): table.z(value: value, at: position)
        case .closedForm(let form): form.z(value: value, at: position)
        case .skewT(let table): table.z(value: value, at: position)
        case .joined(let form, let table):
            position < table.range.lowerBound ? form.z(value: value, at: position) : table.z(value: value, at: position)
        case .centiles: nil
        }
    }

    /// The value in ``unit`` at a z-score; nil outside ``range``, and always for printed lines.
    func value(z: Double, at position: Double) -> Double? {
        switch self {
        case .lms(let table): table.value(z: z, at: position)
        case .closedForm(let form): form.value(z: z, at: position)
        case .skewT(let table): table.value(z: z, at: position)
        case .joined(let form, let table):
            position < table.range.lowerBound ? form.value(z: z, at: position) : table.value(z: z, at: position)
        case .centiles: nil
        }
    }
}
