public import NICUCore

/// What the record holds and a story leaves out, by kind: counted in the record, never a fixed text.
public struct StoryRemoval: Sendable, Hashable {
    /// What is left out.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        case names, codes, logins, beds, lots, places, days, times, entries, texts, diagnoses, laboratory, events,
            medicines
        case screens
    }

    /// What is left out.
    public let kind: Kind
    /// How many.
    public let count: Int

    /// Counts in a course that was loaded whole, the texts of `identity` in that course, and the codes and logins known.
    ///
    /// A family's page keeps places, days and screens; the press's page keeps none of them.
    public static func of(
        _ course: Course, identity: Course, codes: Int, logins: Int, audience: StoryAudience
    ) -> [StoryRemoval] {
        let entries = course.entries + course.superseded.map(\.entry)
        func number(_ texts: [String?]) -> Int { Set(texts.compactMap { $0 }).count }
        func count(_ kinds: Set<NICUCore.Kind>) -> Int { entries.count { kinds.contains($0.kind) } }
        let identities = (identity.entries + identity.superseded.map(\.entry)).compactMap { $0.body as? Identity }
        let names = identities.flatMap {
            [$0.name, $0.hospitalNumber, $0.recordNumber, $0.guardian].map { $0.map { $0.text ?? $0.digest ?? "" } }
        }
        let products = entries.compactMap { ($0.body as? Medication)?.given ?? ($0.body as? Immunisation)?.given }
        let isPress = audience == .press
        let places = entries.flatMap { entry -> [String?] in
            [
                (entry.body as? Check)?.place, (entry.body as? FollowUp)?.place, (entry.body as? Admission)?.hospital,
                (entry.body as? Transfer)?.hospital,
            ]
        }
        let counts: [(Kind, Int)] = [
            (.names, number(names)), (.codes, codes), (.logins, logins),
            (.beds, number(entries.map { ($0.body as? Bed)?.bed ?? ($0.body as? Admission)?.bed })),
            (.lots, number(products.map(\.lot))), (.places, isPress ? number(places) : 0),
            (.days, isPress ? days(entries, course.clock.zone) : 0),
            (.times, isPress ? entries.count { $0.at.precision != .day } : 0), (.entries, entries.count),
            (.texts, count([.note, .communication]) + entries.count { $0.reason != nil }),
            (.diagnoses, count([.problem])), (.laboratory, count([.lab])), (.events, count([.event])),
            (.medicines, count(isPress ? [.medication, .immunisation] : [.medication])),
            (.screens, isPress ? count([.check]) : 0),
        ]
        return counts.filter { $0.1 > 0 }.map { StoryRemoval(kind: $0.0, count: $0.1) }
    }

    /// The civil days that stand in the record: of entries, appointments and diagnoses.
    private static func days(_ entries: [Entry], _ zone: Zone) -> Int {
        let days = entries.flatMap { entry -> [Day?] in
            let problem = entry.body as? Problem
            return [
                entry.at.day, (entry.body as? Check)?.followUp?.moment(in: zone).day, problem?.onset, problem?.resolved,
            ]
        }
        return Set(days.compactMap { $0 }).count
    }

    /// The counts for machines.
    public static func json(_ removed: [StoryRemoval]) -> JSON {
        .array(removed.map { ["kind": .string($0.kind.rawValue), "count": .integer(Int64($0.count))] })
    }
}

extension Course {
    /// How many clinicians wrote in it.
    public var storyLogins: Int { Set((entries + superseded.flatMap { [$0.entry, $0.by] }).map(\.by)).count }
}
