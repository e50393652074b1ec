import ArgumentParser
import Foundation

/// Measures speed and memory of the release build: `make bench`.
///
/// Every figure names its input; whatever has another side is measured beside it in the same run. Times of the collector
/// are those of its own process, as the kernel counts them.
@main
struct Benchmarks: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "tacit-bench")

    @Option(help: "Only the parts whose name contains this.")
    var only = ""

    @Option(help: "Records of the smaller ingest run; the larger has ten times as many.")
    var records = 1_000_000

    @Option(help: "A log file to scrub; without it one is made up.")
    var scrubLog: String?

    @Option(help: "A file of limits; the run fails where one is passed.")
    var thresholds: String?

    @Option(help: "The collector's binary.")
    var tacit = ".build/release/tacit"

    @Option(help: "A Python with opendp and dp-accounting, for comparison.")
    var python: String?

    @Option(help: "What that Python runs.")
    var pythonScript = "Benchmarks/privacy.py"

    func run() async throws {
        print(Machine.description + "\n")
        if runs("reading") { try ReadingBenchmark.run() }
        let other = python.map { OtherLibrary(python: $0, script: pythonScript) }
        if runs("privacy noise") { try NoiseBenchmark.run(beside: other) }
        if runs("privacy selection") { try SelectionBenchmark.run(beside: other) }
        if runs("privacy release") { try ReleaseBenchmark.run(beside: other) }
        if runs("privacy accounting") { try AccountingBenchmark.run(beside: other) }
        if runs("scrub") { try ScrubBenchmark(log: scrubLog).run() }
        if runs("record") {
            let measured = try await RecordBenchmark.run()
            if let thresholds { try Thresholds(file: thresholds).check(measured) }
        }
        if runs("sessions") { try await SessionsBenchmark.run() }
        if runs("verify") { try await VerifyBenchmark.run() }
        if runs("local") { try await LocalBenchmark(tacit: tacit).run() }
        if runs("start") { try StartBenchmark.run(tacit: tacit) }
        if runs("ingest") { try await IngestBenchmark(tacit: tacit).run(sizes: [records, records * 10]) }
    }

    private func runs(_ part: String) -> Bool { only.isEmpty || part.contains(only) }
}

enum Machine {
    static var description: String {
        let model =
            (try? String(contentsOfFile: "/proc/cpuinfo", encoding: .utf8))?
            .split(separator: "\n").first { $0.hasPrefix("model name") }?.split(separator: ":").last
            .map { $0.trimmingCharacters(in: .whitespaces) } ?? "unknown processor"
        let load = (try? String(contentsOfFile: "/proc/loadavg", encoding: .utf8))?.split(separator: " ").first ?? "?"
        return "\(model), \(ProcessInfo.processInfo.activeProcessorCount) cores, load \(load); release build"
    }
}

/// Processor seconds of a running process, and its memory.
struct ProcessUsage {
    var seconds: Double
    var resident: Int
    var peak: Int

    init(of process: Int32) throws {
        let stat = try String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8)
        // The command's name, in parentheses, may hold spaces.
        let fields = stat[(stat.lastIndex(of: ")") ?? stat.startIndex)...].split(separator: " ")
        let ticks = (Double(fields[12]) ?? 0) + (Double(fields[13]) ?? 0)
        seconds = ticks / Double(sysconf(Int32(_SC_CLK_TCK)))
        let status = try String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8)
        func kibibytes(_ name: String) -> Int {
            status.split(separator: "\n").first { $0.hasPrefix(name) }?
                .split(whereSeparator: \.isWhitespace).dropFirst().first.flatMap { Int($0) } ?? 0
        }
        resident = kibibytes("VmRSS")
        peak = kibibytes("VmHWM")
    }
}

/// Processor seconds of this process.
func processorSeconds() -> Double {
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    func seconds(_ time: timeval) -> Double { Double(time.tv_sec) + Double(time.tv_usec) / 1e6 }
    return seconds(usage.ru_utime) + seconds(usage.ru_stime)
}

/// The best of several runs of `body`, in processor seconds.
func best(of runs: Int = 5, _ body: () throws -> Void) rethrows -> Double {
    var best = Double.infinity
    for _ in 0..<runs {
        let start = processorSeconds()
        try body()
        best = min(best, processorSeconds() - start)
    }
    return best
}

func row(_ name: String, _ value: String) {
    print("  " + name.padding(toLength: 58, withPad: " ", startingAt: 0) + value)
}

func rounded(_ value: Double, _ places: Int = 2) -> String { String(format: "%.\(places)f", value) }
