import ArgumentParser
import TacitLocal

struct LocalReport: ParsableCommand {
    enum Format: String, ExpressibleByArgument, CaseIterable {
        case markdown, html, json
    }

    static let configuration = CommandConfiguration(
        commandName: "report", abstract: "Write a health report: uptime, levels, errors by component and hour.")

    @OptionGroup var options: LocalOptions
    @Option(help: "markdown, html or json.") var format = Format.markdown
    @Option(help: "The file to write; standard output where none is given.", completion: .file()) var output: String?
    @Flag(help: "Replace the file where it is there already.") var force = false

    func run() throws {
        let file = try output.map { try OutputFile($0, beside: LocalFolder(options.path()), replaces: force) }
        let report = HealthReport(try options.picture())
        let text =
            switch format {
            case .markdown: report.markdown
            case .html: report.html
            case .json: report.json
            }
        guard let file, let output else { return print(text) }
        try file.write(Array(text.utf8))
        print("Wrote \(output).")
    }
}
