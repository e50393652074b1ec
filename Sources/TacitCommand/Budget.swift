import ArgumentParser
import Foundation
import TacitCollector
import TacitScrub
import TacitStores

struct Budget: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Show what may be spent of each window, what was, what is left, and where it leads.",
        discussion: "Reading costs nothing. Exits 3 where the ledger was altered and nobody has decided about it.",
        subcommands: [Show.self, Accept.self], defaultSubcommand: Show.self)

    struct Show: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Show the budget, by window, scope and forecast.")

        @OptionGroup var options: FolderOptions

        func run() async throws {
            let (store, catalog, now) = try await options.read()
            let report: BudgetReport
            do {
                report = try await BudgetReader(store: store, catalog: catalog, now: now).report()
            } catch {
                throw Failure(error)
            }
            print(options.json ? JSON.text(report) : BudgetText(report, style: Terminal.style).text)
            if report.isFrozen { throw ExitCode(3) }
        }
    }

    struct Accept: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Decide, as the officer, that spending goes on although a line of the ledger was altered.",
            discussion:
                "The decision is written into the ledger with its reason. No more is spent of windows that had ended by then."
        )

        @Argument(help: ArgumentHelp("The line that `tacit budget` names.", valueName: "line"))
        var line: Int64

        @Option(help: ArgumentHelp("Why; it stays in the ledger. Name no person.", valueName: "text"))
        var reason: String

        @OptionGroup var named: CollectorFolder

        func validate() throws {
            let isClean = reason.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7F }
            let isPersonal = !Scrubber().findings(in: reason).isEmpty
            guard (3...500).contains(reason.trimmingCharacters(in: .whitespaces).count), isClean, !isPersonal else {
                throw ValidationError(
                    "--reason takes 3 to 500 characters on one line: what was found, and why spending may go on. It names no person."
                )
            }
        }

        func run() async throws {
            do {
                let state = try named.path()
                let (path, keys) = (StateFolder.database(in: state), try named.keys(in: state))
                let wall = Int64(Date().timeIntervalSince1970)
                let now = try await TacitCollector.Report.now(in: SQLiteStore(reading: path, keys: keys), wall: wall)
                try await SQLiteStore(path: path, keys: keys, as: .command)
                    .accept(alteration: line, reason: reason, at: now)
            } catch {
                throw Failure(error)
            }
            print("Written into the ledger. Spending goes on, but not of windows that have ended by now.")
        }
    }
}
