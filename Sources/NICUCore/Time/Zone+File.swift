extension Zone {
    /// Why the bytes of a zone file cannot be used.
    public enum FileProblem: Error, Sendable, Equatable {
        /// Not a version 2 or later TZif file, or cut short.
        case unreadable
        /// The file ends with a daylight-saving rule in a form this reader does not know.
        case rule(String)
    }

    /// Reads a compiled zone file (RFC 8536, version 2 and later), with its closing rule written out up to 2099.
    ///
    /// Offsets that are not whole minutes (before about 1920) are rounded towards zero.
    public init(name: String, file bytes: [UInt8]) throws(FileProblem) {
        var reader = TZifReader(bytes: bytes)
        let first = try reader.header()
        try reader.skip(first.bodySize(timeSize: 4))
        let second = try reader.header()
        let times = try reader.integers(second.timeCount, size: 8)
        let kinds = try reader.take(second.timeCount)
        var offsets: [Int] = []
        for _ in 0..<second.typeCount {
            offsets.append(Int(try reader.integers(1, size: 4)[0]) / 60)
            try reader.skip(2)
        }
        try reader.skip(second.charCount + second.leapCount * 12 + second.standardCount + second.universalCount)
        guard !offsets.isEmpty, kinds.allSatisfy({ Int($0) < offsets.count }) else { throw .unreadable }
        var changes: [Change] = []
        for (time, kind) in zip(times, kinds) {
            changes.append(Change(instant: Instant(seconds: time), offset: offsets[Int(kind)]))
        }
        let footer = try reader.footer()
        let rule = try PosixRule(footer)
        if let rule { changes += rule.changes(after: changes.last?.instant ?? Instant(seconds: .min / 2)) }
        self.init(name: name, initialOffset: offsets[0], changes: changes)
    }
}

private struct TZifReader {
    let bytes: [UInt8]
    var position = 0

    struct Header {
        let universalCount, standardCount, leapCount, timeCount, typeCount, charCount: Int

        func bodySize(timeSize: Int) -> Int {
            timeCount * timeSize + timeCount + typeCount * 6 + charCount + leapCount * (timeSize + 4)
                + standardCount + universalCount
        }
    }

    init(bytes: [UInt8]) { self.bytes = bytes }

    mutating func take(_ count: Int) throws(Zone.FileProblem) -> ArraySlice<UInt8> {
        guard count >= 0, count <= bytes.count - position else { throw .unreadable }
        defer { position += count }
        return bytes[position..<position + count]
    }

    mutating func skip(_ count: Int) throws(Zone.FileProblem) { _ = try take(count) }

    mutating func integers(_ count: Int, size: Int) throws(Zone.FileProblem) -> [Int64] {
        guard count <= bytes.count else { throw .unreadable }
        var result: [Int64] = []
        for _ in 0..<count {
            var value: UInt64 = 0
            for byte in try take(size) { value = value << 8 | UInt64(byte) }
            result.append(size == 8 ? Int64(bitPattern: value) : Int64(Int32(truncatingIfNeeded: value)))
        }
        return result
    }

    mutating func header() throws(Zone.FileProblem) -> Header {
        guard Array(try take(4)) == Array("TZif".utf8), try take(1).first ?? 0 >= UInt8(ascii: "2") else {
            throw .unreadable
        }
        try skip(15)
        let counts = try integers(6, size: 4).map(Int.init)
        guard counts.allSatisfy({ $0 >= 0 && $0 < 100_000 }) else { throw .unreadable }
        return Header(
            universalCount: counts[0], standardCount: counts[1], leapCount: counts[2], timeCount: counts[3],
            typeCount: counts[4], charCount: counts[5])
    }

    mutating func footer() throws(Zone.FileProblem) -> String {
        let rest = bytes[position...]
        guard rest.count >= 2, rest.first == 0x0A, rest.last == 0x0A else { throw .unreadable }
        return String(decoding: rest.dropFirst().dropLast(), as: UTF8.self)
    }
}
