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
    /// same bytes.
    final class AnswerCache: Sendable {
        private struct State {
            var head = LedgerHead(seq: -1, digest: "")
            var answers: [AnswerKey: Answer] = [:]
            var bytes = 0
        }

        private let state = Mutex(State())
        private let mostBytes: Int
        private let mostAnswers = 4096

        init(mostBytes: Int = 32 << 20) { self.mostBytes = mostBytes }

        /// The answer that was given at this position; nil where there is none.
        func answer(_ key: AnswerKey, at head: LedgerHead) -> Answer? {
            state.withLock { $0.head == head ? $0.answers[key] : nil }
        }

        /// Keeps an answer, unless a later entry has been seen in the meantime.
        func keep(_ answer: Answer, _ key: AnswerKey, at head: LedgerHead) {
            let size = answer.body.readableBytes
            guard size <= mostBytes / 4 else { return }
            state.withLock { state in
                guard head.seq >= state.head.seq else { return }
                if head != state.head || state.bytes + size > mostBytes || state.answers.count >= mostAnswers {
                    state = State(head: head)
                }
                if state.answers.updateValue(answer, forKey: key) == nil { state.bytes += size }
            }
        }
    }
#endif
