/// How near two words are, for a question back where one is not known.
public enum Spelling {
    /// How many letters have to be put in, taken out or changed to make one word of another.
    public static func distance(_ a: String, _ b: String) -> Int {
        let (a, b) = (Array(a.utf8), Array(b.utf8))
        var row = Array(0...b.count)
        for (i, left) in a.enumerated() {
            var corner = row[0]
            row[0] = i + 1
            for (j, right) in b.enumerated() {
                let cost = min(row[j] + 1, row[j + 1] + 1, corner + (left == right ? 0 : 1))
                corner = row[j + 1]
                row[j + 1] = cost
            }
        }
        return row[b.count]
    }

    /// The known words that are nearest to a misspelt one, at most two letters away and never more than half of it, in
    /// the order in which they are listed; hyphens and capitals of what was typed do not count.
    public static func nearest(_ typed: String, among known: [String]) -> [String] {
        let word = ShortNames.plain(typed)
        let near = known.map { ($0, distance(word, ShortNames.plain($0))) }
            .filter { $0.1 > 0 && $0.1 <= 2 && $0.1 * 2 <= word.utf8.count }
        guard let least = near.map(\.1).min() else { return [] }
        var seen: Set<String> = []
        return near.filter { $0.1 == least && seen.insert($0.0).inserted }.map(\.0)
    }
}
