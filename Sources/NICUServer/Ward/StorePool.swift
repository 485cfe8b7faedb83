#if Server
    internal import NICUCore
    internal import NICUExport
    internal import NICUStore
    internal import NIOPosix
    internal import Synchronization

    /// Connections to the record on threads of their own, so that no thread that serves the network ever waits for SQLite.
    ///
    /// As many threads as connections: a job always finds one that is free.
    final class StorePool: Sendable {
        /// A connection, and the last entry that it had seen when its settings were read.
        private struct Seat {
            var store: Store
            var head: LedgerHead
        }

        private struct State {
            var idle: [Seat] = []
            var waiting = 0
        }

        private let threads: NIOThreadPool
        private let state: Mutex<State>
        private let open: @Sendable () throws -> Store
        private let mostWaiting: Int

        /// Makes a pool with its first connections; the others are opened when they are needed.
        init(
            threads count: Int, first: [Store] = [], mostWaiting: Int = 512,
            open: @escaping @Sendable () throws -> Store
        ) {
            self.open = open
            self.mostWaiting = mostWaiting
            state = Mutex(State(idle: first.map { Seat(store: $0, head: LedgerHead(seq: -1, digest: "")) }))
            threads = NIOThreadPool(numberOfThreads: count)
            threads.start()
        }

        /// Runs work with a connection and the last entry it sees.
        ///
        /// - Throws: ``Problem`` where too many wait already, and whatever the work throws.
        func run<T: Sendable>(_ body: @escaping @Sendable (Store, LedgerHead) throws -> T) async throws -> T {
            let isFull = state.withLock { state in
                guard state.waiting < mostWaiting else { return true }
                state.waiting += 1
                return false
            }
            guard !isFull else { throw Problem(.busy) }
            defer { state.withLock { $0.waiting -= 1 } }
            return try await threads.runIfActive { [self] in
                var seat = try state.withLock { $0.idle.popLast() } ?? newSeat()
                defer { state.withLock { $0.idle.append(seat) } }
                let head = try seat.store.head(visibleAt: .now(Instant(seconds: 0)))
                if head != seat.head {
                    // What was recorded since may have changed the unit's settings.
                    seat.store = try seat.store.refreshed()
                    seat.head = head
                }
                return try body(seat.store, head)
            }
        }

        private func newSeat() throws -> Seat {
            Seat(store: try open(), head: LedgerHead(seq: -1, digest: ""))
        }

        /// Ends the threads once the work at hand is done.
        func stop() async throws { try await threads.shutdownGracefully() }
    }
#endif
