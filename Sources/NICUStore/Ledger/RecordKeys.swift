internal import Crypto
internal import Foundation
internal import Glibc
internal import NICUCore

/// The two keys of a record, kept in a folder of their own: one seals erasable text, one signs the anchor.
struct RecordKeys: Sendable {
    let sealing: SymmetricKey
    let signing: Curve25519.Signing.PrivateKey

    private static let sealingName = "sealing.key"
    private static let signingName = "signing.key"
    private static let publicName = "signing.pub"

    /// Makes new keys and writes them, 0600 in a folder 0700.
    static func create(in folder: String) throws -> RecordKeys {
        try Files.privateFolder(folder)
        let keys = RecordKeys(sealing: SymmetricKey(size: .bits256), signing: Curve25519.Signing.PrivateKey())
        let sealing = keys.sealing.withUnsafeBytes { Hexadecimal.text($0) }
        try Files.write(Array((sealing + "\n").utf8), to: folder + "/" + sealingName)
        try Files.write(
            Array((Hexadecimal.text(keys.signing.rawRepresentation) + "\n").utf8), to: folder + "/" + signingName)
        try Files.write(
            Array((Hexadecimal.text(keys.signing.publicKey.rawRepresentation) + "\n").utf8),
            to: folder + "/" + publicName)
        return keys
    }

    /// Takes back keys whose record never came to be.
    static func remove(from folder: String) {
        for name in [sealingName, signingName, publicName] { unlink(folder + "/" + name) }
        rmdir(folder)
    }

    /// Reads the keys; nil when the folder is not there.
    static func load(from folder: String) throws -> RecordKeys? {
        guard Files.exists(folder + "/" + sealingName) else { return nil }
        try Files.checkFolder(folder)
        for name in [sealingName, signingName] { try Files.checkFile(folder + "/" + name) }
        guard let sealing = read(folder + "/" + sealingName), let signing = read(folder + "/" + signingName),
            sealing.count == 32,
            let key = try? Curve25519.Signing.PrivateKey(rawRepresentation: signing)
        else { throw RecordProblem.keysUnreadable(path: folder) }
        // A key of another record would sign heads that nobody can verify.
        if let known = publicKey(in: folder), known.rawRepresentation != key.publicKey.rawRepresentation {
            throw RecordProblem.keysUnreadable(path: folder)
        }
        return RecordKeys(sealing: SymmetricKey(data: sealing), signing: key)
    }

    /// The public half alone, for verifying without the secret.
    static func publicKey(in folder: String) -> Curve25519.Signing.PublicKey? {
        read(folder + "/" + publicName).flatMap { try? Curve25519.Signing.PublicKey(rawRepresentation: $0) }
    }

    private static func read(_ path: String) -> [UInt8]? {
        guard let text = try? String(contentsOfFile: path, encoding: .utf8) else { return nil }
        return Hexadecimal.bytes(text.trimmingCharacters(in: .whitespacesAndNewlines))
    }

    /// Seals a text under a fresh salt, or under the one it already has elsewhere.
    func seal(_ text: String, salt known: [UInt8]? = nil) throws -> SealedBox {
        var generator = SystemRandomNumberGenerator()
        let salt = known ?? (0..<4).flatMap { _ in withUnsafeBytes(of: generator.next(), Array.init) }
        let box = try ChaChaPoly.seal(Array(text.utf8), using: sealing).combined
        return SealedBox(digest: Digest.sha256(salt + Array(text.utf8)), salt: salt, box: Array(box))
    }

    /// Opens a sealed text; nil when it does not belong to this key.
    func open(_ box: [UInt8]) -> String? {
        guard let sealed = try? ChaChaPoly.SealedBox(combined: box),
            let bytes = try? ChaChaPoly.open(sealed, using: sealing)
        else { return nil }
        return String(decoding: bytes, as: UTF8.self)
    }
}

/// One erasable text as it lies in the record.
struct SealedBox: Sendable {
    let digest: [UInt8]
    let salt: [UInt8]?
    let box: [UInt8]?
}

/// SHA-256, the ledger's digest.
enum Digest {
    static func sha256(_ bytes: [UInt8]) -> [UInt8] { Array(SHA256.hash(data: bytes)) }
    /// What the first entry names as its predecessor.
    static let none = [UInt8](repeating: 0, count: 32)
}
