internal import Foundation
internal import GRDB
public import NICUCore

/// A clinician as the unit knows them now.
public struct ClinicianStatus: Sendable, Hashable {
    /// The login.
    public let login: String
    /// Whether they may write.
    public let isActive: Bool
    /// What the value or the person stands for.
    public let role: RoleGrant.Role?
}

extension Store {
    /// All clinicians in the order of their logins.
    public func clinicians() throws -> [ClinicianStatus] {
        try Store.guarding(location.database) { try queue.inDatabase { try Store.clinicians($0) } }
    }

    static func clinicians(_ db: Database) throws -> [ClinicianStatus] {
        var active: [String: Bool] = [:]
        var roles: [String: RoleGrant.Role] = [:]
        let rows = try Row.fetchCursor(
            db.cachedStatement(
                sql: """
                    SELECT seq, clinician, action, NULL FROM clinician
                    UNION ALL SELECT seq, clinician, NULL, role FROM role ORDER BY 1
                    """))
        while let row = try rows.next() {
            let login: String = row[1]
            if let action: String = row[2] { active[login] = action == "add" }
            if let role: String = row[3] { roles[login] = RoleGrant.Role(rawValue: role) }
        }
        return active.keys.sorted().map {
            ClinicianStatus(login: $0, isActive: active[$0] ?? false, role: roles[$0])
        }
    }

    /// Refuses an author whom the unit does not know or has retired.
    static func checkAuthor(_ login: String, in db: Database) throws {
        let statement = try db.cachedStatement(
            sql: "SELECT action FROM clinician WHERE clinician = ? ORDER BY seq DESC LIMIT 1")
        guard let action = try String.fetchOne(statement, arguments: [login]) else {
            throw RecordProblem.unknownClinician(login: login)
        }
        guard action == Clinician.Action.add.rawValue else { throw RecordProblem.retiredClinician(login: login) }
    }

    /// Refuses an author whose role does not allow an act.
    static func check(_ login: String, may act: RoleGrant.Act, in db: Database) throws {
        try checkAuthor(login, in: db)
        let statement = try db.cachedStatement(
            sql: "SELECT role FROM role WHERE clinician = ? ORDER BY seq DESC LIMIT 1")
        let name = try String.fetchOne(statement, arguments: [login]) ?? RoleGrant.Role.viewer.rawValue
        guard RoleGrant.Role(rawValue: name)?.may(act) ?? false else {
            throw RecordProblem.roleForbids(login: login, role: name, act: act)
        }
    }

    /// Refuses anyone but an administrator; answers who else is one.
    @discardableResult
    static func checkAdministrator(_ login: String, in db: Database) throws -> [String] {
        try checkAuthor(login, in: db)
        let active = try clinicians(db).filter { $0.isActive }
        guard let own = active.first(where: { $0.login == login }), own.role == .administrator else {
            let role = active.first { $0.login == login }?.role?.rawValue ?? "unknown"
            throw RecordProblem.roleForbids(login: login, role: role, act: .configure)
        }
        return active.filter { $0.role == .administrator }.map(\.login)
    }

    /// 2–64 ASCII letters, digits, `.`, `_`, `-` or `@`.
    static func checkLogin(_ login: String) throws {
        let isLogin = login.utf8.allSatisfy { byte in
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2E, 0x5F, 0x2D, 0x40: true
            default: false
            }
        }
        guard isLogin, (2...64).contains(login.utf8.count) else { throw RecordProblem.badLogin(login) }
    }

    /// Who was a physician when an entry was written; only the roles of that time count.
    static func physicians(_ db: Database) throws -> PhysicianHistory {
        PhysicianHistory(
            grants: try Row.fetchAll(db.cachedStatement(sql: "SELECT seq, clinician, role FROM role ORDER BY seq")).map
            {
                ($0[0], $0[1], $0[2] == RoleGrant.Role.physician.rawValue)
            })
    }

    /// Refuses a reader whom the unit does not know or has retired.
    public func checkClinician(_ login: String) throws {
        try Store.guarding(location.database) { try queue.inDatabase { try Store.checkAuthor(login, in: $0) } }
    }

    /// Adds a clinician with a role, or gives a known one another role.
    public func addClinician(_ login: String, role: RoleGrant.Role, author: Author) throws -> Written {
        try Store.checkLogin(login)
        return try write(author: author, key: nil) { writer in
            let administrators = try Store.checkAdministrator(author.by, in: writer.db)
            if role != .administrator, administrators == [login] { throw RecordProblem.lastAdministrator(login: login) }
            let known = try Store.clinicians(writer.db).first { $0.login == login }
            let at = clock.zone.moment(at: author.now)
            if known?.isActive != true {
                try writer.append(Clinician(clinician: login, action: .add), at: at)
            } else if known?.role == role {
                throw RecordProblem.clinicianExists(login: login)
            }
            try writer.append(RoleGrant(clinician: login, role: role), at: at)
        }
    }

    /// Retires a clinician: what they wrote stays, they write no more.
    public func retireClinician(_ login: String, author: Author) throws -> Written {
        try write(author: author, key: nil) { writer in
            let administrators = try Store.checkAdministrator(author.by, in: writer.db)
            try Store.checkAuthor(login, in: writer.db)
            if administrators == [login] { throw RecordProblem.lastAdministrator(login: login) }
            try writer.append(Clinician(clinician: login, action: .retire), at: clock.zone.moment(at: author.now))
        }
    }
}

/// The roles of physicians over the ledger.
struct PhysicianHistory {
    let grants: [(seq: Int64, login: String, isPhysician: Bool)]

    /// Whether a clinician was a physician when the entry with a number was written.
    func wasPhysician(_ login: String, at seq: Int64) -> Bool {
        grants.last { $0.login == login && $0.seq <= seq }?.isPhysician ?? false
    }
}
