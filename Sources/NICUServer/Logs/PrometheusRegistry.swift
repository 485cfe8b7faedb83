#if Server
    internal import CoreMetrics
    internal import Synchronization

    /// Counts and latencies for swift-metrics, told in Prometheus' text form.
    ///
    /// Series are named by what the program itself decides: a client cannot make new ones.
    final class PrometheusRegistry: MetricsFactory {
        /// One series: a name and its labels.
        private struct Key: Hashable {
            let name: String
            let labels: String
        }

        private let series = Mutex<[Key: any Series]>([:])

        func makeCounter(label: String, dimensions: [(String, String)]) -> any CounterHandler {
            find(label, dimensions) { CounterSeries() }
        }

        func makeRecorder(label: String, dimensions: [(String, String)], aggregate: Bool) -> any RecorderHandler {
            find(label, dimensions) { HistogramSeries() }
        }

        func makeTimer(label: String, dimensions: [(String, String)]) -> any TimerHandler {
            find(label, dimensions) { HistogramSeries() }
        }

        func destroyCounter(_ handler: any CounterHandler) {}
        func destroyRecorder(_ handler: any RecorderHandler) {}
        func destroyTimer(_ handler: any TimerHandler) {}

        /// The series of a name; a name that stands for another kind already gets one that nobody reads.
        private func find<S: Series>(_ label: String, _ dimensions: [(String, String)], _ make: () -> S) -> S {
            let name = PrometheusRegistry.name(label)
            let labels = dimensions.map { "\(PrometheusRegistry.name($0.0))=\"\(PrometheusRegistry.escaped($0.1))\"" }
                .joined(separator: ",")
            return series.withLock { series in
                let key = Key(name: name, labels: labels)
                if let known = series[key] as? S { return known }
                let fresh = make()
                if series[key] == nil { series[key] = fresh }
                return fresh
            }
        }

        private static func name(_ text: String) -> String {
            String(text.map { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_") ? $0 : "_" })
        }

        private static func escaped(_ text: String) -> String {
            text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: "\\n")
        }

        /// Everything counted so far, series of a name together and in order.
        var text: String {
            let all = series.withLock { $0 }
            var lines: [String] = []
            for (name, keys) in Dictionary(grouping: all.keys, by: \.name).sorted(by: { $0.key < $1.key }) {
                let ordered = keys.sorted { $0.labels < $1.labels }
                if let first = ordered.first.flatMap({ all[$0] }) { lines.append("# TYPE \(name) \(first.type)") }
                for key in ordered { lines += all[key]?.lines(name, key.labels) ?? [] }
            }
            return lines.map { $0 + "\n" }.joined()
        }
    }

    /// What a series can be asked.
    private protocol Series: Sendable {
        var type: String { get }
        func lines(_ name: String, _ labels: String) -> [String]
    }

    private final class CounterSeries: Series, CounterHandler {
        private let count = Atomic<Int64>(0)
        var type: String { "counter" }

        func increment(by amount: Int64) { count.wrappingAdd(amount, ordering: .relaxed) }
        func reset() { count.store(0, ordering: .relaxed) }

        func lines(_ name: String, _ labels: String) -> [String] {
            ["\(name){\(labels)} \(count.load(ordering: .relaxed))"]
        }
    }

    /// Seconds in buckets from half a millisecond to ten seconds.
    private final class HistogramSeries: Series, TimerHandler, RecorderHandler {
        private struct State {
            var counts = [Int64](repeating: 0, count: HistogramSeries.bounds.count + 1)
            var sum = 0.0
        }

        private static let bounds = [
            0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10,
        ]
        private let state = Mutex(State())
        var type: String { "histogram" }

        func recordNanoseconds(_ duration: Int64) { record(Double(duration) / 1e9) }
        func record(_ value: Int64) { record(Double(value)) }
        func record(_ value: Double) {
            let place = HistogramSeries.bounds.firstIndex { value <= $0 } ?? HistogramSeries.bounds.count
            state.withLock { state in
                state.counts[place] += 1
                state.sum += value
            }
        }

        func lines(_ name: String, _ labels: String) -> [String] {
            let state = state.withLock { $0 }
            let start = labels.isEmpty ? "" : labels + ","
            var total: Int64 = 0
            var lines: [String] = []
            for (bound, count) in zip(HistogramSeries.bounds.map(\.description) + ["+Inf"], state.counts) {
                total += count
                lines.append("\(name)_bucket{\(start)le=\"\(bound)\"} \(total)")
            }
            return lines + ["\(name)_sum{\(labels)} \(state.sum)", "\(name)_count{\(labels)} \(total)"]
        }
    }
#endif
