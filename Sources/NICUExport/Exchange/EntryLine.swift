public import NICUCore

/// One entry as one line of JSON, for exchange with other records.
///
/// Lossless both ways but for sealed text (its digest stands in its place) and what the receiver adds.
public enum EntryLine {
    /// The members of an entry in the order people read them; `unit` names this record as the origin.
    public static func json(_ entry: Entry, zone: Zone, unit: String, digest: String?) -> JSON {
        var line = BodyWriter()
        line.put("id", entry.id.description)
        line.put("infant", entry.code?.text)
        line.put("kind", entry.kind.name)
        line.put("at", entry.at.text)
        line.put("precision", entry.at.precision)
        line.put("recorded", zone.moment(at: entry.recorded).text)
        line.put("by", entry.by)
        line.put("source", entry.source)
        line.put("key", entry.key)
        line.put("operation", entry.operation.description)
        line.put("corrects", entry.corrects?.description)
        line.put("reason", entry.reason)
        let origin = entry.origin ?? digest.map { Origin(unit: unit, id: entry.id, seq: entry.seq, digest: $0) }
        line.nested("origin") { inner in
            inner.put("unit", origin?.unit)
            inner.put("id", origin?.id.description)
            inner.put("seq", origin.map { Int($0.seq) })
            inner.put("digest", origin?.digest)
        }
        line.put("body", entry.body.json)
        return .object(line.members)
    }

    /// Reads one line; unknown members are refused.
    public static func read(_ bytes: [UInt8], zone: Zone) throws(ImportProblem.What) -> (
        entry: Entry, code: InfantCode?
    ) {
        let json: JSON
        do { json = try JSON(bytes: bytes) } catch { throw .json(error) }
        guard case .object = json else { throw .notAnObject }
        var members = Members(json)
        let kindName = try members.required("kind")
        let kind = Kind(name: kindName)
        let id = try members.identifier("id")
        let precision = try members.text("precision")
        let at = try members.moment("at", zone: zone, precision: precision)
        let recorded = try members.optionalMoment("recorded", zone: zone) ?? at
        let code = try members.text("infant")
        let infant = code.flatMap { InfantCode($0) }
        if let code, infant == nil { throw .badMember("infant", value: code) }
        let by = try members.required("by")
        let body: any Body
        do { body = try kind.body(from: members.take("body") ?? .object([])) } catch {
            throw .body(kind: kindName, error)
        }
        let isReceived = (body as? Measurement)?.role == .received
        guard infant != nil || kind.isUnitLevel || isReceived else { throw .missingMember("infant") }
        let entry = Entry(
            seq: 0, id: id, infant: nil, code: infant, operation: try members.optionalIdentifier("operation") ?? id,
            at: at, recorded: recorded.instant, by: by, source: try members.text("source") ?? "import",
            key: try members.text("key"), corrects: try members.optionalIdentifier("corrects"),
            reason: try members.sealed("reason"), origin: try members.origin(), body: body)
        try members.finish()
        return (entry, infant)
    }

    /// Takes members of a line one by one.
    private struct Members {
        private var members: [JSON.Member]

        init(_ json: JSON) { members = json.members.filter { $0.value != .null } }

        mutating func take(_ name: String) -> JSON? {
            guard let index = members.firstIndex(where: { $0.name == name }) else { return nil }
            return members.remove(at: index).value
        }

        mutating func text(_ name: String) throws(ImportProblem.What) -> String? {
            guard let value = take(name) else { return nil }
            guard let text = value.string, !text.isEmpty, text.count <= BodyReader.textLimit else {
                throw .badMember(name, value: value.text)
            }
            return text
        }

        mutating func required(_ name: String) throws(ImportProblem.What) -> String {
            guard let text = try text(name) else { throw .missingMember(name) }
            return text
        }

        mutating func optionalIdentifier(_ name: String) throws(ImportProblem.What) -> Identifier? {
            guard let text = try text(name) else { return nil }
            guard let id = Identifier(text) else { throw .badMember(name, value: text) }
            return id
        }

        mutating func identifier(_ name: String) throws(ImportProblem.What) -> Identifier {
            guard let id = try optionalIdentifier(name) else { throw .missingMember(name) }
            return id
        }

        mutating func moment(_ name: String, zone: Zone, precision: String? = nil) throws(ImportProblem.What) -> Moment
        {
            guard let moment = try optionalMoment(name, zone: zone, precision: precision) else {
                throw .missingMember(name)
            }
            return moment
        }

        mutating func optionalMoment(_ name: String, zone: Zone, precision: String? = nil) throws(ImportProblem.What)
            -> Moment?
        {
            guard let text = try text(name) else { return nil }
            let moment: Moment
            do { moment = try Moment(iso: text, zone: zone) } catch { throw .time(name, error) }
            guard let precision else { return moment }
            guard let stated = Moment.Precision(rawValue: precision), (stated == .day) == (moment.precision == .day)
            else { throw .badMember("precision", value: precision) }
            return stated == .day
                ? moment : Moment(moment.instant, offsetMinutes: moment.offsetMinutes, precision: stated)
        }

        mutating func sealed(_ name: String) throws(ImportProblem.What) -> SealedText? {
            guard let value = take(name) else { return nil }
            do {
                var reader = try BodyReader(.object([JSON.Member(name, value)]))
                return try reader.sealed(name)
            } catch { throw .body(kind: name, error) }
        }

        mutating func origin() throws(ImportProblem.What) -> Origin? {
            guard let value = take("origin") else { return nil }
            guard let unit = value["unit"]?.string, let id = value["id"]?.string.flatMap({ Identifier($0) }),
                let seq = value["seq"]?.integer, let digest = value["digest"]?.string,
                Hexadecimal.bytes(digest)?.count == 32
            else { throw .badMember("origin", value: value.text) }
            return Origin(unit: unit, id: id, seq: seq, digest: digest)
        }

        func finish() throws(ImportProblem.What) {
            if let left = members.first(where: { !EntryLine.receiverAdds.contains($0.name) }) {
                throw .unknownMember(left.name)
            }
        }
    }

    /// Members that a reader gives anew and passes over.
    static let receiverAdds: Set<String> = ["seq", "received", "prev", "digest", "form", "scope"]
}
