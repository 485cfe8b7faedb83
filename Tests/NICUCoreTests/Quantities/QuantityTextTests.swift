import NICUCore
import Testing

@Suite("H3 H4 H36 units: read exactly or refused with the reason")
struct QuantityTextTests {
    @Test(
        "Metric text is exact",
        arguments: [
            ("1520g", 1520), ("1520 g", 1520), ("1.52 kg", 1520), ("1.52kg", 1520), ("1.520kg", 1520), ("0.8kg", 800),
            ("1520.0g", 1520), ("1.005kg", 1005), ("0.29kg", 290), ("1.5200kg", 1520), ("1520G", 1520),
        ])
    func metric(text: String, grams: Int) throws {
        #expect(try QuantityText(text, as: .weight).stored == grams)
    }

    @Test(
        "Pounds, ounces, inches and Fahrenheit are rounded once, half away from zero, and kept as written",
        arguments: [
            ("3lb", Quantity.weight, 1361), ("3 lb 5 oz", .weight, 1503), ("3lb5oz", .weight, 1503),
            ("1oz", .weight, 28), ("2.5oz", .weight, 71), ("15.2in", .length, 386), ("98.2F", .temperature, 368),
            ("97.7F", .temperature, 365), ("100.04F", .temperature, 378),
        ])
    func imperial(text: String, quantity: Quantity, stored: Int) throws {
        let value = try QuantityText(text, as: quantity)
        #expect(value.stored == stored)
        #expect(value.asWritten == text)
    }

    @Test(
        "Other quantities",
        arguments: [
            ("38.5cm", Quantity.length, 385), ("385mm", .length, 385), ("27.2 cm", .head, 272),
            ("36.8C", .temperature, 368), ("36.8°C", .temperature, 368), ("140/min", .heartRate, 140),
            ("97%", .spo2, 97),
        ])
    func others(text: String, quantity: Quantity, stored: Int) throws {
        #expect(try QuantityText(text, as: quantity).stored == stored)
    }

    @Test(
        "Everything else is refused with the reason and the column",
        arguments: [
            ("1520", QuantityText.Problem.noUnit(.weight)), ("1.5", .noUnit(.weight)), ("", .empty),
            ("1,52kg", .decimalComma(column: 2)), ("1,250g", .decimalComma(column: 2)),
            ("1520,g", .decimalComma(column: 5)), ("1520.5g", .surplusDigits(column: 6, unit: "g", decimals: 0)),
            ("1.5205kg", .surplusDigits(column: 6, unit: "kg", decimals: 3)), ("１５２０g", .foreignDigit(column: 1)),
            ("15２0g", .foreignDigit(column: 3)), ("١٥٢٠g", .foreignDigit(column: 1)), ("-5g", .negative(column: 1)),
            ("1520mg", .unknownUnit("mg", column: 5, .weight)), ("g", .notANumber(column: 1)),
            ("1.g", .notANumber(column: 3)), ("1520g 3", .unknownUnit("3", column: 7, .weight)),
            ("1e3g", .unknownUnit("e", column: 2, .weight)), ("9999999999999g", .tooLong(column: 1)),
        ])
    func refused(text: String, problem: QuantityText.Problem) {
        #expect(throws: problem) { try QuantityText(text, as: .weight) }
    }

    @Test("Every gram from 200 to 8000 survives kilograms and back")
    func everyGram() throws {
        for grams in 200...8000 {
            let kilograms = FixedDecimal(significand: Int64(grams), decimals: 3).text + "kg"
            let stored = try QuantityText(kilograms, as: .weight).stored
            #expect(stored == grams, "\(kilograms)")
        }
    }
}
