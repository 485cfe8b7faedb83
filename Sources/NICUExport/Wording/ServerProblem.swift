/// What the service refuses, each with a stable name and an HTTP status; the sentences stand in ``Wording``.
public enum ServerProblem: String, Sendable, Hashable, CaseIterable {
    case badRequest = "bad-request"
    case unauthorized
    case missingScope = "missing-scope"
    case roleForbids = "role-forbids"
    case notFound = "not-found"
    case methodNotAllowed = "method-not-allowed"
    case badCode = "bad-code"
    case unknownInfant = "unknown-infant"
    case unknownParameter = "unknown-parameter"
    case badParameter = "bad-parameter"
    case badBody = "bad-body"
    case unknownMember = "unknown-member"
    case badMember = "bad-member"
    case unsupportedMediaType = "unsupported-media-type"
    case tooLarge = "too-large"
    case momentAhead = "moment-ahead"
    case positionAhead = "position-ahead"
    case unknownName = "unknown-name"
    case noBirth = "no-birth"
    case refused
    case busy
    case stopping
    case timeout
    case recordUnavailable = "record-unavailable"
    case internalError = "internal-error"

    /// The problem's type: a name that never changes, not a page to be fetched.
    public var type: String { "urn:nicu:problem:" + rawValue }

    /// The HTTP status.
    public var status: Int {
        switch self {
        case .badRequest, .badCode, .unknownParameter, .badParameter, .badBody, .unknownMember, .badMember: 400
        case .unauthorized: 401
        case .missingScope, .roleForbids: 403
        case .notFound, .unknownInfant: 404
        case .methodNotAllowed: 405
        case .tooLarge: 413
        case .unsupportedMediaType: 415
        case .momentAhead, .positionAhead, .unknownName, .noBirth, .refused: 422
        case .internalError: 500
        case .busy, .stopping, .timeout, .recordUnavailable: 503
        }
    }
}
