public import NICUCore

/// What a table of values is told.
extension Wording {
    /// Everything that is wrong with a table, a line each, and how its questions are answered.
    public func sheet(_ problems: SheetProblems) -> String {
        var lines = problems.all.map { problem in
            let place =
                pick("第 \(problem.line) 行", "line \(problem.line)")
                + (problem.column.map { pick("，“\($0)”列", ", column “\($0)”") } ?? "")
            return place + pick("：", ": ") + sheet(problem.what)
        }
        if problems.all.contains(where: \.isQuestion) {
            lines.append(
                pick(
                    "核对无误者，在该行 confirm 列写确认码、reason 列写原因；存疑者 role 列写 unconfirmed。",
                    "what is right takes its token in the column confirm and why in reason; what is in doubt takes the role unconfirmed"
                ))
        }
        lines.append(pick("表格未导入，什么也没有保存。", "the table was not taken; nothing was saved"))
        return lines.joined(separator: "\n")
    }

    private func sheet(_ what: SheetProblem.What) -> String {
        switch what {
        case .notUTF8: pick("不是 UTF-8；请另存为“CSV UTF-8”", "not UTF-8; save the sheet as “CSV UTF-8”")
        case .tooLong: pick("文件超过 16 MiB", "the file is larger than 16 MiB")
        case .empty: pick("表格是空的", "the table is empty")
        case .openQuote: pick("引号没有结束", "a quote is not closed")
        case .strayQuote: pick("引号后还有文字", "something stands behind a closing quote")
        case .ragged(let cells, let expected):
            pick("有 \(cells) 格，表头有 \(expected) 格", "\(cells) cells, the header has \(expected)")
        case .missingColumn(let names): pick("缺少列 \(list(names))", "the column \(names[0]) is missing")
        case .repeatedColumn: pick("列重复", "the column stands twice")
        case .unknownColumn:
            pick(
                "不认识的列；可用：代号、校验、时间、带单位的测量（如 体重 [g]）、日期、性质、原因、确认码",
                "not a known column; there are: infant, check, at, a quantity with its unit such as weight [g], a day, role, reason, confirm"
            )
        case .noUnit(let quantity):
            pick(
                "没有单位；请写在表头，如 \(term(quantity.rawValue)) [\(quantity.unit)]",
                "no unit; write it in the header, such as \(quantity.rawValue) [\(quantity.unit)]")
        case .noValues:
            pick("没有测量列，如 体重 [g]", "there is no column of values, such as weight [g]")
        case .missing: pick("这一格是空的", "the cell is empty")
        case .value(let text, let problem): quantity(problem, text: text)
        case .time(let problem): moment(problem)
        case .badCode(let code): problem(.badCode(code))
        case .notOneOf(let value, let allowed): notOneOf(pick("性质", "role"), value, allowed)
        case .record(.questions(let asked)):
            (asked.flatMap { sentences($0.questions) }
                + [pick("确认码 ", "token ") + asked.map(\.token).joined(separator: ",")]).joined(
                    separator: pick("；", "; "))
        case .record(.secondIdentifierMissing(let code)):
            pick(
                "表格须有 check 列：“\(code)”的校验字母，单胎可用出生日期",
                "a table needs the column check: the letter of “\(code)”, or the day of birth of one alone")
        case .record(let inner): problem(inner)
        }
    }

    /// A trial run of an exchange file.
    public func dryRunIsForTables() -> String {
        pick(
            "--dry-run 只用于表格", "--dry-run is for tables; the lines of an exchange file are taken or refused as a whole")
    }

    /// Texts beside a table.
    public func identityIsForLines() -> String {
        pick("--with-identity 只用于 NDJSON", "--with-identity goes with NDJSON lines, not with a table")
    }

    /// What a table became; with a trial run, what it would.
    public func sheetEntered(_ count: Int, infants: Int, alreadyHere: Int, isTrial: Bool) -> String {
        let here = alreadyHere == 0 ? "" : pick("；已有 \(alreadyHere) 个", "; \(alreadyHere) were here already")
        return isTrial
            ? pick(
                "试运行：将保存 \(infants) 名婴儿的 \(count) 个值\(here)；什么也没有保存。",
                "trial run: \(count) values of \(infants) infants would be saved\(here); nothing was saved")
            : pick("已保存 \(infants) 名婴儿的 \(count) 个值\(here)。", "saved \(count) values of \(infants) infants\(here)")
    }
}
