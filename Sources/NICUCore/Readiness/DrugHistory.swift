/// What the record says about a drug that is given for a while.
public enum DrugHistory: Sendable {
    /// Running, by the last statement.
    case active(Entry)
    /// Stopped; the last dose was given at an instant.
    case stopped(Instant, [Entry])
    /// Doses are recorded, but nothing says whether more were given.
    case dosesOnly(Instant, [Entry])
    /// Explicitly never given.
    case never(Entry)
    /// Nothing is recorded.
    case silent
}

extension Scene {
    /// The history of a drug aspect: its states, and single doses recorded by a product's name.
    ///
    /// Doses and courses that are recorded stand against a statement "never given".
    func history(ofDrug aspect: String) -> DrugHistory {
        let states = states(aspect)
        let doses = course.all(Medication.self).filter {
            $0.body.given.notGivenReason == nil && rules.isProduct($0.body.given.product, of: aspect)
        }.map(\.entry)
        guard let last = states.last(where: { $0.body.value != "never" }) else {
            if let dose = doses.last { return .dosesOnly(dose.at.instant, doses) }
            return states.last.map { .never($0.entry) } ?? .silent
        }
        guard last.body.value == "off" else { return .active(last.entry) }
        let later = doses.filter { $0.at.instant > last.entry.at.instant }
        return .stopped(later.last?.at.instant ?? last.entry.at.instant, [last.entry] + later)
    }
}

extension RuleSet {
    /// Whether a product's name is one of a drug aspect.
    func isProduct(_ name: String, of aspect: String) -> Bool {
        let name = name.lowercased()
        return (products[aspect] ?? []).contains { RuleSet.contains(name, $0.lowercased()) }
    }

    /// Whether a text contains another.
    private static func contains(_ text: String, _ part: String) -> Bool {
        let text = Array(text.utf8)
        let part = Array(part.utf8)
        guard !part.isEmpty, text.count >= part.count else { return false }
        return (0...(text.count - part.count)).contains { text[$0..<($0 + part.count)].elementsEqual(part) }
    }

    /// Whether an entry tells of a drug aspect.
    func tells(_ entry: Entry, ofDrug aspect: String) -> Bool {
        switch entry.body {
        case let body as State: body.aspect == aspect
        case let body as Medication: isProduct(body.given.product, of: aspect)
        default: false
        }
    }
}
