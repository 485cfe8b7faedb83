public import NICUCore

/// Why a story is not written.
public enum StoryRefusal: Sendable, Hashable {
    /// Nobody has recorded a consent.
    case noConsent
    /// The consent was withdrawn at that moment.
    case withdrawn(Moment)
    /// The infant has died, or treatment was withdrawn; there is no family's page.
    case ended
    /// The same, and the consent for the press was not given since.
    case consentBeforeEnd
    /// No alias is recorded.
    case noAlias
    /// The alias itself tells who the infant is, or when.
    case alias(Set<StoryTrace>)
    /// The finished page tells it.
    case page(Set<StoryTrace>)
}

extension StoryAudience {
    /// Why the record as known now does not allow a page; nil where it does.
    ///
    /// The last word on the item holds, whatever moment the page is about: whoever withdraws a consent withdraws it for pages about
    /// earlier days as well. A consent of before a death says nothing about the time after it.
    public func refusal(_ now: Course) -> StoryRefusal? {
        let ends = now.entries.filter { [.death, .withdrawal].contains($0.body.stayDestination) }
        let hasEnded = now.stayEnd.map { [.death, .withdrawal].contains($0.destination) } ?? false
        if self == .family, hasEnded { return .ended }
        guard let last = now.all(Consent.self).last(where: { $0.body.item == consent }) else { return .noConsent }
        guard last.body.granted else { return .withdrawn(last.entry.at) }
        if hasEnded, let end = ends.last, last.entry.at.earliest <= end.at.latest { return .consentBeforeEnd }
        return nil
    }
}

extension Course {
    /// The alias that was recorded last; nil where there is none, where it was erased, and without the sealing key.
    public var storyAlias: String? {
        let alias = all(Identity.self).last { $0.body.alias != nil }?.body.alias?.text
        // A blank is no name.
        return alias.flatMap { $0.allSatisfy(\.isWhitespace) ? nil : $0 }
    }
}
