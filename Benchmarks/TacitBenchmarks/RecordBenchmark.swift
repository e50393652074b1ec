import CAllocations
import Dispatch
import Foundation
import Tacit
import TacitTestKit

/// What `record` costs the threads that call it, and what telemetry costs an app's start.
enum RecordBenchmark {
    static func run() async throws {
        print("The SDK: events of one enum, one Bool, one number and one duration")
        let folder = NSTemporaryDirectory() + "tacit-bench-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: false)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try off(folder + "/off")
        try await on(folder + "/on")
        try await threads(folder + "/threads")
        try await start(folder + "/start")
        print("")
    }

    private static func off(_ folder: String) throws {
        let telemetry = try telemetry(folder, queue: 1000)
        let count = 100_000_000
        let before = tacit_allocations()
        let seconds = best { for number in 0..<count { telemetry.record(.used(number)) } }
        row("off, ns an event", rounded(seconds * 1e9 / Double(count), 2))
        row("off, allocations of \(count) events", "\(tacit_allocations() - before)")
    }

    private static func on(_ folder: String) async throws {
        for burst in [4_096, 16_384] {
            let telemetry = try telemetry(folder + "\(burst)", queue: burst)
            try await telemetry.grant()
            var seconds = Double.infinity
            var allocations = Int.max
            for _ in 0..<20 {
                let before = tacit_allocations()
                let start = ContinuousClock.now
                for number in 0..<burst { telemetry.record(.used(number)) }
                seconds = min(seconds, (ContinuousClock.now - start) / .seconds(1))
                allocations = min(allocations, tacit_allocations() - before)
                try await sendAll(of: telemetry)
            }
            row("on, ns an event, bursts of \(burst)", rounded(seconds * 1e9 / Double(burst), 1))
            row("on, allocations of \(burst) events", "\(allocations)")
        }
    }

    private static func threads(_ folder: String) async throws {
        let (threads, each) = (4, 16_384)
        let telemetry = try telemetry(folder, queue: threads * each)
        try await telemetry.grant()
        var seconds = Double.infinity
        for _ in 0..<20 {
            let start = ContinuousClock.now
            DispatchQueue.concurrentPerform(iterations: threads) { _ in
                for number in 0..<each { telemetry.record(.used(number)) }
            }
            seconds = min(seconds, (ContinuousClock.now - start) / .seconds(1))
            try await sendAll(of: telemetry)
        }
        row("on, million events a second from \(threads) threads", rounded(Double(threads * each) / seconds / 1e6, 2))
    }

    private static func start(_ folder: String) async throws {
        func milliseconds(_ folder: String) throws -> Double {
            var least = Double.infinity
            for _ in 0..<50 {
                let start = ContinuousClock.now
                let telemetry = try telemetry(folder, queue: 1000)
                telemetry.record(.used(1))
                least = min(least, (ContinuousClock.now - start) / .milliseconds(1))
            }
            return least
        }
        row("bootstrap before any decision, ms", rounded(try milliseconds(folder + "-none"), 3))
        do {
            let telemetry = try telemetry(folder + "-given", queue: 1000)
            try await telemetry.grant()
        }
        row("bootstrap with consent, first event included, ms", rounded(try milliseconds(folder + "-given"), 3))
    }

    /// Empties the queue; what was measured must have been recorded.
    private static func sendAll(of telemetry: Telemetry) async throws {
        guard case .sent = await telemetry.transmit() else { fatalError("nothing was recorded") }
    }

    private static func telemetry(_ folder: String, queue: Int) throws -> Telemetry {
        var configuration = Configuration()
        configuration.maxQueueSize = queue
        configuration.maxQueueBytes = 1_000_000_000
        return try Telemetry.forTesting(
            Used.catalog, folder: folder, configuration: configuration, transport: TakesAll())
    }
}

/// A collector that costs nothing.
private struct TakesAll: Transport {
    func send(_ request: OutgoingRequest) async throws(TransportError) -> TransportAnswer {
        TransportAnswer(status: request.path == "/v1/logs" ? 200 : 404)
    }
}

/// What the code generated from a catalog looks like.
private struct Used: TelemetryEvent {
    let feature: Int
    let success: Bool
    let count: Int
    let duration: Duration

    static let catalog = TelemetryCatalog(
        name: "bench", digest: "aa" + String(repeating: "0", count: 62),
        categories: [
            ConsentCategory(
                name: "analytics", title: "", what: "", why: "", benefit: "", retention: "", sharing: "", version: 1)
        ],
        events: [
            EventDefinition(
                name: "feature.used", eventName: "feature.used", description: "", purpose: "", category: 0,
                level: .basic, expires: 100_000,
                fields: [
                    FieldDefinition(name: "feature", key: "feature", description: "", kind: .enumeration(["a", "b"])),
                    FieldDefinition(name: "success", key: "success", description: "", kind: .bool),
                    FieldDefinition(
                        name: "count", key: "count", description: "",
                        kind: .number(min: 0, max: 100, granularity: 1, unit: "1")),
                    FieldDefinition(
                        name: "duration", key: "duration", description: "",
                        kind: .duration(min: 0, max: 10_000, granularity: 1)),
                ])
        ])

    static var gate: EventGate {
        EventGate(catalog: 0xAA00_0000_0000_0000, event: 0, category: 0, level: .basic, expires: 100_000)
    }

    func write(to fields: inout FieldWriter) {
        fields.choice(feature)
        fields.bool(success)
        fields.number(count)
        fields.duration(duration)
    }
}

extension TelemetryEvent where Self == Used {
    fileprivate static func used(_ number: Int) -> Self {
        Used(feature: number & 1, success: number & 2 == 0, count: number & 63, duration: .milliseconds(number & 1023))
    }
}
