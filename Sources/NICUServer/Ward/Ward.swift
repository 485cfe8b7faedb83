#if Server
    internal import NICUAssets
    internal import NICUCore
    internal import NICUExport
    internal import NICUStore
    internal import Synchronization

    /// The record as requests reach it: reads on a pool of connections, answers kept by ledger position, looks noted.
    final class Ward: Sendable {
        private let pool: StorePool
        /// One connection on one thread: entries are written one after the other, in the order in which they came.
        private let writer: StorePool
        private let cache = AnswerCache()
        private let clock: @Sendable () -> Instant
        private let roles = Mutex<(head: LedgerHead, roles: [String: RoleGrant.Role])?>(nil)
        private let references = ReferenceShelf()
        /// Looks on their way to the access log.
        let notes: AccessNotes

        init(
            _ settings: ServerSettings, clock: @escaping @Sendable () -> Instant,
            zone: @escaping @Sendable (String) throws -> Zone
        ) throws {
            let location = settings.location
            self.clock = clock
            notes = AccessNotes(location: location)
            let open: @Sendable () throws -> Store = { try Store.open(location, now: clock(), zone: zone) }
            pool = StorePool(threads: settings.readers, first: [try open()], open: open)
            writer = StorePool(threads: 1, open: open)
        }

        /// The door's clock.
        var now: Instant { clock() }

        /// One read of the record.
        struct Reading: Sendable {
            let store: Store
            let head: LedgerHead
            let now: Instant

            /// Reads moments as every door does.
            var asked: AskedMoments { AskedMoments(now: now, zone: store.clock.zone) }
        }

        /// Runs a read on a connection.
        func read<T: Sendable>(_ body: @escaping @Sendable (Reading) throws -> T) async throws -> T {
            let now = now
            return try await pool.run { store, head in try body(Reading(store: store, head: head, now: now)) }
        }

        /// Runs a write; what it returns is on disk.
        ///
        /// Here group commit will take what waits into one transaction.
        func write<T: Sendable>(_ body: @escaping @Sendable (Reading) throws -> T) async throws -> T {
            let now = now
            return try await writer.run { store, head in try body(Reading(store: store, head: head, now: now)) }
        }

        /// An answer about the record: the kept one where nothing was recorded since, else a new one.
        func answer(
            _ query: Query, route: String, code: String? = nil, _ make: @escaping @Sendable (Reading) throws -> Answer
        ) async throws -> Answer {
            let cache = cache
            let now = now
            let key = AnswerKey(route: route, code: code, query: query.ordered, isOfNow: !query.namesBothMoments)
            let second = now.seconds
            let (head, kept) = try await pool.run { _, head in (head, cache.answer(key, at: head, second: second)) }
            // One thread works on an answer, however many walls ask for it in this second.
            let pool = pool
            let fresh: @Sendable () async throws -> Answer = {
                try await cache.once(key, at: head, second: second) {
                    try await pool.run { store, head in
                        let answer = try make(Reading(store: store, head: head, now: now))
                        cache.keep(answer, key, at: head, second: second)
                        return answer
                    }
                }
            }
            guard let kept else { return try await fresh() }
            if kept.isOld, !cache.isUnderWay(key, at: head, second: second) { Task { _ = try? await fresh() } }
            return kept.answer
        }

        /// The role that the record gives a clinician now; nil for one it does not know or has retired.
        func role(of login: String) async throws -> RoleGrant.Role? {
            try await read { [self] reading in
                if let known = roles.withLock({ $0 }), known.head == reading.head { return known.roles[login] }
                let active = try reading.store.clinicians().filter(\.isActive)
                let fresh = Dictionary(
                    active.map { ($0.login, $0.role ?? .viewer) }, uniquingKeysWith: { _, last in last })
                roles.withLock { $0 = (reading.head, fresh) }
                return fresh[login]
            }
        }

        /// Scores rows against the references of the program and of the unit.
        func score(_ rows: [ScoreRow]) async throws -> [ScoreRow.Answer] {
            let shelf = references
            return try await read { reading in
                try shelf.use(reading) { find in
                    var stream = ScoreStream(references: find)
                    return rows.map { stream.score($0) }
                }
            }
        }

        /// Whether requests can be answered.
        func health() async throws -> RecordHealth { try await read { try $0.store.health(now: $0.now) } }

        /// Notes a look into the record.
        func note(_ caller: Caller, verb: String, infant: InfantID? = nil) {
            notes.add(AccessNote(login: caller.login, verb: verb, infant: infant, at: now))
        }

        /// Writes what is not written yet and ends the threads.
        func stop() async throws {
            notes.flush()
            try await writer.stop()
            try await pool.stop()
        }
    }

    /// The references that scores were asked in, read once for each position of the ledger.
    private final class ReferenceShelf: Sendable {
        private struct State {
            var head = LedgerHead(seq: -1, digest: "")
            var library = ReferenceLibrary()
            var loaded: [String: GrowthReference] = [:]
        }

        private let state = Mutex<State?>(nil)

        func use<T>(_ reading: Ward.Reading, _ body: (_ find: @escaping (String) -> GrowthReference?) throws -> T)
            throws -> T
        {
            let start = try state.withLock { $0 }.flatMap { $0.head == reading.head ? $0 : nil } ?? fresh(reading)
            let desk = Desk(start)
            let result = try body { desk.reference($0) }
            if let failure = desk.failure { throw failure }
            if desk.state.loaded.count > start.loaded.count { state.withLock { $0 = desk.state } }
            return result
        }

        /// The shelf as one job sees it.
        private final class Desk {
            var state: State
            var failure: (any Error)?

            init(_ state: State) { self.state = state }

            func reference(_ id: String) -> GrowthReference? {
                if let known = state.loaded[id] { return known }
                guard state.library.ids.contains(id) else { return nil }
                do {
                    let reference = try state.library.reference(id)
                    state.loaded[id] = reference
                    return reference
                } catch {
                    failure = error
                    return nil
                }
            }
        }

        private func fresh(_ reading: Ward.Reading) throws -> State {
            State(head: reading.head, library: try reading.store.library(knownAt: .now(reading.now)))
        }
    }
#endif
