public import NICUCore

/// What a weigh-round says.
extension Wording {
    /// The keys that give the reasons why an infant is not weighed.
    public static let omissionKeys: [(key: Character, why: Omission.Why)] = [
        ("l", .later), ("m", .minimalHandling), ("u", .unstable), ("s", .scale), ("a", .away), ("r", .refused),
    ]

    /// The reason that was typed: its key, its name, or its words as the sheet prints them in either language.
    public static func omission(_ typed: some Sequence<String>) -> Omission.Why? {
        let words = typed.map { $0.lowercased() }
        if words.count > 1, words[0].count == 1, let key = omission(words.prefix(1)) {
            return omission(words.dropFirst()) == key ? key : nil
        }
        let text = words.joined(separator: " ")
        if let found = omissionKeys.first(where: { String($0.key) == text }) { return found.why }
        if let found = Omission.Why(rawValue: ShortNames.plain(words.joined(separator: "_"))) { return found }
        // Sheets were printed with the shorter word.
        if text == "不稳" { return .unstable }
        return Omission.Why.allCases.first { why in
            [Language.zh, .en].contains { Wording($0).term(why.rawValue) == text }
        }
    }

    /// The reasons with their keys, as the sheet and the prompt name them.
    func omissionReasons() -> String {
        Wording.omissionKeys.map { "\($0.key) \(term($0.why.rawValue))" }.joined(separator: "  ")
    }

    /// A dash without a reason, or with one that is none.
    public func roundNoReason(_ typed: String) -> String {
        typed.isEmpty
            ? pick("- 后面须有原因：\(omissionReasons())", "a reason belongs behind the dash, one of: \(omissionReasons())")
            : pick(
                "“\(typed)”不是未称的原因；可用：\(omissionReasons())",
                "“\(typed)” is no reason for not weighing; one of: \(omissionReasons())")
    }

    /// What stands behind the unit of a line and is no token.
    public func roundBehindUnit(_ words: String) -> String {
        pick(
            "单位后只能是确认码（A–Z、2–7 共四位）和原因，不能是“\(words)”；本行未保存。如有两个读数，只留一个",
            "behind the unit stands nothing but a token (four of A–Z and 2–7) and then a reason, not “\(words)”; the line was not saved. Of two readings leave one"
        )
    }

    /// What was read as a token where nothing was asked.
    public func roundTokenUnused(_ token: String) -> String {
        pick(
            "“\(token)”被当作确认码，但该值无需确认；请核对该行",
            "“\(token)” was read as a token, but nothing was asked about the value; look at the line")
    }

    /// Another reading of the same file has closed the round.
    public func roundClosedMeanwhile() -> String {
        pick("本次称重已由同时进行的另一次读取结束。", "another reading at the same time has closed the round")
    }

    /// The first line of a round.
    public func roundBegins(_ count: Int, due: Int) -> String {
        pick(
            "晨间称重：\(count) 名婴儿，按计划应称 \(due) 名。? 说明",
            "weigh-round: \(count) infants, \(due) due by their plans. ? explains")
    }

    /// A round in which nobody is to be weighed.
    public func roundNobodyDue(_ count: Int) -> String {
        pick(
            "\(count) 名婴儿按计划都不需再称；另称一名请用 nicu weigh。",
            "none of the \(count) infants is due by its plan; nicu weigh takes another weight")
    }

    /// Everybody who was due is done.
    public func roundAllDue() -> String {
        pick("按计划应称的都已完成；可继续扫描，. 结束", "everybody who is due is done; scan on, or . to end")
    }

    /// A line that was saved by an earlier reading.
    public func roundAlready(_ entry: Entry) -> String {
        let what = (entry.body as? Measurement).map { "\($0.value) g" } ?? self.entry(entry)
        return pick(
            "\(entry.code?.text ?? "") \(what) 早已保存（第 \(entry.seq) 条，\(entry.at.display)）；如确系另一次称重，请用 nicu weigh",
            "\(entry.code?.text ?? "") \(what) was saved before (entry \(entry.seq), \(entry.at.display)); nicu weigh if it is another weight"
        )
    }

