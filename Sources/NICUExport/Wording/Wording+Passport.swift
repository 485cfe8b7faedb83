internal import NICUCore

/// The words of the passport.
extension Wording {
    /// The title.
    func passportTitle(unit: String) -> String { pick("患儿病程档案 · \(unit)", "Course record · \(unit)") }

    /// The heading of a part.
    func passport(_ part: PassportPart) -> String {
        switch part {
        case .growth: pick("生长曲线", "Growth")
        case .lanes: pick("支持、喂养与事件", "Support, feeding, events")
        case .events: pick("事件", "Events")
        case .screens: pick("筛查、接种与检验", "Screens, vaccines, laboratory")
        case .plan: pick("计划与沟通", "Plan and talks")
        case .all: pick("全部记录", "Every entry")
        }
    }

    /// The title of the picture of lanes.
    func lanesTitle(_ code: String) -> String {
        pick(
            "\(code)：呼吸支持、保暖、喂养、输液与药物的时段，及事件",
            "\(code): spans of support, warmth, feeding, lines and drugs, with the events")
    }

    /// The answer above the table of criteria.
    func passportReadiness(_ answer: ReadinessAnswer, _ rules: RuleSet) -> String {
        overall(answer.overall) + pick("（", " (") + "\(rules.id) \(rules.version)" + pick("）", ")")
    }

    /// What is not in it, and why.
    func passportLeftOut() -> [String] {
        [
            "erasable texts (names, numbers, notes, reasons): digests stand in their place; hand them on with --with-identity",
            "entries of the unit (clinicians, settings, rules): they belong to the sending record",
        ]
    }

    /// What is said once.
    func passportNotices(later: Int) -> [String] {
        (later == 0
            ? []
            : [
                pick(
                    "另有 \(later) 条发生在本页时刻之后：内含以供恢复，本页不显示。",
                    "\(later) entries happened after the moment of this page: they are inside for restoring and are not shown."
                )
            ]) + [
                pick(
                    "本页只用代号；姓名、住院号、文字内容不在其中。被更正或删划者划线并注明替代条目。",
                    "This page names the infant by code only; names, numbers and free text are not in it. What was corrected or struck stands struck through beside what replaced it."
                ),
                pick(
                    "本文件内含全部条目及校验值：nicu import 本文件 可无损恢复，nicu verify 本文件 可核对。",
                    "All entries and their checksum are inside: `nicu import` of this file restores them, `nicu verify` checks it."
                ),
                summaryNotice(),
            ]
    }

    /// Why a page is no whole passport.
    public func passportFile(_ problem: PassportFile.Problem, _ path: String) -> String {
        switch problem {
        case .notAPassport: pick("\(path) 不是病程档案：没有内含的条目", "\(path) is no course record: it carries no entries")
        case .changed:
            pick(
                "\(path) 与校验值不符：文件被改动或不完整", "\(path) does not give its checksums: it was changed or cut")
        case .incomplete(let found, let expected):
            pick(
                "\(path) 有 \(found) 条，应为 \(expected) 条", "\(path) carries \(found) entries and should carry \(expected)"
            )
        case .newer(let version):
            pick("\(path) 是更新的格式（\(version)）；请更新程序", "\(path) is of a newer form (\(version)); update the program")
        }
    }
}
