import Foundation
import OTLPProto
import SwiftProtobuf
import TacitWire

typealias TraceRequest = Opentelemetry_Proto_Collector_Trace_V1_ExportTraceServiceRequest
typealias LogsRequest = Opentelemetry_Proto_Collector_Logs_V1_ExportLogsServiceRequest
typealias MetricsRequest = Opentelemetry_Proto_Collector_Metrics_V1_ExportMetricsServiceRequest
typealias AnyValue = Opentelemetry_Proto_Common_V1_AnyValue
typealias KeyValue = Opentelemetry_Proto_Common_V1_KeyValue

/// Makes OTLP requests at random, with every field of the schema set now and then.
struct RandomRequest {
    var random: SeededGenerator
    /// Every string and bytes value that was put in, in no order.
    var planted: [String] = []
    /// Ids are left out where the encoding under test writes them in another way than the oracle.
    var hasIDs = true
    /// Every string gets a number of its own, so that they can be told apart.
    var isNumbered = false
    /// Texts that stand in the request in place of planted ones.
    var replacements: [String: String] = [:]

    init(seed: UInt64) { random = SeededGenerator(seed: seed) }

    mutating func request(_ signal: Signal) -> any Message {
        switch signal {
        case .traces: TraceRequest.with { $0.resourceSpans = many(2) { $0.resourceSpans() } }
        case .logs: LogsRequest.with { $0.resourceLogs = many(2) { $0.resourceLogs() } }
        case .metrics: MetricsRequest.with { $0.resourceMetrics = many(2) { $0.resourceMetrics() } }
        }
    }

    mutating func many<T>(_ limit: Int, _ make: (inout Self) -> T) -> [T] {
        (0..<Int.random(in: 0...limit, using: &random)).map { _ in make(&self) }
    }

    mutating func text() -> String {
        let samples = [
            "", "a", "service.name", "größe", "日本語のログ", "👩‍👩‍👧", "line\n\"quoted\"\\", "\u{0}\u{1F}\u{7F}", "x\u{10FFFF}",
        ]
        var out = samples.randomElement(using: &random)!
        if random.chance(10) { out = String(repeating: "long text ", count: Int.random(in: 1...60, using: &random)) }
        if isNumbered { out += "#\(planted.count)" }
        planted.append(out)
        return replacements[out] ?? out
    }

    mutating func raw(_ count: Int) -> Data {
        Data((0..<count).map { _ in UInt8.random(in: 0...255, using: &random) })
    }

    mutating func id(_ count: Int) -> Data { hasIDs && random.chance(80) ? raw(count) : Data() }

    mutating func time() -> UInt64 {
        [0, 1, 1_700_000_000_000_000_000, .max].randomElement(using: &random)!
    }

    mutating func double() -> Double {
        [0, -0.0, 1, 0.1, -1e300, .leastNonzeroMagnitude, .infinity, -.infinity, .pi, 1e22, 123_456.789].randomElement(
            using: &random)!
    }

    mutating func integer() -> Int64 {
        [0, 1, -1, .max, .min, 127, 128, 1 << 53, 300].randomElement(using: &random)!
    }

    mutating func small() -> UInt32 { [0, 1, 128, .max].randomElement(using: &random)! }

    mutating func value(_ depth: Int = 0) -> AnyValue {
        AnyValue.with {
            switch Int.random(in: 0...(depth < 4 ? 8 : 5), using: &random) {
            case 0: break
            case 1: $0.stringValue = text()
            case 2: $0.boolValue = random.chance(50)
            case 3: $0.intValue = integer()
            case 4: $0.doubleValue = double()
            case 5:
                let bytes = Data(text().utf8)
                $0.bytesValue = bytes
            case 6: $0.arrayValue.values = many(3) { $0.value(depth + 1) }
            case 7: $0.kvlistValue.values = many(3) { $0.pair(depth + 1) }
            default: $0.stringValueStrindex = 7
            }
        }
    }

    mutating func pair(_ depth: Int = 0) -> KeyValue {
        KeyValue.with {
            $0.key = text()
            if random.chance(90) { $0.value = value(depth) }
            if random.chance(5) { $0.keyStrindex = 3 }
        }
    }

