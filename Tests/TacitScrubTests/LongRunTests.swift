import Testing

@testable import TacitScrub

/// A walk to the left over any number of spaces once put a finding farther from its trigger than a scan looks back, and
/// ended the process: anybody who could write a log line could do that.
@Suite("Runs of any length within what is found")
struct LongRunTests {
    private let scrubber = Scrubber()

    @Test(
        "end no scan, and a text in pieces is scrubbed as the whole is",
        arguments: [
            ("echo hunter2", "| sudo -S ls"), ("echo jane:hunter2", "| chpasswd"), ("mc alias set a b c", "hunter2x"),
            ("net use Z: \\\\srv\\share", "hunter2x"), ("WIFI:T:WPA;S:home;P:hunter2\\", ";;"),
        ])
    func runs(_ before: String, _ after: String) {
        for filler in [" ", "\n"] {
            for count in [1, 300, 4_000, 33_000, 70_000] {
                let text = before + String(repeating: filler, count: count) + after
                let whole = scrubber.scrub(text)
                var stream = StreamScrubber(scrubber)
                var output: [UInt8] = []
                for piece in Array(text.utf8).chunks(of: 1000) {
                    stream.scrub(Array(piece), into: &output)
                }
                stream.finish(into: &output)
                #expect(String(decoding: output, as: UTF8.self) == whole)
            }
        }
    }
}

extension [UInt8] {
    fileprivate func chunks(of size: Int) -> [ArraySlice<UInt8>] {
        stride(from: 0, to: count, by: size).map { self[$0..<Swift.min($0 + size, count)] }
    }
}
