import NICUCore

@testable import NICUExport

/// One infant with an entry of every kind, corrections and a strike, as exchange lines.
enum FHIRSamples {
    static func id(_ number: Int) -> String { "01916782-0562-7336-acb7-" + String(1_000_000_000_00 + number) }

    private static let sealed = String(repeating: "ab", count: 32)

    /// Kind, time, body; what an entry corrects by its place in this list.
    private static let facts: [(kind: String, at: String, body: String, corrects: Int?)] = [
        (
            "birth", "2024-08-19T06:00:00+08:00",
            #"{"code":"an-an","sex":"female","order":1,"of":2,"siblings":["an-bo"]}"#, nil
        ),
        ("dating", "2024-08-19T06:00:00+08:00", #"{"gaDays":189,"method":"early_ultrasound","plusMinusDays":5}"#, nil),
        ("dating", "2024-08-19", #"{"method":"unknown"}"#, nil),
        (
            "perinatal", "2024-08-19T06:00:00+08:00",
            #"{"maternalHbsag":"negative","antenatalSteroids":"complete","delivery":"caesarean","apgar":{"1":6,"5":8,"10":9},"inborn":true}"#,
            nil
        ),
        ("identity", "2024-08-19T06:00:00+08:00", #"{"name":{"digest":"\#(sealed)"}}"#, nil),
        ("admission", "2024-08-19T06:10:00+08:00", #"{"from":"birth","hospital":"本院","bed":"3"}"#, nil),
        ("bed", "2024-08-20T08:00:00+08:00", #"{"bed":"5"}"#, nil),
        (
            "measurement", "2024-08-19T06:05:00+08:00",
            #"{"quantity":"weight","value":800,"unit":"g","role":"birth","asWritten":"0.8 kg"}"#, nil
        ),
        (
            "measurement", "2024-08-20T06:00:12+08:00",
            #"{"quantity":"temperature","value":36.8,"unit":"Cel","role":"measured","site":"axillary","bed":"open_crib","method":"infrared","oedema":true,"answered":["jump"],"secondBy":"wang.li"}"#,
            nil
        ),
        (
            "measurement", "2024-08-21T06:00:00+08:00",
            #"{"quantity":"weight","value":1500,"unit":"g","role":"measured"}"#, nil
        ),
        (
            "measurement", "2024-08-21T06:00:00+08:00",
            #"{"quantity":"weight","value":805,"unit":"g","role":"measured"}"#, 9
        ),
        (
            "measurement", "2024-08-22T06:00:00+08:00",
            #"{"quantity":"weight","value":810,"unit":"g","role":"unconfirmed"}"#, nil
        ),
        (
            "measurement", "2024-08-22T07:00:00+08:00",
            #"{"quantity":"weight","value":820,"unit":"g","role":"dosing"}"#, nil
        ),
        ("omission", "2024-08-23T06:00:00+08:00", #"{"quantity":"weight","why":"unstable"}"#, nil),
        (
            "state", "2024-08-19T06:12:00+08:00",
            #"{"aspect":"respiratory_support","value":"high_flow","fio2Percent":25,"flowTenthsLitre":45,"detail":"8 L prongs"}"#,
            nil
        ),
        (
            "event", "2024-08-24T03:10:00+08:00",
            #"{"what":["apnoea","desaturation"],"durationSeconds":25,"lowestHeartRate":68,"lowestSpo2":78,"desaturationSeconds":30,"colourChange":true,"intervention":"stimulation","feedingRelated":false,"selfResolved":false,"asleep":true}"#,
            nil
        ),
        ("event", "2024-08-24T04:10:00+08:00", #"{"what":["desaturation","apnoea"]}"#, nil),
        ("review", "2024-08-24T08:00:00+08:00", #"{"shift":"2024-08-24/night","events":2}"#, nil),
        ("review", "2024-08-24T16:00:00+08:00", #"{"shift":"2024-08-24/day"}"#, nil),
        (
            "check", "2024-11-01T10:00:00+08:00",
            #"{"task":"hearing_screen","result":"pass","method":"aabr","ear":"both","followUp":"2025-02-01","place":"clinic 3"}"#,
            nil
        ),
        (
            "attestation", "2024-11-17T15:00:00+08:00",
            #"{"item":"caregiver_teaching","value":true,"caregiver":"mother"}"#, nil
        ),
        (
            "waiver", "2024-11-17T15:00:00+08:00", #"{"criterion":"car_seat","rules":"cn-2017","until":"2024-11-20"}"#,
            nil
        ),
        (
            "decision", "2024-11-19T10:00:00+08:00",
            #"{"rules":{"id":"cn-2017","version":"0.1.0","digest":"\#(sealed)"},"asOf":"2024-11-19T10:00:00+08:00","position":88,"overall":"ready","verdicts":["weight_min met"]}"#,
            nil
        ),
        (
            "problem", "2024-08-19T07:00:00+08:00",
            #"{"code":"rds","grade":"2","onset":"2024-08-19","resolved":"2024-08-23"}"#, nil
        ),
        ("problem", "2024-08-19T07:00:00+08:00", #"{"code":"nec","resolved":"2024-08-25"}"#, nil),
        (
            "medication", "2024-08-19T08:00:00+08:00",
            #"{"product":"caffeine citrate","lot":"L1","site":"arm","dose":16.5,"unit":"mg","route":"iv"}"#, nil
        ),
        (
            "medication", "2024-08-20T08:00:00+08:00",
            #"{"product":"caffeine citrate","notGivenReason":"held","route":"iv"}"#, nil
        ),
        ("immunisation", "2024-09-18T10:00:00+08:00", #"{"product":"hepatitis B","lot":"HB7","site":"thigh"}"#, nil),
        ("immunisation", "2024-09-19", #"{"product":"BCG","notGivenReason":"below 2000 g"}"#, nil),
        (
            "procedure", "2024-08-19T06:20:00+08:00", #"{"what":"surfactant","grade":"1","detail":"LISA, 200 mg/kg"}"#,
            nil
        ),
        (
            "intake", "2024-11-19T09:00:00+08:00",
            #"{"route":"bottle","milk":"mother","volumeTenthsMl":455,"kcalTenths":320,"quality":"good","byTestWeight":true}"#,
            nil
        ),
        ("lab", "2024-08-20T07:00:00+08:00", #"{"code":"Hb","value":142,"unit":"g/L","flag":"low"}"#, nil),
        ("lab", "2024-08-20T07:00:00+08:00", #"{"code":"culture","unit":"x","flag":"normal"}"#, nil),
        (
            "plan", "2024-08-20T09:00:00+08:00",
            #"{"target":"spo2","value":"on oxygen","low":90,"high":95,"unit":"%","until":"2024-08-27"}"#, nil
        ),
        (
            "plan", "2024-08-20T09:00:00+08:00",
            #"{"target":"weigh","value":"daily","until":"2024-08-27T09:00:00+08:00"}"#, nil
        ),
        (
            "communication", "2024-08-20T15:00:00+08:00",
            #"{"with":"parents","text":{"digest":"\#(sealed)"},"formSigned":true}"#, nil
        ),
        ("consent", "2024-08-20T15:10:00+08:00", #"{"item":"press","granted":true,"formSigned":true}"#, nil),
        ("consent", "2024-08-21T15:10:00+08:00", #"{"item":"research","granted":false}"#, nil),
        ("note", "2024-08-20T15:20:00+08:00", #"{"text":{"digest":"\#(sealed)"}}"#, nil),
        ("erasure", "2024-08-25T15:20:00+08:00", #"{"entry":"\#(id(38))","field":"text"}"#, nil),
        ("retraction", "2024-08-25T15:30:00+08:00", #"{"confirmedBy":"zhou.yi"}"#, 24),
        ("transfer", "2024-10-01T10:00:00+08:00", #"{"to":"transfer","code":"3","hospital":"市儿童医院"}"#, nil),
        (
            "discharge", "2024-11-20T10:00:00+08:00",
            #"{"to":"home","code":"1","told":{"digest":"\#(sealed)"},"formSigned":true,"readiness":"ready"}"#, nil
        ),
        (
            "follow_up", "2024-12-04T10:00:00+08:00",
            #"{"place":"clinic","source":"parents","quantity":"weight","value":2980,"unit":"g"}"#, nil
        ),
        ("follow_up", "2024-12-18T10:00:00+08:00", #"{"place":"clinic","source":"phone"}"#, nil),
        (
            "problem", "2024-12-18T10:00:00+08:00",
            #"{"code":"a\u0001b","grade":"\u0007"}"#, nil
        ),
        ("immunisation", "2024-12-18T10:00:00+08:00", #"{"product":"x\u0001","notGivenReason":"\u0002"}"#, nil),
        ("lab", "2024-12-18T10:00:00+08:00", #"{"code":"\u0003","value":1,"unit":"\u0004"}"#, nil),
        ("genome", "2024-12-18T10:00:00+08:00", #"{"z":1,"a":[1.5,{"b":null}]}"#, nil),
    ]

    /// The lines, each with every member of a header.
    static let lines: [JSON] = facts.enumerated().map { index, fact in
        var line: [JSON.Member] = [
            JSON.Member("id", .string(id(index))), JSON.Member("infant", "an-an"),
            JSON.Member("kind", .string(fact.kind)), JSON.Member("at", .string(fact.at)),
            JSON.Member(
                "precision", .string(fact.at.count == 10 ? "day" : fact.at.contains(":12+") ? "second" : "minute")),
            JSON.Member("recorded", "2024-12-20T10:00:00+08:00"), JSON.Member("by", "li.min"),
            JSON.Member("source", "cli"), JSON.Member("key", .string("k-\(index)")),
            JSON.Member("operation", .string(id(900 + index))),
        ]
        if let old = fact.corrects {
            line.append(JSON.Member("corrects", .string(id(old))))
            line.append(JSON.Member("reason", ["digest": .string(sealed)]))
        }
        line.append(
            JSON.Member(
                "origin",
                [
                    "unit": "样本科室", "id": .string(id(index)), "seq": .integer(Int64(index + 1)),
                    "digest": .string(sealed),
                ]))
        line.append(JSON.Member("body", (try? JSON(text: fact.body)) ?? .null))
        return .object(line)
    }

    static let record = FHIRRecord(
        code: "an-an", lines: lines,
        criteria: [
            .init(id: "weight_min", title: "Weight", verdict: .met, source: "CN2017"),
            .init(id: "apnoea_free", title: "Event-free", verdict: .unknown, source: ""),
            .init(id: "car_seat", title: "Car seat", verdict: .waived, source: "AAP"),
            .init(id: "oral_feeding", title: "Feeds", verdict: .notMet, source: "CN2017"),
        ],
        making: .init(
            making: .init(software: "nicu 0", files: [("rules", "cn-2017", "0.1.0", sealed), ("care", "c", "1", nil)]),
            unit: "样本科室", asOf: "2024-12-20T10:00:00+08:00", knownAt: "2024-12-20T10:00:00+08:00",
            head: "46:abababababababab",
            timestamp: "2024-12-20T10:00:00+08:00", leftOut: ["names"]))

    static let bundle = record.bundle.text
    static let bulk = record.bulkLines.map { $0.text + "\n" }.joined()
}
