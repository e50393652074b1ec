import OTLPProto
import SwiftProtobuf
import TacitWire

/// Reading a request: the record reader beside swift-protobuf, on the same bytes.
enum ReadingBenchmark {
    static func run() throws {
        let requests = Traffic.requests(200)
        let records = 200 * 100
        let bytes = requests.reduce(0) { $0 + $1.count }
        print(
            "Reading OTLP logs: \(records) records of 8 to 12 attributes, 100 a request, \(bytes / requests.count) bytes each"
        )
        var seen = 0
        let reader = try best {
            for _ in 0..<10 {
                for request in requests {
                    try request.withUnsafeBytes { bytes in
                        var reader = RecordReader(bytes: bytes, signal: .logs)
                        while try reader.next() { seen &+= reader.attributes.count }
                    }
                }
            }
        }
        let protobuf = try best(of: 2) {
            for request in requests {
                let message = try Opentelemetry_Proto_Collector_Logs_V1_ExportLogsServiceRequest(
                    serializedBytes: request)
                seen &+= message.resourceLogs.count
            }
        }
        let ours = Double(records * 10) / reader / 1e6
        let theirs = Double(records) / protobuf / 1e6
        precondition(seen > 0)
        row("record reader", "\(rounded(ours)) million records per CPU second")
        row("swift-protobuf", "\(rounded(theirs)) million records per CPU second")
        row("ratio", "\(rounded(ours / theirs, 1))\n")
    }
}
