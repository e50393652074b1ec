import TacitWire

/// Requests to begin with: together they have every message of OTLP.
package enum Seeds {
    /// As text, each behind the byte that chooses its signal.
    package static var json: [[UInt8]] {
        texts.map { [selector($0)] + Array($1.utf8) }
    }

    /// The same as protobuf.
    package static var protobuf: [[UInt8]] {
        texts.map { signal, text in
            let bytes = Array(text.utf8).withUnsafeBytes { try? OTLPJSON.protobuf(from: $0, signal: signal) }
            guard let bytes else { fatalError("a seed is no OTLP/JSON: \(text)") }
            return [selector(signal)] + bytes
        }
    }

    /// Requests in which something is found: in values, keys, numbers, nested values and texts.
    package static var sensitive: [[UInt8]] {
        let values =
            #"{"key":"db.password","value":{"stringValue":"hunter2"}},{"key":"geo.lat","value":{"doubleValue":52.5}},"#
            + #"{"key":"user","value":{"kvlistValue":{"values":[{"key":"name","value":{"stringValue":"Jane Doe"}}]}}},"#
            + #"{"key":"jane@example.com","value":{"arrayValue":{"values":[{"stringValue":"198.51.100.7"}]}}}"#
        let texts: [(Signal, String)] = [
            (.logs, #"{"body":{"stringValue":"mail jane@example.com"},"attributes":[\#(values)]}"#),
            (.traces, #"{"name":"GET /home/jane","status":{"message":"password=hunter2"},"attributes":[\#(values)]}"#),
            (.metrics, #"{"name":"m","gauge":{"dataPoints":[{"attributes":[\#(values)],"asDouble":1}]}}"#),
        ]
        return texts.flatMap { signal, record in
            records(signal, [record]).map { signal, text in
                let bytes = Array(text.utf8).withUnsafeBytes { try? OTLPJSON.protobuf(from: $0, signal: signal) }
                guard let bytes else { fatalError("a seed is no OTLP/JSON: \(text)") }
                return [selector(signal)] + bytes
            }
        }
    }

    private static func selector(_ signal: Signal) -> UInt8 { UInt8(Signal.allCases.firstIndex(of: signal)!) }

    private static var texts: [(Signal, String)] {
        records(.logs, logs) + records(.traces, spans) + records(.metrics, metrics)
            + Signal.allCases.map { ($0, "{}") }
    }

    private static func records(_ signal: Signal, _ records: [String]) -> [(Signal, String)] {
        let (block, scope, list) =
            switch signal {
            case .logs: ("resourceLogs", "scopeLogs", "logRecords")
            case .traces: ("resourceSpans", "scopeSpans", "spans")
            case .metrics: ("resourceMetrics", "scopeMetrics", "metrics")
            }
        return records.map { record in
            (
                signal,
                """
                {"\(block)":[{"resource":{"attributes":[\(pair)],"entityRefs":[{"type":"t","idKeys":["k"]}]},
                "schemaUrl":"u","\(scope)":[{"scope":{"name":"n","version":"1","attributes":[\(pair)]},
                "\(list)":[\(record)]}]}]}
                """
            )
        }
    }

    private static let pair = #"{"key":"k","value":{"stringValue":"v\u00e9"}}"#
    private static let nested = #"{"arrayValue":{"values":[{"kvlistValue":{"values":[\#(pair)]}},{"boolValue":true}]}}"#

    private static let logs = [
        #"{"timeUnixNano":"1","severityNumber":9,"severityText":"INFO","body":\#(nested),"eventName":"e"}"#,
        #"{"observed_time_unix_nano":2,"attributes":[\#(pair),\#(pair)],"flags":1,"traceId":"00ff","spanId":"AA"}"#,
        #"{"body":{"bytesValue":"-_8"},"attributes":[{"key":"i","value":{"intValue":"-5"}}],"new":[{"x":[]},null]}"#,
    ]
    private static let spans = [
        #"{"name":"s","kind":"SPAN_KIND_SERVER","startTimeUnixNano":"1","endTimeUnixNano":"2","attributes":[\#(pair)]}"#,
        #"{"events":[{"name":"e","attributes":[\#(pair)]}],"links":[{"traceState":"t","attributes":[\#(pair)]}]}"#,
        #"{"traceState":"t","status":{"message":"m","code":2},"flags":3,"parentSpanId":"0a"}"#,
    ]
    private static let point = #""attributes":[\#(pair)],"timeUnixNano":"1","exemplars":[{"asInt":"3"}]"#
    private static let metrics = [
        #"{"name":"m","unit":"s","description":"d","metadata":[\#(pair)],"gauge":{"dataPoints":[{\#(point),"asDouble":"NaN"}]}}"#,
        #"{"name":"m","sum":{"aggregationTemporality":2,"isMonotonic":true,"dataPoints":[{\#(point),"asInt":"-7"}]}}"#,
        #"{"histogram":{"dataPoints":[{\#(point),"sum":1.5e2,"bucketCounts":["1",2],"explicitBounds":[0.5]}]}}"#,
        #"{"exponentialHistogram":{"dataPoints":[{\#(point),"scale":-1,"positive":{"offset":1,"bucketCounts":[3]}}]}}"#,
        #"{"summary":{"dataPoints":[{"attributes":[\#(pair)],"sum":1,"quantileValues":[{"quantile":0.5,"value":2}]}]}}"#,
    ]
}
