import ArgumentParser
import TacitCollector

struct Report: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Show the released figures, each with its 95 % interval.",
        discussion: "Reading costs no privacy: a release says the same however often it is asked for.")

    @OptionGroup var options: StateOptions

    @Option(help: ArgumentHelp("Only this metric.", valueName: "name"))
    var metric: String?

    @Option(help: ArgumentHelp("How many of the latest windows of each metric.", valueName: "count"))
    var windows = 1

    func validate() throws {
        guard windows > 0 else { throw ValidationError("--windows takes a number from 1.") }
    }

    func run() async throws {
        var report = try await options.report()
        if let metric {
            report.metrics = report.metrics.filter { $0.name == metric }
            guard !report.metrics.isEmpty else {
                throw Failure("The catalog declares no metric of that name; `tacit report` lists them all.")
            }
        }
        if options.json {
            print(report.json)
        } else {
            print(ReportText(report, windows: windows, style: Terminal.style).text)
            if let hint = options.hint { Terminal.say(hint) }
        }
    }
}
