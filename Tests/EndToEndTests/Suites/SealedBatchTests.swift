import Foundation
import TacitSeal
import TacitWire
import Testing

extension EndToEnd {
    @Suite("What is sealed counts once, is answered with a signature, and can be taken out again")
    struct SealedBatchTests {
        private static func token(_ number: Int) -> String {
            String(repeating: "0", count: 60) + [UInt8(number >> 8), UInt8(number & 255)].hex
        }

        /// A use of a feature by each of these contributors.
        private static func logs(_ contributors: Range<Int>) -> [UInt8] {
            var writer = OTLPLogWriter(resource: [("service.name", "shop")], scope: "shop", version: "1.0.0")
            for number in contributors {
                writer.append(
                    eventName: "feature.used", time: UInt64(Moment.seconds) * 1_000_000_000,
                    attributes: [
                        ("feature", "search"), ("duration_ms", 12), ("success", true),
                        ("tacit.contributor", .string(token(number))),
                    ])
            }
            return writer.finish()
        }

        @Test("however often it comes, sealed or plain, and not at all once it was erased")
        func once() async throws {
            try await RunningCollector.run { collector in
                let (id, content) = (BatchID.random(), Self.logs(0..<400))
                let signing = try await collector.keys().signing
                let first = try await collector.receipt(collector.seal(content, as: id))
                try first.verify(by: signing)
                #expect(first.statement.batch == id && first.statement.digest == Receipt.Statement.digest(of: content))
                #expect(first.statement.accepted == 400 && first.statement.refused == 0)
                #expect(first.statement.receivedAt == Moment.seconds)

                for _ in 0..<3 {
                    let again = try await collector.receipt(collector.seal(content, as: id))
                    try again.verify(by: signing)
                    #expect(again.statement == first.statement)
                    let plain = try await collector.send(
                        "POST", collector.otlpHTTP + Signal.logs.path,
                        headers: [("content-type", "application/x-protobuf"), ("idempotency-key", id.hex)], content)
                    #expect(plain.status == 200 && plain.bytes.isEmpty)
                }
                #expect(try await collector.refused("batch.repeated") == 6)
                let other = try await collector.post(sealed: collector.seal(Self.logs(0..<1), as: id).bytes)
                #expect(other.status == 409 && Status(other)?.code == 6)
                #expect(try await collector.refused("batch.conflict") == 1)

                let request = try ErasureRequest(
                    tokens: (0..<60).map(Self.token), categories: ["analytics"], reason: .withdrawal)
                let answer = try await collector.erase(request.json)
                let receipt = try ErasureReceipt(json: Data(answer.bytes))
                try receipt.verify(by: signing)
                #expect(receipt.statement.request == request.digest && receipt.statement.windows == 1)
                // Every use counts in several metrics.
                #expect(receipt.statement.contributions >= 120 && receipt.statement.contributions % 60 == 0)
                _ = try await collector.receipt(collector.seal(content, as: id))

                try await collector.moveClock(to: Moment.seconds + 2 * Moment.day)
                let cell = try #require(try await collector.report().cell("feature.users", "search"))
                #expect(cell.value?.agrees(with: 340) == true || cell.contributors?.agrees(with: 340) == true)
            }
        }

