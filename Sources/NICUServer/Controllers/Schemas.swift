#if Server
    internal import NICUCore

    /// The shapes of answers and bodies, as far as others may rely on them.
    enum Schemas {
        static let status: JSON = object(["status": ["type": "string", "enum": ["live", "ready"]]])

        static let text: JSON = ["type": "string"]
        /// Ids in a parameter.
        static let names: JSON = ["type": "string", "minLength": 1, "maxLength": 200, "pattern": "^[A-Za-z0-9@.,_-]+$"]
        /// A number as it is read: digits and a decimal point, no exponent, at most 19 characters.
        static let number: JSON = [
            "type": "number",
            "description": "Digits with a decimal point, no exponent, 19 characters at most 不用指数，至多 19 位",
        ]
        static let textOrNull: JSON = ["type": ["string", "null"]]
        static let whole: JSON = ["type": "integer"]
        static let wholeOrNull: JSON = ["type": ["integer", "null"]]
        static let numberOrNull: JSON = ["type": ["number", "null"]]
        static let yesNo: JSON = ["type": "boolean"]

        /// An object all of whose named members are there; further ones may be added later.
        static func object(_ members: JSON) -> JSON {
            ["type": "object", "required": .array(members.members.map { .string($0.name) }), "properties": members]
        }

        static func list(_ item: JSON) -> JSON { ["type": "array", "items": item] }

        /// The members that say what an answer is about.
        private static func answer(_ members: JSON) -> JSON {
            let common: JSON = ["infant": text, "asOf": text, "knownAt": text, "head": text]
            return object(.object(common.members + members.members))
        }

        static let growth = answer([
            "sex": text,
            "points": list(
                object([
                    "entry": whole, "at": text, "dayOfLife": wholeOrNull, "pmaDays": wholeOrNull, "measure": text,
                    "value": whole, "unit": text,
                    "scores": list(
                        object(["reference": text, "z": numberOrNull, "centile": numberOrNull, "status": text])),
                ])), "nadir": ["type": ["object", "null"]], "birthWeightRegained": ["type": ["object", "null"]],
            "velocity": list(["type": "object"]), "deltaZ": list(["type": "object"]),
        ])

        static let readiness = answer([
            "rules": object(["id": text, "version": text, "digest": text]),
            "overall": ["type": "string", "enum": ["ready", "not_ready", "indeterminate"]], "waived": list(text),
            "criteria": list(
                object([
                    "id": text,
                    "verdict": ["type": "string", "enum": ["met", "not_met", "unknown", "not_applicable", "waived"]],
                    "severity": text, "basis": text, "source": list(text), "reason": text, "evidence": list(text),
                    "earliest": textOrNull,
                ])), "projection": ["type": ["object", "null"]],
        ])

        static let due = answer([
            "schedule": object(["id": text, "version": text, "digest": text]),
            "filter": object(["withinHours": whole, "all": yesNo]), "left": whole,
            "items": list(object(["id": text, "topic": text, "guideline": text, "status": text])),
            "papers": list(object(["id": text, "status": text])), "papersLeft": whole, "followUp": ["type": "object"],
        ])

        static let timeline = answer([
            "entries": list(
                object(["id": text, "seq": whole, "kind": text, "at": text, "text": text, "struckThrough": yesNo]))
        ])

        static let infants = list(
            answer([
                "bed": textOrNull, "sex": text, "gaDays": wholeOrNull, "dayOfLife": wholeOrNull, "pmaDays": wholeOrNull,
                "lastWeight": ["type": ["object", "null"]], "stayEnded": textOrNull,
            ]))

        static let board = list(
            object([
                "infant": text, "bed": textOrNull, "dayOfLife": wholeOrNull, "pmaDays": wholeOrNull,
                "weightToday": text,
                "lastWeight": ["type": ["object", "null"]], "due": list(object(["id": text, "status": text])),
                "unknown": list(text),
            ]))

        static func scoreBody(mostRows: Int) -> JSON {
            let optional: JSON = .object(
                number.members.map { $0.name == "type" ? .init("type", ["number", "null"]) : $0 })
            let row: JSON = [
                "type": "object", "additionalProperties": false,
                "required": ["reference", "sex", "measure", "value", "unit"],
                "properties": [
                    "reference": ["type": "string", "maxLength": 100], "sex": ["type": "string", "maxLength": 100],
                    "measure": ["type": "string", "maxLength": 100], "ageDays": optional, "value": number,
                    "unit": ["type": "string", "maxLength": 100], "lengthCm": optional,
                ],
            ]
            return [
                "type": "object", "additionalProperties": false, "required": ["rows"],
                "properties": [
                    "rows": ["type": "array", "maxItems": .integer(Int64(mostRows)), "items": row]
                ],
            ]
        }

        static let scoreAnswer = object([
            "rows": list(
                object(["z": numberOrNull, "centile": numberOrNull, "band": textOrNull, "status": text]))
        ])

        static let problem: JSON = [
            "type": "object", "required": ["type", "title", "titleZh", "status"],
            "properties": [
                "type": text, "title": text, "titleZh": text, "status": whole, "detail": text, "detailZh": text,
            ],
        ]
    }
#endif
