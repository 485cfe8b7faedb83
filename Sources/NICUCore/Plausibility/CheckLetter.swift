/// The letter that stands beside an infant's code on its band, so that a code that was misread or mistyped shows.
///
/// Every character has a value (the hyphen 0, a–z 1–26, 0–9 27–36); from the left the sum is doubled and the next value
/// added, modulo 23; the rest names one of 23 letters without I, O and Q. One character changed, or two neighbours
/// exchanged, change it unless their values differ by 23.
public enum CheckLetter {
    /// The letters by the rest of the sum.
    public static let letters: [Character] = Array("ABCDEFGHJKLMNPRSTUVWXYZ")

    /// The letter of a code.
    public static func of(_ code: InfantCode) -> Character {
        letters[code.text.utf8.reduce(0) { ($0 * 2 + value($1)) % letters.count }]
    }

    /// Whether what was typed or scanned is the letter of a code, in either case and of either width.
    public static func fits(_ typed: String, _ code: InfantCode) -> Bool {
        typed.count == 1 && typed.narrowed.uppercased() == String(of(code))
    }

    /// Whether a band names the infant: its letter alone, or code and letter as a scanner reads them.
    public static func fits(band: String, _ code: InfantCode) -> Bool {
        let words = band.split(separator: " ").map(String.init)
        guard let letter = words.last, fits(letter, code) else { return false }
        return words.count == 1 || words.count == 2 && words[0].narrowed.lowercased() == code.text
    }

    /// What the band's DataMatrix says and what a round takes: the code, a space, the letter.
    public static func bandText(_ code: InfantCode) -> String { "\(code.text) \(of(code))" }

    private static func value(_ byte: UInt8) -> Int {
        switch byte {
        case 0x61...0x7A: Int(byte) - 0x60
        case 0x30...0x39: Int(byte) - 0x30 + 27
        default: 0
        }
    }
}
