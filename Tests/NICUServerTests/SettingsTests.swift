#if Server
    import ArgumentParser
    import Foundation
    import NICUAssets
    import NICUCore
    import NICUExport
    import Testing

    @testable import NICUServer

    @Suite("Settings of the service")
    struct SettingsTests {
        private func read(_ text: String) throws -> ServerSettings {
            var settings = ServerSettings()
            try ServerFile.read(text, path: "server.yaml").apply(to: &settings)
            return settings
        }

        private func fault(_ text: String) -> String? {
            do {
                _ = try read(text)
                return nil
            } catch {
                return "\(error)"
            }
        }

        @Test("A file sets what it names and leaves the rest")
        func file() throws {
            let settings = try read("record: /x/y.db\nport: 0\ntls:\n  certificate: a\n  key: b\nlog-level: debug\n")
            #expect(settings.record == "/x/y.db" && settings.port == 0 && settings.logLevel == .debug)
            #expect(settings.tls == .files(certificate: "a", key: "b") && settings.address == "127.0.0.1")
            #expect(try read("tls: generate\ninsecure-network: true\n").tls == .generated)
        }

        @Test("A key nobody knows, a wrong value and a value out of range are refused with their line")
        func faults() {
            #expect(fault("port: 80\nprot: 81\n") == "server.yaml:2:1: unknown key 'prot'")
            #expect(
                fault("port: 80\ntls:\n  certificate: a\n  kee: b\n")?.hasPrefix("server.yaml:4:3: unknown key") == true
            )
            #expect(fault("\nport: 70000\n") == "server.yaml:2:1: 70000 is not between 0 and 65535")
            #expect(fault("log-level: loud\n")?.hasPrefix("server.yaml:1:1: 'loud' is none of") == true)
            #expect(fault("tls: maybe\n")?.contains("1:1: 'maybe' is not generate") == true)
            #expect(fault("tls:\n  certificate: a\n")?.contains("key 'key' is missing") == true)
            #expect(fault("port: 80\nport: 81\n")?.contains("port") == true)
        }

        @Test("The environment goes over the file; a variable nobody knows is refused")
        func environment() throws {
            func apply(_ variables: [String: String]) throws -> ServerSettings {
                var settings = try read("port: 1\naddress: 127.0.0.2\n")
                try ServerEnvironment(variables: variables, wording: Wording(.en)).apply(to: &settings)
                return settings
            }
            let settings = try apply(["NICU_SERVER_PORT": "2", "NICU_DB": "/x.db", "NICU_BY": "li.min"])
            #expect(settings.port == 2 && settings.record == "/x.db" && settings.address == "127.0.0.2")
            for wrong in [
                ["NICU_SERVER_PROT": "2"], ["NICU_SERVER_PORT": "x"], ["NICU_SERVER_TLS": "maybe"],
                ["NICU_SERVER_TLS_KEY": "k"], ["NICU_SERVER_INSECURE_NETWORK": "yes"],
                ["NICU_SERVER_TLS": "generate", "NICU_SERVER_TLS_KEY": "k", "NICU_SERVER_TLS_CERTIFICATE": "c"],
            ] {
                #expect(throws: ServerFailure.self) { try apply(wrong) }
            }
        }

        @Test("Plain HTTP beyond this machine takes a flag or TLS")
        func plainNetwork() throws {
            func settings(_ words: [String]) throws -> ServerSettings {
                try ServerOptions.parse(["--address", "192.0.2.1"] + words).settings(Wording(.en))
            }
            #expect(throws: ServerFailure.self) { try settings([]) }
            #expect(try settings(["--insecure-network"]).insecureNetwork)
            #expect(try settings(["--tls", "generate"]).tls == .generated)
            #expect(throws: ServerFailure.self) { try settings(["--tls-key", "k"]) }
        }

        @Test("Every setting of the file, the environment and the options stands in docs/server.md")
        func documented() throws {
            let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
                .deletingLastPathComponent()
            let page = try String(contentsOf: root.appendingPathComponent("docs/server.md"), encoding: .utf8)
            for key in ServerFile.Key.allCases { #expect(page.contains("| `\(key.rawValue)"), "\(key.rawValue)") }
            let help = ServerOptions.helpMessage()
            let options = help.matches(of: /--[a-z-]+/).map { String($0.output) }
            #expect(options.count >= 9)
            for option in options where option != "--help" { #expect(page.contains("`\(option)"), "\(option)") }
        }

        @Test(
            "Only addresses of this machine are taken for such",
            arguments: [
                ("127.0.0.1", true), ("127.8.9.1", true), ("::1", true), ("localhost", true), ("0.0.0.0", false),
                ("::", false), ("127.0.0.1.example.org", false), ("127.1", false), ("127.0.0.256", false),
                ("192.168.1.5", false), ("localhost.example.org", false), ("", false),
            ])
        func loopback(_ address: String, _ expected: Bool) {
            var settings = ServerSettings()
            settings.address = address
            #expect(settings.isLoopback == expected)
        }
    }
#endif
