import Foundation
import OTLPProto
import SwiftProtobuf
import TacitWire

/// A request as lines of text: what Tacit's reader and swift-protobuf's decoder make of the same bytes can be compared.
enum Reading {
    static func tacit(_ bytes: [UInt8], _ signal: Signal) throws(WireError) -> [String] {
        let limits = WireLimits(maxAttributesPerRecord: .max, maxEventsPerRecord: .max)
        // The closure's error is a WireError whatever the buffer function says of it.
        let result: Result<[String], WireError> = bytes.withUnsafeBytes { buffer in
            Result { () throws(WireError) in try lines(buffer, signal, limits) }
        }
        return try result.get()
    }

    private static func lines(
        _ bytes: UnsafeRawBufferPointer, _ signal: Signal, _ limits: WireLimits
    ) throws(WireError) -> [String] {
        var reader = RecordReader(bytes: bytes, signal: signal, limits: limits)
        var out: [String] = []
        while try reader.next() {
            let record = reader.record
            var line = "resource \(show(reader.resourceAttributes, &reader)) "
            line += "scope \(text(reader.scopeName, reader)) \(text(reader.scopeVersion, reader)) "
            line += "\(show(reader.scopeAttributes, &reader)) \(record.kind) \(text(record.name, reader)) "
            line += "\(record.time) \(record.observedTime) \(record.startTime) \(record.endTime) "
            line += "\(record.severityNumber) \(record.spanKind) \(record.statusCode) \(record.flags) "
            line += "\(show(Array(reader.attributes[record.attributes]), &reader)) body \(show(record.body, &reader)) "
            for event in reader.events[record.events] {
                line += "event \(text(event.name, reader)) \(event.time) "
                line += "\(show(Array(reader.attributes[event.attributes]), &reader)) "
            }
            line += "\(text(record.unit, reader)) \(show(record.number)) \(record.count) "
            line += "\(show(record.sum)) \(show(record.min)) \(show(record.max)) \(record.temporality) "
            out.append(line + "\(record.isMonotonic)")
        }
        return out
    }

    private static func text(_ slice: Slice, _ reader: borrowing RecordReader) -> String {
        "‹\(String(decoding: reader.bytes[slice], as: UTF8.self))›"
    }

    private static func show(_ double: Double?) -> String { double.map { "\($0.bitPattern)" } ?? "-" }

    private static func show(_ number: Record.Number) -> String {
        switch number {
        case .none: "none"
        case .int(let value): "int \(value)"
        case .double(let value): "double \(value.bitPattern)"
        }
    }

    private static func show(_ attributes: [Attribute], _ reader: inout RecordReader) -> String {
        var parts: [String] = []
        for attribute in attributes {
            parts.append("\(text(attribute.key, reader)): \(show(attribute.value, &reader))")
        }
        return "{\(parts.joined(separator: ", "))}"
    }

    private static func show(_ value: AttributeValue, _ reader: inout RecordReader) -> String {
        switch value {
        case .empty: return "empty"
        case .bool(let value): return "\(value)"
        case .int(let value): return "int \(value)"
        case .double(let value): return "double \(value.bitPattern)"
        case .string(let slice): return text(slice, reader)
        case .bytes(let slice): return "bytes \(Array(reader.bytes[slice]))"
        case .array(let nested):
            var parts: [String] = []
            for element in reader.elements(of: nested) { parts.append(show(element, &reader)) }
            return "[\(parts.joined(separator: ", "))]"
        case .keyValueList(let nested): return "list \(show(reader.pairs(of: nested), &reader))"
        }
    }
}

// MARK: - The general decoder

extension Reading {
    static func general(_ bytes: [UInt8], _ signal: Signal) throws -> [String] {
        switch signal {
        case .logs: lines(try LogsRequest(serializedBytes: bytes))
        case .traces: lines(try TraceRequest(serializedBytes: bytes))
        case .metrics: lines(try MetricsRequest(serializedBytes: bytes))
        }
    }

    private static func lines(_ request: LogsRequest) -> [String] {
        var out: [String] = []
        for block in request.resourceLogs {
            for scope in block.scopeLogs {
                for log in scope.logRecords {
                    out.append(
                        head(block.resource, scope.scope) + "log ‹\(log.eventName)› "
                            + "\(log.timeUnixNano) \(log.observedTimeUnixNano) 0 0 \(log.severityNumber.rawValue) 0 0 "
                            + "\(log.flags) \(show(log.attributes)) body \(show(log.body)) "
                            + "‹› none 0 - - - unspecified false")
                }
            }
        }
        return out
    }

