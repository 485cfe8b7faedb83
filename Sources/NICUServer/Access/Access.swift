#if Server
    internal import HTTPTypes
    internal import Hummingbird
    internal import HummingbirdCore
    internal import NICUCore
    internal import NICUExport

    /// What a caller may ask for; every route names one.
    enum Scope: String, Sendable, Hashable, CaseIterable {
        /// Answers about infants and the ward.
        case read
        /// Figures of growth for values that the caller brings.
        case score
    }

    /// Who asks.
    struct Caller: Sendable, Hashable {
        /// The login of the clinician, by which the record knows who acts.
        let login: String
        /// The role that the record gives the clinician now.
        let role: RoleGrant.Role
        /// What the token or the session was given.
        let scopes: Set<Scope>
    }

    /// What a route asks of its caller.
    struct Permission: Sendable, Hashable {
        /// The scope; nil where any known caller may ask.
        let scope: Scope?
        /// The act, where the route changes the record; a reader needs none.
        var act: RoleGrant.Act?

        static let known = Permission(scope: nil)
        static let reading = Permission(scope: .read)
        static let scoring = Permission(scope: .score)

        /// Refuses a caller who lacks the scope or whose role forbids the act: the one place where that is decided.
        func check(_ caller: Caller) throws(Problem) {
            if let scope, !caller.scopes.contains(scope) { throw Problem(.missingScope, word: scope.rawValue) }
            if let act, !caller.role.may(act) { throw Problem(.roleForbids, word: act.rawValue) }
        }
    }

    /// Finds out who asks.
    protocol Access: Sendable {
        /// The caller of a request.
        ///
        /// - Throws: ``Problem`` where nobody known asks.
        func caller(of request: Request) async throws -> Caller
    }
#endif
