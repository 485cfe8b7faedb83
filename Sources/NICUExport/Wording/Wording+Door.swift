public import NICUCore

extension Wording {
    /// A new stay has a new hospital number.
    public func newHospitalNumber(_ code: String) -> String {
        pick("新的住院号请用 nicu identity \(code) 录入", "the new hospital number of this stay: nicu identity \(code)")
    }

    /// What stands on the band.
    public func band(_ text: String) -> String { pick("腕带：\(text)", "band: \(text)") }

    /// A verdict that an entry turned.
    public func verdictChange(_ change: VerdictChange, _ rules: RuleSet) -> String {
        let title = rules.criterion(change.id).map { pick($0.title.zh, $0.title.en) } ?? change.id
        return pick(
            "判定变化：\(title) \(verdict(change.from)) → \(verdict(change.to))（\(rules.id)）",
            "verdict: \(title) \(verdict(change.from)) → \(verdict(change.to)) (\(rules.id))")
    }

    /// A zone that is not there.
    public func noZone(_ name: String) -> String {
        pick(
            "没有时区“\(name)”；请写 IANA 名称，例如 Asia/Shanghai（需要系统的 tzdata）",
            "there is no time zone “\(name)”; write an IANA name such as Asia/Shanghai (from the system's tzdata)")
    }
    /// A clock time that cannot be read.
    public func noClock(_ text: String) -> String {
        pick("“\(text)”不是钟点；请写 07:00", "“\(text)” is not a time of day; write 07:00")
    }
    /// Shift hours that cannot be read.
    public func noShifts(_ text: String) -> String {
        pick(
            "“\(text)”不是三个班次的时刻；请写 08,16,00（日班、小夜班、大夜班）",
            "“\(text)” is not three shift hours; write 08,16,00 (day, evening, night)")
    }
    /// A ledger position that cannot be read.
    public func noPosition(_ text: String) -> String {
        pick("“\(text)”不是账本位置；请写 #1234", "“\(text)” is not a ledger position; write #1234")
    }
    /// A file that cannot be read.
    public func noFile(_ path: String) -> String { pick("无法读取文件 \(path)", "cannot read the file \(path)") }
    /// A file that cannot be written.
    public func cannotWrite(_ path: String) -> String {
        pick("无法写入 \(path)；没有写出任何内容", "cannot write \(path); nothing was written")
    }
    /// A name that is not in a closed list.
    public func notOneOf(_ what: String, _ value: String, _ allowed: [String]) -> String {
        pick("\(what) 不能为“\(value)”；可选：\(list(allowed))", "\(what) cannot be “\(value)”; one of: \(list(allowed))")
            + didYouMean(Spelling.nearest(value, among: allowed))
    }
    /// The question back after a misspelt word; nothing where no known word is near.
    func didYouMean(_ similar: [String]) -> String {
        similar.isEmpty ? "" : pick("；是否为 \(list(similar))？", "; did you mean \(list(similar))?")
    }
    /// A name that neither the program nor the unit's rule files know: the nearest ones, else all with the way to
    /// declare one's own.
    public func noName(_ kind: Vocabulary.Kind, _ typed: String, similar: [String], known: [String]) -> String {
        pick("没有名为“\(typed)”的\(self.kind(kind))", "there is no \(self.kind(kind)) “\(typed)”")
            + (similar.isEmpty
                ? pick(
                    "；可选：\(list(known))（本院自用名称写入规则文件的 \(kind.ownKey)）",
                    "; one of: \(list(known)) (a name of the unit's own is declared in a rule file's \(kind.ownKey))")
                : didYouMean(similar))
    }
    /// An odd number of words where pairs are asked.
    public func noPairs() -> String {
        pick("请成对写出：量 值，例如 length 38.5cm", "write pairs of quantity and value, for example: length 38.5cm")
    }
    /// A record was made.
    public func created(_ path: String, keys: String) -> String {
        pick(
            "已建立病历 \(path)；密钥在 \(keys)，请另行备份",
            "created the record \(path); its keys are in \(keys), keep a copy of them elsewhere")
    }
    /// Something was saved before.
    public func alreadySaved() -> String {
        pick("此前已保存（同一个键），没有重复记录", "already saved with this key; nothing was written twice")
    }
    /// `score` has one form of output.
    public func scoreIsCSV() -> String { pick("score 只输出 CSV，不能用 --json", "score writes CSV; --json is not for it") }
    /// An entry was saved.
    public func saved(_ written: Entry, in course: Course? = nil) -> String {
        let entry = written.told(in: zone)
        let day = entry.at.day
        let ages =
            course?.birth == nil || entry.code == nil
            ? ""
            : course.map {
                "  " + self.ages(day: $0.postnatalAge(on: day)?.days, postmenstrual: $0.postmenstrualAge(on: day))
            } ?? ""
        return pick("已保存 #\(entry.seq) ", "saved #\(entry.seq) ") + (entry.code.map { "\($0) " } ?? "")
            + entry.at.display + ages + "  " + self.entry(entry, in: course)
    }
    /// An export is never written over something.
    public func fileExists(_ path: String) -> String {
        pick("\(path) 已存在；请另取名，或先移走它", "\(path) already exists; choose another name or move it away")
    }
    /// An option that this use of the command does not know.
    public func optionDoesNotBelong(_ option: String, _ what: String) -> String {
        pick("\(option) 不能与 \(what) 同用", "\(option) does not go with \(what)")
    }
    /// An empty note.
    public func noText() -> String { pick("没有文字", "there is no text") }
    /// Lines are the ledger as known, whatever moment they speak of.
    public func linesHaveNoAsOf() -> String {
        pick(
            "ndjson 与 fhir 导出整个账本，只接受 --known-at", "ndjson and fhir hand on the whole ledger and take --known-at only")
    }
    /// Erasable text is never typed as an argument.
    public func sealedNotTyped(_ member: String) -> String {
        pick(
            "\(member) 是可擦除文字，不能写在命令行；请用 nicu identity 或 nicu note 重新记录，再删划旧条",
            "\(member) is erasable text and is not typed in a command; record it anew with nicu identity or nicu note and strike the old entry"
        )
    }
    /// No ages, so no chart.
    public func noChart(_ code: String) -> String {
        pick("“\(code)”没有胎龄，画不出曲线", "“\(code)” has no gestational age, so there is no chart")
    }
    /// Names go along with lines only.
    public func identityNeedsLines() -> String {
        pick(
            "--with-identity 只能与 --format ndjson 或 fhir 同用", "--with-identity goes with --format ndjson or fhir only")
    }
    /// The entry is saved, its meaning could not be computed.
    public func echoFailed() -> String {
        pick("已保存，但说明无法算出；请用 nicu show 查看", "saved, but what it means could not be computed; see nicu show")
    }
    /// The entry is saved, the screen did not take the answer.
    public func savedWithoutOutput() -> String {
        pick(
            "已保存，但输出写不完整；不要重复记录，请用 nicu show 查看",
            "saved, but the output could not be written; do not enter it again, see nicu show")
    }
    /// The entry is saved, its head is not yet signed.
    public func notSigned() -> String {
        pick(
            "已保存；锚文件暂时写不进，下一条命令会补签",
            "saved; the anchor file could not be written, the next command signs what is missing")
    }
    /// The access log takes no more.
    public func accessNotNoted(_ path: String) -> String {
        pick("查阅日志 \(path) 写不进，本次查阅未登记", "the access log \(path) could not be written; this read is not noted")
    }
    /// Lines of the anchor that a power cut may have left behind.
    public func anchorLinesUnreadable(_ count: Int) -> String {
        pick(
            "锚文件有 \(count) 行无法读取（断电可能留下半行）",
            "\(count) lines of the anchor cannot be read (a power cut may leave half a line)")
    }
    /// Nothing to change.
    public func nothingGiven() -> String { pick("没有给出要更正的内容", "nothing to correct was given") }
    /// An import is done.
    public func imported(_ new: Int, alreadyHere: Int) -> String {
        pick(
            "导入 \(new) 条，已存在 \(alreadyHere) 条",
            "imported \(new) \(new == 1 ? "entry" : "entries"), \(alreadyHere) already here")
    }
    /// An undo is done.
    public func undone(_ entries: [Entry], kept: [Entry] = []) -> String {
        pick("已撤销：", "undone: ")
            + entries.map { "#\($0.seq) \($0.code?.text ?? "") " + entry($0) }.joined(separator: pick("；", "; "))
            + (kept.isEmpty
                ? ""
                : pick("。他人已更改，保留不动：", ". Changed by others since, and left as they are: ")
                    + kept.map { "#\($0.seq) \($0.code?.text ?? "")" }.joined(separator: pick("；", "; ")))
    }
    /// What a discharge does not say.
    public func dischargeLacks(_ options: [String]) -> String {
        pick(
            "未记录：\(list(options))；可用 nicu correct 补充",
            "not recorded: \(list(options)); nicu correct adds it")
    }
    /// The default of `--as-of` after a stay.
    public func stayEnded(_ at: Moment, _ destination: Destination) -> String {
        pick(
            "住院已结束（\(term(destination.rawValue))，\(at.display)）；以该时刻为准",
            "the stay has ended (\(term(destination.rawValue)), \(at.display)); the answer is for that moment")
    }
    /// The answer is for a moment after the end of the stay.
    public func stayEndedBefore(_ at: Moment, _ destination: Destination) -> String {
        pick(
            "注意：住院已在此之前结束（\(term(destination.rawValue))，\(at.display)）",
            "note: the stay had ended before that moment (\(term(destination.rawValue)), \(at.display))")
    }
    /// No birth, so no growth.
    public func noBirth(_ code: String) -> String {
        pick("此时刻“\(code)”还没有有效的出生记录", "“\(code)” has no effective birth entry at that moment")
    }
    /// Reasons typed at the door of an erasable identity.
    public func identityPrompt(_ field: String) -> String { pick("\(field)（回车跳过）：", "\(field) (enter to skip): ") }
    /// Nothing was typed for an identity.
    public func noIdentity() -> String { pick("没有输入任何身份信息", "no identity was given") }
    /// The form of an identity file.
    public func identityForm() -> String {
        pick(
            "每行一个“name=…”、“hospital_number=…”、“record_number=…”、“guardian=…”或“alias=…”",
            "one line each: name=…, hospital_number=…, record_number=…, guardian=… or alias=…")
    }
    /// A change of dating moved every age.
    public func redated(from old: String, to new: String) -> String {
        pick(
            "胎龄由 \(old) 改为 \(new)；所有矫正胎龄和 z 值随之重算",
            "gestational age changed from \(old) to \(new); every PMA and z is recomputed")
    }
    /// The summary of a verification.
    public func verified(entries: Int64, head: LedgerHead, anchored: Int?, sealed: Bool) -> String {
        let chain = pick(
            "\(entries) 条，链完整，账本 \(head.fingerprint)", "\(entries) entries, chain intact, ledger \(head.fingerprint)")
        let author =
            anchored.map { pick("；\($0) 个签名属实（内容、顺序、来源）", "; \($0) signatures good (content, order, authorship)") }
            ?? pick("；没有公钥，只证明内容和顺序", "; no public key, so content and order only")
        return chain + author + (sealed ? pick("；封存文字相符", "; sealed texts agree") : "")
    }
    /// The question of the demonstration.
    public func notEmpty(_ path: String) -> String {
        pick("\(path) 已有内容；demo 只写入新的位置", "\(path) already exists; the demonstration writes only to a new place")
    }
    /// Standard output takes no more.
    public func noOutput() -> String {
        pick("输出写不完整；记录本身不受影响", "the output could not be written in full; the record is not affected")
    }
    /// The ward has no infants.
    public func noInfants() -> String { pick("没有婴儿", "no infants") }
}
