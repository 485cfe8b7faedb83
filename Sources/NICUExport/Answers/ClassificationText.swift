public import NICUCore

/// The classes of one infant as text and as JSON.
public struct ClassificationPage: Sendable {
    let course: Course
    let findings: [ClassFinding]
    let file: Classifications

    /// Makes a page.
    public init(_ course: Course, _ findings: [ClassFinding], file: Classifications) {
        self.course = course
        self.findings = findings
        self.file = file
    }

    /// Text for people: the class or why there is none, the entries behind it and the source.
    public func text(_ wording: Wording) -> String {
        var lines = [
            "\(course.code)", wording.stamp(asOf: course.asOf, knownAt: course.knownAt, head: course.head), "",
        ]
        var table = Table([
            wording.pick("分类", "scheme"), wording.pick("结果", "class"), wording.pick("依据", "entries"),
            wording.pick("出处", "source"),
        ])
        for finding in findings {
            table.add([
                wording.pick(finding.scheme.title.zh, finding.scheme.title.en), wording.classFinding(finding),
                finding.evidence.map { "#\($0.seq)" }.joined(separator: " "),
                finding.scheme.sources.joined(separator: ", "),
            ])
        }
        lines += [table.text(columns: wording.columns), ""]
        for source in file.sources where findings.contains(where: { $0.scheme.sources.contains(source.id) }) {
            lines.append("[\(source.id)] " + wording.cited(source))
        }
        lines.append(wording.classNotice())
        return lines.joined(separator: "\n")
    }

    /// JSON for machines.
    public func json(_ wording: Wording) -> JSON {
        [
            "infant": .string(course.code.text), "asOf": .string(course.asOf.text),
            "knownAt": .string(knownAtText(course)), "head": .string(course.head.fingerprint),
            "classifications": ["id": .string(file.id), "version": .string(file.version)],
            "classes": .array(
                findings.map { finding in
                    [
                        "scheme": .string(finding.scheme.id), "class": .optional(finding.grade?.id),
                        "reason": finding.grade == nil ? .string(wording.classFinding(finding)) : .null,
                        "evidence": .array(finding.evidence.map { .string($0.id.description) }),
                        "source": .array(finding.scheme.sources.map { .string($0) }),
                    ]
                }),
        ]
    }
}

extension Wording {
    /// The class, or why there is none.
    func classFinding(_ finding: ClassFinding) -> String {
        if let grade = finding.grade {
            let title = pick(grade.title.zh, grade.title.en)
            if case .grades = finding.scheme.scale { return "\(grade.id)  \(title)" }
            return title
        }
        switch finding.gap {
        case .notApplicable: return "– " + pick("不适用", "not applicable")
        case .notYet(let day): return "· " + pick("\(day) 评定", "on \(day)")
        case .notRecorded, nil: return "– " + pick("未记录", "not recorded")
        case .missing(let facts): return "? " + pick("缺：", "missing: ") + list(facts.map { term($0.rawValue) })
        case .supportMissing(let day):
            return "? " + pick("\(day) 呼吸支持未记录", "respiratory support on \(day) not recorded")
        case .settingMissing(let day): return "? " + pick("\(day) 流量或氧浓度未记录", "flow or oxygen on \(day) not recorded")
        case .leftBefore(let day): return "? " + pick("\(day) 前已离院", "left before \(day)")
        case .oxygenDaysUncertain(let certain, let possible):
            return "? "
                + pick(
                    "用氧天数 \(certain)–\(possible) 天，记录不足以判定",
                    "\(certain) to \(possible) days with oxygen, the record cannot tell")
        case .otherGrade(let grade):
            return "? " + pick("记录的分级“\(grade)”不在此列", "the recorded grade “\(grade)” is none of these")
        }
    }

    /// Classes are the figures of definitions.
    func classNotice() -> String {
        pick("按定义所得分级，不是诊断。", "Classes by definition, not diagnoses.") + " " + summaryNotice()
    }

    /// A problem has another grade than its classifications know.
    public func notAGrade(_ problem: String, _ grade: String, _ known: [String]) -> String {
        notOneOf(pick("\(term(problem))分级", "grade of \(problem)"), grade, known)
    }
}
