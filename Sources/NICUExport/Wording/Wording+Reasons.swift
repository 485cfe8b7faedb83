public import NICUCore

extension Wording {
    /// Why a criterion has its verdict.
    public func reason(_ reason: Reason) -> String {
        switch reason {
        case .notMeasured, .stale, .unconfirmed, .conflicting, .value, .tooFew, .noFirst, .gain, .otherBed, .outOfRange,
            .gap, .siteNotRecorded, .sustained:
            measured(reason)
        case .oralVolume, .planMissing, .intakeIncomplete, .volumeMissing, .eventAtFeed: fed(reason)
        case .eventFree, .undecidedEvent, .eventsWithoutDetail, .notMonitored, .notMonitoredInCareDay, .unreviewed,
            .reviewed, .noShiftEnded:
            watched(reason)
        case .nothingRecorded, .historyUnknown, .active, .stopped, .neverGiven, .held, .otherValue, .allOff, .notStated,
            .homePlan:
            held(reason)
        case .taskMissing, .taskNotDone, .taskResult, .taskHolds, .taskFollowUp, .appointment, .methodMissing,
            .otherMethod, .earMissing, .motherUnknown, .doseDueAtOnce, .doseDoesNotCount, .weightThenUnknown, .attested,
            .notAttested:
            done(reason)
        default: other(reason)
        }
    }

    private func measured(_ reason: Reason) -> String {
        switch reason {
        case .notMeasured(let quantity):
            pick("没有\(term(quantity.rawValue))记录", "no \(term(quantity.rawValue)) recorded")
        case .stale(let quantity, let last, let maxAge):
            pick(
                "末次\(term(quantity.rawValue)) \(time(last))，超过 \(length(maxAge))",
                "last \(term(quantity.rawValue)) \(time(last)), older than \(length(maxAge))")
        case .unconfirmed(let quantity, let value, let at):
            pick(
                "\(time(at)) 的\(quantity.display(value))未确认", "\(quantity.display(value)) at \(time(at)) is unconfirmed"
            )
        case .conflicting(let quantity, let used, let other, let at):
            pick(
                "\(time(at)) 有矛盾的值：\(quantity.display(used)) 与 \(quantity.display(other))",
                "conflicting values at \(time(at)): \(quantity.display(used)) and \(quantity.display(other))")
        case .value(let quantity, let value, let at, let min):
            pick(
                "\(quantity.display(value))（\(time(at))），下限 \(quantity.display(min))",
                "\(quantity.display(value)) at \(time(at)), at least \(quantity.display(min))")
        case .tooFew(let quantity, let found, let needed, let within):
            pick(
                "\(length(within))内\(term(quantity.rawValue)) \(found) 次，需 \(needed) 次",
                "\(found) \(term(quantity.rawValue)) readings within \(length(within)), \(needed) needed")
        case .noFirst(let quantity, let around, let tolerance):
            pick(
                "\(time(around)) 前后 \(length(tolerance))内没有\(term(quantity.rawValue))",
                "no \(term(quantity.rawValue)) within \(length(tolerance)) of \(time(around))")
        case .gain(let gain):
            pick(
                "\(time(gain.from)) 至 \(time(gain.to)) 增 \(gain.grams) g，\(Wording.fixed(gain.perDay, 1)) g/d（\(gain.count) 次），下限 \(gain.needed)",
                "\(gain.grams) g from \(time(gain.from)) to \(time(gain.to)), \(Wording.fixed(gain.perDay, 1)) g/d (n = \(gain.count)), at least \(gain.needed)"
            )
        case .otherBed(let bed, let at, let wanted):
            pick(
                "\(time(at)) 测于\(term(bed))，应为\(term(wanted))",
                "taken in \(term(bed)) at \(time(at)), not in \(term(wanted))")
        case .outOfRange(let quantity, let value, let at, let range):
            pick(
                "\(time(at)) \(quantity.display(value))，范围 \(quantity.digits(of: range.lowerBound))–\(quantity.display(range.upperBound))",
                "\(quantity.display(value)) at \(time(at)), range \(quantity.digits(of: range.lowerBound))–\(quantity.display(range.upperBound))"
            )
        case .gap(let quantity, let from, let to, let max):
            pick(
                "\(time(from)) 至 \(time(to)) 没有\(term(quantity.rawValue))，最长 \(length(max))",
                "no \(term(quantity.rawValue)) from \(time(from)) to \(time(to)), at most \(length(max)) apart")
        case .siteNotRecorded(let quantity, let site):
            pick(
                "\(term(quantity.rawValue))未注明部位（应为\(term(site))）",
                "\(term(quantity.rawValue)) without its site (\(term(site)) asked)")
        case .sustained(let quantity, let readings, let range, let within):
            pick(
                "\(length(within))内 \(readings) 次均在 \(quantity.digits(of: range.lowerBound))–\(quantity.display(range.upperBound))",
                "\(readings) readings within \(length(within)), all \(quantity.digits(of: range.lowerBound))–\(quantity.display(range.upperBound))"
            )
        default: ""
        }
    }

