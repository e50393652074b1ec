import Foundation
import TacitWire

/// Requests with canaries in every part of them: where they are declared, where nobody declared them, and in what names whom.
struct DrillRequests {
    let values: Canaries.Values
    let time: Int64
    /// So many that what is shown is shown.
    private static let contributors = 40

    /// As protobuf, which gRPC and sealed batches hold too.
    var logs: [UInt8] {
        var writer = OTLPLogWriter(
            resource: [
                ("service.name", "drill"), ("host.name", .string(values.name)), ("peer", .string(values.address)),
            ],
            scope: "drill", version: "1")
        for number in 0..<Self.contributors {
            writer.append(
                eventName: "note.made", time: UInt64(time) * 1_000_000_000,
                attributes: [
                    ("note.text", .string("note \(values.sentence)")),
                    ("enduser.id", .string("\(values.name)-\(number)")), ("user.email", .string(values.mail)),
                    ("password", .string(values.secret)),
                ])
        }
        return writer.finish()
    }

    var spans: [UInt8] {
        let spans = (0..<Self.contributors).map { number in
            """
            {"traceId":"\(hex(16))","spanId":"\(hex(8))","name":"GET /\(values.name)","kind":2,
            "startTimeUnixNano":"\(time)000000000","endTimeUnixNano":"\(time)000000001",
            "attributes":[\(attribute("note.text", "span " + values.sentence)),
            \(attribute("enduser.id", "\(values.name)-\(number)")),\(attribute("http.url", "https://x.example.com/?q=\(values.mail)"))],
            "events":[{"name":"\(values.secret)","timeUnixNano":"1","attributes":[\(attribute("m", values.address))]}],
            "status":{"message":"\(values.mail)"}}
            """
        }
        return Array(
            #"{"resourceSpans":[{"resource":{"attributes":[\#(attribute("host.name", values.name))]},"scopeSpans":[{"scope":{"name":"\#(values.name)"},"spans":[\#(spans.joined(separator: ","))]}]}]}"#
                .utf8)
    }

    var points: [UInt8] {
        Array(
            """
            {"resourceMetrics":[{"resource":{"attributes":[\(attribute("user.email", values.mail))]},"scopeMetrics":[{"scope":{},
            "metrics":[{"name":"\(values.name)","description":"\(values.sentence)","sum":{"aggregationTemporality":1,"dataPoints":[
            {"asInt":"1","timeUnixNano":"\(time)000000000","attributes":[\(attribute("peer", values.address)),
            \(attribute("token", values.secret))]}]}}]}]}]}
            """.utf8)
    }

    /// Texts that people paste.
    var letter: [UInt8] {
        Array(
            """
            How to onboard new users in three steps. Measure activation before you change anything: 40 % of sign-ups never return.
            Write to \(values.mail) or ask \(values.name) for the checklist. Remove every field that nobody needs from the form.
            Send one message after 24 hours, and stop after the third. The server at \(values.address) has the template;
            its password=\(values.secret). Track how many finish the first task within a day, and review the figure every week.
            """.utf8)
    }

    var session: [UInt8] { Array("a draft of \(values.name): \(values.sentence)".utf8) }

    /// What must be refused: what it is, and the request's path, type, headers and body.
    var refused: [(path: String, type: String?, headers: [(String, String)], body: [UInt8])] {
        let text = values.all.map(\.text).joined(separator: " ")
        return [
            ("/v1/logs", "application/x-protobuf", [], [0x0A, 0xFF, 0xFF] + Array(text.utf8)),
            ("/v1/logs", "application/json", [], Array(#"{"resourceLogs":[{"x":"\#(text)"#.utf8)),
            (
                "/v1/logs", "application/json", [],
                Array(#"{"resourceLogs":[{"scopeLogs":[{"logRecords":[{"severityNumber":["\#(text)"]}]}]}]}"#.utf8)
            ),
            ("/v1/logs", "text/\(values.name)", [("x-user", values.mail)], Array(text.utf8)),
            ("/v1/logs", "application/x-protobuf", [("content-encoding", "gzip")], Array(text.utf8)),
            ("/\(values.name)?token=\(values.secret)", "text/plain", [("referer", values.mail)], Array(text.utf8)),
            ("/v1/sessions?ttl=\(values.secret)", "text/plain", [], Array(text.utf8)),
            ("/v1/sealed", "application/vnd.tacit.sealed", [], Array(text.utf8)),
            ("/v1/templates", "application/json", [], Array(#"{"text": "\#(text)", "preferences": 3}"#.utf8)),
        ]
    }

    private func attribute(_ key: String, _ value: String) -> String {
        #"{"key":"\#(key)","value":{"stringValue":"\#(value)"}}"#
    }

    private func hex(_ bytes: Int) -> String {
        (0..<bytes).map { _ in String(Int.random(in: 16...255), radix: 16) }.joined()
    }
}
