import Foundation
import TacitWire
import Testing

private let setup = CollectorSetup(limits: ["body_bytes: 64KiB"])
private let limit = 64 << 10

extension EndToEnd {
    @Suite("OTLP/HTTP refuses with the reason, and says whether to try again", .collector(setup))
    struct HTTPRefusalTests {
        private var collector: RunningCollector { .shared }

        @Test("what is no OTLP gets 400 and a status in the request's content type", arguments: Signal.allCases)
        func malformed(_ signal: Signal) async throws {
            let binary = try await collector.post(signal, [0x0A, 0x7F, 0x01])
            #expect(binary.status == 400)
            #expect(binary.contentType == "application/x-protobuf")
            #expect(Status(binary)?.code == 3)
            #expect(Status(binary)?.message.contains("truncated") == true)

            for text in ["", "{", "[]", #"{"resourceLogs":1,"resourceSpans":1,"resourceMetrics":1}"#, "\u{0}"] {
                let json = try await collector.post(signal, json: text)
                #expect(json.status == 400, "for \(text)")
                #expect(json.contentType == "application/json")
                #expect(Status(json)?.code == 3)
            }
        }

        @Test("a refusal never quotes what was sent")
        func quotesNothing() async throws {
            let answer = try await collector.post(.logs, json: Requests.json(#"{"timeUnixNano":"jane@example.com"}"#))
            #expect(answer.status == 400)
            #expect(!answer.text.contains("jane"))
        }

        @Test("a body that is not what its Content-Encoding says gets 400", arguments: ["gzip", "deflate"])
        func brokenCompression(_ encoding: String) async throws {
            #expect(try await collector.post(.logs, Requests.logs(1), encoding: encoding).status == 400)
            let cut = try await Compression.gzip.compress(Requests.logs(50)).dropLast(20)
            #expect(try await collector.post(.logs, Array(cut), encoding: "gzip").status == 400)
        }

        @Test("other paths get 404", arguments: ["/", "/v1", "/v1/profiles", "/v1/logs/", "/v1/logs%00", "/V1/LOGS"])
        func paths(_ path: String) async throws {
            let answer = try await collector.send("POST", collector.otlpHTTP + path, Requests.logs(1))
            #expect(answer.status == 404)
        }

        @Test("other methods get 405 and are told the right one", arguments: ["GET", "PUT", "DELETE", "OPTIONS"])
        func methods(_ method: String) async throws {
            let answer = try await collector.send(method, collector.otlpHTTP + Signal.logs.path)
            #expect(answer.status == 405)
            #expect(answer.header("allow") == "POST")
        }

        @Test("other content types get 415", arguments: ["text/plain", "application/xml", "multipart/form-data", nil])
        func types(_ type: String?) async throws {
            #expect(try await collector.post(.logs, Requests.logs(1), type: type).status == 415)
        }

        @Test("other compressions get 415", arguments: ["br", "zstd", "gzip, gzip", "compress"])
        func encodings(_ encoding: String) async throws {
            let answer = try await collector.post(.logs, Requests.logs(1), encoding: encoding)
            #expect(answer.status == 415)
            #expect(Status(answer)?.code == 3)
        }

        @Test("a body at the limit passes, and one byte more gets 413 however it is framed")
        func size() async throws {
            #expect(try await collector.post(.logs, padded(to: limit)).status == 200)
            #expect(try await collector.post(.logs, padded(to: limit), framing: .chunked(1000)).status == 200)
            for framing in [Framing.counted, .chunked(1000), .chunked(limit)] {
                let answer = try await collector.post(.logs, padded(to: limit + 1), framing: framing)
                #expect(answer.status == 413)
                #expect(Status(answer)?.code == 8)
            }
        }

        @Test("a small body that decompresses to more than the limit gets 413", arguments: Compression.allCases)
        func bomb(_ compression: Compression) async throws {
            let fits = try await compression.compress(padded(to: limit))
            #expect(try await collector.post(.logs, fits, encoding: compression.name).status == 200)
            let over = try await compression.compress(padded(to: limit + 1))
            #expect(try await collector.post(.logs, over, encoding: compression.name).status == 413)
            let bomb = try await compression.compress([UInt8](repeating: 0, count: 50_000_000))
            #expect(bomb.count < limit)
            #expect(try await collector.post(.logs, bomb, encoding: compression.name).status == 413)
        }

        @Test("no refusal of a request that will never be right asks for a retry")
        func retry() async throws {
            for answer in [
                try await collector.post(.logs, [0x0A, 0x7F]), try await collector.post(.logs, padded(to: limit + 1)),
                try await collector.post(.logs, [], type: "text/plain"),
            ] {
                #expect(![429, 502, 503, 504].contains(answer.status))
                #expect(answer.header("retry-after") == nil)
            }
        }

        /// A request of exactly this size, most of it a field that nobody knows.
        private func padded(to count: Int) -> [UInt8] {
            var request = ProtoWriter()
            request.bytes(900, [UInt8](repeating: 7, count: count - 5))
            precondition(request.bytes.count == count)
            return request.bytes
        }
    }
}
