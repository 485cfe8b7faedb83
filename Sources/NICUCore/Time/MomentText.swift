extension Moment {
    /// Reads a time as a person types it at the door, relative to `now` in the unit's zone.
    ///
    /// ISO 8601 (see ``init(iso:zone:)``), `06:00` (today), `today 06:00`, `yesterday 22:30`, `now`, `90 min ago`,
    /// `3 h ago`, `2 d ago` (the same clock time). Chinese: `今天`, `昨天`, `现在`, `90分钟前`, `3小时前`.
    public init(typed text: String, now: Instant, zone: Zone) throws(Problem) {
        let trimmed = String(text.trimmingASCIISpaces)
        let today = zone.day(at: now)
        if trimmed == "now" || trimmed == "现在" {
            self = zone.moment(at: now)
            return
        }
        for (word, day) in [("today", today), ("今天", today), ("yesterday", today + -1), ("昨天", today + -1)]
        where trimmed.hasPrefix(word) {
            let rest = trimmed.dropFirst(word.count).trimmingASCIISpaces
            guard !rest.isEmpty else {
                self.init(day: day, in: zone)
                return
            }
            guard let clock = ClockTime(rest) else { throw .noSuchTime(String(rest)) }
            try self.init(day: day, clock: clock, zone: zone)
            return
        }
        if let ago = Moment.ago(trimmed) {
            switch ago {
            case .seconds(let seconds): self = zone.moment(at: now - seconds, precision: .minute)
            case .days(let days):
                let clock = ClockTime(secondOfDay: zone.moment(at: now).clock.secondOfDay / 60 * 60)
                try self.init(day: today + -days, clock: clock, zone: zone)
            }
            return
        }
        if trimmed.utf8.count <= 8, trimmed.contains(":") {
            guard let clock = ClockTime(trimmed) else { throw .noSuchTime(trimmed) }
            try self.init(day: today, clock: clock, zone: zone)
            return
        }
        try self.init(iso: trimmed, zone: zone)
    }

    private enum Ago { case seconds(Int64), days(Int) }

    private static func ago(_ text: String) -> Ago? {
        let body: Substring
        if text.hasSuffix("ago") {
            body = text.dropLast(3)
        } else if text.hasSuffix("前") {
            body = text.dropLast(1)
        } else {
            return nil
        }
        let digits = body.utf8.prefix { $0 >= 0x30 && $0 <= 0x39 }
        guard let count = Digits.value(digits), count < 100_000 else { return nil }
        switch String(body.dropFirst(digits.count).trimmingASCIISpaces) {
        case "min", "minute", "minutes", "分钟": return .seconds(Int64(count) * 60)
        case "h", "hour", "hours", "小时": return .seconds(Int64(count) * 3600)
        case "d", "day", "days", "天": return .days(count)
        default: return nil
        }
    }
}
