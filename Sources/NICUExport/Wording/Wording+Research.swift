/// The words of the research export.
extension Wording {
    /// It makes two files.
    public func researchNeedsFolder() -> String {
        pick(
            "--format research 写出两个文件；请用 --output 给出一个新文件夹",
            "--format research writes two files; name a new folder with --output")
    }

    /// The least size of a group that makes sense.
    public func researchGround(_ text: String) -> String {
        pick(
            "“\(text)”不是伦理批件编号；请写 3–40 个字符的编号（字母、数字、- _ . /），不写姓名和事由",
            "“\(text)” is no number of an ethics decision; write 3 to 40 letters, digits, - _ . / with a digit among them, no names and no story"
        )
    }

    /// Nobody is left.
    public func researchNobody(_ leftOut: ResearchExport.LeftOut) -> String {
        let out = researchLeftOut(leftOut)
        return pick("没有可导出的患儿", "nobody is left to export")
            + (out.isEmpty ? "" : pick("：", ": ") + out.joined(separator: pick("；", "; ")))
    }

    /// Who is not in it, and why.
    public func researchLeftOut(_ leftOut: ResearchExport.LeftOut) -> [String] {
        var lines: [String] = []
        if leftOut.withoutConsent > 0 {
            lines.append(
                pick(
                    "\(leftOut.withoutConsent) 名未记录科研同意，未导出",
                    "\(leftOut.withoutConsent) left out: no consent to research is recorded"))
        }
        if leftOut.refused > 0 {
            lines.append(
                pick(
                    "\(leftOut.refused) 名拒绝或撤回科研同意，未导出",
                    "\(leftOut.refused) left out: consent to research was refused or withdrawn"))
        }
        if leftOut.withoutBirth > 0 {
            lines.append(
                pick(
                    "\(leftOut.withoutBirth) 名没有有效的出生记录，未导出",
                    "\(leftOut.withoutBirth) left out: no birth is in force"))
        }
        if leftOut.suppressed > 0 {
            lines.append(
                pick(
                    "\(leftOut.suppressed) 名因组合罕见未导出（--suppress-rare）",
                    "\(leftOut.suppressed) left out: too few share their traits (--suppress-rare)"))
        }
        return lines
    }

    /// Too few infants share their traits.
    public func researchRare(_ groups: ResearchGroups) -> String {
        pick(
            "警告：\(groups.rare.count) 名患儿的组合（胎龄周、性别、胎数、出生体重段、去向）少于 \(groups.least) 人，共 \(groups.rareGroups) 组；名单见 manifest.json，--suppress-rare 可略去",
            "warning: \(groups.rare.count) infants in \(groups.rareGroups) groups share gestational weeks, sex, plurality, birth-weight band and destination with fewer than \(groups.least) in all; manifest.json lists them, --suppress-rare leaves them out"
        )
    }

    /// The clock of the unit changes in the year.
    public func researchClockChanges(_ zone: String) -> String {
        pick(
            "时区 \(zone) 有夏令时：年龄请按所写时间计算；再导入时，午夜前后一小时内的事实可能相差一天",
            "the clock of \(zone) changes in the year: count ages from the times as written; after an import, facts within an hour of midnight may fall on the next day"
        )
    }

    /// What it is not.
    public func researchIsNotAnonymous() -> String {
        pick(
            "已去标识，但不是匿名数据：罕见病程、生长曲线仍可能被认出；见 docs/research-export.md",
            "de-identified, not anonymous: a rare course or a growth curve may still be recognised; see docs/research-export.md"
        )
    }

    /// Where it went.
    public func researchWritten(_ path: String, infants: Int, lines: Int) -> String {
        pick(
            "\(infants) 名患儿、\(lines) 条记录已写入 \(path)（entries.ndjson、manifest.json）",
            "\(infants) infants, \(lines) entries in \(path) (entries.ndjson, manifest.json)")
    }

    /// A line that an import would refuse.
    public func researchUnreadable(_ kind: String) -> String {
        pick(
            "去标识后的“\(kind)”条目无法再读入；没有写出任何内容",
            "an entry of the kind “\(kind)” could not be read back after it was de-identified; nothing was written")
    }

    /// Why the files of a research export are no whole one.
    public func researchFolder(_ problem: ResearchFolder.Problem, _ path: String) -> String {
        switch problem {
        case .notAnExport: pick("\(path) 不是科研导出", "\(path) is no research export")
        case .newer(let version):
            pick("\(path) 是更新的格式（\(version)）；请更新程序", "\(path) is of a newer form (\(version)); update the program")
        case .changed:
            pick(
                "\(path) 的条目与清单不符：文件被改动或不完整", "the lines in \(path) do not give its manifest: they were changed or cut")
        }
    }

    /// What the check of a research export found.
    public func researchVerified(_ count: Int) -> String {
        pick(
            "与清单相符：\(count) 条；去标识后不能与本病历比较",
            "the manifest holds: \(count) entries; de-identified, they cannot be compared with this record")
    }
}
