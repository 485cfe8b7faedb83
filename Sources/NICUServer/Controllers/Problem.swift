#if Server
    internal import HTTPTypes
    internal import Hummingbird
    internal import HummingbirdCore
    internal import NICUCore
    internal import NICUExport
    internal import NIOCore

    /// A refusal as RFC 9457 writes it: a stable type, a title and, where it helps, a sentence; in English and in Chinese.
    struct Problem: Error, Sendable {
        let kind: ServerProblem
        /// The sentence in both languages; nil where the title says it all, or where it could tell too much.
        var detail: (en: String, zh: String)?
        var headers = HTTPFields()

        /// A problem whose sentence, if any, names a word of the request or of the service.
        init(_ kind: ServerProblem, word: String? = nil) {
            self.kind = kind
            detail = word.map { word in
                (Wording(.en).serverProblem(kind, word: word), Wording(.zh).serverProblem(kind, word: word))
            }
            switch kind {
            case .unauthorized: headers[.wwwAuthenticate] = "Bearer realm=\"nicu\""
            case .busy, .stopping: headers[.retryAfter] = "1"
            default: break
            }
        }

        /// A problem with a sentence of the wording.
        init(_ kind: ServerProblem, _ sentence: (Wording) -> String, zone: Zone = .utc) {
            self.kind = kind
            detail = (sentence(Wording(.en, zone: zone)), sentence(Wording(.zh, zone: zone)))
        }

        /// A moment that cannot be asked about.
        init(asking problem: AskedMoments.Problem, zone: Zone) {
            if case .ahead = problem {
                self.init(.momentAhead, { $0.asked(problem) }, zone: zone)
            } else {
                self.init(.badParameter, { $0.asked(problem) }, zone: zone)
            }
        }

        /// What the record refused; a fault of the record itself keeps its sentence, which may name files, to the log.
        init(_ problem: RecordProblem) {
            switch problem {
            case .badCode: self.init(.badCode) { $0.problem(problem) }
            case .unknownInfant(let code, _):
                // Codes that look alike are for those at the bedside.
                self.init(.unknownInfant) { $0.problem(.unknownInfant(code: code, similar: [])) }
            case .positionAhead: self.init(.positionAhead) { $0.problem(problem) }
            case .rules, .reference: self.init(.unknownName) { $0.problem(problem) }
            case .busy: self.init(.busy)
            case .roleForbids, .unknownClinician, .retiredClinician: self.init(.roleForbids)
            case .recordMissing, .notARecord, .newerSchema, .notWritable, .folderOpenToOthers, .fileOpenToOthers,
                .pragma,
                .diskFull, .damaged, .database, .keysMissing, .keysUnreadable, .anchorAhead, .anchorDisagrees:
                self.init(.recordUnavailable)
            default: self.init(.refused) { $0.problem(problem) }
            }
        }

        /// Whatever was thrown, as a problem.
        init(_ error: any Error) {
            switch error {
            case let problem as Problem: self = problem
            case let problem as RecordProblem: self.init(problem)
            case let problem as RuleFileProblem: self.init(.unknownName, { $0.ruleFile(problem) })
            case is NIOTooManyBytesError: self.init(.tooLarge)
            case is CancellationError: self.init(.timeout)
            case let error as any HTTPResponseError:
                switch error.status {
                case .notFound: self.init(.notFound)
                case .contentTooLarge: self.init(.tooLarge)
                case let status where status.code >= 500: self.init(.internalError)
                default: self.init(.badRequest)
                }
            default: self.init(.internalError)
            }
        }

        /// The body.
        var json: JSON {
            let titles = (Wording(.en).serverProblem(kind), Wording(.zh).serverProblem(kind))
            var members: [JSON.Member] = [
                .init("type", .string(kind.type)), .init("title", .string(titles.0)),
                .init("titleZh", .string(titles.1)),
                .init("status", .integer(Int64(kind.status))),
            ]
            if let detail {
                members += [.init("detail", .string(detail.en)), .init("detailZh", .string(detail.zh))]
            }
            return .object(members)
        }

        /// The whole answer.
        var response: Response {
            var headers = headers
            headers[.contentType] = "application/problem+json"
            if kind == .stopping { headers[.connection] = "close" }
            return Response(
                status: .init(code: kind.status), headers: headers,
                body: ResponseBody(byteBuffer: ByteBuffer(string: json.text)))
        }
    }
#endif
