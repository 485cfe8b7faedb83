internal import NICUCore

/// The parts of the sentences on rule files.
extension Wording {
    /// What a missing key would hold.
    func wanted(_ wanted: RuleFileProblem.Wanted, _ key: String) -> String {
        switch wanted {
        case .line(let line): pick("；应为 `\(line)`", "; expected `\(line)`")
        case .kind(let kind): pick("；应为\(expected(kind))", "; expected \(expected(kind))")
        case .oneOf(let words): pick("；可选：\(list(words))", "; expected one of: \(list(words))")
        }
    }

    /// What a value has to be.
    func expected(_ expected: RuleFileProblem.Expected) -> String {
        switch expected {
        case .mapping: pick("键值表", "a mapping")
        case .list: pick("列表", "a list")
        case .text: pick("文字", "text")
        case .word: pick("单个词", "one word")
        case .wholeNumber: pick("整数", "a whole number")
        case .positiveNumber: pick("正整数", "a whole number above 0")
        case .decimal: pick("小数", "a decimal number")
        case .boolean: pick("true 或 false", "true or false")
        case .twoDecimals: pick("两个数的列表", "a list of two numbers")
        case .semanticVersion: pick("形如 1.2.0 的版本号", "a version such as 1.2.0")
        }
    }

    /// What a name is of.
    func named(_ named: RuleFileProblem.Named) -> String {
        switch named {
        case .source: pick("来源", "source")
        case .event: pick("事件", "event")
        case .applicability: pick("适用条件", "applicability test")
        case .criterion: pick("标准", "criterion")
        case .eventFreeCriterion: pick("无事件期标准", "event-free criterion")
        }
    }

    /// The known word at most two letters away from a misspelt one.
    func nearest(_ word: String, _ known: [String]) -> String? { Spelling.nearest(word, among: known).first }

    /// What a name of the vocabulary is.
    func kind(_ kind: Vocabulary.Kind) -> String {
        switch kind {
        case .aspect: pick("方面", "aspect")
        case .task: pick("项目", "task")
        case .method: pick("方法", "method")
        case .item: pick("确认内容", "attestation")
        case .plan: pick("计划", "plan")
        case .problem: pick("诊断", "problem")
        case .procedure: pick("操作", "procedure")
        }
    }
}
