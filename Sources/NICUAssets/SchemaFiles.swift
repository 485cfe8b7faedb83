/// The migrations that ship with this version, in order; a shipped one is never edited.
public enum SchemaFiles {
    /// The SQL of each migration, from version 0 to 1 first.
    public static var migrations: [String] {
        EmbeddedFiles.paths(under: "schema/").sorted().compactMap { EmbeddedFiles.text(at: $0) }
    }
}
