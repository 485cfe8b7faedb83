#if Server
    internal import ServiceLifecycle
    internal import Synchronization

    /// Gives answers up that take too long.
    ///
    /// One clock looks at all of them four times a second: a timer for each request would be kept by the runtime until its time
    /// was over, also for the many that were answered at once.
    final class Deadlines: Service {
        private struct State {
            var next = 0
            var running: [Int: (deadline: ContinuousClock.Instant, cancel: @Sendable () -> Void)] = [:]
        }

        private let state = Mutex(State())

        /// Runs work that is cancelled once its time is over; it then throws `CancellationError`.
        func run<T: Sendable>(
            for limit: Duration, now: ContinuousClock.Instant = .now, _ body: @escaping @Sendable () async throws -> T
        ) async throws -> T {
            let task = Task { try await body() }
            let cancel: @Sendable () -> Void = { task.cancel() }
            let number = state.withLock { state in
                state.next += 1
                state.running[state.next] = (now + limit, cancel)
                return state.next
            }
            defer { state.withLock { _ = $0.running.removeValue(forKey: number) } }
            return try await withTaskCancellationHandler {
                try await task.value
            } onCancel: {
                task.cancel()
            }
        }

        /// How much is under way.
        var count: Int { state.withLock { $0.running.count } }

        /// Cancels whatever should have been done by now.
        func look(at now: ContinuousClock.Instant) {
            let late = state.withLock { state in state.running.values.filter { $0.deadline < now }.map(\.cancel) }
            for cancel in late { cancel() }
        }

        func run() async throws {
            while !Task.isShuttingDownGracefully, !Task.isCancelled {
                try? await cancelWhenGracefulShutdown { try await Task.sleep(for: .milliseconds(250)) }
                look(at: .now)
            }
        }
    }
#endif
