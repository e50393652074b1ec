import AsyncHTTPClient
import Foundation
import NIOCore
import NIOHTTP1

/// The whole pipeline through the real endpoint: decode, gate, scrub, anonymize, add up; a collector of its own process.
struct IngestBenchmark {
    let tacit: String

    func run(sizes: [Int]) async throws {
        let bodies = Traffic.requests(1000).map { ByteBuffer(bytes: $0) }
        let bytes = bodies.reduce(0) { $0 + $1.readableBytes } / bodies.count
        print(
            "Ingest over OTLP/HTTP: log records of 8 to 12 attributes, 100 a request (\(bytes) bytes), 100,000 contributors,"
        )
        print("the shipped catalog, 4 connections; processor time of the collector's process")
        for size in sizes {
            let without = try await measure(size, bodies, journal: false)
            let with = try await measure(size, bodies, journal: true)
            row("  rate with the journal, of that without", rounded(without.wall / with.wall))
            row("  processor time with it, of that without", rounded(with.seconds / without.seconds))
        }
        print("")
    }

    private func measure(
        _ size: Int, _ bodies: [ByteBuffer], journal: Bool
    ) async throws -> (wall: Double, seconds: Double) {
        let state = NSTemporaryDirectory() + "tacit-bench-\(UUID().uuidString)"
        defer { try? FileManager.default.removeItem(atPath: state) }
        let collector = try Serving(tacit: tacit, state: state, journal: journal)
        defer { collector.stop() }
        _ = try await send(bodies, count: 200, to: collector.endpoint)
        let before = try ProcessUsage(of: collector.process.processIdentifier)
        let start = Date()
        let latencies = try await send(bodies, count: size / 100, to: collector.endpoint)
        let wall = Date().timeIntervalSince(start)
        let after = try ProcessUsage(of: collector.process.processIdentifier)
        let cost = (after.seconds - before.seconds) / Double(size) * 1e6
        row("\(size) records, journal \(journal ? "on" : "off"): CPU seconds per million", rounded(cost))
        row("  records per second", "\(Int(Double(size) / wall))")
        row(
            "  request p50, p99",
            "\(rounded(latencies[latencies.count / 2] * 1000)) ms, \(rounded(latencies[latencies.count * 99 / 100] * 1000)) ms"
        )
        row("  resident, peak", "\(after.resident / 1024) MiB, \(after.peak / 1024) MiB")
        return (wall, after.seconds - before.seconds)
    }

    /// Sends requests from four tasks; their times in ascending order.
    private func send(_ bodies: [ByteBuffer], count: Int, to endpoint: String) async throws -> [Double] {
        try await withThrowingTaskGroup(of: [Double].self) { group in
            let tasks = 4
            for task in 0..<tasks {
                group.addTask {
                    var times: [Double] = []
                    for number in stride(from: task, to: count, by: tasks) {
                        var request = HTTPClientRequest(url: endpoint + "/v1/logs")
                        request.method = .POST
                        request.headers.add(name: "Content-Type", value: "application/x-protobuf")
                        request.body = .bytes(bodies[number % bodies.count])
                        let start = Date()
                        let response = try await HTTPClient.shared.execute(request, timeout: .seconds(60))
                        _ = try await response.body.collect(upTo: 1 << 20)
                        guard response.status == .ok else { throw Refused(status: response.status.code) }
                        times.append(Date().timeIntervalSince(start))
                    }
                    return times
                }
            }
            return try await group.reduce(into: []) { $0 += $1 }.sorted()
        }
    }

    private struct Refused: Error {
        let status: UInt
    }
}

/// A collector in a process of its own.
private final class Serving {
    let process = Process()
    let endpoint: String

    init(tacit: String, state: String, journal: Bool) throws {
        process.executableURL = URL(fileURLWithPath: tacit)
        process.arguments = [
            "serve", "--config", "tacit.yaml", "--state", state, "--otlp-http", "127.0.0.1:0", "--otlp-grpc",
            "127.0.0.1:0", "--dashboard", "127.0.0.1:0",
        ]
        // The records are of a category that has to be asked for.
        process.environment = ["TACIT_CONSENT_CATEGORIES": "essential,analytics", "TACIT_JOURNAL": "\(journal)"]
        let output = Pipe()
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
        var text = ""
        while !text.contains("State"), case let data = output.fileHandleForReading.availableData, !data.isEmpty {
            text += String(decoding: data, as: UTF8.self)
        }
        guard let line = text.split(separator: "\n").first(where: { $0.contains("OTLP/HTTP") }),
            let address = line.split(separator: " ").last
        else { throw NoAddress() }
        endpoint = String(address)
    }

    func stop() {
        process.terminate()
        process.waitUntilExit()
    }

    private struct NoAddress: Error {}
}