    private func watched(_ reason: Reason) -> String {
        switch reason {
        case .eventFree(let elapsed, let from, let besides): eventFree(elapsed, from: from, besides: besides, nil)
        case .undecidedEvent(let at, let missing):
            pick(
                "\(time(at)) 的事件无法判定，未记录：\(list(missing.map { term($0.rawValue) }))",
                "the event at \(time(at)) cannot be judged; not recorded: \(list(missing.map { term($0.rawValue) }))")
        case .eventsWithoutDetail(let shift, let counted, let recorded):
            pick(
                "\(shift) 班回顾 \(counted) 次事件，只记录了 \(recorded) 次",
                "shift \(shift) counts \(counted) events, \(recorded) are recorded")
        case .notMonitored(let from, let to, let max):
            pick(
                "\(time(from)) 至 \(time(to)) 无监护记录，最长 \(length(max))",
                "not monitored from \(time(from)) to \(time(to)), gaps of at most \(length(max))")
        case .notMonitoredInCareDay(let day, let hours, let max):
            pick(
                "护理日 \(day) 无监护 \(length(hours))，最长 \(length(max))",
                "care day \(day): \(length(hours)) without monitoring, at most \(length(max))")
        case .unreviewed(let shifts, let total):
            pick(
                "\(total - shifts.count)/\(total) 班已回顾，未回顾：\(self.shifts(shifts))",
                "\(total - shifts.count) of \(total) shifts reviewed; not: \(self.shifts(shifts))")
        case .reviewed(let shifts): pick("\(shifts)/\(shifts) 班已回顾", "\(shifts) of \(shifts) shifts reviewed")
        case .noShiftEnded(let since): pick("自 \(time(since)) 尚无班次结束", "no shift has ended since \(time(since))")
        default: ""
        }
    }

    private func held(_ reason: Reason) -> String {
        switch reason {
        case .nothingRecorded(let aspect): pick("没有\(term(aspect))记录", "nothing recorded about \(term(aspect))")
        case .historyUnknown(let aspect, let before):
            pick("\(time(before)) 之前的\(term(aspect))不详", "\(term(aspect)) before \(time(before)) is not known")
        case .active(let aspect, let value, let since):
            pick(
                "\(term(aspect))：\(term(value))，自 \(time(since))",
                "\(term(aspect)): \(term(value)) since \(time(since))")
        case .stopped(let aspect, let elapsed):
            pick(
                "末次\(term(aspect)) \(time(elapsed.since))，\(hours(elapsed))",
                "last \(term(aspect)) \(time(elapsed.since)), \(hours(elapsed))")
        case .neverGiven(let aspect): pick("从未使用\(term(aspect))", "\(term(aspect)) never given")
        case .held(let aspect, let value, let elapsed):
            pick(
                "\(term(aspect))：\(term(value)) 自 \(time(elapsed.since))，\(hours(elapsed))",
                "\(term(aspect)): \(term(value)) since \(time(elapsed.since)), \(hours(elapsed))")
        case .otherValue(let aspect, let value, let since, let allowed):
            pick(
                "\(term(aspect))：\(term(value))（自 \(time(since))），应为\(list(allowed.map(term)))",
                "\(term(aspect)): \(term(value)) since \(time(since)), not \(list(allowed.map(term)))")
        case .allOff(let items): pick("均已停：\(list(items.map(term)))", "all off: \(list(items.map(term)))")
        case .notStated(let items):
            pick("没有说明是否已停：\(list(items.map(term)))", "not stated as off: \(list(items.map(term)))")
        case .homePlan(let task): pick("家庭计划已完成：\(term(task))", "home plan complete: \(term(task))")
        default: ""
        }
    }

    private func other(_ reason: Reason) -> String {
        switch reason {
        case .age(let days, let min):
            pick(
                "\(weeksAndDays(days))，下限 \(weeksAndDays(min))", "\(weeksAndDays(days)), at least \(weeksAndDays(min))")
        case .ageUnknown: pick("胎龄不详", "gestational age unknown")
        case .notApplicable(_, let discretionary):
            discretionary
                ? pick("不在必查范围，可由医师决定", "not required; at the physician's discretion")
                : pick("不在适用范围", "does not apply")
        case .applicabilityUnknown(_, let missing, let otherwise):
            pick(
                "是否适用不明（缺\(list(missing.map { term($0.rawValue) }))）；",
                "cannot tell whether it applies (\(list(missing.map { term($0.rawValue) })) unknown); ")
                + self.reason(otherwise)
        case .dependsOn(let facts):
            pick(
                "取决于不详的\(list(facts.map { term($0.rawValue) }))",
                "depends on the unknown \(list(facts.map { term($0.rawValue) }))")
        case .knownToTheDay: pick("时间只精确到日，无法判定", "times known only to the day leave it open")
        case .awaitsConfirmation(let changes, let otherwise):
            pick("待医师确认（", "awaits a physician's confirmation (") + list(changes.map { self.change($0) })
                + pick("）；否则：", "); otherwise: ") + self.reason(otherwise)
        case .waived(let by, let at, let until, let why, let otherwise):
            waived(by: by, at: at, until: until, why: why) + pick("；否则：", "; otherwise: ") + self.reason(otherwise)
        case .several(let reasons): reasons.map { self.reason($0) }.joined(separator: pick("；", "; "))
        default: ""
        }
    }
}
