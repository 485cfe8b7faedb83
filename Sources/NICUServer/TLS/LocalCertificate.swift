#if Server
    internal import Crypto
    internal import Foundation
    internal import Glibc
    internal import NICUCore
    internal import NICUExport
    internal import NICUStore
    internal import NIOSSL
    internal import SwiftASN1
    internal import X509

    /// A certificate that was made here: it encrypts, and vouches for nobody; people compare its fingerprint.
    enum LocalCertificate {
        /// How long one is good: as long as browsers take.
        private static let days = 397

        /// The files of the certificate, made anew where there are none or their time is over.
        static func files(_ settings: ServerSettings) throws -> (certificate: String, key: String) {
            let files = settings.generatedTLS
            if let pem = try? String(contentsOfFile: files.certificate, encoding: .utf8),
                let known = try? Certificate(pemEncoded: pem), known.notValidAfter > Date(),
                FileManager.default.fileExists(atPath: files.key)
            {
                return files
            }
            let key = P256.Signing.PrivateKey()
            let certificate = try make(key, for: settings.address, now: Date())
            try PrivateFile(path: files.key).replace(with: Array((key.pemRepresentation + "\n").utf8))
            let pem = try certificate.serializeAsPEM().pemString + "\n"
            try PrivateFile(path: files.certificate).replace(with: Array(pem.utf8))
            return files
        }

        private static func make(_ key: P256.Signing.PrivateKey, for address: String, now: Date) throws -> Certificate {
            let name = try DistinguishedName { CommonName("nicu-server") }
            var bytes = in_addr()
            var names: [GeneralName] = [
                .dnsName("localhost"), .ipAddress(ASN1OctetString(contentBytes: [127, 0, 0, 1])),
                .ipAddress(ASN1OctetString(contentBytes: ArraySlice([UInt8](repeating: 0, count: 15) + [1]))),
            ]
            if inet_pton(AF_INET, address, &bytes) == 1 {
                names.append(.ipAddress(ASN1OctetString(contentBytes: withUnsafeBytes(of: bytes) { ArraySlice($0) })))
            } else if address.contains(where: \.isLetter), !address.contains(":") {
                names.append(.dnsName(address))
            }
            names.append(.dnsName(ProcessInfo.processInfo.hostName))
            let alternatives = SubjectAlternativeNames(names)
            return try Certificate(
                version: .v3, serialNumber: Certificate.SerialNumber(),
                publicKey: Certificate.PublicKey(key.publicKey), notValidBefore: now - 300,
                notValidAfter: now + Double(days) * 86_400, issuer: name, subject: name,
                signatureAlgorithm: .ecdsaWithSHA256,
                extensions: Certificate.Extensions {
                    Critical(BasicConstraints.notCertificateAuthority)
                    try ExtendedKeyUsage([.serverAuth])
                    alternatives
                }, issuerPrivateKey: Certificate.PrivateKey(key))
        }

        /// The certificate's SHA-256, which people compare with what their browser shows.
        static func fingerprint(_ path: String) -> String? {
            guard let certificate = try? NIOSSLCertificate.fromPEMFile(path).first,
                let bytes = try? certificate.toDERBytes()
            else { return nil }
            return SHA256.hash(data: bytes).map { Hexadecimal.text([$0]) }.joined(separator: ":")
        }

        /// TLS 1.2 or later with a certificate and its key; a key that others can read is refused.
        static func configuration(_ certificate: String, _ key: String) throws -> TLSConfiguration {
            let wording = Wording(ServerDoor.language)
            guard try PrivateFile(path: key).read() != nil else { throw ServerFailure.refused(wording.noFile(key)) }
            guard let chain = try? NIOSSLCertificate.fromPEMFile(certificate), !chain.isEmpty else {
                throw ServerFailure.refused(wording.tlsUnusable(certificate))
            }
            guard let secret = try? NIOSSLPrivateKey(file: key, format: .pem) else {
                throw ServerFailure.refused(wording.tlsUnusable(key))
            }
            var configuration = TLSConfiguration.makeServerConfiguration(
                certificateChain: chain.map { .certificate($0) }, privateKey: .privateKey(secret))
            configuration.minimumTLSVersion = .tlsv12
            configuration.applicationProtocols = ["http/1.1"]
            return configuration
        }
    }
#endif
