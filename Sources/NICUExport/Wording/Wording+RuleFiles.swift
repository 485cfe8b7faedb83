public import NICUCore

extension Wording {
    /// What is wrong with a rule file: file, line and column, what was found, and what was expected.
    public func ruleFile(_ problem: RuleFileProblem) -> String {
        let place = problem.place.map { "\($0.path):\($0.line):\($0.column): " } ?? ""
        switch problem {
        case .notYAML(_, let detail): return place + pick("不是有效的 YAML：\(detail)", "not valid YAML: \(detail)")
        case .wrongSchema(_, let found, let expected):
            return place
                + pick("schema 为“\(found)”，应为“\(expected)”", "the schema is “\(found)” instead of “\(expected)”")
        case .unknownKey(_, let key, let known):
            let near = nearest(key, known).map { pick("；是否为“\($0)”？", "; is it “\($0)”?") } ?? ""
            return place
                + pick(
                    "不认识的键“\(key)”；可用：\(list(known))\(near)", "unknown key “\(key)”; known here: \(list(known))\(near)")
        case .missingKey(_, let key): return place + pick("缺少键“\(key)”", "the key “\(key)” is missing")
        case .wrongType(_, let key, let value, let expected):
            let shown = value.isEmpty ? "" : pick("，而不是“\(value)”", ", not “\(value)”")
            return place
                + pick(
                    "“\(key)”应为\(self.expected(expected))\(shown)",
                    "“\(key)” must be \(self.expected(expected))\(shown)")
        case .notAllowed(_, let key, let value, let allowed):
            let near = nearest(value, allowed).map { pick("；是否为“\($0)”？", "; is it “\($0)”?") } ?? ""
            return place
                + pick(
                    "“\(key)”不能为“\(value)”；可选：\(list(allowed))\(near)",
                    "“\(key)” cannot be “\(value)”; one of: \(list(allowed))\(near)")
        case .wrongUnit(_, let value, let expected):
            return place + pick("单位“\(value)”应为“\(expected)”", "the unit “\(value)” must be “\(expected)”")
        case .surplusDigits(_, let key, let value, let decimals):
            return place
                + pick("“\(key)”\(value) 的小数超过 \(decimals) 位", "“\(key)” \(value) has more than \(decimals) decimals")
        case .emptyRange(_, let key):
            return place
                + pick(
                    "“\(key)”的上下限相反，没有值能满足", "the bounds of “\(key)” contradict each other: no value lies between them")
        case .notDefined(_, let named, let id, let known):
            return place
                + pick(
                    "没有定义\(self.named(named))“\(id)”；有：\(list(known))",
                    "the \(self.named(named)) “\(id)” is not defined; there are: \(list(known))")
        case .twice(_, let id): return place + pick("“\(id)”出现两次", "“\(id)” stands twice")
        case .noSuchRuleSet(let id, let known):
            return pick("没有规则集“\(id)”；可选：\(list(known))", "no rule set “\(id)”; there are: \(list(known))")
        }
    }

    /// Why the unit's rule sets stay as they are.
    func rules(_ problem: RulesProblem) -> String {
        switch problem {
        case .alreadyThere(let name): pick("规则集 \(name) 已在", "the rule set \(name) is already here")
        case .versionTaken(let id, let version):
            pick(
                "\(id) 的版本 \(version) 已存在而内容不同；内容变了请改版本号",
                "version \(version) of \(id) is here with another content; give a changed file a new version")
        case .builtIn(let name): pick("\(name) 是程序自带的规则集，不能移除", "\(name) comes with the program and is not removed")
        case .inUse(let name):
            pick(
                "\(name) 是本科室正在使用的规则集；请先用 nicu rules use 换成别的",
                "\(name) is the rule set the unit uses; choose another with `nicu rules use` first")
        }
    }

    private func expected(_ expected: RuleFileProblem.Expected) -> String {
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

    private func named(_ named: RuleFileProblem.Named) -> String {
        switch named {
        case .source: pick("来源", "source")
        case .event: pick("事件", "event")
        case .applicability: pick("适用条件", "applicability test")
        case .criterion: pick("标准", "criterion")
        case .eventFreeCriterion: pick("无事件期标准", "event-free criterion")
        }
    }

    /// The known word at most two letters away from a misspelt one.
    private func nearest(_ word: String, _ known: [String]) -> String? {
        known.map { ($0, Wording.distance(word, $0)) }.filter { $0.1 > 0 && $0.1 <= 2 }.min { $0.1 < $1.1 }?.0
    }

    /// How many letters have to be put in, taken out or changed to make one word of another.
    private static func distance(_ a: String, _ b: String) -> Int {
        let (a, b) = (Array(a.utf8), Array(b.utf8))
        var row = Array(0...b.count)
        for (i, left) in a.enumerated() {
            var corner = row[0]
            row[0] = i + 1
            for (j, right) in b.enumerated() {
                let cost = min(row[j] + 1, row[j + 1] + 1, corner + (left == right ? 0 : 1))
                corner = row[j + 1]
                row[j + 1] = cost
            }
        }
        return row[b.count]
    }
}
