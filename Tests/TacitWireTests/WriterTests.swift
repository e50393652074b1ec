import Foundation
import OTLPProto
import SwiftProtobuf
import TacitWire
import Testing

@Suite("What is written is what OTLP says")
struct WriterTests {
    @Test("a request of which all was kept is answered with an empty message", arguments: Signal.allCases)
    func allKept(_ signal: Signal) {
        #expect(ExportResponse(signal: signal).protobuf.isEmpty)
        #expect(String(decoding: ExportResponse(signal: signal).json, as: UTF8.self) == "{}")
    }

    @Test("refused records are counted in both encodings", arguments: [(3, "why \"so\"\n"), (1, ""), (0, "a warning")])
    func partialSuccess(_ rejected: Int, _ message: String) throws {
        let logs = ExportResponse(signal: .logs, rejected: rejected, message: message)
        let expectedLogs = Opentelemetry_Proto_Collector_Logs_V1_ExportLogsServiceResponse.with {
            $0.partialSuccess.rejectedLogRecords = Int64(rejected)
            $0.partialSuccess.errorMessage = message
        }
        #expect(try .init(serializedBytes: logs.protobuf) == expectedLogs)
        #expect(try .init(jsonUTF8Bytes: logs.json) == expectedLogs)

        let traces = ExportResponse(signal: .traces, rejected: rejected, message: message)
        let expectedTraces = Opentelemetry_Proto_Collector_Trace_V1_ExportTraceServiceResponse.with {
            $0.partialSuccess.rejectedSpans = Int64(rejected)
            $0.partialSuccess.errorMessage = message
        }
        #expect(try .init(serializedBytes: traces.protobuf) == expectedTraces)
        #expect(try .init(jsonUTF8Bytes: traces.json) == expectedTraces)

        let metrics = ExportResponse(signal: .metrics, rejected: rejected, message: message)
        let expectedMetrics = Opentelemetry_Proto_Collector_Metrics_V1_ExportMetricsServiceResponse.with {
            $0.partialSuccess.rejectedDataPoints = Int64(rejected)
            $0.partialSuccess.errorMessage = message
        }
        #expect(try .init(serializedBytes: metrics.protobuf) == expectedMetrics)
        #expect(try .init(jsonUTF8Bytes: metrics.json) == expectedMetrics)
    }

    @Test("64-bit counts are strings in JSON")
    func countAsString() {
        let json = ExportResponse(signal: .logs, rejected: 2, message: "x").json
        #expect(
            String(decoding: json, as: UTF8.self)
                == #"{"partialSuccess":{"rejectedLogRecords":"2","errorMessage":"x"}}"#)
    }

    @Test("a status has code and message in both encodings")
    func status() {
        let status = RPCStatus(code: .invalidArgument, message: "no\u{7F}\u{1}<é>\\")
        #expect(status.protobuf == [0x08, 3, 0x12, 9] + Array("no\u{7F}\u{1}<é>\\".utf8))
        #expect(String(decoding: status.json, as: UTF8.self) == #"{"code":3,"message":"no\u007f\u0001\u003cé>\\"}"#)
        #expect(RPCStatus(code: .unavailable, message: "").protobuf == [0x08, 14])
    }

    @Test("every string survives the JSON that is written")
    func escaping() throws {
        let all = String(String.UnicodeScalarView((0..<0x300).compactMap(Unicode.Scalar.init))) + "😀\u{2028}\u{10FFFF}"
        let json = RPCStatus(code: .unknown, message: all).json
        let read = try #require(try JSONSerialization.jsonObject(with: Data(json)) as? [String: Any])
        #expect(read["message"] as? String == all)
    }