    mutating func resource() -> Opentelemetry_Proto_Resource_V1_Resource {
        .with {
            $0.attributes = many(3) { $0.pair() }
            $0.droppedAttributesCount = small()
            $0.entityRefs = many(1) { maker in
                .with {
                    $0.schemaURL = maker.text()
                    $0.type = maker.text()
                    $0.idKeys = maker.many(2) { $0.text() }
                    $0.descriptionKeys = maker.many(2) { $0.text() }
                }
            }
        }
    }

    mutating func scope() -> Opentelemetry_Proto_Common_V1_InstrumentationScope {
        .with {
            $0.name = text()
            $0.version = text()
            $0.attributes = many(2) { $0.pair() }
            $0.droppedAttributesCount = small()
        }
    }
}

// MARK: - Logs and traces

extension RandomRequest {
    mutating func resourceLogs() -> Opentelemetry_Proto_Logs_V1_ResourceLogs {
        .with {
            if random.chance(90) { $0.resource = resource() }
            $0.schemaURL = text()
            $0.scopeLogs = many(2) { maker in
                .with {
                    if maker.random.chance(90) { $0.scope = maker.scope() }
                    $0.schemaURL = maker.text()
                    $0.logRecords = maker.many(3) { $0.logRecord() }
                }
            }
        }
    }

    mutating func logRecord() -> Opentelemetry_Proto_Logs_V1_LogRecord {
        .with {
            $0.timeUnixNano = time()
            $0.observedTimeUnixNano = time()
            $0.severityNumber = [.info, .unspecified, .fatal4, .UNRECOGNIZED(99)].randomElement(using: &random)!
            $0.severityText = text()
            if random.chance(80) { $0.body = value() }
            $0.attributes = many(6) { $0.pair() }
            $0.droppedAttributesCount = small()
            $0.flags = small()
            $0.traceID = id(16)
            $0.spanID = id(8)
            $0.eventName = text()
        }
    }

    mutating func resourceSpans() -> Opentelemetry_Proto_Trace_V1_ResourceSpans {
        .with {
            if random.chance(90) { $0.resource = resource() }
            $0.schemaURL = text()
            $0.scopeSpans = many(2) { maker in
                .with {
                    if maker.random.chance(90) { $0.scope = maker.scope() }
                    $0.schemaURL = maker.text()
                    $0.spans = maker.many(3) { $0.span() }
                }
            }
        }
    }

    mutating func span() -> Opentelemetry_Proto_Trace_V1_Span {
        .with {
            ($0.traceID, $0.spanID, $0.parentSpanID) = (id(16), id(8), id(8))
            ($0.traceState, $0.name) = (text(), text())
            $0.flags = small()
            $0.kind = [.server, .client, .unspecified, .UNRECOGNIZED(-4)].randomElement(using: &random)!
            ($0.startTimeUnixNano, $0.endTimeUnixNano) = (time(), time())
            $0.attributes = many(4) { $0.pair() }
            ($0.droppedAttributesCount, $0.droppedEventsCount, $0.droppedLinksCount) = (small(), small(), small())
            $0.events = many(2) { maker in
                .with {
                    ($0.timeUnixNano, $0.name) = (maker.time(), maker.text())
                    $0.attributes = maker.many(3) { $0.pair() }
                    $0.droppedAttributesCount = maker.small()
                }
            }
            $0.links = many(2) { maker in
                .with {
                    ($0.traceID, $0.spanID, $0.traceState) = (maker.id(16), maker.id(8), maker.text())
                    $0.attributes = maker.many(2) { $0.pair() }
                    ($0.droppedAttributesCount, $0.flags) = (maker.small(), maker.small())
                }
            }
            if random.chance(70) {
                $0.status.message = text()
                $0.status.code = [.ok, .error, .unset, .UNRECOGNIZED(12)].randomElement(using: &random)!
            }
        }
    }
}

// MARK: - Metrics

extension RandomRequest {
    mutating func resourceMetrics() -> Opentelemetry_Proto_Metrics_V1_ResourceMetrics {
        .with {
            if random.chance(90) { $0.resource = resource() }
            $0.schemaURL = text()
            $0.scopeMetrics = many(2) { maker in
                .with {
                    if maker.random.chance(90) { $0.scope = maker.scope() }
                    $0.schemaURL = maker.text()
                    $0.metrics = maker.many(3) { $0.metric() }
                }
            }
        }
    }

