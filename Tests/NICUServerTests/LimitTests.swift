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

        @Test("Many who ask the same at once cost one answer; an older second and an older position are not kept")
        func once() async throws {
            let cache = AnswerCache()
            let made = LogLines()
            let head = LedgerHead(seq: 5, digest: "d")
            @Sendable func key(_ second: Int64?) -> AnswerKey {
                AnswerKey(route: "r", code: nil, query: [], second: second)
            }
            @Sendable func answer(_ text: String) -> Answer { Answer(body: ByteBuffer(string: text), infant: nil) }
            try await withThrowingTaskGroup(of: String.self) { group in
                for _ in 0..<50 {
                    group.addTask {
                        let given = try await cache.once(key(1), at: head) {
                            made.add("made")
                            try await Task.sleep(for: .milliseconds(200))
                            cache.keep(answer("one"), key(1), at: head)
                            return answer("one")
                        }
                        return String(buffer: given.body)
                    }
                }
                for try await text in group { #expect(text == "one") }
            }
            #expect(made.all.count == 1)
            await #expect(throws: NICUServer.Problem.self) {
                _ = try await cache.once(key(2), at: head) { throw NICUServer.Problem(.busy) }
            }
            cache.keep(answer("lasting"), key(nil), at: head)
            cache.keep(answer("two"), key(2), at: head)
            cache.keep(answer("late"), key(1), at: head)
            #expect(cache.answer(key(1), at: head) == nil && cache.answer(key(2), at: head) != nil)
            #expect(cache.answer(key(nil), at: head) != nil)
            cache.keep(answer("old"), key(nil), at: LedgerHead(seq: 4, digest: "c"))
            #expect(cache.answer(key(nil), at: head).map { String(buffer: $0.body) } == "lasting")
            cache.keep(answer("new"), key(nil), at: LedgerHead(seq: 6, digest: "e"))
            #expect(cache.answer(key(2), at: head) == nil && cache.answer(key(nil), at: head) == nil)
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
