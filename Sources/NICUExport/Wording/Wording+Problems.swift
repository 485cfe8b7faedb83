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
        case .badSetting(let name, let value):
            pick("设置 \(name) 的值“\(value)”无效。", "“\(value)” is not a value for the setting \(name)")
        case .bodyProblem(let kind, let problem): term(kind) + pick("：", ": ") + body(problem)
        case .badLogin(let login):
            pick("登录名“\(login)”须为 2–64 个字母、数字或 . _ - @", "“\(login)” is no login: 2–64 letters, digits or . _ - @")
        case .roleForbids(let login, let role):
            pick("“\(login)”的角色（\(term(role))）不能做此事", "the role of “\(login)” (\(term(role))) does not allow this")
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
            problems.map { pick("第 \($0.line) 行：", "line \($0.line): ") + importProblem($0.what) }.joined(
                separator: "\n")
                + "\n" + pick("文件未导入，什么也没有保存。", "the file was not imported; nothing was saved")
        }
    }

    /// Why a fact cannot be.
    public func refusal(_ refusal: Assessment.Refusal) -> String {
        switch refusal {
        case .inTheFuture(let at, let now):
            pick(
                "\(at.display) 在将来（现在是 \(now.display)）；请检查 --at。",
                "\(at.display) lies in the future (now \(now.display)); check --at")
        case .beforeBirth(let at, let birth):
            pick(
                "\(at.display) 早于出生（\(birth.display)）；请检查 --at。",
                "\(at.display) is before birth (\(birth.display)); check --at")
        case .outsideRange(let quantity, let value, let possible):
            pick(
                "\(term(quantity.rawValue)) \(quantity.display(value)) 不可能：范围 \(quantity.digits(of: possible.lowerBound))–\(quantity.display(possible.upperBound))；请核对数值和单位。",
                "\(term(quantity.rawValue)) \(quantity.display(value)) is impossible: the range is \(quantity.digits(of: possible.lowerBound))–\(quantity.display(possible.upperBound)); check value and unit"
            )
        case .secondBirth(let code):
            pick(
                "“\(code)”已有出生记录，不能再出生一次。",
                "“\(code)” already has a birth; correct it instead of recording a second one")
        case .secondBirthWeight(let seq, let grams):
            pick(
                "已有出生体重 \(grams) g（第 \(seq) 条）；请更正该条。",
                "the birth weight is already recorded (\(grams) g, entry \(seq)); correct that entry")
        case .bornTooEarly(let at):
            pick("出生时间 \(at.display) 过早；请检查年份。", "a birth at \(at.display) is too long ago; check the year")
        case .birthAfterFacts(let at, let seq, let fact):
            pick(
                "出生时间 \(at.display) 晚于已有记录（第 \(seq) 条，\(fact.display)）。",
                "a birth at \(at.display) is later than entry \(seq) (\(fact.display))")
        case .shiftNotBegun(let shift):
            pick("班次 \(shift) 尚未开始，不能回顾。", "shift \(shift) has not begun, so it cannot be reviewed")
        case .shiftBeforeBirth(let shift):
            pick("班次 \(shift) 早于出生。", "shift \(shift) ended before birth")
        case .shiftReviewed(let shift, 0):
            pick("班次 \(shift) 已有回顾。", "shift \(shift) is already reviewed")
        case .shiftNotOver(let shift):
            pick("班次 \(shift) 尚未结束；请在最后一小时内或结束后回顾。", "shift \(shift) is not over; review it in its last hour or later")
        case .shiftReviewed(let shift, let seq):
            pick(
                "班次 \(shift) 已有回顾（第 \(seq) 条）；请更正该条。",
                "shift \(shift) is already reviewed (entry \(seq)); correct that entry")
        case .afterStay(let at, let end, let destination):
            pick(
                "\(at.display) 晚于住院结束（\(term(destination.rawValue))，\(end.display)）；请检查 --at，之后的随访值用 --role reported。",
                "\(at.display) is after the stay ended (\(term(destination.rawValue)), \(end.display)); check --at; a value from elsewhere takes --role reported"
            )
        case .stayEnded(let at, let seq):
            pick(
                "住院已于 \(at.display) 结束（第 \(seq) 条）；请更正该条。",
                "the stay already ended at \(at.display) (entry \(seq)); correct that entry")
        case .notBorn(let code): pick("“\(code)”没有有效的出生记录。", "“\(code)” has no effective birth entry")
        }
    }

    /// What is wrong with a body.
    public func body(_ problem: BodyProblem) -> String {
        switch problem {
        case .notAnObject: pick("body 应为 JSON 对象", "the body is not a JSON object")
        case .missing(let member): pick("缺少 \(member)", "\(member) is missing")
        case .unknownMember(let member): pick("不认识的成员 \(member)", "\(member) is not a known member")
        case .wrongType(let member, let expected): pick("\(member) 应为：\(expected)", "\(member) must be \(expected)")
        case .notAllowed(let member, let value, let allowed):
            pick(
                "\(member) 不能为“\(value)”；可选：\(list(allowed))",
                "\(member) cannot be “\(value)”; one of: \(list(allowed))")
        case .outOfRange(let member, let value, let range):
            pick("\(member) \(value) 超出 \(range)", "\(member) \(value) is outside \(range)")
        case .surplusDigits(let member, let value, let decimals):
            pick("\(member) \(value) 的小数超过 \(decimals) 位", "\(member) \(value) has more than \(decimals) decimals")
        case .wrongUnit(let member, let value, let expected):
            pick("\(member) 应为 \(expected)，不是“\(value)”", "\(member) must be \(expected), not “\(value)”")
        case .unreadableTime(let member, let value):
            pick("\(member)“\(value)”不是时间", "\(member) “\(value)” is not a time")
        case .tooLong(let member, let limit):
            pick("\(member) 超过 \(limit) 个字符", "\(member) is longer than \(limit) characters")
        case .empty(let member): pick("\(member) 为空", "\(member) is empty")
        case .conflict(let member, let with): pick("\(member) 中“\(with)”重复", "\(member) names “\(with)” twice")
        }
    }

    private func importProblem(_ what: ImportProblem.What) -> String {
        switch what {
        case .json(let problem): json(problem)
        case .notAnObject: pick("不是 JSON 对象", "not a JSON object")
        case .missingMember(let name): pick("缺少 \(name)", "\(name) is missing")
        case .unknownMember(let name): pick("不认识的成员 \(name)", "\(name) is not a known member")
        case .badMember(let name, let value): pick("\(name)“\(value)”无效", "\(name) “\(value)” is not valid")
        case .time(let name, let problem): name + pick("：", ": ") + moment(problem)
        case .body(let kind, let problem): kind + pick("：", ": ") + body(problem)
        case .unknownInfant(let code):
            pick("本病历没有“\(code)”，文件里也没有其出生记录", "no infant “\(code)” in this record and no birth before this line")
        case .unknownEntry(let id): pick("所更正的条目 \(id) 不在", "the entry \(id) it corrects is not here")
        case .differs(let id): pick("条目 \(id) 已存在而内容不同", "the entry \(id) is already here with another content")
        case .record(let inner): problem(inner)
        }
    }

    /// What is wrong with a JSON text.
    public func json(_ problem: JSON.Problem) -> String {
        switch problem {
        case .unexpected(let offset): pick("第 \(offset + 1) 字节处不是 JSON", "not JSON at byte \(offset + 1)")
        case .unexpectedEnd: pick("JSON 不完整（文件被截断？）", "the JSON ends too early (a truncated file?)")
        case .duplicateMember(let name): pick("成员 \(name) 重复", "the member \(name) stands twice")
        case .tooDeep: pick("嵌套过深", "nested too deeply")
        case .exponent(let offset): pick("第 \(offset + 1) 字节处的数用了指数", "a number with an exponent at byte \(offset + 1)")
        case .numberTooLong(let offset):
            pick("第 \(offset + 1) 字节处的数过长", "a number with too many digits at byte \(offset + 1)")
        case .notUTF8: pick("文字不是 UTF-8", "the text is not UTF-8")
        }
    }

    /// Why a text is not a time.
    public func moment(_ problem: Moment.Problem) -> String {
        switch problem {
        case .unreadable(let text):
            pick(
                "“\(text)”不是时间；例如 2024-08-20T06:00、06:00、yesterday 22:30、90 min ago",
                "“\(text)” is not a time; try 2024-08-20T06:00, 06:00, “yesterday 22:30” or “90 min ago”")
        case .noSuchDay(let text): pick("没有 \(text) 这一天", "there is no day \(text)")
        case .noSuchTime(let text): pick("没有 \(text) 这个时刻", "there is no time \(text)")
        case .skipped(let text, let before, let after):
            pick(
                "\(text) 在本地时钟上不存在（\(before) 变为 \(after)）；请写明偏移",
                "\(text) does not exist on the unit's clock (\(before) became \(after)); write the offset")
        case .repeated(let text, let first, let second):
            pick(
                "\(text) 在本地时钟上出现两次（\(first) 和 \(second)）；请写明偏移",
                "\(text) occurs twice on the unit's clock (\(first) and \(second)); write the offset")
        }
    }

    /// Why a text is not a quantity.
    public func quantity(_ problem: QuantityText.Problem, text: String) -> String {
        let shown = "“\(text)”"
        func at(_ column: Int) -> String { pick("第 \(column) 列", "column \(column)") }
        switch problem {
        case .empty: return pick("没有数值", "there is no value")
        case .noUnit(let quantity):
            return pick(
                "\(shown) 没有单位；请写明，例如 \(example(quantity))",
                "\(shown) has no unit; write it, for example \(example(quantity))")
        case .notANumber(let column):
            return pick("\(shown) \(at(column))不是数字", "\(shown) is not a number at \(at(column))")
        case .decimalComma(let column):
            return pick("\(shown) \(at(column))有逗号；请用小数点", "\(shown) has a comma at \(at(column)); use a decimal point")
        case .foreignDigit(let column):
            return pick(
                "\(shown) \(at(column))不是半角数字",
                "\(shown) has a digit that is not 0–9 at \(at(column)); type plain digits")
        case .negative(let column): return pick("\(shown) \(at(column))为负", "\(shown) is negative at \(at(column))")
        case .surplusDigits(let column, let unit, let decimals):
            return pick(
                "\(shown) \(at(column))起的小数过多：\(unit) 最多 \(decimals) 位",
                "\(shown) has too many decimals from \(at(column)): \(unit) takes \(decimals)")
        case .unknownUnit(let unit, let column, let quantity):
            return pick(
                "\(shown) \(at(column))的单位“\(unit)”不认识；例如 \(example(quantity))",
                "\(shown) has the unknown unit “\(unit)” at \(at(column)); for example \(example(quantity))")
        case .tooLong(let column):
            return pick("\(shown) \(at(column))起的数过长", "\(shown) has too many digits from \(at(column))")
        }
    }

    /// Why a text is not a gestational age.
    public func gestationalAge(_ problem: GestationalAge.Problem) -> String {
        switch problem {
        case .unreadable(let text): pick("“\(text)”不是胎龄；请写 27+3", "“\(text)” is not a gestational age; write 27+3")
        case .daysBeyondWeek(let text): pick("“\(text)”的天数应为 0–6", "the days of “\(text)” must be 0–6")
        case .outOfRange(let text): pick("胎龄“\(text)”不在 20+0–44+0", "“\(text)” is outside 20+0–44+0")
        }
    }

    private func example(_ quantity: Quantity) -> String {
        switch quantity {
        case .weight: "1520g"
        case .length: "38.5cm"
        case .head: "27.2cm"
        case .temperature: "36.8C"
        case .heartRate, .respiratoryRate: "140/min"
        case .spo2: "97%"
        }
    }
}
