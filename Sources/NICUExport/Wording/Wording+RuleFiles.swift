public import NICUCore

extension Wording {
    /// Everything that is wrong with a rule file, a line for each.
    public func ruleFile(_ problems: RuleFileProblems) -> String {
        problems.all.map(ruleFile).joined(separator: "\n")
    }

    /// What is wrong with a rule file: file, line and column, what was found, and what was expected.
    public func ruleFile(_ problem: RuleFileProblem) -> String {
        let place = problem.place.map { "\($0.path):\($0.line):\($0.column): " } ?? ""
        switch problem {
        case .notYAML(_, let detail):
            return place + pick("不是有效的 YAML：\(yaml(detail))", "not valid YAML: \(detail)")
        case .wrongSchema(_, let found, let expected):
            return place
                + pick("schema 为“\(found)”，应为“\(expected)”", "the schema is “\(found)” instead of “\(expected)”")
        case .unknownKey(_, let key, let known):
            let near = nearest(key, known).map { pick("；是否为“\($0)”？", "; is it “\($0)”?") } ?? ""
            return place
                + pick(
                    "不认识的键“\(key)”；可用：\(list(known))\(near)", "unknown key “\(key)”; known here: \(list(known))\(near)")
        case .missingKey(_, let key, let wanted):
            let wanted = wanted.map { self.wanted($0, key) } ?? ""
            return place + pick("缺少键“\(key)”\(wanted)", "the key “\(key)” is missing\(wanted)")
        case .wrongType(_, let key, let value, let expected):
            let hasZero = value.utf8.count > 1 && value.first == "0" && value.allSatisfy(\.isNumber)
            let zero = hasZero ? pick("（前面不写 0）", " (no leading zeros)") : ""
            let shown = value.isEmpty ? "" : pick("，而不是“\(value)”", ", not “\(value)”") + zero
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
        case .emptyRange(_, let low, let high, let isStrict):
            let sign = isStrict ? "<" : "≤"
            return place
                + pick(
                    "“\(low.key)”\(low.value) 与“\(high.key)”\(high.value) 矛盾；应有 \(low.key) \(sign) \(high.key)",
                    "“\(low.key)” \(low.value) and “\(high.key)” \(high.value) contradict each other; expected \(low.key) \(sign) \(high.key)"
                )
        case .outside(_, let bound, let range):
            let limits = "\(range.lowerBound)–\(range.upperBound)"
            return place
                + pick(
                    "“\(bound.key)”\(bound.value) 不可能；应在 \(limits) 之内",
                    "“\(bound.key)” \(bound.value) is impossible; expected \(limits)")
        case .emptyList(_, let key):
            return place
                + pick("“\(key)”为空；至少应有一项", "“\(key)” is empty; expected at least one element")
        case .tooLarge(_, let bytes, let limit):
            return place
                + pick(
                    "文件有 \(bytes) 字节；规则文件最多 \(limit) 字节",
                    "the file has \(bytes) bytes; a rule file has \(limit) at most")
        case .inBoth(_, let value, let keys):
            return place
                + pick(
                    "“\(value)”同时出现在 \(list(keys)) 中；只能在其一",
                    "“\(value)” stands in \(list(keys)) at once; expected in one of them")
        case .notNamed(_, let kind, let name, let known):
            let near = nearest(name, known).map { pick("；是否为“\($0)”？", "; is it “\($0)”?") } ?? ""
            return place
                + pick(
                    "不认识的\(self.kind(kind))“\(name)”\(near)（本院自用名称写入 \(kind.ownKey)）",
                    "unknown \(self.kind(kind)) “\(name)”\(near) (a name of the unit's own is declared in \(kind.ownKey))"
                )
        case .notDefined(_, let named, let id, let known):
            return place
                + pick(
                    "没有定义\(self.named(named))“\(id)”；有：\(list(known))",
                    "the \(self.named(named)) “\(id)” is not defined; there are: \(list(known))")
        case .twice(_, let id, let first):
            let line = first.map { pick("，首次在第 \($0) 行", ", first in line \($0)") } ?? ""
            return place + pick("“\(id)”出现两次\(line)", "“\(id)” stands twice\(line)")
        case .isSchedule(let id, let known):
            return pick(
                "“\(id)”是筛查与随访计划，不是出院标准规则集；可选：\(list(known))",
                "“\(id)” is a schedule of screens and visits, not a set of readiness rules; there are: \(list(known))")
        case .noSuchRuleSet(let id, let known):
            return pick("没有规则集“\(id)”；可选：\(list(known))", "no rule set “\(id)”; there are: \(list(known))")
        }
    }

    /// The unit answers by another rule set or schedule than before a write; each is named by id and version.
    public func rulesChanged(
        from old: (id: String, version: String), to new: (id: String, version: String), isSchedule: Bool
    )
        -> String
    {
        let change = pick(
            "本科室此后用 \(new.id) \(new.version)，此前为 \(old.id) \(old.version)",
            "the unit answers by \(new.id) \(new.version) from now on, until now by \(old.id) \(old.version)")
        guard !isSchedule else { return change }
        return change
            + pick(
                "；要保持原来的：nicu rules use \(old.id)@\(old.version)",
                "; to stay with that: `nicu rules use \(old.id)@\(old.version)`")
    }

    /// Another edition was installed, and the unit goes on with the one it uses.
    public func rulesStay(_ id: String, _ version: String) -> String {
        pick("本科室仍用 \(id) \(version)", "the unit goes on with \(id) \(version)")
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
}
