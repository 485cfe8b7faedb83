public import NICUCore

/// What is said about FHIR files.
extension Wording {
    /// Everything that is wrong with a file, one line a fault with its path.
    public func fhir(_ problems: FHIRProblems) -> String {
        let shown = problems.all.prefix(Wording.shownFaults).map { fhir($0) }
        let more = problems.all.count - shown.count
        let rest = more > 0 ? [pick("……另有 \(more) 处", "… and \(more) more")] : []
        return (shown + rest).joined(separator: "\n")
    }

    /// How many faults of one file are listed.
    private static let shownFaults = 50

    /// What is said below every fault of a file.
    public func notImported() -> String { pick("文件未导入，什么也没有保存。", "the file was not imported; nothing was saved") }

    /// Everything that is wrong with the lines of a file; `place` names where each stands.
    public func importProblems(_ problems: [ImportProblem], _ place: (Int) -> String) -> String {
        problems.map { importProblem($0, at: place($0.line)) }.joined(separator: "\n") + "\n" + notImported()
    }

    /// One thing that is wrong with a file, with its place.
    public func importProblem(_ problem: ImportProblem, at place: String) -> String {
        place + pick("：", ": ") + importProblem(problem.what)
    }

    /// What was taken earlier was a mistake there.
    public func fhirWithdrawn(_ path: String, seq: Int64) -> String {
        pick(
            "\(path)：此前导入的 #\(seq) 已在对方作废；核实后用 nicu strike \(seq) --reason …",
            "\(path): what was taken earlier as #\(seq) was a mistake there; if so here too, nicu strike \(seq) --reason …"
        )
    }

    /// What was taken earlier says something else now.
    public func fhirChanged(_ path: String, seq: Int64) -> String {
        pick(
            "\(path)：此前导入的 #\(seq) 在对方已更正；核实后用 nicu correct \(seq) … --reason …",
            "\(path): what was taken earlier as #\(seq) was changed there; if so here too, nicu correct \(seq) … --reason …"
        )
    }

    /// One fault; what stands where names and numbers of people stand is not repeated.
    func fhir(_ problem: FHIRProblem) -> String {
        let personal = [".name", ".telecom", ".address", ".contact", ".identifier", ".birthDate", ".fullUrl", ".text"]
        var what = problem.what
        if case .badForm(_, let type) = what, personal.contains(where: problem.path.contains) {
            what = .badForm("…", type: type)
        }
        return (problem.path.isEmpty ? "" : problem.path + pick("：", ": ")) + fhir(what)
    }

    private func fhir(_ what: FHIRProblem.What) -> String {
        switch what {
        case .json(let problem): importProblem(.json(problem))
        case .bundleType(let type): pick("类型为 \(type)：各版本不是现有事实", "is a \(type): versions are no facts as they stand")
        case .inactive: pick("该患者资料已停用", "the Patient is no longer in use there")
        case .notAResource: pick("不是资源：缺少 resourceType", "is no resource: resourceType is missing")
        case .wrongResource(let type, let expected):
            pick("是 \(type)，应为 \(expected)", "is a \(type) and should be a \(expected)")
        case .unknownElement: pick("此处没有这个元素", "there is no such element here")
        case .missing(let name): pick("缺少 \(name)", "\(name) is missing")
        case .listExpected: pick("应为数组", "must be a list")
        case .oneExpected: pick("应为单个值，不是数组", "must be one value, not a list")
        case .wrongType(let expected): pick("类型不对，应为 \(expected)", "is of another type; \(expected) belongs here")
        case .badForm(let text, let type): pick("“\(text)”不是 \(type)", "“\(text)” is no \(type)")
        case .notAllowed(let code, let allowed):
            pick(
                "“\(code)”不在代码表中（\(allowed.joined(separator: "、"))）",
                "“\(code)” is none of \(allowed.joined(separator: ", "))")
        case .empty: pick("为空；不允许空文字、空数组、空对象和 null", "is empty; empty texts, lists, objects and null are not allowed")
        case .twoOfChoice(let name): pick("\(name) 只能有一个", "only one \(name) may stand here")
        case .invariant(let name): pick("违反 FHIR 规则 \(name)", "breaks the rule \(name) of FHIR")
        case .danglingReference(let text): pick("指向文件中没有的“\(text)”", "points at “\(text)”, which is not in the file")
        case .twice(let text): pick("“\(text)”出现两次", "“\(text)” stands here for the second time")
        case .disagrees(let given, let expected):
            pick(
                "为 \(given)，而条目为 \(expected)：文件被改动",
                "says \(given) where the entry says \(expected): the file was changed")
        case .checksum: pick("条目与校验值不符：文件被改动", "the entries do not give the checksum: the file was changed")
        case .incomplete(let found, let expected):
            pick("有 \(found) 条，应为 \(expected) 条", "there are \(found) entries and should be \(expected)")
        case .form(let what): pick("无法读取（\(what)）", "cannot be read (\(what))")
        case .modifier(let url): pick("含未知的 modifierExtension \(url)", "carries an unknown modifierExtension \(url)")
        case .otherInfant(let given, let expected):
            pick("为 \(given)，本病历为 \(expected)：不是同一名患儿", "says \(given), this record \(expected): it is another infant")
        case .severalAtBirth:
            pick(
                "多胎之一：请先用 nicu admit 收治（--order、--sibling），再导入",
                "is one of several of a birth: admit the infant first (nicu admit --order, --sibling), then import")
        case .infants(let count):
            pick("文件中有 \(count) 名患者，应为 1 名", "the file is about \(count) patients and should be about one")
        case .entry(let what): what
        }
    }