    private static func lines(_ request: TraceRequest) -> [String] {
        var out: [String] = []
        for block in request.resourceSpans {
            for scope in block.scopeSpans {
                for span in scope.spans {
                    var line = head(block.resource, scope.scope) + "span ‹\(span.name)› "
                    line += "\(span.startTimeUnixNano) 0 \(span.startTimeUnixNano) \(span.endTimeUnixNano) 0 "
                    line += "\(span.kind.rawValue) \(span.status.code.rawValue) \(span.flags) "
                    line += "\(show(span.attributes)) body empty "
                    for event in span.events {
                        line += "event ‹\(event.name)› \(event.timeUnixNano) \(show(event.attributes)) "
                    }
                    out.append(line + "‹› none 0 - - - unspecified false")
                }
            }
        }
        return out
    }

    private static func lines(_ request: MetricsRequest) -> [String] {
        var out: [String] = []
        for block in request.resourceMetrics {
            for scope in block.scopeMetrics {
                for metric in scope.metrics {
                    for point in points(metric) { out.append(head(block.resource, scope.scope) + point) }
                }
            }
        }
        return out
    }

    private static func points(_ metric: Opentelemetry_Proto_Metrics_V1_Metric) -> [String] {
        func line(_ kind: String, _ start: UInt64, _ time: UInt64, _ flags: UInt32, _ attributes: [KeyValue]) -> String
        {
            "\(kind) ‹\(metric.name)› \(time) 0 \(start) 0 0 0 0 \(flags) \(show(attributes)) body empty ‹\(metric.unit)› "
        }
        func number(
            _ point: Opentelemetry_Proto_Metrics_V1_NumberDataPoint, _ tail: String
        ) -> String {
            let value =
                switch point.value {
                case nil: "none"
                case .asInt(let value): "int \(value)"
                case .asDouble(let value): "double \(value.bitPattern)"
                }
            return line(
                "numberPoint", point.startTimeUnixNano, point.timeUnixNano, point.flags, point.attributes)
                + "\(value) 0 - - - \(tail)"
        }
        switch metric.data {
        case nil: return []
        case .gauge(let gauge): return gauge.dataPoints.map { number($0, "unspecified false") }
        case .sum(let sum):
            return sum.dataPoints.map { number($0, "\(show(sum.aggregationTemporality)) \(sum.isMonotonic)") }
        case .histogram(let histogram):
            return histogram.dataPoints.map {
                line("histogramPoint", $0.startTimeUnixNano, $0.timeUnixNano, $0.flags, $0.attributes)
                    + "none \($0.count) \(show($0.hasSum ? $0.sum : nil)) \(show($0.hasMin ? $0.min : nil)) "
                    + "\(show($0.hasMax ? $0.max : nil)) \(show(histogram.aggregationTemporality)) false"
            }
        case .exponentialHistogram(let histogram):
            return histogram.dataPoints.map {
                line("histogramPoint", $0.startTimeUnixNano, $0.timeUnixNano, $0.flags, $0.attributes)
                    + "none \($0.count) \(show($0.hasSum ? $0.sum : nil)) \(show($0.hasMin ? $0.min : nil)) "
                    + "\(show($0.hasMax ? $0.max : nil)) \(show(histogram.aggregationTemporality)) false"
            }
        case .summary(let summary):
            return summary.dataPoints.map {
                line("summaryPoint", $0.startTimeUnixNano, $0.timeUnixNano, $0.flags, $0.attributes)
                    + "none \($0.count) \(show($0.sum)) - - unspecified false"
            }
        }
    }

    private static func head(
        _ resource: Opentelemetry_Proto_Resource_V1_Resource,
        _ scope: Opentelemetry_Proto_Common_V1_InstrumentationScope
    ) -> String {
        "resource \(show(resource.attributes)) scope ‹\(scope.name)› ‹\(scope.version)› \(show(scope.attributes)) "
    }

    private static func show(_ temporality: Opentelemetry_Proto_Metrics_V1_AggregationTemporality) -> String {
        switch temporality {
        case .delta: "delta"
        case .cumulative: "cumulative"
        default: "unspecified"
        }
    }

    private static func show(_ attributes: [KeyValue]) -> String {
        "{\(attributes.map { "‹\($0.key)›: \(show($0.value))" }.joined(separator: ", "))}"
    }

    private static func show(_ value: AnyValue) -> String {
        switch value.value {
        case nil, .stringValueStrindex: "empty"
        case .boolValue(let value): "\(value)"
        case .intValue(let value): "int \(value)"
        case .doubleValue(let value): "double \(value.bitPattern)"
        case .stringValue(let value): "‹\(value)›"
        case .bytesValue(let value): "bytes \(Array(value))"
        case .arrayValue(let array): "[\(array.values.map(show).joined(separator: ", "))]"
        case .kvlistValue(let list): "list \(show(list.values))"
        }
    }
}
