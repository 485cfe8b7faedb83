internal import NICUCore

/// Hides one infant: moves its times, replaces what names it, and drops what the allow-list does not have.
struct ResearchMask: Sendable {
    let secret: ResearchSecret
    let words: ResearchWords
    let infant: InfantID
    let code: InfantCode
    /// By how many days everything is moved back.
    let shift: Int
    /// The pseudonyms of the infants in the export, by their codes.
    let codes: [String: InfantCode]

    /// What is left of a body.
    enum Masked {
        case kept(JSON, without: [String])
        case dropped(ResearchReason)
    }

    /// A date or time moved back: the day in front changes, the clock and its offset stay as they were written, so that
    /// every interval is what it was.
    func shifted(_ text: String) -> String? {
        Day(text.prefix(10)).map { Day(number: $0.number - shift).description + text.dropFirst(10) }
    }

    /// The body of an entry by the allow-list.
    func body(of entry: Entry) -> Masked {
        let kind = entry.kind
        if let reason = ResearchRules.reason(toDrop: kind) { return .dropped(reason) }
        var (kept, without): ([JSON.Member], [String]) = ([], [])
        var companions: Set<String> = []
        let json = entry.body.json
        for member in json.members {
            let nested = member.value.members
            // A nested object is looked at member by member, unless the list has it as one.
            guard ResearchRules.treatment(of: member.name, in: kind) == nil, !nested.isEmpty else {
                switch value(member.value, of: member.name, in: kind, body: json) {
                case .kept(let value): kept.append(JSON.Member(member.name, value))
                case .part(let value):
                    kept.append(JSON.Member(member.name, value))
                    without.append(member.name)
                case .gone(let others):
                    without.append(member.name)
                    companions.formUnion(others)
                case .whole: return .dropped(.word)
                }
                continue
            }
            var inner: [JSON.Member] = []
            for part in nested {
                let path = "\(member.name).\(part.name)"
                if case .kept(let value) = value(part.value, of: path, in: kind, body: json) {
                    inner.append(JSON.Member(part.name, value))
                } else {
                    without.append(path)
                }
            }
            if !inner.isEmpty { kept.append(JSON.Member(member.name, .object(inner))) }
        }
        for member in kept where companions.contains(member.name) { without.append(member.name) }
        kept.removeAll { companions.contains($0.name) }
        let isWhole = (ResearchRules.needed[kind] ?? []).allSatisfy { name in kept.contains { $0.name == name } }
        return isWhole ? .kept(.object(kept), without: without) : .dropped(.word)
    }

    private enum Value {
        case kept(JSON)
        /// Kept without some of its elements.
        case part(JSON)
        /// Left out, and these members with it.
        case gone(Set<String>)
        /// Left out with the whole entry.
        case whole
    }

    private func value(_ value: JSON, of member: String, in kind: Kind, body: JSON) -> Value {
        let text = value.string
        switch ResearchRules.treatment(of: member, in: kind) {
        case nil, .dropped: return .gone([])
        case .kept: return .kept(value)
        case .word(let list):
            guard case .array(let elements) = value else {
                return text.map { words.has($0, in: list, owner: body["aspect"]?.string) } ?? false
                    ? .kept(value) : .gone([])
            }
            let known = elements.filter { $0.string.map { words.has($0, in: list) } ?? false }
            if known.isEmpty { return .gone([]) }
            return known.count == elements.count ? .kept(value) : .part(.array(known))
        case .neededWord(let list): return text.map { words.has($0, in: list) } ?? false ? .kept(value) : .whole
        case .unit(let others):
            return text.map { words.has($0, in: .units) } ?? false ? .kept(value) : .gone(Set(others))
        case .minutes:
            let parts = text?.split(separator: " ", omittingEmptySubsequences: false) ?? []
            let isMinutes =
                parts.count == 2 && parts[1] == "min" && (1...4).contains(parts[0].utf8.count)
                && parts[0].utf8.allSatisfy { (0x30...0x39).contains($0) }
            return isMinutes ? .kept(value) : .gone([])
        case .shifted: return text.flatMap { shifted($0) }.map { .kept(.string($0)) } ?? .whole
        case .code: return .kept(.string(code.text))
        case .siblings:
            let names = value.elements.compactMap { $0.string.flatMap { codes[$0] }?.text }
            if names.isEmpty { return .gone([]) }
            let list = JSON.array(names.map { .string($0) })
            return names.count == value.elements.count ? .kept(list) : .part(list)
        case .login: return text.map { .kept(.string(secret.login($0, of: infant))) } ?? .gone([])
        case .fixed(let word):
            return text?.contains { !$0.isWhitespace } ?? false ? .kept(.string(word)) : .gone([])
        case .name(let names):
            return text.flatMap { words.name(for: $0, in: names) }.map { .kept(.string($0)) } ?? .whole
        }
    }

    /// The line of an entry: the header by its own allow-list, and what is left of the body.
    func line(
        of entry: Entry, body: JSON, corrects: Identifier?, id: Identifier? = nil, by: String? = nil, zone: Zone
    ) -> JSON {
        func hidden(_ id: Identifier) -> String { secret.identifier("entry", id, of: infant).description }
        var line = BodyWriter()
        line.put("id", id?.description ?? hidden(entry.id))
        line.put("infant", entry.code == nil ? nil : code.text)
        line.put("kind", JSON.string(id == nil ? entry.kind.name : Kind.retraction.name))
        line.put("at", shifted(entry.at.text))
        line.put("precision", entry.at.precision)
        line.put("recorded", shifted(zone.moment(at: entry.recorded).text))
        line.put("by", secret.login(by ?? entry.by, of: infant))
        line.put("operation", secret.identifier("operation", entry.operation, of: infant).description)
        line.put("corrects", corrects.map(hidden))
        line.put("body", body)
        return .object(line.members)
    }
}
