/// What the record answers instead of writing; every case has its sentence in `Wording` and its exit code.
public enum RecordProblem: Error, Sendable, Equatable {
    // The file
    case recordMissing(path: String)
    case recordExists(path: String)
    case notARecord(path: String)
    case newerSchema(path: String, found: Int, known: Int)
    case notWritable(path: String)
    case folderOpenToOthers(path: String, mode: String)
    case fileOpenToOthers(path: String, mode: String)
    case pragma(name: String, wanted: String, got: String)
    case diskFull(path: String)
    case busy(path: String)
    case damaged(path: String, detail: String)
    case database(detail: String)
    case notKnownSaved(key: String)
    // The witness
    case keysMissing(path: String)
    case keysUnreadable(path: String)
    case anchorAhead(anchored: Int64, head: Int64)
    case anchorDisagrees(position: Int64)
    // People
    case unknownClinician(login: String)
    case retiredClinician(login: String)
    case clinicianExists(login: String)
    case notAPhysician(login: String)
    case badLogin(String)
    case roleForbids(login: String, role: String, act: RoleGrant.Act)
    case lastAdministrator(login: String)
    // Infants
    case badCode(String)
    case unknownInfant(code: String, similar: [String])
    case infantExists(code: String)
    case codeTooClose(code: String, other: String)
    case siblingFirstLetter(code: String, sibling: String)
    case checkLetterMissing(code: String)
    case checkLetterWrong(code: String, given: String)
    case secondIdentifierMissing(code: String)
    case birthDayWrong(code: String, given: Day)
    case orderMissing(code: String)
    case orderTaken(order: Int, by: String)
    case roundClosed
    case siblingsDiffer(code: String, sibling: String, SiblingDifference)
    case siblingLetter(code: String, sibling: String)
    // Entries
    case questions([AskedQuestions])
    case secondMissing
    case secondIsFirst(login: String)
    case refused([Assessment.Refusal])
    case noSuchEntry(seq: Int64)
    case entryOfTheUnit(seq: Int64)
    case alreadyCorrected(seq: Int64, by: Int64)
    case alreadyStruck(seq: Int64, by: Int64)
    case cannotCorrect(seq: Int64, kind: String)
    case correctionChangesKind(seq: Int64, from: String, to: String)
    case confirmationAlreadyThere(seq: Int64)
    case nothingToConfirm(seq: Int64)
    case notReceived(seq: Int64)
    case nothingToRedo(by: String)
    case othersEvent(seq: Int64, by: String)
    case reasonMissing
    case badKey
    case controlCharacter(member: String)
    case nothingChanged(seq: Int64)
    case memberFixed(seq: Int64, member: String)
    case birthHasFacts(seq: Int64, fact: Int64)
    case confirmationNotUndone(seq: Int64)
    case overtaken(seq: Int64, [Question])
    case positionAhead(Int64, head: Int64)
    case keyReused(key: String)
    case nothingToUndo(by: String)
    case unitNotUndone(seq: Int64)
    case changedByOther(seq: Int64, by: String, change: Int64)
    case badSetting(name: String, value: String)
    case bodyProblem(kind: String, BodyProblem)
    case reference(ReferenceProblem)
    case rules(RulesProblem)
    // Import
    case unitEntryImported(kind: String)
    case otherInfant(seq: Int64)
    case textDisagrees(entry: String, field: String)
    case importLines([ImportProblem])
    case importAsks([AskedImport])
}

/// In what two infants that are called siblings do not agree.
public enum SiblingDifference: Sendable, Hashable {
    /// How many the birth was of.
    case count(Int, Int)
    /// The beginning of the pregnancy, by so many days.
    case days(Int)
}

/// A question about a value that an import brought.
public struct AskedImport: Error, Sendable, Equatable {
    /// The entry as it would stand in the record.
    public let entry: Entry
    /// The question.
    public let question: Question

    /// Makes one from its parts.
    public init(entry: Entry, question: Question) {
        self.entry = entry
        self.question = question
    }

    /// Compares entry and question.
    public static func == (a: AskedImport, b: AskedImport) -> Bool {
        a.entry.id == b.entry.id && a.question == b.question
    }
}

/// Questions about one value, and what answers them.
public struct AskedQuestions: Error, Sendable, Equatable {
    /// The questions.
    public let questions: [Question]
    /// The token that confirms the value.
    public let token: String
    /// Whether a second clinician must have looked at it.
    public let needsSecond: Bool
    /// Whether a token was given that does not fit.
    public let wasAnswered: Bool
    /// Whether the value can be kept as unconfirmed.
    public let canWait: Bool

    /// Makes one from its parts.
    public init(
        questions: [Question], token: String, needsSecond: Bool = false, wasAnswered: Bool = false, canWait: Bool = true
    ) {
        self.questions = questions
        self.token = token
        self.needsSecond = needsSecond
        self.wasAnswered = wasAnswered
        self.canWait = canWait
    }
}

/// What is wrong with one line of an import.
public struct ImportProblem: Error, Sendable, Equatable {
    /// The line, from 1.
    public let line: Int
    /// What it was.
    public let what: What

    /// Why the line cannot be taken.
    public enum What: Error, Sendable, Equatable {
        case json(JSON.Problem)
        case notAnObject
        case missingMember(String)
        case unknownMember(String)
        case badMember(String, value: String)
        case time(String, Moment.Problem)
        case body(kind: String, BodyProblem)
        case unknownInfant(String)
        case unknownEntry(String)
        case differs(id: String)
        case record(RecordProblem)
    }

    /// Makes a value from its parts.
    public init(line: Int, what: What) {
        self.line = line
        self.what = what
    }
}

/// Why the growth references of a unit stay as they are.
public enum ReferenceProblem: Error, Sendable, Equatable {
    /// No pack has this id.
    case notThere(id: String, known: [String])
    /// The pack belongs to the program and is neither replaced nor removed.
    case builtIn(id: String)
    /// The unit has exactly this pack.
    case alreadyThere(id: String, version: String)
    /// The unit has this version with other content.
    case versionTaken(id: String, version: String)
    /// A phase of the unit's plan names the pack.
    case inUse(id: String, phase: ReferencePlan.Phase)
    /// The pack may not be asked about this phase.
    case wrongUse(id: String, phase: ReferencePlan.Phase)
}

/// Why the rule sets of a unit stay as they are.
public enum RulesProblem: Error, Sendable, Equatable {
    /// The record has exactly this edition.
    case alreadyThere(name: String)
    /// An edition of this id and version has other content.
    case versionTaken(id: String, version: String)
    /// The edition comes with the program and is not removed.
    case builtIn(name: String)
    /// The unit's readiness answers use the edition.
    case inUse(name: String)
}
