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

    /// Refuses a reader whom the unit does not know or has retired.
    public func checkClinician(_ login: String) throws {
        try Store.guarding(location.database) { try queue.inDatabase { try Store.checkAuthor(login, in: $0) } }
    }

    /// Adds a clinician with a role, or gives a known one another role.
    public func addClinician(_ login: String, role: RoleGrant.Role, author: Author) throws -> Written {
        try write(author: author, key: nil) { writer in
            try Store.checkAuthor(author.by, in: writer.db)
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
            try Store.checkAuthor(author.by, in: writer.db)
            try Store.checkAuthor(login, in: writer.db)
            try writer.append(Clinician(clinician: login, action: .retire), at: clock.zone.moment(at: author.now))
        }
    }
}
