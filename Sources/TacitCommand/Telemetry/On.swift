import ArgumentParser
import Tacit

struct On: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Agree to a program's telemetry. Exits 3 where something else still keeps it off.",
        discussion: """
            It asks at the terminal, also about what was answered with no before. With --yes it does not ask: that agrees to
            the named categories, or to all. An opt-out file for the program is removed.
            """)

    @OptionGroup var options: ProjectOptions

    @Option(name: .customLong("category"), help: ArgumentHelp("Only this one; may be repeated.", valueName: "name"))
    var categories: [String] = []

    @Option(
        help: ArgumentHelp("How much of each category: basic, enhanced or full.", valueName: "level"),
        transform: ConsentLevel.argument)
    var level = ConsentLevel.basic

    @Flag(help: "Ask again after a year.")
    var reviewAnnually = false

    @Flag(help: "Agree without being asked.")
    var yes = false

    func validate() throws {
        guard yes || (categories.isEmpty && level == .basic) else {
            throw ValidationError("--category and --level are for --yes; without it you are asked.")
        }
    }

    func run() async throws {
        let name = try Failure.of { try ProjectTelemetry.name(options.project) }
        if try Failure.of({ try OptOut.remove(for: name) }) {
            Terminal.say("The opt-out file of \(name) is removed.")
        }
        // Opened after that, so that the switches are what they are now.
        let telemetry = try Failure.of { try ProjectTelemetry.open(name) }
        try await agree(telemetry)
        let status = await telemetry.status()
        print(options.json ? status.json : status.text)
        if !status.isOn { throw ExitCode(3) }
    }

    private func agree(_ telemetry: Telemetry) async throws {
        guard !telemetry.catalog.categories.isEmpty else {
            throw Failure(
                "What the program would collect is not known here: it has not said so since all of it was erased.\n"
                    + "  → run the program and let it ask")
        }
        let conditions: Set<ConsentCondition> = reviewAnnually ? [.reviewAnnually] : []
        if yes {
            let named = try options.checked(categories, in: telemetry)
            try await Failure.awaiting {
                if await telemetry.consent.isRestricted { try await telemetry.resume() }
                try await telemetry.grant(named, level: level, conditions: conditions, origin: .command)
            }
            return
        }
        let wasAsked = try await Failure.awaiting {
            try await telemetry.askForConsent(again: true, conditions: conditions)
        }
        let isGranted = await telemetry.status().categories.contains { $0.level != nil }
        guard !wasAsked, !isGranted else { return }
        Terminal.say("You could not be asked; --yes agrees without a question, where nothing else says off.")
    }
}
