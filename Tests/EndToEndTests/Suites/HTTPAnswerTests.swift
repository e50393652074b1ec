import Foundation
import TacitWire
import Testing

extension EndToEnd {
    @Suite("OTLP/HTTP answers as the specification says", .collector)
    struct HTTPAnswerTests {
        private var collector: RunningCollector { .shared }

        @Test(
            "a request that is taken whole gets 200, its own content type, and no partial_success",
            arguments: Signal.allCases)
        func taken(_ signal: Signal) async throws {
            let binary = try await collector.post(signal, signal == .logs ? Requests.logs(3) : [])
            #expect(binary.status == 200)
            #expect(binary.contentType == "application/x-protobuf")
            #expect(binary.bytes.isEmpty)

            let json = try await collector.post(signal, json: "{}")
            #expect(json.status == 200)
            #expect(json.contentType == "application/json")
            #expect(json.text == "{}")
        }

        @Test(
            "a content type may carry parameters and capitals",
            arguments: [
                "application/json; charset=utf-8", "Application/JSON", "application/json ;charset=UTF-8",
            ])
        func parameters(_ type: String) async throws {
            #expect(try await collector.post(.logs, Array("{}".utf8), type: type).status == 200)
        }

        @Test("compressed bodies are taken", arguments: Compression.allCases)
        func compressed(_ compression: Compression) async throws {
            let before = try await collector.published("counted")
            let body = try await compression.compress(Requests.logs(300))
            let answer = try await collector.post(.logs, body, encoding: compression.name)
            #expect(answer.status == 200)
            #expect(answer.bytes.isEmpty)
            #expect(abs(try await collector.published("counted") - before - 300) < 100)
        }

        @Test("a bad record costs that record only, and the answer counts it")
        func partialSuccess() async throws {
            let before = try await collector.published("counted")
            let answer = try await collector.post(.logs, Requests.logs(300, wrong: 2))
            #expect(answer.status == 200)
            let partial = try #require(ProtoFields(answer.bytes)?.bytes[1].flatMap { ProtoFields($0) })
            #expect(partial.numbers[1] == 2)
            #expect(partial.text(2).contains("field.type"))
            #expect(!partial.text(2).contains("certainly"))
            #expect(abs(try await collector.published("counted") - before - 300) < 100)
        }

        @Test("in JSON the count of refused records is a string, as 64-bit numbers are")
        func partialSuccessAsJSON() async throws {
            let time = "\(Moment.seconds)000000000"
            let wrong = Requests.json(
                #"""
                {"timeUnixNano":"\#(time)","eventName":"feature.used","attributes":[
                  {"key":"feature","value":{"stringValue":"search"}},{"key":"duration_ms","value":{"intValue":"5"}},
                  {"key":"success","value":{"stringValue":"perhaps"}}]}
                """#)
            let answer = try await collector.post(.logs, json: wrong)
            #expect(answer.status == 200)
            #expect(answer.text.contains(#""partialSuccess":{"rejectedLogRecords":"1""#))
            #expect(!answer.text.contains("perhaps"))
        }

        @Test("what the catalog does not declare is filtered, which is no failure of the sender")
        func undeclared() async throws {
            var writer = OTLPLogWriter(resource: [])
            writer.append(eventName: "nobody.declared.this", time: UInt64(Moment.seconds) * 1_000_000_000)
            let answer = try await collector.post(.logs, writer.finish())
            #expect(answer.status == 200)
            #expect(answer.bytes.isEmpty)
        }

        @Test("unknown fields of either encoding are ignored")
        func unknownFields() async throws {
            var request = ProtoWriter()
            request.bytes(1, [])
            request.string(900, "from a later version")
            request.fixed64(901, 7)
            request.fixed32(902, 7)
            request.varint(903, .max)
            #expect(try await collector.post(.logs, request.bytes + Requests.logs(1)).status == 200)
            let json = #"{"resourceLogs":[],"later":{"version":[1,{"x":null}]}}"#
            #expect(try await collector.post(.logs, json: json).status == 200)
        }

        @Test(
            "JSON has hexadecimal ids, enumerations as numbers, and 64-bit numbers as strings or numbers",
            arguments: [
                #""intValue":"12""#, #""intValue":12"#, #""doubleValue":12.5"#, #""doubleValue":"12.5""#,
            ])
        func spelling(_ duration: String) async throws {
            let before = try await collector.published("counted")
            let record = #"""
                {"timeUnixNano":"\#(Moment.seconds)000000000","observedTimeUnixNano":\#(Moment.seconds)000000000,
                 "severityNumber":9,"severityText":null,"traceId":"5B8EFFF798038103D269B633813FC60C",
                 "spanId":"eee19b7ec3c1b174","flags":1,"eventName":"feature.used","body":{"bytesValue":"_-8"},"attributes":[
                  {"key":"feature","value":{"stringValue":"search"}},{"key":"success","value":{"boolValue":true}},
                  {"key":"duration_ms","value":{\#(duration)}}]}
                """#
            let records = Array(repeating: record, count: 300).joined(separator: ",")
            let answer = try await collector.post(.logs, json: Requests.json(records))
            #expect(answer.status == 200)
            #expect(answer.text == "{}")
            #expect(abs(try await collector.published("counted") - before - 300) < 100)
        }

        @Test("values nested 5,000 deep are refused in either encoding, and hurt nobody", arguments: [5_000, 200_000])
        func nesting(_ depth: Int) async throws {
            let binary = try await collector.post(.logs, Requests.nestedLogs(5_000))
            #expect(binary.status == 400)
            #expect(Status(binary)?.message.contains("too-deep") == true)
            let json = try await collector.post(.logs, json: Requests.nestedJSON(depth))
            #expect(json.status == 400)
            #expect(Status(json)?.message.contains("too-deep") == true)
            #expect(try await collector.post(.logs, Requests.nestedLogs(30)).status == 200)
            #expect(try await collector.post(.logs, json: Requests.nestedJSON(30)).status == 200)
        }
    }
}
