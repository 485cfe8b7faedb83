public import NICUCore

/// Why a story is not written, and what it left out.
extension Wording {
    /// Why a page is not written, in one sentence with what to do.
    public func storyRefused(_ refusal: StoryRefusal, _ audience: StoryAudience, code: String) -> String {
        let page = audience == .family ? pick("家庭版", "family page") : pick("媒体版", "press page")
        let item = audience.consent.replacing("_", with: "-")
        let grant = "nicu consent \(code) \(item) granted --signed"
        switch refusal {
        case .noConsent:
            return pick(
                "没有\(page)的知情同意记录，不予生成；取得同意后用 \(grant) 记录",
                "no consent to a \(page) is recorded, so none is written; `\(grant)` records one")
        case .withdrawn(let at):
            return pick(
                "\(page)的知情同意已于 \(at.display) 撤回，不予生成；重新取得同意后用 \(grant) 记录",
                "the consent to a \(page) was withdrawn at \(at.display), so none is written; if it is given anew, `\(grant)` records it"
            )
        case .ended:
            return pick("患儿已死亡或已放弃治疗，不再有家庭版", "after death or withdrawal of treatment there is no family page")
        case .consentBeforeEnd:
            return pick(
                "同意媒体版是在死亡或放弃治疗之前，不再作数；家人此后重新同意的，用 \(grant) 记录",
                "the consent to a press page is older than the death or the withdrawal of treatment and no longer counts; if the family agrees since, `\(grant)` records it"
            )
        case .noAlias:
            return pick(
                "媒体版只用化名，而病历里没有；用 nicu identity \(code) 从提示、标准输入或文件录入 alias=…",
                "a press page names the infant by an alias, and none is recorded; `nicu identity \(code)` takes `alias=…` by prompt, standard input or file"
            )
        case .alias(let traces):
            return pick(
                "化名本身含有\(self.traces(traces))，不予生成；用 nicu identity \(code) 另录一个化名",
                "the alias itself holds \(self.traces(traces)), so nothing is written; `nicu identity \(code)` takes another one"
            )
        case .page(let traces):
            return pick(
                "成稿中仍有\(self.traces(traces))，不予生成；请查看病历中写在地点等处的文字",
                "the finished page still holds \(self.traces(traces)), so it is not written; look at the texts recorded as places and the like"
            )
        }
    }

    /// Kinds of traces, never the traces themselves.
    private func traces(_ traces: Set<StoryTrace>) -> String {
        list(StoryTrace.allCases.filter(traces.contains).map(trace))
    }

    private func trace(_ trace: StoryTrace) -> String {
        switch trace {
        case .name: pick("姓名", "a name")
        case .number: pick("住院号等号码", "a hospital number or the like")
        case .code: pick("代号", "the code")
        case .sibling: pick("同胞的代号或姓名", "a sibling’s code or name")
        case .login: pick("工作人员账号", "a login")
        case .bed: pick("床号", "a bed")
        case .unit: pick("科室名称", "the unit’s name")
        case .place: pick("地点", "a place")
        case .date: pick("精确到日的日期", "a date finer than the month")
        case .time: pick("钟点", "a time of day")
        case .entry: pick("条目号", "the number of an entry")
        case .fingerprint: pick("标识或摘要", "an identifier or digest")
        case .lot: pick("批号", "a lot")
        case .word: pick("不该写给家人或公众的词", "a word that such a page never says")
        }
    }

    /// What a page left out, with how many of each.
    public func storyRemoved(_ removed: [StoryRemoval]) -> String {
        guard !removed.isEmpty else { return pick("没有略去任何内容", "nothing was left out") }
        let parts = removed.map { removal -> String in
            let (count, isOne) = (removal.count, removal.count == 1)
            let words = removedWords(removal.kind)
            return pick("\(words.zh) \(count)", "\(count) \(isOne ? words.one : words.many)")
        }
        return pick("略去：", "left out: ") + list(parts)
    }

    private func removedWords(_ kind: StoryRemoval.Kind) -> (zh: String, one: String, many: String) {
        switch kind {
        case .names: ("姓名或号码", "name or number", "names or numbers")
        case .codes: ("代号", "code", "codes")
        case .logins: ("工作人员账号", "login", "logins")
        case .beds: ("床号", "bed", "beds")
        case .lots: ("批号", "lot", "lots")
        case .places: ("地点", "place", "places")
        case .days: ("精确到日的日期", "exact date", "exact dates")
        case .times: ("钟点", "time of day", "times of day")
        case .entries: ("条目号", "entry number", "entry numbers")
        case .texts: ("记录、谈话与理由", "note, talk or reason", "notes, talks or reasons")
        case .diagnoses: ("诊断", "diagnosis", "diagnoses")
        case .laboratory: ("化验结果", "laboratory result", "laboratory results")
        case .events: ("事件", "event", "events")
        case .medicines: ("用药或接种", "medicine or vaccine", "medicines or vaccines")
        case .screens: ("检查结果", "result of a check", "results of checks")
        }
    }

    /// What the page was looked through for.
    public func storyChecked() -> String {
        pick("成稿已核查，未见以上各类", "the finished page was looked through and holds none of them")
    }

    /// The consent does not tell that the form is signed.
    public func storyConsentUnsigned() -> String {
        pick("注意：知情同意未注明已签字", "note: the consent does not say that the form is signed")
    }

    /// The alias is a part of the name.
    public func storyAliasOfName() -> String {
        pick("注意：化名是姓名的一部分", "note: the alias is a part of the name")
    }

    /// The sealed texts cannot be opened, so that the page speaks of the baby and names cannot be looked for.
    public func storyWithoutKey(_ folder: String) -> String {
        pick(
            "没有封存密钥（\(folder)）：不用化名，也无从核查姓名",
            "without the sealing key (\(folder)) no alias is used and names cannot be looked for")
    }

    /// The press's page needs the key.
    public func storyNeedsKey(_ folder: String) -> String {
        pick(
            "没有封存密钥（\(folder)），读不出化名，也无从核查姓名，不能写媒体版",
            "without the sealing key (\(folder)) the alias cannot be read nor names looked for, so no press page is written"
        )
    }

    /// The moments of a page that does not carry them itself.
    public func storyMoments(_ course: Course) -> String {
        pick("依据：", "made from: ") + stamp(asOf: course.asOf, knownAt: course.knownAt, head: course.head)
    }
}
