import ArgumentParser
import Foundation
import TacitScrub

struct Scrub: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Replace what is personal, financial or secret in any text: standard input to standard output.",
        discussion: "Lines leave as they come, so that `journalctl -f | tacit scrub` stays live.")

    @Flag(help: "Say on standard error what kinds were found and how often, never what.")
    var report = false

    func run() throws {
        var stream = StreamScrubber(Scrubber())
        var output: [UInt8] = []
        let input = FileHandle.standardInput
        while case let chunk = input.availableData, !chunk.isEmpty {
            chunk.withUnsafeBytes { stream.scrub($0, into: &output) }
            try write(&output)
        }
        stream.finish(into: &output)
        try write(&output)
        if report { Terminal.say(stream.report.description) }
    }

    private func write(_ output: inout [UInt8]) throws {
        guard !output.isEmpty else { return }
        try FileHandle.standardOutput.write(contentsOf: output)
        output.removeAll(keepingCapacity: true)
    }
}
