#if Server
    internal import NICUCore
    internal import NIOCore
    internal import Synchronization

    /// What names an answer beside the last entry of the ledger.
    struct AnswerKey: Sendable, Hashable {
        /// The route, never with a code in it.
        let route: String
        /// The infant's code; nil for the ward.
        let code: String?
        /// Everything that was asked, in one order.
        let query: [String]
        /// The second of asking, where the answer depends on it; nil where both moments were named.
        let second: Int64?
    }

    /// An answer as it is sent, and the infant it is about.
    struct Answer: Sendable {
        let body: ByteBuffer
        let infant: InfantID?
    }

    /// Answers by the last entry of the ledger: whatever is recorded makes all of them anew.
    ///
    /// An answer is a function of the record and two moments, so that the same question at the same ledger position has the
    /// same bytes. Of those that name now only the ones of the newest second are kept.
    final class AnswerCache: Sendable {
        private struct State {
            var head = LedgerHead(seq: -1, digest: "")
            var second: Int64 = 0
            /// Answers about two named moments.
            var lasting: [AnswerKey: Answer] = [:]
            /// Answers about the second.
            var passing: [AnswerKey: Answer] = [:]
            var bytes = 0
        }

        /// A question at a ledger position that somebody works on, and those who wait for it.
        private struct Flight: Hashable {
            let key: AnswerKey
            let head: LedgerHead
        }

        private typealias Waiting = [CheckedContinuation<Answer?, any Error>]

        private let state = Mutex(State())
        private let flights = Mutex<[Flight: Waiting]>([:])
        private let mostBytes: Int

        init(mostBytes: Int = 16 << 20) { self.mostBytes = mostBytes }

        /// The answer that was given at this position; nil where there is none.
        func answer(_ key: AnswerKey, at head: LedgerHead) -> Answer? {
            state.withLock { state in
                guard state.head == head else { return nil }
                return key.second == nil ? state.lasting[key] : state.passing[key]
            }
        }

        /// Keeps an answer, unless a later entry or second has been seen in the meantime.
        func keep(_ answer: Answer, _ key: AnswerKey, at head: LedgerHead) {
            let size = answer.body.readableBytes
            guard size <= mostBytes / 4 else { return }
            state.withLock { state in
                guard head.seq >= state.head.seq, key.second ?? .max >= state.second else { return }
                if head != state.head || state.bytes + size > mostBytes {
                    state = State(head: head, second: state.second)
                }
                if let second = key.second {
                    if second > state.second {
                        state.bytes -= state.passing.values.reduce(0) { $0 + $1.body.readableBytes }
                        state.passing = [:]
                        state.second = second
                    }
                    if state.passing.updateValue(answer, forKey: key) == nil { state.bytes += size }
                } else if state.lasting.updateValue(answer, forKey: key) == nil {
                    state.bytes += size
                }
            }
        }

        /// Makes an answer once, however many ask for it at the same time.
        func once(_ key: AnswerKey, at head: LedgerHead, _ make: () async throws -> Answer) async throws -> Answer {
            let flight = Flight(key: key, head: head)
            let isFirst = flights.withLock { flights in
                guard flights[flight] == nil else { return false }
                flights[flight] = []
                return true
            }
            guard isFirst else { return try await wait(for: flight, or: make) }
            do {
                let answer = try await make()
                for waiting in end(flight) { waiting.resume(returning: answer) }
                return answer
            } catch {
                for waiting in end(flight) { waiting.resume(throwing: error) }
                throw error
            }
        }

        private func end(_ flight: Flight) -> Waiting {
            flights.withLock { $0.removeValue(forKey: flight) ?? [] }
        }

        /// Waits for the one who works on it; makes it oneself where that one has just ended.
        private func wait(for flight: Flight, or make: () async throws -> Answer) async throws -> Answer {
            let made: Answer? = try await withCheckedThrowingContinuation { continuation in
                let isUnderWay = flights.withLock { flights in
                    guard flights[flight] != nil else { return false }
                    flights[flight]?.append(continuation)
                    return true
                }
                if !isUnderWay { continuation.resume(returning: nil) }
            }
            if let made = made ?? answer(flight.key, at: flight.head) { return made }
            return try await make()
        }
    }
#endif
