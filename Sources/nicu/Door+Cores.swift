internal import Dispatch
internal import Synchronization

extension Door {
    /// What a pure function makes of every element, in their order, on all cores of the machine.
    ///
    /// `load` is asked one element after the other on the caller's own thread; an element that it leaves out has no result.
    static func concurrently<Key, Element: Sendable, Result: Sendable>(
        _ keys: [Key], load: (Key) throws -> Element?, _ make: @escaping @Sendable (Element) -> Result
    ) throws -> [Result] {
        let results = SharedResults<Result>()
        let queue = DispatchQueue(label: "answers", attributes: .concurrent)
        let group = DispatchGroup()
        // Work that was begun is waited for, also where a later element cannot be loaded.
        defer { group.wait() }
        for (place, key) in keys.enumerated() {
            guard let element = try load(key) else { continue }
            queue.async(group: group) { results.set(make(element), at: place) }
        }
        group.wait()
        return results.inOrder(keys.count)
    }
}

/// Results by their place, filled from several threads.
private final class SharedResults<Result: Sendable>: Sendable {
    private let results = Mutex<[Int: Result]>([:])

    func set(_ result: Result, at place: Int) { results.withLock { $0[place] = result } }

    func inOrder(_ count: Int) -> [Result] {
        results.withLock { results in (0..<count).compactMap { results[$0] } }
    }
}
