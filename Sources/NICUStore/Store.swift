internal import Foundation
internal import GRDB
public import NICUCore

/// The record of one unit: one SQLite file, its keys and its anchor.
///
/// A write method is one transaction that keeps every invariant; a read method answers for two explicit instants.
/// The clock and the zone files belong to the doors and are passed in.
public struct Store: Sendable {
    let queue: DatabaseQueue
    /// Where the record, its keys, its anchor and its access log lie.
    public let location: RecordLocation
    /// The unit's zone and shifts.
    public let clock: WardClock
    /// The unit's settings.
    public let settings: UnitSettings
    let layout: BodyLayout
    let keys: RecordKeys?

    /// Leaves the connection open until the process ends, for programs that end after one command.
    ///
    /// Closing the last connection checkpoints and removes the write-ahead log, which costs more than the write itself;
    /// everything acknowledged is already on disk. The log is kept short instead.
    public func leaveOpen() throws {
        try queue.inDatabase { try $0.execute(sql: "PRAGMA wal_autocheckpoint = 100") }
        _ = Unmanaged.passRetained(queue)
    }
}

/// The files of one record.
public struct RecordLocation: Sendable, Hashable {
    /// The SQLite file.
    public let database: String
    /// The folder with the sealing and the signing key, outside the record.
    public let keys: String
    /// The file of signed heads.
    public let anchor: String

    /// The usual places: `PATH.keys/` and `PATH.keys/anchor`, unless named.
    public init(database: String, keys: String? = nil, anchor: String? = nil) {
        self.database = database
        self.keys = keys ?? database + ".keys"
        self.anchor = anchor ?? self.keys + "/anchor"
    }

    /// The log of reads, apart from the ledger.
    public var accessLog: String { database + ".access" }
    var folder: String {
        guard let slash = database.lastIndex(of: "/") else { return "." }
        return slash == database.startIndex ? "/" : String(database[..<slash])
    }
}

/// What `init` sets for a unit and entries may change later.
public struct UnitSettings: Sendable, Hashable {
    /// The unit, or the name of the unit the record belongs to.
    public var unit: String
    /// The IANA name of the zone; set once.
    public var timezone: String
    /// When the care day begins.
    public var careDay: ClockTime
    /// When day, evening and night shift begin.
    public var shifts: [ClockTime]
    /// The readiness rule set used unless another is asked for.
    public var rules: String
    /// The growth references used unless others are asked for.
    public var references: ReferencePlan
    /// Whether a value that is stopped takes a second clinician.
    public var secondClinician = false

    /// Makes a value from its parts.
    public init(
        unit: String, timezone: String, careDay: ClockTime, shifts: [ClockTime], rules: String,
        references: ReferencePlan = .standard
    ) {
        self.unit = unit
        self.timezone = timezone
        self.careDay = careDay
        self.shifts = shifts
        self.rules = rules
        self.references = references
    }

    /// Every setting by its name, for people.
    public var all: [(name: String, value: String)] {
        entries.map { ($0.name.rawValue, $0.value) }
            + [(Setting.Name.secondClinician.rawValue, secondClinician ? "on" : "off")]
    }

    /// Each setting with its text, in the order in which `init` writes them.
    var entries: [Setting] {
        [
            Setting(name: .unit, value: unit), Setting(name: .timezone, value: timezone),
            Setting(name: .careDay, value: careDay.text),
            Setting(name: .shifts, value: shifts.map(\.text).joined(separator: ",")),
            Setting(name: .rules, value: rules),
        ] + ReferencePlan.Phase.allCases.map { UnitSettings.entry($0, references[$0]) }
    }

    /// The setting of one phase; `none` where it has no reference.
    static func entry(_ phase: ReferencePlan.Phase, _ ids: [String]) -> Setting {
        Setting(name: Setting.Name(phase), value: ids.isEmpty ? "none" : ids.joined(separator: ","))
    }

    init(_ values: [Setting.Name: String]) throws {
        func value(_ name: Setting.Name) throws -> String {
            guard let value = values[name] else {
                throw RecordProblem.badSetting(name: name.rawValue, value: "")
            }
            return value
        }
        unit = try value(.unit)
        timezone = try value(.timezone)
        guard let careDay = ClockTime(try value(.careDay)) else {
            throw RecordProblem.badSetting(name: "care_day", value: try value(.careDay))
        }
        self.careDay = careDay
        shifts = try value(.shifts).split(separator: ",").compactMap { ClockTime($0) }
        rules = try value(.rules)
        references = .standard
        secondClinician = values[.secondClinician] == "on"
        for phase in ReferencePlan.Phase.allCases {
            // Records of an earlier version have no setting for birth and for the time after term.
            guard let text = values[Setting.Name(phase)] else { continue }
            references[phase] = text == "none" ? [] : text.split(separator: ",").map(String.init)
        }
    }

    func clock(in zone: Zone) throws -> WardClock {
        guard let clock = WardClock(zone: zone, careDayStart: careDay, shiftStarts: shifts) else {
            throw RecordProblem.badSetting(name: "shifts", value: shifts.map(\.text).joined(separator: ","))
        }
        return clock
    }
}

/// Who writes, through which door, and when.
public struct Author: Sendable, Hashable {
    /// The clinician's login.
    public let by: String
    /// The door: `cli`, `import`, `seed`.
    public let source: String
    /// The time of writing by the door's clock.
    public let now: Instant

    /// Makes a value from its parts.
    public init(by: String, source: String, now: Instant) {
        self.by = by
        self.source = source
        self.now = now
    }
}
