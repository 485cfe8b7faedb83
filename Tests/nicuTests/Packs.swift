import NICUAssets
import Testing

extension Trait where Self == ConditionTrait {
    /// Runs a test of figures of certain reference packs only where this build has them: a pack may be left out.
    static func packs(_ ids: String...) -> Self {
        .enabled(if: ids.allSatisfy(ReferenceLibrary().ids.contains), "needs the packs \(ids.joined(separator: ", "))")
    }
}
