public import NICUCore

extension Wording {
    /// One thing that a verification found.
    public func finding(_ finding: LedgerFinding) -> String {
        switch finding {
        case .integrity(let text): pick("SQLite 完整性：\(text)", "SQLite integrity: \(text)")
        case .foreignKey(let table, let row):
            pick("表 \(table) 第 \(row) 行的引用断裂", "broken reference in table \(table), row \(row)")
        case .schemaChanged(let name): pick("版式被改动：\(name)", "the schema was changed: \(name)")
        case .missing(let seq): pick("第 \(seq) 条缺失", "entry \(seq) is missing")
        case .unreadable(let seq, let detail):
            pick("第 \(seq) 条无法读取（\(detail)）", "entry \(seq) cannot be read (\(detail))")
        case .digest(let seq): pick("第 \(seq) 条的内容被改动（摘要不符）", "entry \(seq) was changed (its digest does not fit)")
        case .link(let seq): pick("第 \(seq) 条与前一条不相连", "entry \(seq) does not follow the one before it")
        case .sealed(let seq, let field):
            pick("第 \(seq) 条的封存文字 \(field) 被改动", "the sealed text \(field) of entry \(seq) was changed")
        case .erasedSilently(let seq, let field):
            pick(
                "第 \(seq) 条的封存文字 \(field) 被抹去，没有抹除记录",
                "the sealed text \(field) of entry \(seq) is gone without an erasure entry")
        case .strayInfant(let code): pick("登记中的“\(code)”没有出生记录", "the register has “\(code)” without a birth entry")
        case .strayBody(let kind, let seq):
            pick("\(kind) 中第 \(seq) 条不属于任何记录", "a body in \(kind) belongs to no entry: \(seq)")
        case .code(let seq): pick("第 \(seq) 条的代号与登记不符", "the code of entry \(seq) differs from the register")
        case .anchorAhead(let anchored):
            pick("锚文件有第 \(anchored) 条，病历没有", "the anchor has entry \(anchored), the record has not")
        case .anchorDisagrees(let position): pick("锚文件与第 \(position) 条不一致", "the anchor disagrees at entry \(position)")
        case .anchorSignature(let position):
            pick("第 \(position) 条的签名不实", "the signature at position \(position) is not genuine")
        }
    }
}
