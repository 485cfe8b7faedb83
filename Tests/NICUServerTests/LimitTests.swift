#if Server
    import HTTPTypes
    import NICUCore
    import NICUExport
    import NICUStore
    import NIOCore
    import NIOEmbedded
    import NIOHTTPTypes
    import Testing

    @testable import NICUServer

    @Suite("Limits and the one writer")
    struct LimitTests {
        @Test("H35: a connection whose header does not become whole in time is closed; one that answers is left alone")
        func headers() throws {
            let loop = EmbeddedEventLoop()
            let slow = EmbeddedChannel(handler: HeaderDeadline(.seconds(10)), loop: loop)
            slow.connect(to: try SocketAddress(ipAddress: "127.0.0.1", port: 1), promise: nil)
            let busy = EmbeddedChannel(handler: HeaderDeadline(.seconds(10)), loop: loop)
            busy.connect(to: try SocketAddress(ipAddress: "127.0.0.1", port: 1), promise: nil)
            let head = HTTPRequest(method: .get, scheme: "http", authority: "x", path: "/")
            try busy.writeInbound(HTTPRequestPart.head(head))
            loop.advanceTime(by: .seconds(9))
            #expect(slow.isActive && busy.isActive)
            loop.advanceTime(by: .seconds(2))
            #expect(!slow.isActive && busy.isActive)
            loop.advanceTime(by: .seconds(3600))
            #expect(busy.isActive)
            try busy.writeOutbound(HTTPResponsePart.end(nil))
            loop.advanceTime(by: .seconds(9))
            #expect(busy.isActive)
            loop.advanceTime(by: .seconds(2))
            #expect(!busy.isActive)
        }

        @Test("Work beyond what may wait is refused as busy, and everything that was taken is done")
        func fullPool() async throws {
            let served = try Served()
            let location = served.settings.location
            let pool = StorePool(threads: 1, mostWaiting: 8) {
                try Store.open(location, now: Served.now, zone: { _ in Served.zone })
            }
            let results = await withTaskGroup(of: String.self) { group in
                for _ in 0..<40 {
                    group.addTask {
                        do {
                            return try await pool.run { store, _ in
                                var last = 0
                                for _ in 0..<50 { last = try store.infants().count }
                                return "\(last)"
                            }
                        } catch let problem as NICUServer.Problem {
                            return problem.kind.rawValue
                        } catch {
                            return "\(error)"
                        }
                    }
                }
                return await group.reduce(into: [String: Int]()) { $0[$1, default: 0] += 1 }
            }
            try await pool.stop()
            #expect(Set(results.keys) == ["1", "busy"], "\(results)")
            #expect((results["1"] ?? 0) >= 8 && results.values.reduce(0, +) == 40)
        }

        @Test("Many who ask the same at once cost one answer; a failure is everybody's and is not kept")
        func once() async throws {
            let cache = AnswerCache()
            let made = LogLines()
            let head = LedgerHead(seq: 5, digest: "d")
            let key = AnswerKey(route: "r", code: nil, query: [], isOfNow: true)
            try await withThrowingTaskGroup(of: String.self) { group in
                for _ in 0..<50 {
                    group.addTask {
                        let given = try await cache.once(key, at: head, second: 1) {
                            made.add("made")
                            try await Task.sleep(for: .milliseconds(200))
                            let answer = Answer(body: ByteBuffer(string: "one"), infant: nil)
                            cache.keep(answer, key, at: head, second: 1)
                            return answer
                        }
                        return String(buffer: given.body)
                    }
                }
                for try await text in group { #expect(text == "one") }
            }
            #expect(made.all.count == 1)
            await #expect(throws: NICUServer.Problem.self) {
                _ = try await cache.once(key, at: head, second: 2) { throw NICUServer.Problem(.busy) }
            }
            #expect(!cache.isUnderWay(key, at: head, second: 2))
        }

        @Test("An answer about now serves two seconds more, one about named moments until something is recorded")
        func kept() {
            let cache = AnswerCache(mostBytes: 100)
            let head = LedgerHead(seq: 5, digest: "d")
            let now = AnswerKey(route: "r", code: nil, query: [], isOfNow: true)
            let then = AnswerKey(route: "r", code: nil, query: [], isOfNow: false)
            func keep(_ text: String, _ key: AnswerKey, _ head: LedgerHead, _ second: Int64) {
                cache.keep(Answer(body: ByteBuffer(string: text), infant: nil), key, at: head, second: second)
            }
            func text(_ key: AnswerKey, _ head: LedgerHead, _ second: Int64) -> String? {
                cache.answer(key, at: head, second: second).map {
                    String(buffer: $0.answer.body) + ($0.isOld ? "?" : "")
                }
            }
            keep("now", now, head, 10)
            keep("then", then, head, 10)
            #expect((9...13).map { text(now, head, $0) } == [nil, "now", "now?", "now?", nil])
            #expect(text(then, head, 99) == "then")
            keep("old", then, LedgerHead(seq: 4, digest: "c"), 10)
            #expect(text(then, head, 10) == "then")
            let next = LedgerHead(seq: 6, digest: "e")
            keep("next", now, next, 11)
            #expect(text(now, next, 11) == "next" && text(then, next, 11) == nil && text(now, head, 11) == nil)
            keep(String(repeating: "x", count: 26), then, next, 11)
            #expect(text(then, next, 11) == nil)
        }

        @Test("Writes from many tasks are saved one after the other, each whole, while reads go on")
        func writer() async throws {
            let served = try Served()
            let ward = served.house.ward
            try await withThrowingTaskGroup(of: Void.self) { group in
                for number in 0..<20 {
                    group.addTask {
                        let at = try Served.moment("2024-08-\(20 + number / 10)T06:0\(number % 10)")
                        let draft = Draft(Measurement(quantity: .temperature, value: 368), at: at)
                        _ = try await ward.write {
                            try $0.store.record([draft], of: "an-an", author: Served.author, key: "key-\(number)")
                        }
                    }
                    group.addTask { _ = try await ward.read { try $0.store.infant("an-an") } }
                }
                try await group.waitForAll()
            }
            let known = try served.store.ledger(of: served.store.infant("an-an"), knownAt: .now(Served.now))
            #expect(known.count(where: { $0.entry.key?.hasPrefix("key-") == true }) == 20)
            #expect(try served.store.verify().findings.isEmpty)
            try await ward.stop()
        }
    }
#endif
