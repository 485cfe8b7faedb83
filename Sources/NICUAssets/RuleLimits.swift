internal import NICUCore

/// The widest numbers a data file may hold: outside of them a number is a slip, whatever the guideline.
///
/// None of them is a threshold of care. They are drawn by this program so wide that every guideline fits and nothing that is
/// reckoned from them overflows or runs for minutes; none has another source.
enum RuleLimits {
    /// Hours of a window, an interval or an age: up to 400 days, longer than a stay.
    static let hours = 1...9600
    /// Hours of a moment of a schedule; 0 is the moment itself.
    static let hoursFromMoment = 0...9600
    /// Days, up to ten years.
    static let days = 1...3650
    /// Days of a moment of a schedule; 0 is the day itself.
    static let daysFromMoment = 0...3650
    /// Months, up to ten years.
    static let months = 1...120
    /// Months of a moment of a schedule.
    static let monthsFromMoment = 0...120
    /// Postmenstrual age in days: from 20+0, the earliest gestation that is recorded, up to ten years.
    static let postmenstrualDays = GestationalAge.range.lowerBound...3650
    /// Minutes between two readings, up to a day.
    static let minutes = 1...1440
    /// How many measurements are asked for.
    static let count = 1...1000
    /// How many weights a rate of gain is drawn through; one has none.
    static let weightsOfGain = 2...1000
    /// Gain in grams a day.
    static let gramsPerDay = 0...200
    /// Parts of a hundred.
    static let percent = 1...100
    /// Seconds of an event, up to an hour.
    static let seconds = 0...3600
    /// Heart rate a minute.
    static let heartRate = 0...300
    /// Saturation in per cent.
    static let saturation = 0...100
    /// Oxygen in the breathing gas in per cent, above that of air.
    static let oxygen = 22...100
    /// Flow in litres a minute, as far as a record holds it.
    static let flow = 0...State.flowRange.upperBound / 10
    /// Doses of a vaccine.
    static let doses = 1...20
    /// The largest file in bytes; the largest that comes with the program has a tenth of it.
    static let bytes = 262_144

    /// What a quantity's limit may be, in its unit.
    static func values(of quantity: Quantity) -> ClosedRange<Int> {
        switch quantity {
        case .weight: 0...10_000
        case .length, .head: 0...100
        case .temperature: 20...45
        case .heartRate: heartRate
        case .respiratoryRate: 0...300
        case .spo2: saturation
        }
    }
}