    @Test("logs are written as the general encoder writes them")
    func logs() throws {
        var writer = OTLPLogWriter(resource: [("service.name", "shop"), ("n", 1)], scope: "tacit", version: "1.0.0")
        let long = String(repeating: "ü", count: 20_000)
        writer.append(
            eventName: "checkout.done", time: 5, observedTime: 6, severity: 9,
            attributes: [("text", .string(long)), ("items", -3), ("price", 2.5), ("gift", true), ("none", "")])
        writer.append(eventName: "", time: 0)
        #expect(writer.count == 2)
        let bytes = writer.finish()
        let expected = LogsRequest.with {
            $0.resourceLogs = [
                .with {
                    $0.resource.attributes = [pair("service.name", .stringValue("shop")), pair("n", .intValue(1))]
                    $0.scopeLogs = [
                        .with {
                            ($0.scope.name, $0.scope.version) = ("tacit", "1.0.0")
                            $0.logRecords = [
                                .with {
                                    ($0.eventName, $0.timeUnixNano, $0.observedTimeUnixNano) = ("checkout.done", 5, 6)
                                    $0.severityNumber = .info
                                    $0.attributes = [
                                        pair("text", .stringValue(long)), pair("items", .intValue(-3)),
                                        pair("price", .doubleValue(2.5)), pair("gift", .boolValue(true)),
                                        pair("none", .stringValue("")),
                                    ]
                                },
                                .init(),
                            ]
                        }
                    ]
                }
            ]
        }
        #expect(bytes == (try expected.serializedBytes()))
        #expect(writer.count == 0 && writer.finish().isEmpty)
    }

    @Test("spans are written as the general encoder writes them")
    func spans() throws {
        var writer = OTLPSpanWriter(resource: [("service.name", "shop")])
        writer.append(
            name: "GET /", kind: .server, id: 7, start: 1, end: 2, attributes: [("http.route", "/")],
            exception: .init(type: "TimeoutError"))
        let request = try TraceRequest(serializedBytes: writer.finish())
        let span = try #require(request.resourceSpans.first?.scopeSpans.first?.spans.first)
        #expect(request.resourceSpans[0].resource.attributes == [pair("service.name", .stringValue("shop"))])
        #expect((span.name, span.kind, span.startTimeUnixNano, span.endTimeUnixNano) == ("GET /", .server, 1, 2))
        #expect((span.traceID.count, span.spanID.count) == (16, 8))
        #expect(span.attributes == [pair("http.route", .stringValue("/"))])
        #expect(span.events.map(\.attributes) == [[pair("exception.type", .stringValue("TimeoutError"))]])
        #expect(span.status.code == .error)
        #expect(writer.finish().isEmpty)
    }

    @Test("numbers of fixed width are little-endian")
    func fixed() {
        var writer = ProtoWriter()
        writer.fixed32(1, 0x0102_0304)
        writer.fixed64(2, 5)
        writer.double(3, 1)
        #expect(writer.bytes == [0x0D, 4, 3, 2, 1, 0x11, 5, 0, 0, 0, 0, 0, 0, 0, 0x19, 0, 0, 0, 0, 0, 0, 0xF0, 0x3F])
    }

    private func pair(_ key: String, _ value: AnyValue.OneOf_Value) -> KeyValue {
        .with {
            $0.key = key
            $0.value.value = value
        }
    }

    @Test("lengths are of the smallest size", arguments: [0, 1, 127, 128, 16_383, 16_384, 2_097_151, 2_097_152])
    func lengths(_ count: Int) {
        var writer = ProtoWriter()
        writer.message(1) { inner in
            // A field of its own, so that the body is exactly as long as asked.
            let head = count == 0 ? 0 : 1 + Scrambler.varint(UInt64(count)).count
            if count > head { inner.bytes(2, [UInt8](repeating: 7, count: count - head)) }
        }
        let body = writer.bytes.count
        var cursor = 1
        while writer.bytes[cursor] >= 0x80 { cursor += 1 }
        let width = cursor
        let length = body - 1 - width
        #expect(Array(writer.bytes[1...width]) == Scrambler.varint(UInt64(length)))
    }
}
