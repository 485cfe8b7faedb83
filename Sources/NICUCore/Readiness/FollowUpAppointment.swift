extension TaskDone {
    /// Why the appointment written with a result does not count at a moment; nil where it does.
    ///
    /// Readiness and the list of what is due ask the same function, so that neither hides what the other rejects. An
    /// appointment known only to the day whose two ends disagree is `undecided`.
    func appointmentFault(_ entry: Entry, _ check: Check, asOf: Instant, in zone: Zone) -> AppointmentFault? {
        guard let appointment = check.followUp else { return AppointmentFault.none }
        guard let place = check.place, place.contains(where: { !$0.isWhitespace }) else { return .noPlace }
        let moment = appointment.moment(in: zone)
        func fault(_ time: Instant) -> AppointmentFault? {
            if time <= asOf { return .past(appointment) }
            guard let limit = followUpWithin[check.result], time - entry.at.instant > limit.seconds else { return nil }
            return .late(appointment, limit: limit)
        }
        let (first, last) = (fault(moment.earliest), fault(moment.latest))
        return (first == nil) == (last == nil) ? first : .undecided(appointment)
    }
}
