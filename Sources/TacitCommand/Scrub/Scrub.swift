import ArgumentParser
import Foundation
import TacitScrub
import TacitWire

struct Scrub: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Replace what is personal, financial or secret in any text.",
        discussion: """
            Reads files, or standard input, and writes the scrubbed text to standard output. Lines leave as they come, so that \
            `journalctl -f | tacit scrub` stays live; memory stays constant whatever the size.
            """)

    @Argument(help: "Files to read; `-` or none is standard input.", completion: .file())
    var files: [String] = []

    @Option(
        help: ArgumentHelp("What is done with each class; see docs/scrub.md.", valueName: "file"),
        completion: .file(extensions: ["yaml", "yml"]))
    var policy: String?

    @Flag(help: "Each line is a JSON value: members are scrubbed with their keys.")
    var jsonLines = false

    @Option(
        help: ArgumentHelp(
            "The input is one OTLP export request in protobuf, of logs, traces or metrics; so is the output.",
            valueName: "signal"))
    var otlp: Signal?

    @Flag(help: "Say on standard error what classes were found and how often, never what.")
    var report = false

    @Flag(help: "Write, instead of the text, where something was found, and exit with 3 if so. For CI and pre-commit.")
    var check = false

    @Flag(help: "Write, instead of the text, where something was found, of which class, and by which rule.")
    var explain = false

    @Flag(
        help:
            "Read lines {\"id\",\"text\",\"attribute_key\"?} and write {\"id\",\"spans\"} with Unicode-scalar offsets.")
    var findings = false

    func validate() throws {
        guard [otlp != nil, check, explain, findings].filter({ $0 }).count <= 1, !jsonLines || otlp == nil && !findings
        else {
            throw ValidationError(
                "Choose one of --otlp, --check, --explain and --findings; --json-lines goes with --check and --explain."
            )
        }
        guard otlp == nil || files.count <= 1 else {
            throw ValidationError("--otlp reads one request; name one file, or none for standard input.")
        }
    }

    func run() throws {
        let policy = try policy.map { try ScrubPolicyFile.policy(at: $0) } ?? .standard
        let scrubber = Scrubber(policy: policy)
        var total = ScrubReport()
        var failed = false
        for file in files.isEmpty ? [.standardInput] : FileArgument.files(files) {
            do {
                total.add(try scrub(file, scrubber, failed: &failed))
            } catch let failure as Failure where files.count > 1 {
                // One file that is gone must not hide what the others hold.
                Terminal.say("Error: \(failure)")
                failed = true
            }
        }
        if report || policy.summary != .silent { Terminal.say(total.description) }
        if check, total.total > 0 { throw ExitCode(3) }
        if failed { throw ExitCode.failure }
    }

    private func scrub(_ file: FileArgument, _ scrubber: Scrubber, failed: inout Bool) throws -> ScrubReport {
        var input = try ScrubInput(file)
        let found = try scrub(&input, scrubber, failed: &failed)
        guard let remark = input.remark, otlp == nil else { return found }
        // What can't be looked into is not clean; as a filter, what was read has been written.
        if check { throw Failure("\(input.name): \(remark).") }
        Terminal.say("Warning: \(input.name): \(remark).")
        return found
    }

    private func scrub(_ input: inout ScrubInput, _ scrubber: Scrubber, failed: inout Bool) throws -> ScrubReport {
        if let otlp { return try ScrubRequest.write(&input, scrubber, signal: otlp) }
        if findings { return try ScrubFindings.write(&input, scrubber, failed: &failed) }
        if check || explain { return try tell(&input, scrubber) }
        return jsonLines ? try scrubJSONLines(&input, scrubber) : try scrubText(&input, scrubber)
    }

    private func scrubText(_ input: inout ScrubInput, _ scrubber: Scrubber) throws -> ScrubReport {
        var stream = StreamScrubber(scrubber)
        var output = ScrubOutput()
        var chunk: [UInt8] = []
        while try input.next(into: &chunk) {
            stream.scrub(chunk, into: &output.bytes)
            try output.flush()
        }
        stream.finish(into: &output.bytes)
        try output.flush()
        return stream.report
    }

    private func scrubJSONLines(_ input: inout ScrubInput, _ scrubber: Scrubber) throws -> ScrubReport {
        var lines = JSONLineScrubber(scrubber)
        var output = ScrubOutput()
        var chunk: [UInt8] = []
        while try input.next(into: &chunk) {
            lines.scrub(chunk, into: &output.bytes)
            try output.flush()
        }
        lines.finish(into: &output.bytes)
        try output.flush()
        return lines.report
    }

    /// `app.log:17:42 EMAIL 16 bytes, email`
    private func tell(_ input: inout ScrubInput, _ scrubber: Scrubber) throws -> ScrubReport {
        let name = input.name
        var text = StreamScrubber(scrubber)
        var values = JSONLineScrubber(scrubber)
        var lines = LineCounter()
        var output = ScrubOutput()
        var unused: [UInt8] = []
        var chunk: [UInt8] = []
        var read = 0
        func tell(_ finding: Finding) {
            let place = lines.place(of: finding.range.lowerBound)
            let size = finding.range.count
            let line = "\(name):\(place.line):\(place.column) \(finding.kind) \(size) bytes, \(finding.rule)\n"
            output.bytes.append(contentsOf: line.utf8)
        }
        while try input.next(into: &chunk) {
            // A finding may lie in what earlier chunks left behind, so lines are counted before it is asked for.
            lines.add(chunk)
            chunk.withUnsafeBytes { bytes in
                if jsonLines {
                    values.scrub(bytes, into: &unused, found: tell)
                } else {
                    text.scrub(bytes, into: &unused, found: tell)
                }
            }
            read += chunk.count
            // What a stream still holds back is shorter.
            lines.forget(before: max(0, read - (jsonLines ? 64 << 20 : 1 << 20)))
            unused.removeAll(keepingCapacity: true)
            try output.flush()
        }
        if jsonLines { values.finish(into: &unused, found: tell) } else { text.finish(into: &unused, found: tell) }
        try output.flush()
        return jsonLines ? values.report : text.report
    }
}
