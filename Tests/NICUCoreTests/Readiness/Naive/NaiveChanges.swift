import NICUCore

/// The strikes and corrections of a course as chains, each from the first entry to the last change.
struct NaiveChanges {
    struct Link {
        let number: Int
        let isStrike: Bool
        let isConfirmed: Bool
        let replacesUnconfirmedWeight: Bool
    }

    struct Chain {
        /// The first entry, then what replaced it, then what replaced that.
        var nodes: [Entry]
        var links: [Link] = []
    }

    /// Effective entries that no change touches.
    private(set) var untouched: [Entry] = []
    private(set) var chains: [Chain] = []

    init(_ course: Course) {
        let targets = Set(course.superseded.map(\.by.id))
        for first in course.superseded where !targets.contains(first.entry.id) {
            var chain = Chain(nodes: [first.entry])
            while let last = chain.nodes.last, let change = course.superseded.first(where: { $0.entry.id == last.id }) {
                let weight = last.body as? Measurement
                chain.links.append(
                    Link(
                        number: chain.nodes.count, isStrike: change.by.body is Retraction,
                        isConfirmed: change.confirmedBy != nil,
                        replacesUnconfirmedWeight: weight?.quantity == .weight && weight?.role == .unconfirmed))
                chain.nodes.append(change.by)
            }
            chains.append(chain)
        }
        let touched = Set(chains.flatMap { $0.nodes.map(\.id) })
        untouched = course.entries.filter { !touched.contains($0.id) }
    }

    /// Every chain at its end.
    var now: [Int] { chains.map { $0.nodes.count - 1 } }

    /// What counts when each chain stands at a node; −1 leaves the chain out.
    func effective(_ configuration: [Int]) -> [Entry] {
        var result = untouched
        for (chain, place) in zip(chains, configuration) where place >= 0 && !(chain.nodes[place].body is Retraction) {
            result.append(chain.nodes[place])
        }
        return result
    }

    /// Every configuration of the other chains: at their ends, or with some of their last unconfirmed links undone.
    func surroundings(of place: Int) -> [[Int]] {
        var result = [now]
        for (other, chain) in chains.enumerated() where other != place {
            var longer: [[Int]] = []
            for configuration in result {
                longer.append(configuration)
                for link in chain.links.reversed() {
                    if link.isConfirmed || link.replacesUnconfirmedWeight { break }
                    var undone = configuration
                    undone[other] = link.number - 1
                    longer.append(undone)
                }
            }
            result = longer
        }
        return result
    }
}
