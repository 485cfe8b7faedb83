/// A body measure that growth references know.
public enum GrowthMeasure: String, Sendable, Hashable, CaseIterable {
    /// Body weight, stored in grams.
    case weight
    /// Crown–heel length, stored in millimetres.
    case length
    /// Head circumference, stored in millimetres.
    case head
    /// Body weight judged by length in centimetres instead of age; never a value of its own.
    case weightForLength = "weight-for-length"

    /// The measures that are taken from an infant, in the order people read them.
    public static let measured: [GrowthMeasure] = [.weight, .length, .head]

    /// The unit of the record's integers: g for weight, mm for length and head.
    public var storedUnit: GrowthUnit { isWeight ? .grams : .millimetres }

    var isWeight: Bool { self == .weight || self == .weightForLength }
}

/// A unit in which a growth reference publishes its figures.
public enum GrowthUnit: String, Sendable, Hashable, CaseIterable {
    case grams = "g"
    case kilograms = "kg"
    case millimetres = "mm"
    case centimetres = "cm"

    /// How many of the record's stored units (g, mm) make one of this unit.
    public var storedUnits: Double {
        switch self {
        case .grams, .millimetres: 1
        case .centimetres: 10
        case .kilograms: 1000
        }
    }

    /// Whether values of a measure can be given in this unit.
    public func measures(_ measure: GrowthMeasure) -> Bool {
        switch self {
        case .grams, .kilograms: measure.isWeight
        case .millimetres, .centimetres: !measure.isWeight
        }
    }

    /// A value of this unit given in another; exact to the last bit between g and kg, mm and cm.
    ///
    /// Both units measure the same thing; the caller has asked ``measures(_:)``.
    func convert(_ value: Double, to other: GrowthUnit) -> Double {
        if self == other { return value }
        // Multiply before dividing: 2580 g / 1000 is the double nearest to 2.58, and 2580 × 0.001 is not.
        return value * storedUnits / other.storedUnits
    }
}

/// The time axis a growth reference is laid out on.
public enum GrowthAxis: String, Sendable, Hashable, CaseIterable {
    /// Exact days since the first day of the last menstrual period; 27+0 is 189.
    case postmenstrualDays = "postmenstrual_days"
    /// Days since the due date: postmenstrual age minus 280 days, negative before 40+0.
    case correctedDays = "corrected_days"
    /// Exact days of gestation at birth; 27+0 is 189. Only a measurement at birth has such an age.
    case gestationalDays = "gestational_days"

    /// The due date in postmenstrual days, 40+0.
    public static let dueDate = 280

    /// A postmenstrual age in days placed on this axis.
    public func position(ofPostmenstrualDays days: Int) -> Double {
        self == .correctedDays ? Double(days - GrowthAxis.dueDate) : Double(days)
    }
}