    /// What was not taken from another system's file, one line each.
    public func fhirNotes(_ notes: [FHIRNote]) -> [String] {
        notes.map { ($0.path.isEmpty ? "" : $0.path + pick("：", ": ")) + fhirNote($0.why) }
    }

    private func fhirNote(_ why: FHIRNote.Why) -> String {
        switch why {
        case .type(let type): pick("\(type) 不读取，未导入", "the type \(type) is not read; it was not taken")
        case .absent: pick("所指内容不在文件中", "speaks of something that the file does not hold")
        case .request(let method):
            pick("是 \(method) 请求，不是事实，未导入", "is a request to \(method) and no fact; it was not taken")
        case .twice: pick("与文件中前一处相同，未再次导入", "says what an earlier place says; it was not taken again")
        case .contradicts: pick("与文件中另一处不一致，两者均未导入", "contradicts another place of the file; neither was taken")
        case .code(let code):
            code.isEmpty
                ? pick("没有可读的代码，未导入", "has no code that is read; it was not taken")
                : pick("代码“\(code)”不认识，未导入", "the code “\(code)” is not known and was not taken")
        case .status(let status):
            status.isEmpty
                ? pick("状态没有代码，未导入", "its status has no code; it was not taken")
                : pick("状态为 \(status)，未导入", "its status is \(status); it was not taken")
        case .element: pick("此元素未读取，其余已导入", "this element is not read; the rest was taken")
        case .value(let text):
            pick("数值或单位“\(text)”无法精确读取，未导入", "the value or unit “\(text)” is not read exactly and was not taken")
        case .time(let text):
            pick(
                "时间“\(text)”未精确到日或不是出生日，未导入",
                "the time “\(text)” is not known to the day, or not that of birth; it was not taken")
        case .modifier: pick("含会改变含义的元素，未导入", "carries an element that may change its meaning and was not taken")
        case .subject: pick("不是关于该患者，未导入", "is not about the patient of the file and was not taken")
        case .stay:
            pick(
                "外院住院经过不导入；本科住院用 nicu admit、nicu readmit 记录",
                "stays elsewhere are not taken; stays here are recorded with nicu admit and nicu readmit")
        case .held:
            pick("本病历已有此项，外来文件不替换", "this record has it already, and a file from elsewhere does not replace it")
        case .name:
            pick("姓名与联系方式不导入；用 nicu identity 录入", "names and addresses are not taken; enter them with nicu identity")
        }
    }

    /// How many things were not taken.
    public func fhirNotTaken(_ count: Int) -> String {
        pick("未导入 \(count) 项：", "not taken: \(count)")
    }

    /// Another system's file needs to be told whose it is.
    public func fhirNeedsInfant() -> String {
        pick(
            "这是其他系统的 FHIR 文件：请用 --infant 写明患儿代号",
            "this is another system's FHIR file: name the infant with --infant CODE")
    }

    /// `--new` is for one who is not here.
    public func infantIsHere(_ code: String) -> String {
        pick("\(code) 已在本病历：请去掉 --new", "\(code) is here already: leave --new out")
    }

    /// Infants of an export of the ward who are not in it.
    public func infantsLeftOut(_ count: Int) -> String {
        pick("未导出 \(count) 名已离院者；--all 可一并导出", "\(count) whose stay has ended are not in it; --all takes them in")
    }

    /// A file of this program names its infants itself.
    public func infantIsForForeign() -> String {
        pick(
            "--infant、--new 与 --check 只用于其他系统的 FHIR 文件",
            "--infant, --new and --check are for FHIR files of other systems")
    }

    /// With `--strict`, what was not taken refuses the file.
    public func fhirStrict() -> String {
        pick("--strict：有未读取的内容，", "--strict: there are things that were not read; ") + notImported()
    }

    /// A FHIR file of another program carries no record to hold it against.
    public func fhirHasNoRecord(_ path: String) -> String {
        pick("\(path) 不含本程序导出的病程，没有校验值可核对", "\(path) carries no record of this program and so no checksum")
    }

    /// What the check of an export found.
    public func fileVerified(_ manifests: [JSON], here: Int, differing: Int, of count: Int) -> String {
        guard !manifests.isEmpty else {
            return pick("文件不含校验值：", "the file carries no checksum: ")
                + entriesHere(here: here, differing: differing, of: count)
        }
        let records = manifests.map { "\($0["infant"]?.string ?? ""), \($0["head"]?.string ?? "")" }
        return pick("校验值相符（", "the checksum holds (") + records.joined(separator: "; ") + pick("）：", "): ")
            + entriesHere(here: here, differing: differing, of: count)
    }

    /// How the entries of a file stand to those of this record.
    func entriesHere(here: Int, differing: Int, of count: Int) -> String {
        let own =
            here == 0 && differing == 0
            ? pick("本病历没有其中的条目", "none of them is in this record")
            : pick(
                "本病历有其中 \(here) 条且内容相同，\(differing) 条不同",
                "\(here) of them are in this record as they stand there, \(differing) otherwise")
        return pick("\(count) 条；", "\(count) entries; ") + own
    }
}