    /// Questions about a line of a round's file, and how the line answers them.
    public func roundAsks(_ asked: [AskedQuestions]) -> String {
        let needsReason = asked.contains { $0.questions.needReason }
        let tokens = asked.map(\.token).joined(separator: ",")
        let second = asked.contains(where: \.needsSecond)
        return
            (asked.flatMap { sentences($0.questions) } + [
                second
                    ? pick(
                        "未保存；核对无误请用 nicu weigh --confirm \(tokens) --reason 原因 --second 第二人",
                        "not saved; if it is right: nicu weigh --confirm \(tokens) --reason … --second LOGIN")
                    : pick(
                        "未保存；核对无误请在该行末尾加 \(tokens)\(needsReason ? " 原因" : "")，存疑请用 nicu weigh --unconfirmed",
                        "not saved; if it is right, end the line with \(tokens)\(needsReason ? " REASON" : ""); in doubt: nicu weigh --unconfirmed"
                    )
            ]).joined(separator: "\n")
    }

    /// The first line of a round that goes on.
    public func roundResumed(begun: Instant, done: Int, left: Int) -> String {
        pick(
            "接着 \(time(begun)) 开始的称重：已完成 \(done) 名，余 \(left) 名。",
            "going on with the round begun at \(time(begun)): \(done) done, \(left) left")
    }

    /// The prompt in bed order.
    public func roundPrompt() -> String { pick("校验字母和体重（如 K 2425g）：", "letter and weight (K 2425g): ") }

    /// The prompt where the band is scanned.
    public func roundScanPrompt() -> String {
        pick("扫描腕带或输入 代号 字母 体重（. 结束）：", "scan the band, or CODE LETTER WEIGHT (. ends): ")
    }

    /// The prompt for the weight of a scanned infant.
    public func roundWeightPrompt(_ code: InfantCode) -> String { pick("\(code) 体重：", "weight of \(code): ") }

    /// What `?` answers.
    public func roundHelp() -> [String] {
        [
            pick(
                "K 2425g：腕带校验字母和体重，数值带单位，立即保存",
                "K 2425g: the letter on the band and the weight with its unit; saved at once"),
            pick("-：不称，再按一键说明原因：", "-: not weighed; one key says why:"),
            "   " + omissionReasons(),
            pick("<：回到上一名；本次已有记录则撤回", "<: back to the infant before; what this round has of it is taken back"),
            pick("直接回车：留到最后，走完一遍后再回来", "Enter alone: leave it for the end; the round comes back to it"),
            pick(".：到此为止，列出未称的，再选择结束或继续", ".: end here; says who is left, then closes or goes on"),
            pick("q：暂停，已保存的不变，nicu round 接着做", "q: stop; what is saved stays, nicu round goes on"),
            pick("也可以扫描另一名婴儿的腕带跳到该名", "the band of another infant takes you to that infant"),
        ]
    }

    /// What `?` answers where bands are scanned or lines are read from paper.
    public func roundScanHelp() -> [String] {
        [
            pick(
                "扫描腕带（an-an G），再输入带单位的体重；立即保存",
                "scan the band (an-an G), then the weight with its unit; saved at once"),
            pick(
                "或一行写完：代号 校验字母 体重，如 an-an G 1234g",
                "or all in one line: CODE LETTER WEIGHT, such as an-an G 1234g"),
            pick(
                "未称：代号 校验字母 - 原因，如 an-an G - m；原因：", "not weighed: CODE LETTER - REASON, such as an-an G - m; reasons:"),
            "   " + omissionReasons(),
            pick("<：撤回本次最后一条", "<: take back the last entry of this round"),
            pick(".：到此为止，列出未称的，再选择结束或继续", ".: end here; says who is left, then closes or goes on"),
            pick("q：暂停，已保存的不变，nicu round 接着做", "q: stop; what is saved stays, nicu round goes on"),
        ]
    }

    /// What `?` answers where the weight of a scanned infant is still to come.
    public func roundWeightHelp() -> [String] {
        [
            pick("2425g：体重，数值带单位，立即保存", "2425g: the weight with its unit; saved at once"),
            pick("- 或 - m：不称，说明原因：", "- or - m: not weighed, and why:"),
            "   " + omissionReasons(),
            pick("< 或直接回车：回到扫描，不保存", "< or Enter alone: back to the scan, nothing is saved"),
            pick("扫描另一名婴儿的腕带：改称该名", "the band of another infant: that infant instead"),
            pick(".：到此为止   q：暂停", ".: end here   q: stop for now"),
        ]
    }

    /// A code without its letter.
    public func roundNoLetter(_ code: InfantCode) -> String {
        pick("\(code) 缺少校验字母：请扫描腕带，或输入 代号 字母 体重", "\(code) without its letter: scan the band, or CODE LETTER WEIGHT")
    }

    /// A weight without an infant.
    public func roundWhose() -> String {
        pick("这是谁的体重？请先扫描腕带，或输入 代号 字母 体重", "whose weight is it? scan the band first, or CODE LETTER WEIGHT")
    }

