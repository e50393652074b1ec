import ArgumentParser
import Tacit

struct Erase: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract:
            "Erase everything that is kept of you: decisions, queue, log and key, and what the collector still holds.",
        discussion: """
            Nobody asks who you are. The key goes first; a request to the collector that can't be brought there now is kept
            ready, and tried again by the program or by this command until the collector's windows have closed.
            """)

    @OptionGroup var options: ProjectOptions

    @Flag(help: "Erase without asking.")
    var yes = false

    func run() async throws {
        let telemetry = try options.open()
        guard yes || confirmed(telemetry.project) else {
            throw Failure("Nothing was erased; --yes erases without asking.")
        }
        let outcome = await telemetry.erase()
        print(options.json ? outcome.json : outcome.text)
        if !outcome.isComplete { throw ExitCode.failure }
    }

    private func confirmed(_ project: String) -> Bool {
        guard Tacit.Terminal.isInteractive else { return false }
        Terminal.say("Erase all that is kept of \(project), here and with its collector? Type its name: ")
        return readLine() == project
    }
}
