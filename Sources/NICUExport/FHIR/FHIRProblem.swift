public import NICUCore

/// What is wrong at one place of a FHIR file.
public struct FHIRProblem: Error, Sendable, Hashable {
    /// The element, `Bundle.entry[3].resource.valueQuantity.unit`.
    public let path: String
    /// What is wrong there.
    public let what: What

    /// Makes one from its parts.
    public init(_ path: String, _ what: What) {
        self.path = path
        self.what = what
    }

    /// The ways in which an element can be wrong.
    public enum What: Sendable, Hashable {
        /// No JSON.
        case json(JSON.Problem)
        /// A bundle whose entries are no facts as they stand.
        case bundleType(String)
        /// The Patient is no longer in use there.
        case inactive
        /// Not an object with a `resourceType`.
        case notAResource
        /// A resource where another type belongs.
        case wrongResource(String, expected: String)
        /// The type has no such element.
        case unknownElement
        /// An element that must be there is not.
        case missing(String)
        /// One value where a list belongs, or a list where one value belongs.
        case listExpected, oneExpected
        /// Another JSON type than the element's.
        case wrongType(expected: String)
        /// A text that does not have the form of its type.
        case badForm(String, type: String)
        /// A code that is none of its list.
        case notAllowed(String, allowed: [String])
        /// Empty texts, lists, objects and nulls say nothing and are not allowed.
        case empty
        /// Two elements of one choice.
        case twoOfChoice(String)
        /// An invariant of the standard, by its name.
        case invariant(String)
        /// A reference to nothing in the file.
        case danglingReference(String)
        /// The same full address or id twice.
        case twice(String)
        /// The value differs from what the entry in the same resource says.
        case disagrees(String, expected: String)
        /// The entries do not give the checksum of the record they are part of.
        case checksum
        /// The record names another number of entries.
        case incomplete(found: Int, expected: Int)
        /// A form of this program's extensions that is newer, or broken.
        case form(String)
        /// An extension that changes the meaning and is not known.
        case modifier(String)
        /// The infant is another than the one named.
        case otherInfant(String, expected: String)
        /// One of several infants of a birth, who is new here.
        case severalAtBirth
        /// The file names more than one infant, or none.
        case infants(Int)
        /// An exchange line that the resource gives cannot be read.
        case entry(String)
    }
}

/// Everything that is wrong with a FHIR file.
public struct FHIRProblems: Error, Sendable, Hashable {
    /// The problems in the order of the file.
    public let all: [FHIRProblem]
    /// Makes one from its parts.
    public init(_ all: [FHIRProblem]) { self.all = all }
}
