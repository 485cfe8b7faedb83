internal import NICUAssets
internal import NICUCore
internal import NICUExport
internal import NICUStore

extension Session {
    /// The token of a typed name that the program or the unit's own rule files know; one that neither knows is most often
    /// a slip, which would be saved and never counted, so that it is refused with the nearest ones.
    func known(_ typed: String, _ kind: Vocabulary.Kind) throws -> String {
        let token = ShortNames.token(typed)
        // Rule files are read only where the program's own words do not settle it.
        if Vocabulary.names(of: kind).contains(token) { return token }
        let care = kind == .aspect ? try CareFile.embedded().aspects : []
        let names = try store.ruleBook(knownAt: .now(now)).names(of: kind) + care.filter { !Aspect.known.contains($0) }
        guard !names.contains(token) else { return token }
        let short = ShortNames.all.filter { names.contains($0.token) }.map(\.short)
        throw Failure.unreadable(
            wording.noName(kind, typed, similar: Spelling.nearest(typed, among: names + short), known: names))
    }
}
