import ArgumentParser
import Foundation
import Tacit
import TacitCollector
import TacitStores

struct Status: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Say what is collected, where it lies, when it goes, and what was refused and why.")

    @OptionGroup var options: StateOptions

    @Option(
        help: ArgumentHelp("Say it of a program on this machine instead of a collector.", valueName: "name"),
        completion: .custom { _, _, _ in ProjectTelemetry.names() })
    var project: String?

    @Flag(help: "With --project, show every switch and what it says.")
    var explain = false

    func validate() throws {
        guard project != nil || !explain else { throw ValidationError("--explain is for --project.") }
        guard project == nil || (options.running.collector == nil && !options.demo) else {
            throw ValidationError("--project is for programs, --collector and --demo are for collectors.")
        }
    }

    func run() async throws {
        if let project {
            let status = await (try Failure.of { try ProjectTelemetry.open(project) }).status()
            return print(options.json ? status.json : status.text(isExplained: explain))
        }
        let report = try await options.report()
        guard !options.json else { return print(report.json) }
        let style = Terminal.style
        print(style.bold("Collector"))
        print("  " + (try running()))
        if !report.intake.collecting { print("  collection is switched off") }
        print(StatusText(report, style: style).text)
        if let hint = options.hint { Terminal.say(hint) }
    }

    private func running() throws -> String {
        if let collector = options.running.collector { return collector }
        if options.demo { return "a demo's, on a simulated clock" }
        return StateFolder.isClaimed(try options.named.path()) ? "running" : "not running"
    }
}
