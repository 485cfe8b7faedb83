public import NICUCore

/// A wide ward sheet as hospitals keep it: one row an infant, one column a day, each cell the last value of that day.
///
/// Its columns are those that ``ValueSheet`` reads: what it hands on is taken back as already here.
public struct WardSheet: Sendable {
    private let courses: [Course]
    private let quantity: Quantity
    private let days: [Day]

    /// Makes a sheet of infants in the order of their beds, over so many civil days up to a day.
    ///
    /// The courses hold at least birth, stay and the values of the quantity.
    public init(_ courses: [Course], of quantity: Quantity, days: Int, until last: Day) {
        self.courses = courses.sorted { a, b in
            a.bed == b.bed ? a.code.text < b.code.text : BedOrder.isBefore(a.bed, b.bed)
        }
        self.quantity = quantity
        self.days = (0..<max(days, 1)).reversed().map { last + -$0 }
    }

    /// The header and a row an infant.
    public var rows: [[String]] {
        [["infant", "check", "bed"] + days.map { "\($0) [\(quantity.unit)]" }]
            + courses.map { course in
                let bed = course.stayEnd == nil ? course.bed ?? "" : ""
                return [course.code.text, String(CheckLetter.of(course.code)), bed]
                    + days.map { value(on: $0, of: course).map(quantity.digits) ?? "" }
            }
    }

    private func value(on day: Day, of course: Course) -> Int? {
        course.all(NICUCore.Measurement.self).last { entry, body in
            body.quantity == quantity && body.role == .measured && body.counts && entry.at.day == day
        }?.body.value
    }
}
