#if Server
    internal import NICUCore
    internal import NICUStore

    /// The file of tokens beside the keys: one JSON line a token, readable by its owner alone.
    struct TokenFile: Sendable {
        private let file: PrivateFile

        init(path: String) { file = PrivateFile(path: path) }

        /// The state of the file now; nil where there is none.
        var stamp: PrivateFile.Stamp? { file.stamp }

        /// The tokens of the file; none where there is no file.
        ///
        /// - Throws: for a file that others can read, and for a line that cannot be read.
        func tokens() throws -> [Token] {
            try (file.read() ?? []).split(separator: UInt8(ascii: "\n")).map { line in
                guard let json = try? JSON(bytes: Array(line)), let token = Token(json) else {
                    throw RecordProblem.keysUnreadable(path: file.path)
                }
                return token
            }
        }

        /// Changes the tokens under a lock and puts a whole new file in the place of the old one.
        func change<T>(_ body: (inout [Token]) throws -> T) throws -> T {
            try file.locked {
                var tokens = try tokens()
                let result = try body(&tokens)
                try file.replace(with: tokens.flatMap { Array(($0.json.text + "\n").utf8) })
                return result
            }
        }
    }
#endif
