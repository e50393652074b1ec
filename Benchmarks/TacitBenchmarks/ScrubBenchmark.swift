import Foundation
import TacitCollector
import TacitScrub
import TacitWire

/// Scrubbing: findings with their offsets are made and the scrubbed text is written out, beside grep and Hyperscan.
struct ScrubBenchmark {
    /// A log file to measure on; without it one is made up.
    let log: String?

    func run() throws {
        let file = try log.map { Array(try Data(contentsOf: URL(fileURLWithPath: $0))) }
        let large = file ?? ScrubTexts.log(bytes: 64_000_000)
        let small = Array(large.prefix(large.count / 8))
        let name = log == nil ? "a made-up log" : "the file of --scrub-log"
        print("Scrubbing, in MB per CPU second; offsets known and the scrubbed text written out")
        try compare(name, small)
        try compare(name, large)
        for (name, text) in ScrubTexts.others { measure(name, text) }
        attributes()
        try requests()
        print("")
    }

    private func compare(_ name: String, _ text: [UInt8]) throws {
        let size = "\(text.count / 1_000_000) MB"
        let ours = measure("\(name), \(size)", text)
        if let hyperscan = Hyperscan(patterns: ScrubTexts.patterns) {
            let seconds = best(of: 2) { _ = hyperscan.count(in: text) }
            let theirs = Double(text.count) / seconds / 1e6
            row(
                "  Hyperscan, \(ScrubTexts.patterns.count) patterns with start offsets, nothing written",
                "\(rounded(theirs, 0)), ratio \(rounded(ours / theirs, 1))")
        } else {
            row("  Hyperscan", "not here: apt-get install libhyperscan5")
        }
        let theirs = Double(text.count) / (try grep(text)) / 1e6
        row(
            "  grep -E -o with \(ScrubTexts.grepPatterns.count) alternatives",
            "\(rounded(theirs, 1)), ratio \(rounded(ours / theirs, 0))")
    }

    @discardableResult
    private func measure(_ name: String, _ text: [UInt8]) -> Double {
        let scrubber = Scrubber()
        var output: [UInt8] = []
        var found = 0
        let seconds = best(of: 3) {
            var stream = StreamScrubber(scrubber)
            output.removeAll(keepingCapacity: true)
            text.withUnsafeBytes { bytes in
                for start in stride(from: 0, to: bytes.count, by: 1 << 18) {
                    let chunk = UnsafeRawBufferPointer(rebasing: bytes[start..<min(start + 1 << 18, bytes.count)])
                    stream.scrub(chunk, into: &output)
                }
            }
            stream.finish(into: &output)
            found = stream.report.total
        }
        let speed = Double(text.count) / seconds / 1e6
        row(name, "\(rounded(speed, 0)) (\(found) findings)")
        return speed
    }

    private func attributes() {
        let scrubber = Scrubber()
        var output: [UInt8] = []
        for (name, key, value) in ScrubTexts.attributes {
            let key = Array(key.utf8)
            let value = Array(value.utf8)
            let rounds = 200_000
            let seconds = best {
                key.withUnsafeBytes { key in
                    value.withUnsafeBytes { value in
                        for _ in 0..<rounds {
                            output.removeAll(keepingCapacity: true)
                            scrubber.scrub(value, key: key, into: &output)
                        }
                    }
                }
            }
            row("an attribute of \(value.count) bytes, \(name)", "\(rounded(seconds / Double(rounds) * 1e9, 0)) ns")
        }
    }

    /// Whole requests, every string and number of them with its key; beside reading alone.
    private func requests() throws {
        let requests = Traffic.requests(100)
        let records = Double(requests.count * 100)
        let bytes = Double(requests.reduce(0) { $0 + $1.count })
        var scrubber = OTLPScrubber(Scrubber())
        var found = 0
        let scrubbing = try best {
            found = 0
            for request in requests {
                found += try request.withUnsafeBytes { try scrubber.scrub($0, signal: .logs).report.total }
            }
        }
        var seen = 0
        let reading = try best {
            for request in requests {
                try request.withUnsafeBytes { bytes in
                    var reader = RecordReader(bytes: bytes, signal: .logs)
                    while try reader.next() { seen &+= reader.attributes.count }
                }
            }
        }
        precondition(seen > 0)
        row(
            "OTLP logs, 100 records a request, \(found) findings",
            "\(rounded(bytes / scrubbing / 1e6, 0)), \(rounded(records / scrubbing / 1e6)) million records per CPU second"
        )
        row(
            "  record reader alone",
            "\(rounded(bytes / reading / 1e6, 0)), \(rounded(records / reading / 1e6)) million records per CPU second")
    }

    /// Processor seconds of `grep -E -o` over the text. It stops at the first match if it writes to /dev/null.
    private func grep(_ text: [UInt8]) throws -> Double {
        let file = FileManager.default.temporaryDirectory.appendingPathComponent("tacit-bench-\(UUID().uuidString)")
        try Data(text).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/sh")
        process.environment = ["LC_ALL": "C", "PATH": "/usr/bin:/bin"]
        process.arguments = [
            "-c", "grep -a -b -E -o \"$1\" \"$2\" | wc -c >/dev/null", "sh",
            ScrubTexts.grepPatterns.joined(separator: "|"),
            file.path,
        ]
        let before = childSeconds()
        try process.run()
        process.waitUntilExit()
        return childSeconds() - before
    }

    private func childSeconds() -> Double {
        var usage = rusage()
        getrusage(__rusage_who_t(RUSAGE_CHILDREN.rawValue), &usage)
        func seconds(_ time: timeval) -> Double { Double(time.tv_sec) + Double(time.tv_usec) / 1e6 }
        return seconds(usage.ru_utime) + seconds(usage.ru_stime)
    }
}
