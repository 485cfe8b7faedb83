/// One thing of a foreign file that was not taken, or only in part.
public struct FHIRNote: Error, Sendable, Hashable {
    /// Why something was not taken.
    public enum Why: Sendable, Hashable {
        /// A type of resource that is not read.
        case type(String)
        /// A code that is none of those read.
        case code(String)
        /// A status that says it does not hold.
        case status(String)
        /// An element that is not read; the rest of the resource was taken.
        case element
        /// A value in a form, a unit or a precision that is not read.
        case value(String)
        /// A time that is not known to the day.
        case time(String)
        /// A modifier that may change the meaning.
        case modifier
        /// Something that the file speaks of and does not hold.
        case absent
        /// A request to delete or to change, which is no fact.
        case request(String)
        /// Said a second time.
        case twice
        /// Said twice, in two ways.
        case contradicts
        /// About another patient of the file, or about none.
        case subject
        /// A stay elsewhere: stays here are recorded here.
        case stay
        /// Names and numbers of people are entered by hand.
        case name
        /// The record has this of its own, and a file from elsewhere does not replace it.
        case held
    }

    /// The place in the file.
    public let path: String
    /// Why.
    public let why: Why
}

extension FHIRNote {
    /// Why a resource is not taken, and the element it lies in.
    struct Refusal: Error {
        let why: FHIRNote.Why
        let element: String

        init(_ why: FHIRNote.Why, _ element: String = "") {
            self.why = why
            self.element = element
        }
    }
}
