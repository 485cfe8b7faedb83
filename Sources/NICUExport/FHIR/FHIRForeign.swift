public import NICUCore

/// What another system's FHIR file says about one infant, as exchange lines, with a list of all that was not taken.
///
/// Taken are the Patient of an infant who is new here, measurements by LOINC with a UCUM unit, gestational age, Apgar scores,
/// immunisations, procedures, medicines given and conditions. Nothing is guessed, and nothing is passed over in silence.
public struct FHIRForeign: Sendable {
    /// Whose facts they are, and who brings them in.
    public struct Target: Sendable {
        /// The infant's code here.
        public let code: String
        /// What is known of the infant here; nil for one who is new.
        public let birth: (day: Day, body: Birth)?
        /// What the record here has already and a file from elsewhere does not replace: `dating`, `perinatal`, quantities at birth.
        let held: Set<String>
        /// The ids of its entries.
        let ids: Set<String>
        let zone: Zone
        /// What the record says already, as ``key(_:_:_:)`` tells it.
        let known: Set<String>
        /// The clinician who brings the file in.
        public let by: String
        /// The instant of the import.
        public let now: Moment

        /// What makes two facts the same whoever recorded them: kind, instant and what was found or done.
        static func key(_ kind: String, _ at: Int64, _ body: JSON) -> String? {
            let names: [String]
            switch kind {
            case "measurement": names = ["quantity", "value"]
            case "immunisation", "medication": names = ["product", "dose", "notGivenReason"]
            case "procedure": names = ["what"]
            case "problem": names = ["code", "onset"]
            default: return nil
            }
            return ([kind, "\(at)"] + names.map { body[$0]?.text ?? "" }).joined(separator: "|")
        }

        /// Makes one from its parts; `course` is what is known of the infant here, nil for one who is new.
        public init(code: String, course: Course?, by: String, now: Moment, zone: Zone) {
            self.code = code
            birth = course?.birth.map { ($0.entry.at.day, $0.body) }
            let atBirth = course?.all(Measurement.self).filter { $0.body.role == .birth }.map {
                $0.body.quantity.rawValue
            }
            held = Set(
                (atBirth ?? []) + (course?.latestDating == nil ? [] : ["dating"])
                    + (course?.last(Perinatal.self) == nil ? [] : ["perinatal"]))
            known = Set(
                (course?.entries ?? []).compactMap {
                    Target.key($0.kind.name, $0.at.instant.seconds, $0.body.json)
                })
            ids = Set((course?.entries ?? []).map(\.id.description))
            self.zone = zone
            self.by = by
            self.now = now
        }
    }

    /// The lines to take.
    public let lines: [FHIRRestore.Line]
    /// What was not taken, in the order of the file.
    public let notes: [FHIRNote]
    /// Ids that facts have, if they were taken earlier, which the file now says were a mistake.
    public let withdrawn: [(id: String, path: String)]

    /// Reads a file; it must be about one patient, and an infant who is known here must be that one.
    public init(_ file: FHIRFile, for target: Target) throws(FHIRProblems) {
        if file.bundleType == "history" { throw FHIRProblems([FHIRProblem("Bundle.type", .bundleType("history"))]) }
        let patients = file.items.filter { $0.type == "Patient" }
        guard let patient = patients.first, patients.count == 1 else {
            throw FHIRProblems([FHIRProblem("", .infants(patients.count))])
        }
        var reader = ForeignReader(file, patient: patient, target: target)
        do throws(FHIRProblem) { try reader.birth() } catch { throw FHIRProblems([error]) }
        for place in file.absent { reader.note(place, .absent) }
        for item in file.items { reader.take(item) }
        reader.takeApgar()
        lines = reader.lines
        notes = reader.notes
        withdrawn = reader.withdrawn
    }
}
