internal import Crypto
public import NICUCore

/// The secret of a record from which offsets and pseudonyms of its research exports are made, and nothing else.
///
/// Every use has a label of its own and length-prefixed parts, so that no two uses ever digest the same bytes.
public struct ResearchSecret: Sendable {
    private let key: SymmetricKey

    /// Takes thirty-two bytes; nil for any other count.
    public init?(bytes: [UInt8]) {
        guard bytes.count == 32 else { return nil }
        key = SymmetricKey(data: bytes)
    }

    /// The days by which a course may be moved back; never forward, since every record refuses a fact in the future.
    ///
    /// A choice of this program: beyond one year, so that no season, holiday or year of practice can be read off, and
    /// within four, so that the data stay near the practice they come from.
    public static let shiftRange = 366...1461

    private func digest(_ label: String, _ parts: [UInt8]...) -> [UInt8] {
        var mac = HMAC<SHA256>(key: key)
        for part in [Array("nicu-research/1/\(label)".utf8)] + parts {
            mac.update(data: withUnsafeBytes(of: UInt32(part.count).bigEndian, Array.init))
            mac.update(data: part)
        }
        return Array(mac.finalize())
    }

    /// By how many days everything about the infants of one birth is moved back; `first` is the one registered first.
    public func shiftDays(ofBirth first: InfantID) -> Int {
        let number = digest("shift", first.id.bytes).prefix(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        return ResearchSecret.shiftRange.lowerBound + Int(number % UInt64(ResearchSecret.shiftRange.count))
    }

    /// The code of an infant in every export made with this secret; infants of one birth differ in the first letter.
    public func code(of infant: InfantID, place: Int) -> InfantCode? {
        let letters = Array("rstuvwxyzabcdefghijklmnopq")
        return InfantCode(String(letters[place % letters.count]) + base32(digest("code", infant.id.bytes), 12))
    }

    /// What stands for an entry or an operation of one infant.
    ///
    /// The same original gives another one beside another infant: an act that several share would tell their offsets apart.
    func identifier(_ label: String, _ id: Identifier, of infant: InfantID) -> Identifier {
        var bytes = Array(digest(label, infant.id.bytes, id.bytes).prefix(16))
        // Version 8 of RFC 9562: made by a rule of our own, with no time in it.
        bytes[6] = 0x80 | bytes[6] & 0x0F
        bytes[8] = 0x80 | bytes[8] & 0x3F
        return Identifier(bytes: bytes) ?? infant.id
    }

    /// What stands for a login beside one infant; another one beside the next, for the same reason.
    func login(_ login: String, of infant: InfantID) -> String {
        "clinician-" + base32(digest("login", infant.id.bytes, Array(login.utf8)), 8)
    }

    /// Exports with the same series have the same pseudonyms and offsets.
    public var series: String { base32(digest("series"), 8) }

    /// The first letters of RFC 4648 base 32 in lower case; five bits a letter.
    private func base32(_ bytes: [UInt8], _ count: Int) -> String {
        let alphabet = Array("abcdefghijklmnopqrstuvwxyz234567")
        var (bits, held) = (0, 0)
        var text = ""
        for byte in bytes where text.count < count {
            (bits, held) = ((bits << 8 | Int(byte)) & 0xFFFF, held + 8)
            while held >= 5, text.count < count {
                held -= 5
                text.append(alphabet[bits >> held & 31])
            }
        }
        return text
    }
}

extension ResearchSecret: CustomStringConvertible {
    /// Never the bytes.
    public var description: String { "‹secret›" }
}
