/// One thing that a verification found not to hold; entries are named by their number in the record.
public enum LedgerFinding: Sendable, Hashable {
    /// SQLite's own check of the file complains.
    case integrity(String)
    /// A row refers to one that is not there.
    case foreignKey(table: String, row: Int64)
    /// A table, trigger, index or view is not what the migrations make.
    case schemaChanged(name: String)
    /// A number has no entry.
    case missing(seq: Int64)
    /// The columns of an entry make no entry.
    case unreadable(seq: Int64, detail: String)
    /// The content of an entry is not what was digested.
    case digest(seq: Int64)
    /// An entry does not name the digest of the one before it.
    case link(seq: Int64)
    /// A sealed text does not fit its digest.
    case sealed(seq: Int64, field: String)
    /// A sealed text is gone, and no erasure entry says so.
    case erasedSilently(seq: Int64, field: String)
    /// The register has an infant without a birth entry.
    case strayInfant(code: String)
    /// A body that no entry of its kind owns.
    case strayBody(kind: String, seq: Int64)
    /// The register's code differs from the birth entry's.
    case code(seq: Int64)
    /// The anchor has signed a head that the record does not have.
    case anchorAhead(anchored: Int64)
    /// The anchor has signed another digest for this position.
    case anchorDisagrees(position: Int64)
    /// A line of the anchor was not signed by the record's key.
    case anchorSignature(position: Int64)
}
