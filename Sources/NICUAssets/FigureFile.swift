/// A CSV file of figures: `#key=value` lines, a header line, and rows.
///
/// Read as bytes and strictly: lines end with a line feed, fields are not quoted, no field is empty, no line is blank.
struct FigureFile {
    /// The file's name for messages.
    let path: String
    let bytes: UnsafeRawBufferPointer
    /// What the rows are.
    let model: ReferenceModel
    /// The names in the header line.
    let columns: [String]
    /// The number of the header line.
    let headerLine: Int
    /// The `#key=value` lines with the number of each line.
    private let settings: [String: (value: String, line: Int)]
    /// Where the first row begins.
    private let firstRow: Int
    /// The line number of the first row.
    private let firstRowLine: Int

    /// What a header line has to be.
    enum Header: ExpressibleByStringLiteral {
        case exactly(String)
        case beginning(String)

        init(stringLiteral text: String) { self = .exactly(text) }

        func allows(_ line: String) -> Bool {
            switch self {
            case .exactly(let text): line == text
            case .beginning(let text): line.hasPrefix(text)
            }
        }

        var text: String {
            switch self {
            case .exactly(let text): text
            case .beginning(let text): text + "…"
            }
        }
    }

    /// Reads the settings and the header; every setting has to be among `known`.
    init(path: String, bytes: UnsafeRawBufferPointer, known: Set<String>, headers: [ReferenceModel: Header])
        throws(AssetProblem)
    {
        var settings: [String: (value: String, line: Int)] = [:]
        var start = 0
        var line = 1
        while start < bytes.count, bytes[start] == UInt8(ascii: "#") {
            let end = FigureFile.endOfLine(bytes, from: start)
            let text = FigureFile.text(bytes, start + 1, end)
            let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard parts.count == 2 else {
                throw AssetProblem(path: path, line: line, column: 1, reason: "a setting is written #key=value")
            }
            let key = String(parts[0])
            guard known.contains(key) else {
                throw AssetProblem(path: path, line: line, column: 2, reason: "unknown setting '\(key)'")
            }
            guard settings.updateValue((String(parts[1]), line), forKey: key) == nil else {
                throw AssetProblem(path: path, line: line, column: 2, reason: "setting '\(key)' stands twice")
            }
            start = end + 1
            line += 1
        }
        let end = FigureFile.endOfLine(bytes, from: min(start, bytes.count))
        guard let named = settings["model"] else {
            throw AssetProblem(path: path, reason: "setting 'model' is missing")
        }
        guard let model = ReferenceModel(rawValue: named.value), let header = headers[model] else {
            let words = headers.keys.map(\.rawValue).sorted().joined(separator: ", ")
            throw AssetProblem(
                path: path, line: named.line, column: 8, reason: "'\(named.value)' is none of \(words)")
        }
        let found = FigureFile.text(bytes, min(start, bytes.count), end)
        guard start < bytes.count, header.allows(found) else {
            throw AssetProblem(path: path, line: line, column: 1, reason: "the header is to be '\(header.text)'")
        }
        self.model = model
        columns = found.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        headerLine = line
        self.path = path
        self.bytes = bytes
        self.settings = settings
        firstRow = end + 1
        firstRowLine = line + 1
    }

    /// The text of a setting.
    func setting(_ key: String) throws(AssetProblem) -> String {
        guard let setting = settings[key] else {
            throw AssetProblem(path: path, reason: "setting '\(key)' is missing")
        }
        return setting.value
    }

    /// The text of a setting; nil where it is missing.
    func optional(_ key: String) -> String? { settings[key]?.value }

    /// A problem with the value of a setting.
    func problem(setting key: String, _ reason: String) -> AssetProblem {
        AssetProblem(path: path, line: settings[key]?.line, column: key.utf8.count + 3, reason: reason)
    }

    /// A setting that is one of a fixed set of words.
    func setting<Word: RawRepresentable<String> & CaseIterable>(
        _ key: String, as type: Word.Type
    ) throws(AssetProblem) -> Word {
        let text = try setting(key)
        guard let word = Word(rawValue: text) else {
            let words = Word.allCases.map(\.rawValue).joined(separator: ", ")
            throw problem(setting: key, "'\(text)' is none of \(words)")
        }
        return word
    }

    /// A setting that is a number.
    func number(_ key: String) throws(AssetProblem) -> Double {
        let text = try setting(key)
        guard let number = Double(text), number.isFinite else {
            throw problem(setting: key, "'\(text)' is not a number")
        }
        return number
    }

    /// The line number of a row, counted from 0.
    func line(ofRow row: Int) -> Int { firstRowLine + row }

    /// Calls `body` once per row with the bounds of its line and the row's number, counted from 0.
    func forEachRow(_ body: (_ start: Int, _ end: Int, _ row: Int) throws(AssetProblem) -> Void) throws(AssetProblem) {
        var start = firstRow
        var row = 0
        while start < bytes.count {
            let end = FigureFile.endOfLine(bytes, from: start)
            try body(start, end, row)
            start = end + 1
            row += 1
        }
    }

    /// The fields of one line as texts; exactly `count` of them.
    func fields(_ start: Int, _ end: Int, row: Int, count: Int) throws(AssetProblem) -> [String] {
        let fields = FigureFile.text(bytes, start, end).split(separator: ",", omittingEmptySubsequences: false)
        guard fields.count == count else {
            throw AssetProblem(
                path: path, line: line(ofRow: row), column: 1, reason: "\(fields.count) fields instead of \(count)")
        }
        return fields.map(String.init)
    }

    /// The place of a field for a message; rows and fields are counted from 0.
    func problem(row: Int, field: Int, _ reason: String) -> AssetProblem {
        var start = firstRow
        for _ in 0..<row { start = FigureFile.endOfLine(bytes, from: start) + 1 }
        var place = start
        for _ in 0..<field {
            while place < bytes.count, bytes[place] != UInt8(ascii: ",") { place += 1 }
            place += 1
        }
        return AssetProblem(path: path, line: line(ofRow: row), column: place - start + 1, reason: reason)
    }

    /// A problem at a byte of a row's line.
    func problem(row: Int, lineStart: Int, at place: Int, _ reason: String) -> AssetProblem {
        AssetProblem(path: path, line: line(ofRow: row), column: place - lineStart + 1, reason: reason)
    }

    static func endOfLine(_ bytes: UnsafeRawBufferPointer, from start: Int) -> Int {
        var end = start
        while end < bytes.count, bytes[end] != UInt8(ascii: "\n") { end += 1 }
        return end
    }

    static func text(_ bytes: UnsafeRawBufferPointer, _ start: Int, _ end: Int) -> String {
        String(decoding: bytes[start..<end], as: UTF8.self)
    }
}
