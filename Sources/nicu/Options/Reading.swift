internal import NICUCore
internal import NICUExport

extension Session {
    /// A value with its unit, as one argument or two.
    func quantity(_ words: [String], as quantity: Quantity) throws -> QuantityText {
        let text = words.joined(separator: " ")
        do {
            return try QuantityText(text, as: quantity)
        } catch {
            throw Failure.unreadable(wording.quantity(error, text: text))
        }
    }

    /// A gestational age; `unknown` is nil.
    func gestationalAge(_ text: String) throws -> GestationalAge? {
        if text == "unknown" { return nil }
        do {
            return try GestationalAge(text)
        } catch {
            throw Failure.unreadable(wording.gestationalAge(error))
        }
    }

    /// A civil day, `2024-08-19`.
    func day(_ text: String) throws -> Day {
        guard let day = Day(text) else { throw Failure.unreadable(wording.notADay(text)) }
        return day
    }

    /// A token of a closed list, hyphens and short names allowed.
    func token<T: RawRepresentable & CaseIterable>(_ typed: String, _ what: String) throws -> T
    where T.RawValue == String {
        if let value = T(rawValue: ShortNames.token(typed)) { return value }
        throw Failure.unreadable(wording.notOneOf(what, typed, T.allCases.map(\.rawValue)))
    }

    /// A code for an infant; one that cannot be a code is refused before the record is asked.
    func code(_ text: String) throws -> InfantCode {
        guard let code = InfantCode(text) else { throw RecordProblem.badCode(text) }
        return code
    }

    /// A number with a unit behind it, in the smallest unit: `25s`, `25%`, `1.5L`.
    func number(_ text: String, unit: String, decimals: Int = 0) throws -> Int {
        guard text.hasSuffix(unit), let value = FixedDecimal(text.dropLast(unit.count)), value.significand >= 0,
            let stored = value.scaled(to: decimals)
        else {
            throw Failure.unreadable(
                wording.pick(
                    "“\(text)”应写成带单位的数，例如 25\(unit)", "“\(text)” must be a number with its unit, for example 25\(unit)")
            )
        }
        return Int(stored)
    }

    /// A body as the record reads it, so that the command line refuses what an import would.
    func checked(_ body: any Body) throws -> any Body { try body.kind.body(from: body.json) }
}
