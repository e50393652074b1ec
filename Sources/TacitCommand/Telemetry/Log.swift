import ArgumentParser
import Tacit

struct Log: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Show what a program has sent, byte for byte, and prove that it is that.",
        subcommands: [Show.self, Verify.self], defaultSubcommand: Show.self)

    struct Show: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Show the messages that went out, oldest first.")

        @OptionGroup var options: ProjectOptions

        @Option(help: ArgumentHelp("Only so many of the latest.", valueName: "count"))
        var last: Int?

        func validate() throws {
            guard last ?? 1 > 0 else { throw ValidationError("--last takes a number from 1.") }
        }

        func run() async throws {
            let telemetry = try options.open()
            let all = try await Failure.awaiting { try await telemetry.sent() }
            let entries = Array(all.suffix(last ?? all.count))
            if options.json { return print(SentEntry.json(entries)) }
            print(entries.isEmpty ? "Nothing has been sent." : entries.map(\.text).joined(separator: "\n\n"))
        }
    }

    struct Verify: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Check log and receipts, without a network. Exits 3 where something does not fit.")

        @OptionGroup var options: ProjectOptions

        func run() async throws {
            let telemetry = try options.open()
            let proof = try await Failure.awaiting { try await telemetry.verifyLog() }
            print(options.json ? proof.json : proof.text)
            if !proof.isSound { throw ExitCode(3) }
        }
    }
}
