public import NICUCore

/// How far one reference lies from what another program computed.
public struct SelfTestRow: Sendable {
    private let reference: String
    private let count: Int
    private let producer: String
    private let tolerance: Double
    private let worst: Double

    /// Makes a row; `worst` is infinite where a value differs altogether.
    public init(reference: String, count: Int, producer: String, tolerance: Double, worst: Double) {
        self.reference = reference
        self.count = count
        self.producer = producer
        self.tolerance = tolerance
        self.worst = worst
    }

    /// Whether every value lies within the tolerance.
    public var isGood: Bool { worst <= tolerance }

    /// The rows as JSON.
    public static func json(_ rows: [SelfTestRow]) -> JSON {
        [
            "ok": .bool(rows.allSatisfy(\.isGood)),
            "references": .array(
                rows.map {
                    [
                        "reference": .string($0.reference), "values": .integer(Int64($0.count)),
                        "producer": .string($0.producer), "tolerance": .double($0.tolerance),
                        "worst": $0.worst.isFinite ? .double($0.worst) : .null, "ok": .bool($0.isGood),
                    ]
                }),
        ]
    }

    /// `5.0e-11`.
    private static func scientific(_ value: Double) -> String {
        guard value > 0 else { return "0" }
        var (digits, power) = (value, 0)
        while digits < 1 { (digits, power) = (digits * 10, power - 1) }
        while digits >= 9.95 { (digits, power) = (digits / 10, power + 1) }
        return Wording.fixed(digits, 1) + "e\(power)"
    }

    /// The rows as a table.
    public static func text(_ rows: [SelfTestRow], _ wording: Wording) -> String {
        var table = Table(
            [
                "", wording.pick("参考", "reference"), wording.pick("数值", "values"),
                wording.pick("最大偏差 z", "worst in z"), wording.pick("容差", "tolerance"),
                wording.pick("对照程序", "computed by"),
            ], [.left, .left, .right, .right, .right, .left])
        for row in rows {
            table.add([
                row.isGood ? wording.pick("✓ 合格", "✓ good") : wording.pick("✗ 不符", "✗ OFF"), row.reference,
                "\(row.count)",
                row.worst.isFinite ? scientific(row.worst) : wording.pick("不同", "differs"), scientific(row.tolerance),
                row.producer,
            ])
        }
        return table.text(columns: wording.columns)
    }
}

extension Wording {
    /// No pack carries golden values.
    public func nothingToTest() -> String { pick("没有可供自检的参考值", "no reference carries values to test against") }
}
