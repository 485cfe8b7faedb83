public import NICUCore

/// Reads the two moments of a question as people and machines write them, alike at every door.
public struct AskedMoments: Sendable {
    /// Why a moment cannot be asked about.
    public enum Problem: Error, Sendable, Equatable {
        case moment(Moment.Problem)
        /// The moment lies ahead of now.
        case ahead(Moment, now: Moment)
        /// Not a position in the ledger.
        case position(String)
    }

    private let now: Instant
    private let zone: Zone

    /// Reads for a door whose clock shows `now`, in the unit's zone.
    public init(now: Instant, zone: Zone) {
        self.now = now
        self.zone = zone
    }

    /// A time as typed, in the unit's zone; now when nothing was typed.
    public func moment(_ text: String?) throws(Problem) -> Moment {
        guard let text else { return zone.moment(at: now, precision: .second) }
        do throws(Moment.Problem) {
            return try Moment(typed: text, now: now, zone: zone)
        } catch {
            throw .moment(error)
        }
    }

    /// A clinical moment that has come; what lies ahead is refused, since nobody has observed it.
    public func pastMoment(_ text: String) throws(Problem) -> Moment {
        let moment = try moment(text)
        guard moment.earliest <= now else { throw .ahead(moment, now: zone.moment(at: now)) }
        return moment
    }

    /// What had been recorded: a time, or `#1234` for a position in the ledger.
    public func knownAt(_ text: String?) throws(Problem) -> KnownAt {
        guard let text else { return .now(now) }
        if text.hasPrefix("#") {
            guard let position = Int64(text.dropFirst()), position >= 0 else { throw .position(text) }
            return .position(position)
        }
        return .instant(try moment(text).latest)
    }
}

extension Wording {
    /// Why a moment cannot be asked about.
    public func asked(_ problem: AskedMoments.Problem) -> String {
        switch problem {
        case .moment(let problem): moment(problem)
        case .ahead(let moment, let now): askedAhead(moment, now: now)
        case .position(let text): noPosition(text)
        }
    }
}
