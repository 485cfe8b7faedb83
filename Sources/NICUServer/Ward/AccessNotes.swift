#if Server
    internal import Logging
    internal import NICUCore
    internal import NICUStore
    internal import NIOPosix
    internal import ServiceLifecycle
    internal import Synchronization

    /// Looks into the record on their way to the access log: written together twice a second and before the end, so that a read
    /// never waits for the file.
    final class AccessNotes: Service {
        private struct State {
            var notes: [AccessNote] = []
            var lost = 0
        }

        private let location: RecordLocation
        private let state = Mutex(State())
        private let logger = Mutex<Logger?>(nil)
        private static let mostKept = 100_000

        init(location: RecordLocation) { self.location = location }

        /// Keeps a note until the next write.
        func add(_ note: AccessNote) {
            state.withLock { state in
                if state.notes.count < AccessNotes.mostKept { state.notes.append(note) } else { state.lost += 1 }
            }
        }

        /// Says where a log that takes no more is complained about.
        func report(to logger: Logger) { self.logger.withLock { $0 = logger } }

        func run() async throws {
            while !Task.isShuttingDownGracefully, !Task.isCancelled {
                try? await cancelWhenGracefulShutdown { try await Task.sleep(for: .milliseconds(500)) }
                try? await NIOThreadPool.singleton.runIfActive { self.flush() }
            }
            flush()
        }

        /// Writes what is kept; what cannot be written is tried again.
        func flush() {
            let (notes, lost) = state.withLock { state in
                defer { state = State() }
                return (state.notes, state.lost)
            }
            if lost > 0 { complain("accesses that could not be noted were dropped", count: lost) }
            do {
                try location.note(notes)
            } catch {
                state.withLock { $0.notes = notes + $0.notes }
                complain("the access log cannot be written", count: notes.count)
            }
        }

        private func complain(_ text: String, count: Int) {
            logger.withLock { $0?.error("\(text)", metadata: ["count": "\(count)"]) }
        }
    }
#endif
