import Foundation

/// How long `tacit status` takes from the start of the process to its end, on a store that a demo has filled.
enum StartBenchmark {
    static func run(tacit: String) throws {
        let state = NSTemporaryDirectory() + "tacit-bench-\(UUID().uuidString)"
        defer { try? FileManager.default.removeItem(atPath: state) }
        try launch(tacit, ["demo", "--state", state, "--installations", "200", "--days", "3"])
        var times: [Double] = []
        for _ in 0..<41 {
            let start = Date()
            try launch(tacit, ["status", "--state", state])
            times.append(Date().timeIntervalSince(start) * 1000)
        }
        times.sort()
        print("Starting: `tacit status` on a small store, 41 runs")
        row("median, fastest", "\(rounded(times[20], 1)) ms, \(rounded(times[0], 1)) ms\n")
    }

    private static func launch(_ path: String, _ arguments: [String]) throws {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: path)
        process.arguments = arguments
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
    }
}
