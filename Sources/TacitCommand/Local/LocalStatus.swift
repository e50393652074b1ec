import ArgumentParser
import Foundation
import TacitLocal

struct LocalStatus: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "status", abstract: "See how the system feels, in the terminal.")

    @OptionGroup var options: LocalOptions
    @Flag(help: "Write JSON.") var json = false
    @Flag(help: "Show it anew every few seconds, until Ctrl-C.") var watch = false

    func run() async throws {
        guard !json else { return print(HealthReport(try options.picture()).json) }
        guard watch, Terminal.isATerminal else { return print(try view()) }
        while true {
            // Home, then what is left of the old text away: no flicker.
            print("\u{1B}[H\u{1B}[J" + (try view()))
            try await Task.sleep(for: .seconds(5))
        }
    }

    private func view() throws -> String {
        TerminalView(try options.picture(), width: Terminal.width, isColoured: Terminal.isStyled).text
    }
}
