#if Server
    internal import HTTPTypes
    internal import Hummingbird
    internal import HummingbirdCore
    internal import NICUCore
    internal import NICUExport
    internal import NICUStore

    /// The parameters of a request: each known to its route, each at most once.
    struct Query: Sendable {
        private let values: [String: String]

        /// Reads the query of a request; `+` stays itself, since offsets from UTC are written with it.
        ///
        /// - Throws: ``Problem`` for a name that the route does not know, one that stands twice, or text that is no UTF-8.
        init(_ request: Request, allowing names: [String]) throws(Problem) {
            var values: [String: String] = [:]
            for part in (request.uri.query ?? "").split(separator: "&", omittingEmptySubsequences: true) {
                let pair = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
                guard let name = Query.decoded(pair[0]), names.contains(name) else { throw Problem(.unknownParameter) }
                guard values[name] == nil, pair.count == 2, let value = Query.decoded(pair[1]), !value.isEmpty,
                    value.utf8.count <= 200,
                    !value.unicodeScalars.contains(where: { $0.value < 0x20 || $0.value == 0x7F })
                else { throw Problem(.badParameter, word: name) }
                values[name] = value
            }
            self.values = values
        }

        subscript(name: String) -> String? { values[name] }

        /// Everything that was asked, in one order.
        var ordered: [String] { values.sorted { $0.key < $1.key }.flatMap { [$0.key, $0.value] } }

        /// Whether the answer is the same whenever it is asked.
        var namesBothMoments: Bool { values["as-of"] != nil && values["known-at"] != nil }

        /// Yes or no; no where nothing was said.
        func flag(_ name: String) throws(Problem) -> Bool {
            switch values[name] {
            case nil, "false"?: false
            case "true"?: true
            default: throw Problem(.badParameter, word: name)
            }
        }

        /// A whole number; nil where nothing was said.
        func number(_ name: String, _ range: ClosedRange<Int>) throws(Problem) -> Int? {
            guard let text = values[name] else { return nil }
            guard text.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let number = Int(text), range.contains(number)
            else { throw Problem(.badParameter, word: name) }
            return number
        }

        /// A text with its percent signs resolved; nil where they, or the UTF-8, are broken.
        static func decoded(_ text: some StringProtocol) -> String? {
            var bytes: [UInt8] = []
            var rest = Array(text.utf8)[...]
            while let byte = rest.popFirst() {
                guard byte == UInt8(ascii: "%") else {
                    bytes.append(byte)
                    continue
                }
                guard rest.count >= 2, let pair = Hexadecimal.bytes(String(decoding: rest.prefix(2), as: UTF8.self))
                else {
                    return nil
                }
                bytes += pair
                rest = rest.dropFirst(2)
            }
            return String(validating: bytes, as: UTF8.self)
        }
    }

    extension Ward.Reading {
        /// The two moments of a question; the first nil where none was named.
        func moments(_ query: Query) throws -> (asOf: Moment?, knownAt: KnownAt) {
            let asked = asked
            do throws(AskedMoments.Problem) {
                var asOf: Moment?
                if let text = query["as-of"] { asOf = try asked.pastMoment(text) }
                return (asOf, try asked.knownAt(query["known-at"]))
            } catch {
                throw Problem(asking: error, zone: store.clock.zone)
            }
        }
    }
#endif
