import CAllocations
import Dispatch
import Foundation
import Tacit
import TacitTestKit

/// What `record` costs the threads that call it, and what telemetry costs an app's start.
struct RecordBenchmark {
    private var measured: [String: Double] = [:]

    /// Answers with what was measured, by the names that the thresholds have.
    static func run() async throws -> [String: Double] {
        var benchmark = Self()
        try await benchmark.run()
        return benchmark.measured
    }

    private mutating func run() async throws {
        print("The SDK: events of one enum, one Bool, one number and one duration")
        let folder = NSTemporaryDirectory() + "tacit-bench-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: false)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try off(folder + "/off")
        try await on(folder + "/on")
        try await threads(folder + "/threads")
        try await start(folder + "/start")
        try await stalledNetwork(folder + "/network")
        try await stalledDisk(folder + "/disk")
        print("")
    }

    private mutating func off(_ folder: String) throws {
        let telemetry = try telemetry(folder, queue: 1000)
        let count = 100_000_000
        let before = tacit_allocations()
        let seconds = best { for number in 0..<count { telemetry.record(.used(number)) } }
        let allocations = tacit_allocations() - before
        row("off, ns an event", rounded(seconds * 1e9 / Double(count), 2))
        row("off, allocations of \(count) events", "\(allocations)")
        measured["record.off"] = seconds * 1e9 / Double(count)
        measured["record.off.allocations"] = Double(allocations)
    }

    private mutating func on(_ folder: String) async throws {
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
            measured["record.on"] = seconds * 1e9 / Double(burst)
            measured["record.on.allocations"] = Double(allocations)
        }
    }

    private mutating func threads(_ folder: String) async throws {
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
        measured["record.threads"] = Double(threads * each) / seconds / 1e6
        row("on, million events a second from \(threads) threads", rounded(Double(threads * each) / seconds / 1e6, 2))
    }

    private mutating func start(_ folder: String) async throws {
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
        let none = try milliseconds(folder + "-none")
        row("bootstrap before any decision, ms", rounded(none, 3))
        do {
            let telemetry = try telemetry(folder + "-given", queue: 1000)
            try await telemetry.grant()
        }
        let given = try milliseconds(folder + "-given")
        row("bootstrap with consent, first event included, ms", rounded(given, 3))
        (measured["record.start.none"], measured["record.start.given"]) = (none, given)
    }

    private mutating func stalledNetwork(_ folder: String) async throws {
        let telemetry = try telemetry(folder, queue: 1000, transport: Hangs())
        try await telemetry.grant()
        telemetry.record(.used(1))
        let sending = Task { await telemetry.transmit() }
        try await Task.sleep(for: .milliseconds(200))
        measured["record.stalled.network"] = try await growth("while a request hangs") { telemetry.record(.used($0)) }
        sending.cancel()
    }

    private mutating func stalledDisk(_ folder: String) async throws {
        let telemetry = try telemetry(folder, queue: 1000)
        try await telemetry.grant()
        telemetry.record(.used(1))
        await telemetry.flush()
        let found = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
        guard let path = found.first(where: { $0.hasSuffix("queue.lock") }) else { fatalError("there is no queue") }
        // Whoever holds the lock and does not come back is a disk that does not answer.
        let lock = open(folder + "/" + path, O_RDWR)
        guard flock(lock, LOCK_EX) == 0 else { fatalError("the queue's lock is held") }
        defer { close(lock) }
        measured["record.stalled.disk"] = try await growth("while the queue can't be written") {
            telemetry.record(.used($0))
        }
    }

    /// By how many megabytes the process grew over 4,000,000 events, over 1,000,000 first.
    private func growth(_ name: String, _ record: (Int) -> Void) async throws -> Double {
        var grown = 0.0
        for count in [1_000_000, 4_000_000] {
            let before = try ProcessUsage(of: getpid()).resident
            for number in 0..<count {
                record(number)
                // Now and then the others get a turn, as they do in an app.
                if number % 10_000 == 0 { await Task.yield() }
            }
            grown = Double(try ProcessUsage(of: getpid()).resident - before) / 1024
            row("\(name), MB more after \(count) events", rounded(grown, 2))
        }
        return grown
    }

    /// Empties the queue; what was measured must have been recorded.
    private func sendAll(of telemetry: Telemetry) async throws {
        guard case .sent = await telemetry.transmit() else { fatalError("nothing was recorded") }
    }

    private func telemetry(
        _ folder: String, queue: Int, transport: any Transport = TakesAll()
    ) throws -> Telemetry {
        var configuration = Configuration()
        configuration.maxQueueSize = queue
        configuration.maxQueueBytes = 1_000_000_000
        return try Telemetry.forTesting(
            Used.catalog, folder: folder, configuration: configuration, transport: transport)
    }
}

/// A collector that costs nothing.
private struct TakesAll: Transport {
    func send(_ request: OutgoingRequest) async throws(TransportError) -> TransportAnswer {
        TransportAnswer(status: request.path == "/v1/logs" ? 200 : 404)
    }
}

/// A collector that takes the connection and never answers.
private struct Hangs: Transport {
    func send(_ request: OutgoingRequest) async throws(TransportError) -> TransportAnswer {
        try? await Task.sleep(for: .seconds(3600))
        throw TransportError(.unreachable)
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
