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
        /// Whether the answer depends on the second of asking, since a moment was left open.
        let isOfNow: Bool
    }

    /// An answer as it is sent, and the infant it is about.
    struct Answer: Sendable {
        let body: ByteBuffer
        let infant: InfantID?
    }

    /// Answers by the last entry of the ledger: whatever is recorded makes all of them anew.
    ///
    /// An answer is a function of the record and two moments, so that the same question at the same ledger position has the
    /// same bytes. One that is about now states its second; for the two seconds after it still serves, while the next is made.
    final class AnswerCache: Sendable {
        /// How many seconds an answer about now serves.
        static let seconds: Int64 = 2

        private struct Kept {
            let answer: Answer
            let second: Int64
        }

        private struct State {
            var head = LedgerHead(seq: -1, digest: "")
            var kept: [AnswerKey: Kept] = [:]
            var bytes = 0
        }

        /// A question at a ledger position that somebody works on, and those who wait for it.
        private struct Flight: Hashable {
            let key: AnswerKey
            let head: LedgerHead
            let second: Int64
        }

        private typealias Waiting = [CheckedContinuation<Answer?, any Error>]

        private let state = Mutex(State())
        private let flights = Mutex<[Flight: Waiting]>([:])
        private let mostBytes: Int

        init(mostBytes: Int = 16 << 20) { self.mostBytes = mostBytes }

        /// The answer that was given at this position, and whether the next one should be made; nil where there is none.
        func answer(_ key: AnswerKey, at head: LedgerHead, second: Int64) -> (answer: Answer, isOld: Bool)? {
            state.withLock { state in
                guard state.head == head, let kept = state.kept[key] else { return nil }
                guard key.isOfNow else { return (kept.answer, false) }
                guard (0...AnswerCache.seconds).contains(second - kept.second) else { return nil }
                return (kept.answer, second > kept.second)
            }
        }

        /// Keeps an answer, unless a later entry has been seen in the meantime.
        func keep(_ answer: Answer, _ key: AnswerKey, at head: LedgerHead, second: Int64) {
            let size = answer.body.readableBytes
            guard size <= mostBytes / 4 else { return }
            state.withLock { state in
                guard head.seq >= state.head.seq else { return }
                if head != state.head || state.bytes + size > mostBytes { state = State(head: head) }
                let old = state.kept.updateValue(Kept(answer: answer, second: second), forKey: key)
                state.bytes += size - (old?.answer.body.readableBytes ?? 0)
            }
        }

        /// Whether somebody works on it.
        func isUnderWay(_ key: AnswerKey, at head: LedgerHead, second: Int64) -> Bool {
            flights.withLock { $0[Flight(key: key, head: head, second: key.isOfNow ? second : 0)] != nil }
        }

        /// Makes an answer once, however many ask for it at the same time.
        func once(
            _ key: AnswerKey, at head: LedgerHead, second: Int64, _ make: () async throws -> Answer
        ) async throws -> Answer {
            let flight = Flight(key: key, head: head, second: key.isOfNow ? second : 0)
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
            if let made = made ?? answer(flight.key, at: flight.head, second: flight.second)?.answer { return made }
            return try await make()
        }
    }
#endif
