#if Server
    internal import HTTPTypes
    internal import Hummingbird
    internal import HummingbirdCore
    internal import NICUCore
    internal import NICUExport
    internal import NICUStore
    internal import Synchronization

    /// Knows a caller by `Authorization: Bearer`.
    ///
    /// The file is read again as soon as it changes, so that a token that was revoked ends at once; one that cannot be
    /// read lets nobody in.
    final class TokenAccess: Access {
        private struct State {
            var stamp: PrivateFile.Stamp?
            var tokens: [String: Token] = [:]
        }

        private let file: TokenFile
        private let ward: Ward
        private let state: Mutex<State>

        init(file path: String, ward: Ward) throws {
            file = TokenFile(path: path)
            self.ward = ward
            state = Mutex(State())
            _ = try file.tokens()
        }

        func caller(of request: Request) async throws -> Caller {
            guard let secret = TokenAccess.bearer(request), let token = try token(of: secret) else {
                throw Problem(.unauthorized)
            }
            guard token.ends > ward.now else { throw Problem(.unauthorized) }
            guard let role = try await ward.role(of: token.login) else { throw Problem(.unauthorized) }
            return Caller(login: token.login, role: role, scopes: token.scopes)
        }

        private static func bearer(_ request: Request) -> String? {
            guard let text = request.headers[.authorization] else { return nil }
            let parts = text.split(separator: " ", maxSplits: 1)
            guard parts.count == 2, parts[0].lowercased() == "bearer", parts[1].utf8.count <= 200 else { return nil }
            return String(parts[1])
        }

        private func token(of secret: String) throws -> Token? {
            let digest = Token.digest(of: secret)
            let stamp = file.stamp
            return try state.withLock { state in
                if stamp != state.stamp || stamp == nil {
                    let tokens = try file.tokens()
                    state.tokens = Dictionary(tokens.map { ($0.digest, $0) }, uniquingKeysWith: { _, last in last })
                    state.stamp = stamp
                }
                return state.tokens[digest]
            }
        }
    }
#endif
