#if Server
    internal import Crypto
    internal import NICUCore

    /// One token as it is kept: its digest and what it may do, never the token itself.
    struct Token: Sendable, Hashable {
        /// The beginning of the digest, by which people name it.
        var id: String { String(digest.prefix(12)) }
        /// SHA-256 in hexadecimal digits.
        let digest: String
        let name: String
        let login: String
        let scopes: Set<Scope>
        let made: Instant
        let ends: Instant

        /// Makes a token of 256 random bits, and the secret that its owner keeps.
        static func make(name: String, login: String, scopes: Set<Scope>, now: Instant, days: Int) -> (Token, String) {
            var generator = SystemRandomNumberGenerator()
            let bytes = (0..<4).flatMap { _ in withUnsafeBytes(of: generator.next(), Array.init) }
            let secret = "nicu_" + Hexadecimal.text(bytes)
            let token = Token(
                digest: digest(of: secret), name: name, login: login, scopes: scopes, made: now,
                ends: now + Int64(days) * 86_400)
            return (token, secret)
        }

        /// What of a secret is kept.
        static func digest(of secret: String) -> String {
            Hexadecimal.text(Array(SHA256.hash(data: Array(secret.utf8))))
        }

        /// The line of the file.
        var json: JSON {
            [
                "sha256": .string(digest), "name": .string(name), "login": .string(login),
                "scopes": .array(scopes.map(\.rawValue).sorted().map { .string($0) }), "made": .integer(made.seconds),
                "ends": .integer(ends.seconds),
            ]
        }

        /// The same for people, without the digest.
        var shown: JSON {
            [
                "id": .string(id), "name": .string(name), "login": .string(login),
                "scopes": .array(scopes.map(\.rawValue).sorted().map { .string($0) }),
                "made": .string(made.text()), "ends": .string(ends.text()),
            ]
        }

        init(digest: String, name: String, login: String, scopes: Set<Scope>, made: Instant, ends: Instant) {
            self.digest = digest
            self.name = name
            self.login = login
            self.scopes = scopes
            self.made = made
            self.ends = ends
        }

        /// Reads a line; nil for anything that was not written by this program.
        init?(_ json: JSON) {
            let words = json["scopes"]?.elements.map { $0.string.flatMap(Scope.init(rawValue:)) } ?? []
            guard json.members.count == 6, let digest = json["sha256"]?.string, digest.utf8.count == 64,
                let name = json["name"]?.string, let login = json["login"]?.string, !words.isEmpty,
                let made = json["made"]?.integer, let ends = json["ends"]?.integer
            else { return nil }
            let scopes = words.compactMap(\.self)
            guard scopes.count == words.count else { return nil }
            self.init(
                digest: digest, name: name, login: login, scopes: Set(scopes), made: Instant(seconds: made),
                ends: Instant(seconds: ends))
        }
    }
#endif