    /// What cannot be read where a band is expected.
    public func roundScanFormat() -> String {
        pick("看不懂；请扫描腕带，或输入 代号 字母 体重（? 说明）", "that cannot be read: scan the band, or CODE LETTER WEIGHT (? explains)")
    }

    /// Back to the scan without a weight.
    public func roundNotWeighedYet(_ code: InfantCode) -> String {
        pick("\(code) 没有保存体重。", "no weight of \(code) was saved")
    }

    /// The round has nothing that could be taken back.
    public func roundNothingBack() -> String { pick("本次没有可撤回的记录。", "this round has nothing to take back") }

    /// The round comes back to those who were left for the end.
    public func roundAgain(_ codes: [InfantCode]) -> String {
        pick(
            "已走完一遍；回到留到最后的 \(codes.count) 名：\(list(codes.map(\.text)))",
            "all beds passed; back to those left for the end (\(codes.count)): \(list(codes.map(\.text)))")
    }

    /// Today's weight is there already, and who entered it.
    func weighedAlready(_ grams: Int, at: Moment, by login: String) -> String {
        pick(
            "\(login) 今天已称：\(grams) g（\(at.display)）", "weighed already today by \(login): \(grams) g (\(at.display))")
    }

    /// Why the infant was not weighed today, who said so and when.
    func notWeighedToday(_ omission: (entry: Entry, body: Omission)) -> String {
        let (why, entry) = (term(omission.body.why.rawValue), omission.entry)
        return pick(
            "今天未称：\(why)（\(entry.by)，\(entry.at.display)）",
            "not weighed today: \(why) (\(entry.by), \(entry.at.display))")
    }

    /// Others who lie in the same bed by the record.
    public func sharedBed(_ bed: String, _ others: [InfantCode]) -> String {
        pick(
            "\(bed) 床按病历还有 \(list(others.map(\.text)))；请核对",
            "by the record bed \(bed) is also that of \(list(others.map(\.text))); check it")
    }

    /// A weight of the round is saved.
    public func roundSaved(_ entry: Entry, change: Int?, hours: Int64?) -> String {
        guard let body = entry.body as? Measurement else { return "" }
        var line = pick(
            "已保存 #\(entry.seq) \(entry.code?.text ?? "") \(body.value) g",
            "saved #\(entry.seq) \(entry.code?.text ?? "") \(body.value) g")
        if body.role == .unconfirmed { line += pick("（待核实）", " (unconfirmed)") }
        if let change, let hours {
            let sign = change > 0 ? "+" : change < 0 ? "−" : "±"
            line += pick("，\(sign)\(abs(change)) g / \(hours) 小时", ", \(sign)\(abs(change)) g in \(hours) h")
        }
        return line
    }

    /// An infant was not weighed.
    public func roundOmitted(_ code: InfantCode, _ why: Omission.Why, seq: Int64) -> String {
        pick("已记录 #\(seq) \(code) 未称：\(term(why.rawValue))", "saved #\(seq) \(code) not weighed: \(term(why.rawValue))")
    }

    /// The question which key says why.
    public func roundWhy() -> String {
        pick("原因：", "why: ") + omissionReasons() + "  "
    }

    /// An entry of the round was taken back.
    public func roundTakenBack(_ entry: Entry) -> String {
        pick("已撤回 #\(entry.seq) \(entry.code?.text ?? "")", "taken back: #\(entry.seq) \(entry.code?.text ?? "")")
    }

    /// Nothing comes before the first infant.
    public func roundAtStart() -> String { pick("已是第一名。", "this is the first infant") }

    /// What a question in a round can be answered with.
    public func roundAnswer() -> String {
        pick("y 无误  n 重输  u 存为待核实  ", "y it is right  n type it again  u store as unconfirmed  ")
    }

    /// A reason is asked for.
    public func roundReason() -> String { pick("原因：", "reason: ") }

    /// A second clinician is asked for.
    public func roundSecond() -> String { pick("第二核对人：", "second clinician: ") }

    /// The letter does not stand before the weight.
    public func roundFormat() -> String {
        pick("请输入 校验字母 和 带单位的体重，如 K 2425g", "type the letter and the weight with its unit, K 2425g")
    }

    /// A code that is not in the round.
    public func roundUnknown(_ code: String) -> String { pick("“\(code)”不在本次称重中", "“\(code)” is not in this round") }

    /// An infant that already has its entry in the round.
    public func roundHas(_ entry: Entry) -> String {
        let code = entry.code?.text ?? ""
        let what = (entry.body as? Measurement).map { "\($0.value) g" } ?? self.entry(entry)
        return pick(
            "\(code) 本次已有：\(what)（第 \(entry.seq) 条）；如有误请更正或删划该条",
            "\(code) has \(what) in this round (entry \(entry.seq)); correct or strike that entry if it is wrong")
    }

