import ArgumentParser
import Tacit

struct Export: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Write everything that is kept of you: decisions, what waits, and what was sent.",
        discussion: "Exits 3 where a part can't be read; the export names it, and has the rest.")

    @OptionGroup var options: ProjectOptions

    @Option(
        help: ArgumentHelp(
            "Write export.json and the OTLP messages into this folder, where no export is yet, instead of JSON to the output.",
            valueName: "folder"), completion: .directory)
    var output: String?

    func run() async throws {
        let export = await (try options.open()).export()
        if let output {
            try Failure.of { try export.write(to: output) }
            if !options.json { print("Written to \(output).") }
        } else {
            print(export.json)
        }
        for fault in export.faults { Terminal.say("\(fault)") }
        if !export.faults.isEmpty { throw ExitCode(3) }
    }
}
