public import NICUCore

extension Wording {
    /// One clear sentence for what the record refused: what was wrong, where, and what to do.
    public func problem(_ problem: RecordProblem) -> String {
        switch problem {
        case .recordMissing(let path):
            pick(
                "没有找到病历文件 \(path)；请先运行 nicu init，或用 --db 指明。",
                "there is no record at \(path); run `nicu init` first, or name it with --db")
        case .recordExists(let path):
            pick("\(path) 已存在；init 不会覆盖，请另选位置。", "\(path) already exists; init never overwrites, choose another place")
        case .notARecord(let path): pick("\(path) 不是 nicu 病历文件。", "\(path) is not a nicu record")
        case .newerSchema(let path, let found, let known):
            pick(
                "\(path) 的版式 \(found) 比本程序（\(known)）新；请更新程序。",
                "\(path) has schema \(found), newer than this program's \(known); update the program")
        case .notWritable(let path):
            pick(
                "无法写入 \(path)；请检查文件夹权限。什么也没有保存。",
                "cannot write \(path); check the folder's permissions. Nothing was saved")
        case .folderOpenToOthers(let path, let mode):
            pick(
                "文件夹 \(path)（权限 \(mode)）他人可进入；请用专用文件夹，或运行 chmod 700。",
                "the folder \(path) (mode \(mode)) is open to others; use a folder of its own or run chmod 700 on it")
        case .fileOpenToOthers(let path, let mode):
            pick(
                "文件 \(path)（权限 \(mode)）他人可读；请运行 chmod 600。",
                "the file \(path) (mode \(mode)) is open to others; run chmod 600 on it")
        case .pragma(let name, let wanted, let got):
            pick(
                "SQLite 的 \(name) 为 \(got)，应为 \(wanted)；不能保证写入安全，已停止。",
                "SQLite's \(name) is \(got) and must be \(wanted); durability cannot be had, so nothing was started")
        case .diskFull(let path):
            pick(
                "磁盘已满，\(path) 未作任何更改；请腾出空间后重试。",
                "the disk is full and \(path) is unchanged; free some space and try again")
        case .busy(let path): pick("\(path) 正被占用超过 10 秒；请重试。", "\(path) was locked for more than 10 s; try again")
        case .damaged(let path, let detail):
            pick("\(path) 已损坏（\(detail)）；请用备份恢复。", "\(path) is damaged (\(detail)); restore it from a backup")
        case .database(let detail):
            pick("数据库拒绝了操作（\(detail)）；什么也没有保存。", "the database refused (\(detail)); nothing was saved")
        case .notKnownSaved(let key) where key.isEmpty:
            pick(
                "不能确定是否已保存！请先用 nicu show 或 timeline 核对，再决定是否重复。",
                "NOT KNOWN SAVED: look with nicu show or timeline before you repeat it")
        case .notKnownSaved(let key):
            pick(
                "不能确定是否已保存！请用同一个键重试：--key \(key)", "NOT KNOWN SAVED: repeat the command with the same key: --key \(key)"
            )
        case .keysMissing(let path):
            pick(
                "找不到密钥文件夹 \(path)；没有密钥不能写入，请用 --keys 指明。",
                "the keys are not at \(path); nothing can be written without them, name their folder with --keys")
        case .notReceived(let seq):
            pick("第 \(seq) 条不是设备发来待接收的数值。", "entry \(seq) is not a value that a device sent and nobody accepted")
        case .nothingToRedo(let by): pick("\(by) 没有可重做的操作。", "\(by) has nothing to redo")
        case .nothingToConfirm(let seq):
            pick(
                "第 \(seq) 条没有更正或删划，无可确认。",
                "entry \(seq) was neither corrected nor struck, so there is nothing to confirm")
        case .keysUnreadable(let path): pick("密钥或锚文件 \(path) 无法读取。", "the key or anchor file \(path) cannot be read")
        case .anchorAhead(let anchored, let head):
            pick(
                "锚文件已到第 \(anchored) 条，病历只有 \(head) 条：文件可能被旧版本替换，已停止。",
                "the anchor has seen entry \(anchored) but the record ends at \(head): it was rolled back, and nothing was started"
            )
        case .anchorDisagrees(let position):
            pick(
                "锚文件与病历在第 \(position) 条不一致；请运行 nicu verify。",
                "anchor and record disagree at entry \(position); run `nicu verify`")
        case .unknownClinician(let login):
            pick(
                "“\(login)”不是登记的人员；请用 --by 指明，或由管理员运行 nicu clinician add。",
                "“\(login)” is not a registered clinician; name one with --by or NICU_BY, or have them added with `nicu clinician add`"
            )
        case .retiredClinician(let login):
            pick("“\(login)”已停用，不能再记录。", "“\(login)” is retired and cannot write any more")
        case .clinicianExists(let login): pick("“\(login)”已登记为该角色。", "“\(login)” is already registered in that role")
        case .notAPhysician(let login): pick("“\(login)”不是医师，不能确认。", "“\(login)” is not a physician and cannot confirm")
        case .badCode(let code):
            pick(
                "“\(code)”不是合格的代号：小写字母开头，2–32 个小写字母、数字或连字符。",
                "“\(code)” is not a code: 2–32 lower-case letters, digits and hyphens, beginning with a letter")
        case .unknownInfant(let code, let similar):
            pick("没有代号为“\(code)”的婴儿", "no infant has the code “\(code)”")
                + (similar.isEmpty
                    ? pick("；运行 nicu list 查看。", "; see `nicu list`")
                    : pick("；相近的有：\(list(similar))。", "; similar: \(list(similar))"))
        case .infantExists(let code):
            pick("代号“\(code)”已有出生记录；代号从不重用。", "“\(code)” has a birth already; a code is never reused")
        case .codeTooClose(let code, let other):
            pick(
                "代号“\(code)”与“\(other)”只差一个字符；请另选。",
                "“\(code)” differs from “\(other)” by one character only; choose another code")
        case .siblingFirstLetter(let code, let sibling):
            pick(
                "代号“\(code)”与同胞“\(sibling)”首字母相同；请另选。",
                "“\(code)” begins like its sibling “\(sibling)”; choose a code with another first letter")
        case .refused(let refusals):
            refusals.map(refusal).reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
                .joined(separator: pick("；", "; "))
        case .noSuchEntry(let seq): pick("没有第 \(seq) 条记录。", "there is no entry \(seq)")
        case .entryOfTheUnit(let seq):
            pick("第 \(seq) 条是科室设置，不能这样更正。", "entry \(seq) is about the unit and is not corrected this way")
        case .alreadyCorrected(let seq, let by):
            pick(
                "第 \(seq) 条已被第 \(by) 条更正；请更正第 \(by) 条。",
                "entry \(seq) was already corrected by \(by); correct \(by) instead")
        case .alreadyStruck(let seq, let by):
            pick("第 \(seq) 条已被第 \(by) 条删划；请重新记录。", "entry \(seq) was already struck out by \(by); record the fact anew")
        case .cannotCorrect(let seq, let kind):
            pick("第 \(seq) 条（\(term(kind))）不能更正。", "entry \(seq) (\(term(kind))) cannot be corrected")
        case .correctionChangesKind(let seq, let from, let to):
            pick(
                "第 \(seq) 条是\(term(from))，不能更正为\(term(to))。",
                "entry \(seq) is a \(term(from)) and cannot become a \(term(to))")
        case .confirmationAlreadyThere(let seq):
            pick("第 \(seq) 条的删划已有医师确认。", "the strike of entry \(seq) is already confirmed")
        case .othersEvent(let seq, let by):
            pick("第 \(seq) 条是 \(by) 记录的事件，不能撤销。", "entry \(seq) is an event recorded by \(by) and is not undone")
        case .reasonMissing: pick("请用 --reason 写明原因。", "say why with --reason")
        case .keyReused(let key): pick("键“\(key)”已用于另一内容。", "the key “\(key)” was already used for something else")
        case .nothingToUndo(let by): pick("\(by) 没有可撤销的操作。", "\(by) has nothing to undo")
        case .unitNotUndone(let seq):
            pick(
                "你的上一次操作（第 \(seq) 条）是科室设置，不能撤销；请重新设置。",
                "your last operation (entry \(seq)) is about the unit and is not undone; set it anew")
        case .changedByOther(let seq, let by, let change):
            pick(
                "你的上一条记录（第 \(seq) 条）已被 \(by) 更正或删划，不能撤销；如现行的第 \(change) 条有误，请更正它。",
                "your last entry (\(seq)) was corrected or struck by \(by) since and is not undone; what stands is entry \(change), correct that one if it is wrong"
            )
        case .badSetting(let name, let value):
            pick("设置 \(name) 的值“\(value)”无效。", "“\(value)” is not a value for the setting \(name)")
        case .bodyProblem(let kind, let problem): term(kind) + pick("：", ": ") + body(problem)
        case .badLogin(let login):
            pick("登录名“\(login)”须为 2–64 个字母、数字或 . _ - @", "“\(login)” is no login: 2–64 letters, digits or . _ - @")
        case .roleForbids(let login, let role, let act):
            pick(
                "\(login) 的角色是\(term(role))，不能\(self.act(act))；需要：\(list(RoleGrant.Role.allCases.filter { $0.may(act) }.map { term($0.rawValue) }))",
                "\(login) is \(term(role)) and may not \(self.act(act)); it takes \(list(RoleGrant.Role.allCases.filter { $0.may(act) }.map { term($0.rawValue) }))"
            )
        case .checkLetterMissing(let code):
            pick(
                "“\(code)”是多胎之一：请核对腕带并加上校验字母 --check 字母（出生日期不能区分同胞）。什么也没有保存。",
                "“\(code)” is one of several: read the band and add its letter, --check LETTER. Nothing was saved")
        case .checkLetterWrong(let code, let given):
            pick(
                "校验字母“\(given)”不属于“\(code)”：请核对腕带。什么也没有保存。",
                "the letter “\(given)” is not that of “\(code)”: read the band again. Nothing was saved")
        case .secondIdentifierMissing(let code):
            pick(
                "秤发来的数值须核对腕带：加上“\(code)”的校验字母 --check 字母，单胎可用出生日期。什么也没有保存。",
                "a value that a scale sent takes the band: --check LETTER of “\(code)”, or the day of birth of one alone. Nothing was saved"
            )
        case .birthDayWrong(let code, let given):
            pick(
                "“\(code)”不是 \(given) 出生：请核对腕带。什么也没有保存。",
                "“\(code)” was not born on \(given): read the band again. Nothing was saved")
        case .orderMissing(let code):
            pick(
                "“\(code)”有同胞：请写明胎次 --order，如 2/2。",
                "“\(code)” has siblings: say which it is with --order, such as 2/2")
        case .orderTaken(let order, let by):
            pick(
                "第 \(order) 胎已是“\(by)”；请核对 --order。", "number \(order) of this birth is “\(by)” already; check --order")
        case .roundClosed:
            pick(
                "这次称重已在别处结束；已保存的不变。", "this round was closed elsewhere; what was saved stays saved")
        case .siblingLetter(let code, let sibling):
            pick(
                "“\(code)”与同胞“\(sibling)”的校验字母相同；请另取代号。",
                "“\(code)” has the same check letter as its sibling “\(sibling)”; choose another code")
        case .questions(let asked): questions(asked)
        case .importAsks(let asked):
            imported(asked.map { ($0.entry, $0.question) }).joined(separator: "\n") + "\n"
                + pick("因 --strict 什么也没有写入。", "nothing was written, since --strict was given")
        case .secondMissing:
            pick(
                "本科室要求第二人核对：--second 登录名。什么也没有保存。",
                "the unit wants a second clinician: --second LOGIN. Nothing was saved")
        case .secondIsFirst(let login):
            pick("第二人不能是 \(login) 本人。", "the second clinician cannot be \(login) again")
        case .lastAdministrator(let login):
            pick("“\(login)”是最后一位管理员；请先任命另一位", "“\(login)” is the last administrator; name another one first")
        case .badKey:
            pick("--key 须为 1–200 个可见字符", "a --key has 1–200 visible characters")
        case .controlCharacter(let member):
            pick("\(member) 含有控制字符；请去掉后重试", "\(member) holds a control character; leave it out and try again")
        case .nothingChanged(let seq):
            pick("更正与第 \(seq) 条相同；什么也没有改变", "the correction says what entry \(seq) already says")
        case .memberFixed(let seq, let member):
            pick(
                "第 \(seq) 条的 \(member) 不能更正；请删划后重新记录",
                "\(member) of entry \(seq) cannot be corrected; strike the entry and record it anew")
        case .birthHasFacts(let seq, let fact):
            pick(
                "第 \(seq) 条是出生记录，还有其他有效记录（如第 \(fact) 条）；出生只能更正，不能删划或撤销",
                "entry \(seq) is the birth, and other entries stand on it (such as \(fact)); a birth is corrected, not struck or undone"
            )
        case .confirmationNotUndone(let seq):
            pick(
                "最后一步是对删划的确认（第 \(seq) 条），不能撤销；如事实属实，请重新记录",
                "the last step confirmed a strike (entry \(seq)) and is not undone; if the fact was true, record it anew"
            )
        case .overtaken(let seq, let questions):
            (questions.map(question) + [
                pick(
                    "病历已有新的记录，第 \(seq) 条不能照样恢复；请重新录入",
                    "the record went on meanwhile and entry \(seq) is not simply done again; enter it anew")
            ]).joined(separator: pick("；", "; "))
        case .siblingsDiffer(let code, let sibling, .count(let own, let theirs)):
            pick(
                "“\(code)”为 \(own) 胎之一，同胞“\(sibling)”记为 \(theirs) 胎之一；请核对 --order",
                "“\(code)” is one of \(own), its sibling “\(sibling)” one of \(theirs); check --order")
        case .siblingsDiffer(let code, let sibling, .days(let days)):
            pick(
                "“\(code)”与“\(sibling)”的出生时间和胎龄推算的受孕相差 \(days) 天，不是同一次妊娠；请核对 --born、--ga、--sibling",
                "birth and age put the beginnings of “\(code)” and “\(sibling)” \(days) days apart, which is no one pregnancy; check --born, --ga and --sibling"
            )
        case .reference(let problem): reference(problem)
        case .rules(let problem): rules(problem)
        case .positionAhead(let position, let head):
            pick("账本只到 #\(head)，没有 #\(position)", "the ledger ends at #\(head), there is no #\(position) yet")
        case .unitEntryImported(let kind):
            pick("\(kind) 属于科室设置，不能导入", "\(kind) is about the unit and is not imported; set it in this record")
        case .otherInfant(let seq):
            pick("所更正的第 \(seq) 条属于另一名婴儿", "entry \(seq), which it corrects, is about another infant")
        case .textDisagrees(let entry, let field):
            pick(
                "身份文件中条目 \(entry) 的 \(field) 与摘要不符；未导入任何内容",
                "the text of \(field) of entry \(entry) does not give its digest; nothing was imported")
        case .importLines(let problems):
            importProblems(problems) { pick("第 \($0) 行", "line \($0)") }
        }
    }
}
