internal import NICUCore
internal import Yams

/// Holds the times, numbers and names of a readable schedule against each other before it is installed.
struct ScheduleAudit {
    typealias Bound = RuleFileProblem.Bound

    let parts: NodeParts
    let found: ProblemList

    func run() {
        for item in parts.list(parts.root, "items") {
            for key in ["applies_if", "discretionary", "precondition"] { condition(item.mapping?[key]) }
            for window in parts.list(item, "windows") {
                condition(window.mapping?["if"])
                order(window)
            }
            if let done = item.mapping?["done"] {
                names(done, "tasks", .task)
                names(done, "methods", .method)
                names(done, "problems", .problem)
                condition(done.mapping?["methods_if"])
            }
            if let trigger = item.mapping?["trigger"] {
                name(trigger.mapping?["task"], .task)
                name(trigger.mapping?["before_task"], .task)
                name(trigger.mapping?["problem"], .problem)
                name(trigger.mapping?["procedure"], .procedure)
            }
        }
        for visit in parts.list(parts.root, "visits") { condition(visit.mapping?["applies_if"]) }
        for paper in parts.list(parts.root, "papers") {
            for interval in parts.list(paper, "during") { condition(interval.mapping?["if"]) }
        }
    }

    // MARK: Names and facts

    private func names(_ node: Node, _ key: String, _ kind: Vocabulary.Kind) {
        for element in parts.list(node, key) { name(element, kind) }
    }

    private func name(_ node: Node?, _ kind: Vocabulary.Kind) {
        let known = Vocabulary.names(of: kind) + parts.words(parts.root, kind.ownKey)
        guard let node, let name = node.string, !known.contains(name) else { return }
        found.all.append(.notNamed(parts.check.place(node), kind, name: name, known: known))
    }

    private func condition(_ node: Node?) {
        for test in node?.mapping?.first?.value.sequence.map(Array.init) ?? [] {
            for key in ["attested", "denied", "stated"] { name(test.mapping?[key], .item) }
            name(test.mapping?["problem"], .problem)
        }
    }

    // MARK: Windows

    /// A window that ends before it opens, by ends on one clock.
    private func order(_ window: Node) {
        guard let from = window.mapping?["from"].flatMap(End.init), let by = window.mapping?["by"].flatMap(End.init),
            let (first, last) = End.contradiction(from, by)
        else { return }
        found.all.append(
            .emptyRange(
                parts.place(window, "by"), low: Bound("from " + first.key, first.value),
                high: Bound("by " + last.key, last.value)))
    }

    /// One end of a window: a moment, or the later or earlier of several.
    private enum End {
        case moment(Moment)
        case later([End])
        case earlier([End])

        /// A moment on its clock, in hours: the earliest it can open, the latest it can close.
        struct Moment {
            let key: String
            let value: String
            let clock: Substring
            let opens: Int
            let closes: Int
        }

        init?(_ node: Node) {
            guard let (key, value) = node.mapping?.first.map({ ($0.key.string ?? "", $0.value) }) else { return nil }
            if let ends = value.sequence?.compactMap({ End($0) }) {
                self = key == "later_of" ? .later(ends) : .earlier(ends)
                return
            }
            guard let count = value.string.flatMap({ Int($0) }) else { return nil }
            let hours: (Int, Int) =
                switch key.split(separator: "_").last {
                // An hour counts from an instant within the day of birth, a month has 28 to 31 days, a day counts to its end.
                case "h": (count, count + 24)
                case "mo": (count * 28 * 24, (count * 31 + 1) * 24)
                default: (count * 24, count * 24 + 24)
                }
            let clock = key.split(separator: "_").first ?? ""
            self = .moment(Moment(key: key, value: "\(count)", clock: clock, opens: hours.0, closes: hours.1))
        }

        /// Two moments that show that the window ends before it opens, whatever the infant; nil where it may not.
        static func contradiction(_ from: End, _ by: End) -> (Moment, Moment)? {
            switch (from, by) {
            case (_, .later(let ends)): every(ends) { contradiction(from, $0) }
            case (.earlier(let ends), _): every(ends) { contradiction($0, by) }
            case (_, .earlier(let ends)): ends.lazy.compactMap { contradiction(from, $0) }.first
            case (.later(let ends), _): ends.lazy.compactMap { contradiction($0, by) }.first
            case (.moment(let first), .moment(let last)):
                first.clock == last.clock && isAfter(first, last) ? (first, last) : nil
            }
        }

        private static func isAfter(_ first: Moment, _ last: Moment) -> Bool {
            // The same unit compares exactly; between units only what is certain counts.
            if first.key == last.key, let from = Int(first.value), let by = Int(last.value) { return from > by }
            return first.opens >= last.closes
        }

        private static func every(_ ends: [End], _ test: (End) -> (Moment, Moment)?) -> (Moment, Moment)? {
            let found = ends.map(test)
            return found.contains { $0 == nil } ? nil : found.first ?? nil
        }
    }
}
