import ArgumentParser
import Foundation
import TacitCollector
import TacitStores

struct Status: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Say what is collected, where it lies, when it goes, and what was refused and why.")

    @OptionGroup var options: StateOptions

    func run() async throws {
        let report = try await options.report()
        guard !options.json else { return print(report.json) }
        let style = Terminal.style
        print(style.bold("Collector"))
        print("  " + running)
        if !report.intake.collecting { print("  collection is switched off") }
        print(StatusText(report, style: style).text)
        if let hint = options.hint { Terminal.say(hint) }
    }

    private var running: String {
        if let collector = options.collector { return collector }
        if options.demo { return "a demo's, on a simulated clock" }
        return StateFolder.isClaimed(options.state) ? "running" : "not running"
    }
}