    /// A single key was asked for.
    public func roundOneKey() -> String { pick("请只按一个键", "one key, please") }

    /// A round is closed by a key, so that its last line can still be taken back; with somebody left one key goes there.
    public func roundClose(hasLeft: Bool) -> String {
        hasLeft
            ? pick(
                "y 结束称重  b 回到未称的  < 撤回最后一条  n 保持未结束  ",
                "y close the round  b to those left  < take the last back  n leave it open  ")
            : pick(
                "y 结束称重  < 撤回最后一条  n 保持未结束  ",
                "y close the round  < take the last one back  n leave it open  ")
    }

    /// Nothing to close.
    public func noOpenRound() -> String {
        pick("没有未结束的称重。什么也没有保存。", "there is no open round to close. Nothing was saved")
    }

    /// A round at a terminal is a talk.
    public func roundNoJSON() -> String {
        pick("终端上的称重没有 --json；用 --from 文件。", "a round at a terminal has no --json; use --from FILE")
    }

    /// The values fit better one line on.
    public func roundShift(_ shift: RoundShift) -> String {
        let way = shift.by > 0 ? pick("下移", "down") : pick("上移", "up")
        return pick(
            "请核对：从 \(shift.from) 到 \(shift.to) 的 \(shift.count) 个数值\(way)一行更合适——是否错了一行？",
            "look again: the \(shift.count) values from \(shift.from) to \(shift.to) fit better one line \(way): entered one line off?"
        )
    }

    /// Infants that were due and have neither weight nor reason.
    public func roundLeft(_ codes: [InfantCode]) -> String {
        pick("尚未称重：\(list(codes.map(\.text)))", "not yet weighed: \(list(codes.map(\.text)))")
    }

    /// The round stays open.
    public func roundOpen() -> String {
        pick(
            "称重未结束；nicu round 接着做，nicu undo 撤销整次。",
            "the round stays open; nicu round goes on, nicu undo takes all of it back")
    }

    /// The last lines of a round.
    public func roundSummary(
        _ round: Round, seconds: Int64, omitted: [(code: InfantCode, why: Omission.Why)], unconfirmed: [InfantCode]
    )
        -> [String]
    {
        var lines = [
            pick(
                "称重结束：称 \(round.weighed) 名，未称 \(round.notWeighed) 名，遗漏 \(round.left) 名，用时 \(seconds / 60) 分 \(seconds % 60) 秒",
                "round closed: \(round.weighed) weighed, \(round.notWeighed) not weighed, \(round.left) left, in \(seconds / 60) min \(seconds % 60) s"
            )
        ]
        if !omitted.isEmpty {
            lines.append(
                pick("未称：", "not weighed: ") + list(omitted.map { "\($0.code) (\(term($0.why.rawValue)))" }))
        }
        if !unconfirmed.isEmpty {
            lines.append(pick("待核实：", "unconfirmed: ") + list(unconfirmed.map(\.text)))
        }
        lines.append(pick("nicu undo 可撤销整次称重。", "nicu undo takes the whole round back"))
        return lines
    }

    /// A line of a file that cannot be taken.
    public func roundLine(_ number: Int, _ sentence: String) -> String {
        pick("第 \(number) 行：\(sentence)", "line \(number): \(sentence)")
    }

    /// What a scale sent alone.
    public func received(_ entry: Entry) -> String {
        let value = (entry.body as? Measurement).map { $0.quantity.display($0.value) } ?? ""
        return pick(
            "#\(entry.seq) \(entry.at.display) \(value)，待接收：nicu accept \(entry.seq) --for 代号 --check 字母",
            "#\(entry.seq) \(entry.at.display) \(value), received: nicu accept \(entry.seq) --for CODE --check LETTER")
    }

    /// Nothing waits to be accepted.
    public func nothingReceived() -> String { pick("没有待接收的数值。", "nothing waits to be accepted") }

    /// An acceptance names its infant.
    public func acceptFor() -> String {
        pick("请用 --for 代号 --check 字母 指明婴儿", "name the infant: --for CODE --check LETTER")
    }

    /// An entry that an undo or a redo reversed.
    public func reversed(_ entry: Entry) -> String {
        pick(
            "重做：撤销了 #\(entry.seq)（\(term(entry.kind.name))）",
            "redone: #\(entry.seq) (\(term(entry.kind.name))) no longer counts")
    }
}
