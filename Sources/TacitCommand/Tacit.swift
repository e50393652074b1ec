import ArgumentParser
import Foundation
import TacitCatalog
import TacitProbe

@main
enum Entry {
    static func main() async {
        // Before any other thread is there: what a process may do is taken from all of them at once.
        switch Array(CommandLine.arguments.dropFirst().prefix(2)) {
        case ["local", "prober"]: ProberProcess.main()
        case ["local", "attempts"]: EgressCheck.attempt()
        case ["local", "start"], ["local", "serve"]: run()
        default:
            endIfMisspelled()
            await TacitCommand.main()
        }
    }

    /// Says which command was meant, where the one that is asked for is none.
    private static func endIfMisspelled() {
        var command: any ParsableCommand.Type = TacitCommand.self
        var path = "tacit"
        for word in CommandLine.arguments.dropFirst() {
            let known = command.configuration.subcommands
            guard !known.isEmpty, !word.hasPrefix("-") else { return }
            path += " "
            if let next = known.first(where: { $0._commandName == word }) {
                command = next
                path += word
            } else {
                let meant = Spelling.suggestion(for: word, among: known.map { $0._commandName })
                guard command.configuration.defaultSubcommand == nil, let meant else { return }
                TacitCommand.exit(
                    withError: ValidationError("There is no command of that name; did you mean `\(path)\(meant)`?"))
            }
        }
    }

    /// Runs a command that does not wait for others on the first thread, which is the only one so far.
    private static func run() {
        do {
            var command = try TacitCommand.parseAsRoot()
            try command.run()
        } catch {
            TacitCommand.exit(withError: error)
        }
    }
}

struct TacitCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tacit",
        abstract: "Telemetry that says much about the software and nothing about the people who use it.",
        discussion: """
            Exit codes: 0 done, 1 failed, 3 checked and something falls short, 64 bad usage.
            Colours are left out with NO_COLOR, or where the output is no terminal.
            """,
        version: "0.1.0",
        subcommands: [
            Serve.self, Report.self, Demo.self, Status.self, Query.self, Budget.self, Verify.self, Drill.self,
            Purge.self, Detail.self, Keys.self, Backup.self, Restore.self, Catalog.self, Token.self, Scrub.self,
            Template.self, On.self, Off.self, Consent.self, Preview.self, Send.self, Log.self,
            Export.self, Erase.self,
            Local.self,
        ])
}
