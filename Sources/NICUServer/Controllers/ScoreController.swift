#if Server
    internal import HTTPTypes
    internal import Hummingbird
    internal import HummingbirdCore
    internal import NICUCore
    internal import NICUExport
    internal import NIOCore

    /// Figures of growth for values that the caller brings; nothing about an infant is read.
    struct ScoreController: Sendable {
        let ward: Ward
        private static let mostRows = 10_000

        var routes: [Route] {
            [
                Route(
                    method: .post, path: "/api/v1/score", id: "score",
                    summary: "z, centile, band and status for every row 批量计算 z 值", permission: .scoring,
                    body: Schemas.scoreBody(mostRows: ScoreController.mostRows),
                    answer: ("application/json", Schemas.scoreAnswer),
                    problems: [.badBody, .unknownMember, .badMember, .unsupportedMediaType, .tooLarge]
                ) { asking in
                    let body = try await asking.object(["rows"])
                    guard case .array(let rows)? = body["rows"], rows.count <= ScoreController.mostRows else {
                        throw Problem(.badMember, word: "rows")
                    }
                    var read: [ScoreRow] = []
                    read.reserveCapacity(rows.count)
                    for row in rows { read.append(try ScoreController.row(row)) }
                    let answers = try await ward.score(read)
                    let json: JSON = ["rows": .array(answers.map(ScoreController.json))]
                    return .json(ByteBuffer(string: json.text))
                }
            ]
        }

        private static let names: Set = ["reference", "sex", "measure", "ageDays", "value", "unit", "lengthCm"]

        private static func row(_ json: JSON) throws(Problem) -> ScoreRow {
            guard case .object(let members) = json else { throw Problem(.badMember, word: "rows") }
            for member in members where !names.contains(member.name) {
                throw Problem(.unknownMember, word: String(member.name.prefix(64)))
            }
            func word(_ name: String) throws(Problem) -> String {
                guard let text = json[name]?.string, text.utf8.count <= 100 else {
                    throw Problem(.badMember, word: name)
                }
                return text
            }
            // A number keeps the digits that were written; it never passes through a Double here.
            func digits(_ name: String) throws(Problem) -> String? {
                switch json[name] {
                case nil, .null?: return nil
                case .integer?, .decimal?: return json[name]?.text
                default: throw Problem(.badMember, word: name)
                }
            }
            guard let value = try digits("value") else { throw Problem(.badMember, word: "value") }
            return ScoreRow(
                reference: try word("reference"), sex: try word("sex"), measure: try word("measure"),
                ageDays: try digits("ageDays"), value: value, unit: try word("unit"), lengthCm: try digits("lengthCm"))
        }

        private static func json(_ answer: ScoreRow.Answer) -> JSON {
            [
                "z": .optional(answer.z), "centile": .optional(answer.centile), "band": .optional(answer.band),
                "status": .string(answer.status),
            ]
        }
    }
#endif
