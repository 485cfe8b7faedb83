extension Course {
    /// Whether consent is given at the moment of a course: the last word on the item counts, none is unknown and never yes.
    public func consent(to item: String) -> (answer: Truth, entry: EntryRef?) {
        let last = all(Consent.self).last { $0.body.item == item }
        return (Truth(last?.body.granted), last.map { EntryRef($0.entry) })
    }
}