        @Test("with a bit changed anywhere nothing of it is taken, and the answer quotes nothing")
        func tampering() async throws {
            try await RunningCollector.run { collector in
                let batch = try await collector.seal(Self.logs(0..<5), as: .random())
                for (place, status) in [
                    (0, 400), (3, 400), (4, 410), (11, 410), (12, 400), (27, 400), (28, 400), (700, 400), (1147, 400),
                    (1148, 400), (batch.bytes.count - 17, 400), (batch.bytes.count - 1, 400),
                ] {
                    var bytes = batch.bytes
                    bytes[place] ^= 1
                    let answer = try await collector.post(sealed: bytes)
                    #expect(answer.status == status, "byte \(place)")
                    #expect(Status(answer)?.message.isEmpty == false)
                    #expect(!answer.text.contains(batch.id.hex))
                }
                #expect(try await collector.post(sealed: batch.bytes.prefix(1000)).status == 400)
                #expect(try await collector.post(sealed: Data()).status == 400)
                #expect(try await collector.refused("sealed.unopened") == 8)
                #expect(try await collector.refused("sealed.key-unknown") == 2)
                #expect(try await collector.receipt(batch).statement.accepted == 5)

                let key = try await collector.keys().sealing[0].key
                let bare = try SealedBatch(sealing: Self.logs(0..<1), id: .random(), to: key)
                #expect(try await collector.post(sealed: bare.bytes).status == 400)
                let wrong = try SealedBatch(
                    sealing: try await Compression.gzip.compress([0x0A, 0x7F]), id: .random(), to: key)
                #expect(try await collector.post(sealed: wrong.bytes).status == 400)
            }
        }

        @Test("a key is replaced every hour and by a restart, and the collector is known by the same signature")
        func restart() async throws {
            try await RunningCollector.withFolder { folder in
                let before = try await folder.start()
                let keys = try await before.keys()
                let batch = try await before.seal(Self.logs(0..<5), as: .random())
                try await before.moveClock(to: Moment.seconds + 3600)
                #expect(try await before.keys().sealing.map(\.key).dropFirst() == [keys.sealing[0].key])
                _ = try await before.receipt(batch)
                try await before.moveClock(to: Moment.seconds + 7200)
                #expect(try await before.post(sealed: batch.bytes).status == 410)
                #expect(await before.stop() == 0)

                let file = folder.state.appendingPathComponent("signing.key").path
                let mode = try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions] as? Int
                #expect(mode == 0o600)
                let after = try await folder.start(clock: "simulated:\((Moment.start + 7200).formatted)")
                let now = try await after.keys()
                #expect(now.signing == keys.signing && now.sealing != keys.sealing)
                #expect(try String(contentsOf: after.program.output, encoding: .utf8).contains(keys.signing.id))
                #expect(try await after.post(sealed: batch.bytes).status == 410)
            }
        }

        @Test("wrong methods, types and bodies are refused with what to do")
        func refusals() async throws {
            try await RunningCollector.run { collector in
                for (method, path, allowed) in [
                    ("POST", "/v1/keys", "GET"), ("GET", "/v1/sealed", "POST"), ("GET", "/v1/erasure", "POST"),
                ] {
                    let answer = try await collector.send(method, collector.otlpHTTP + path)
                    #expect(answer.status == 405 && answer.header("allow") == allowed)
                }
                #expect(try await collector.post(sealed: Data(), type: "application/x-protobuf").status == 415)
                #expect(try await collector.erase(Data(), type: "text/plain").status == 415)
                for body in ["", "{}", #"{"tokens":["planted-value"],"reason":"erasure"}"#] {
                    let answer = try await collector.erase(Data(body.utf8))
                    #expect(answer.status == 400 && !answer.text.contains("planted-value"))
                }
                #expect(try await collector.erase(Data(count: 100_000)).status == 413)
                #expect(try await collector.refused("request.malformed", signal: "none") == 3)
                #expect(try await collector.refused("request.too-large", signal: "none") == 1)
                let key = try await collector.send(
                    "POST", collector.otlpHTTP + Signal.logs.path,
                    headers: [("content-type", "application/x-protobuf"), ("idempotency-key", "planted-value")],
                    Self.logs(0..<1))
                #expect(key.status == 400)
                let unique = try await collector.send(
                    "POST", collector.otlpHTTP + Signal.logs.path,
                    headers: [
                        ("content-type", "application/x-protobuf"),
                        ("idempotency-key", "\"\(UUID().uuidString)\""),
                    ], Self.logs(0..<1))
                #expect(unique.status == 200)
            }
        }
    }
}