    mutating func temporality() -> Opentelemetry_Proto_Metrics_V1_AggregationTemporality {
        [.unspecified, .delta, .cumulative, .UNRECOGNIZED(7)].randomElement(using: &random)!
    }

    mutating func metric() -> Opentelemetry_Proto_Metrics_V1_Metric {
        .with {
            ($0.name, $0.description_p, $0.unit) = (text(), text(), text())
            $0.metadata = many(2) { $0.pair() }
            switch Int.random(in: 0...5, using: &random) {
            case 0: $0.gauge.dataPoints = many(3) { $0.number() }
            case 1:
                $0.sum.dataPoints = many(3) { $0.number() }
                $0.sum.aggregationTemporality = temporality()
                $0.sum.isMonotonic = random.chance(50)
            case 2:
                $0.histogram.dataPoints = many(3) { $0.histogram() }
                $0.histogram.aggregationTemporality = temporality()
            case 3:
                $0.exponentialHistogram.dataPoints = many(3) { $0.exponential() }
                $0.exponentialHistogram.aggregationTemporality = temporality()
            case 4: $0.summary.dataPoints = many(3) { $0.summary() }
            default: break
            }
        }
    }

    mutating func number() -> Opentelemetry_Proto_Metrics_V1_NumberDataPoint {
        .with {
            $0.attributes = many(4) { $0.pair() }
            ($0.startTimeUnixNano, $0.timeUnixNano, $0.flags) = (time(), time(), small())
            $0.exemplars = many(1) { $0.exemplar() }
            switch Int.random(in: 0...2, using: &random) {
            case 0: $0.asInt = integer()
            case 1: $0.asDouble = double()
            default: break
            }
        }
    }

    mutating func exemplar() -> Opentelemetry_Proto_Metrics_V1_Exemplar {
        .with {
            $0.filteredAttributes = many(2) { $0.pair() }
            $0.timeUnixNano = time()
            ($0.spanID, $0.traceID) = (id(8), id(16))
            if random.chance(50) { $0.asInt = integer() } else { $0.asDouble = double() }
        }
    }

    mutating func histogram() -> Opentelemetry_Proto_Metrics_V1_HistogramDataPoint {
        .with {
            $0.attributes = many(4) { $0.pair() }
            ($0.startTimeUnixNano, $0.timeUnixNano, $0.flags, $0.count) = (time(), time(), small(), time())
            if random.chance(50) { $0.sum = double() }
            if random.chance(50) { $0.min = double() }
            if random.chance(50) { $0.max = double() }
            $0.bucketCounts = many(4) { $0.time() }
            $0.explicitBounds = many(4) { $0.double() }
            $0.exemplars = many(1) { $0.exemplar() }
        }
    }

    mutating func exponential() -> Opentelemetry_Proto_Metrics_V1_ExponentialHistogramDataPoint {
        .with {
            $0.attributes = many(4) { $0.pair() }
            ($0.startTimeUnixNano, $0.timeUnixNano, $0.flags, $0.count) = (time(), time(), small(), time())
            if random.chance(50) { $0.sum = double() }
            if random.chance(50) { $0.min = double() }
            if random.chance(50) { $0.max = double() }
            ($0.scale, $0.zeroCount, $0.zeroThreshold) = (-3, time(), double())
            if random.chance(50) {
                $0.positive.offset = .min
                $0.positive.bucketCounts = many(4) { $0.time() }
            }
            if random.chance(50) { $0.negative.bucketCounts = many(4) { $0.time() } }
            $0.exemplars = many(1) { $0.exemplar() }
        }
    }

    mutating func summary() -> Opentelemetry_Proto_Metrics_V1_SummaryDataPoint {
        .with {
            $0.attributes = many(4) { $0.pair() }
            ($0.startTimeUnixNano, $0.timeUnixNano, $0.flags, $0.count) = (time(), time(), small(), time())
            $0.sum = double()
            $0.quantileValues = many(2) { maker in .with { ($0.quantile, $0.value) = (maker.double(), maker.double()) }
            }
        }
    }
}
