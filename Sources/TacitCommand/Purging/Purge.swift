import ArgumentParser
import Foundation
import Logging
import TacitCollector
import TacitPages
import TacitSeal
import TacitStores

struct Purge: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Remove what has expired, or more, for good, and certify it.",
        discussion: """
            A collector that runs does it, for whoever may write to its state folder or has an officer's token in TACIT_TOKEN; where none
            runs, it is done on the files. In an emergency it is done on the files too where a collector does not answer. What could not be
            reached is named, and the exit code is 1.
            """)

    @OptionGroup var named: CollectorFolder

    @OptionGroup var running: CollectorOptions

    @Option(
        help: ArgumentHelp(
            """
            Everything of this, whether or not it has expired: sessions, windows (those that are open, with the journal), exact \
            (figures that are kept for questions and totals), detail (sealed single records), releases or counters. May be given more \
            than once.
            """,
            valueName: "name"))
    var scope: [PurgeScope] = []

    @Flag(
        help: "Everything that tells of single people, on every engine, at once: sessions, windows, exact and detail.")
    var emergency = false

    @Flag(help: "Ask nothing.")
    var yes = false

    @Flag(
        help: "Remove nothing; list the certificates of what was removed. Exits 3 where one is not as it was written.")
    var certificates = false

    @Flag(help: "Write JSON.")
    var json = false

    func validate() throws {
        guard [emergency, !scope.isEmpty, certificates].count(where: \.self) <= 1 else {
            throw ValidationError("Give one of --scope, --emergency and --certificates.")
        }
        guard yes || Terminal.isAnswered || !(emergency || !scope.isEmpty) else {
            throw ValidationError("This can't be undone, and there is nobody to ask: say --yes.")
        }
    }

    func run() async throws {
        let settings = PurgeSettings(named)
        guard !certificates else {
            return try await CertificateList(state: settings.state, keys: settings.keys).show(json: json)
        }
        if let fault = settings.fault, !emergency { throw Failure(fault) }
        try confirm(RunningPurge(settings, at: running))
        let (outcome, log) = try await purge(settings)
        print(json ? JSON.text(outcome) : PurgeText(outcome, log: log).text)
        if !outcome.unreached.isEmpty { throw ExitCode(1) }
    }

    private var wanted: TacitCollector.Purge {
        emergency ? .emergency : scope.isEmpty ? .expired : .all(Set(scope))
    }

    // MARK: Asking

    private func confirm(_ asked: RunningPurge) throws {
        guard !yes, wanted != .expired else { return }
        try ask("This removes \(wanted.words) of \(asked.place) and can't be undone. Type `purge` to go on: ", "purge")
        guard emergency, asked.isOfFolder else { return }
        let name = URL(fileURLWithPath: asked.place).lastPathComponent
        try ask(
            "All sessions, open windows, exact figures and sealed detail end now. Type the folder's name, `\(name)`: ",
            name)
    }

    private func ask(_ question: String, _ answer: String) throws {
        Terminal.ask(question)
        guard readLine() == answer else { throw Failure("Nothing was removed.") }
    }

    // MARK: Purging

    /// What went, and where that is certified.
    private func purge(_ settings: PurgeSettings) async throws -> (PurgeOutcome, log: String) {
        let isClaimed = StateFolder.isClaimed(settings.state)
        if isClaimed || running.collector != nil {
            let asked = RunningPurge(settings, at: running)
            do {
                return (try await asked.run(wanted), asked.log)
            } catch {
                // Where an address alone was meant, no folder is.
                guard emergency, asked.isOfFolder, Files.exist(settings.state) else { throw error }
                Terminal.say("\(error)\nGoing on with the files.")
            }
        }
        guard Files.exist(settings.state) else {
            throw Failure("\(settings.state): there is no such folder; name the collector's with --state.")
        }
        // Nobody begins to run on it meanwhile.
        let claim = isClaimed ? nil : try? StateFolder(claiming: settings.state)
        defer { withExtendedLifetime(claim) {} }
        let outcome = await FolderPurge(
            state: settings.state, keys: settings.keys, sessions: settings.sessions, isClaimed: claim == nil,
            log: Logger(label: "tacit") { _ in JSONLog(level: .warning) }
        ).run(wanted, now: Int64(Date().timeIntervalSince1970))
        return (outcome, DeletionLog(in: settings.state).path)
    }
}

extension PurgeScope: ExpressibleByArgument {}
