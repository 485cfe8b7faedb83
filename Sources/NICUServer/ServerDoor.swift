#if Server
    internal import Foundation
    internal import Glibc
    internal import NICUCore
    internal import NICUExport

    /// What belongs to the door and to nobody below it: the clock, zone files, the environment.
    enum ServerDoor {
        /// An environment variable; nil when unset or empty.
        static func environment(_ name: String) -> String? {
            ProcessInfo.processInfo.environment[name].flatMap { $0.isEmpty ? nil : $0 }
        }

        /// The language of what is said in the terminal: `NICU_LANG`, else zh for zh* locales, else en.
        static var language: Language {
            if let language = environment("NICU_LANG").flatMap(Language.init(rawValue:)) { return language }
            let locale = environment("LC_ALL") ?? environment("LC_MESSAGES") ?? environment("LANG") ?? ""
            return locale.hasPrefix("zh") ? .zh : .en
        }

        /// The door's clock, in whole seconds.
        static var now: Instant { Instant(seconds: Int64(time(nil))) }

        /// Reads the compiled zone file of an IANA name.
        static func zone(_ name: String) throws -> Zone {
            let isName =
                !name.isEmpty && !name.hasPrefix("/") && !name.contains("..")
                && name.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F }
            guard isName, let data = FileManager.default.contents(atPath: "/usr/share/zoneinfo/" + name),
                let zone = try? Zone(name: name, file: Array(data))
            else { throw ServerFailure.refused(Wording(language).noZone(name)) }
            return zone
        }

        /// The record file where none was named.
        static var usualRecord: String {
            let data = environment("XDG_DATA_HOME") ?? NSHomeDirectory() + "/.local/share"
            return data + "/nicu/record.db"
        }
    }
#endif
