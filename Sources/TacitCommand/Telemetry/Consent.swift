import ArgumentParser
import Tacit
import TacitCollector

struct Consent: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Show, give and take back consent to a program's telemetry, category by category.",
        subcommands: [
            Show.self, Grant.self, Withdraw.self, Object.self, Restrict.self, Resume.self, Export.self, Reset.self,
        ],
        defaultSubcommand: Show.self)

    struct Show: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Show what each category holds, where it stands, and what it would send.")

        @OptionGroup var options: ProjectOptions

        func run() async throws {
            let telemetry = try options.open()
            let status = await telemetry.status()
            guard !options.json else { return print(status.json) }
            let style = Terminal.style
            for (category, text) in zip(status.categories, telemetry.catalog.categories) {
                let level = category.level.map { " (\($0.name))" } ?? ""
                print(style.bold("\(category.title)") + "  \(category.name): \(category.standing)\(level)")
                let rows = [
                    ("What", text.what), ("Why", text.why), ("For you", text.benefit), ("Kept", text.retention),
                    ("Shared", text.sharing),
                ]
                for (label, words) in rows where !words.isEmpty { print("  \(label): \(words)") }
                print("")
            }
            print(telemetry.catalog.text())
        }
    }

    struct Grant: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Agree to categories.")

        @OptionGroup var options: ProjectOptions

        @Argument(help: "The categories.")
        var categories: [String]

        @Option(
            help: ArgumentHelp("How much of them: basic, enhanced or full.", valueName: "level"),
            transform: ConsentLevel.argument)
        var level = ConsentLevel.basic

        @Flag(help: "Ask again after a year.")
        var reviewAnnually = false

        @Option(help: ArgumentHelp("The first day on which it is over.", valueName: "YYYY-MM-DD"))
        var expires: String?

        func validate() throws {
            guard let expires else { return }
            let today = ConsentDay(unixSeconds: TelemetryClock.system.now() / 1_000_000_000)
            guard let day = ConsentDay(expires), day > today else {
                throw ValidationError("--expires takes a day to come, such as 2027-01-31.")
            }
        }

        func run() async throws {
            try await options.decide { telemetry in
                let named = try options.checked(categories, in: telemetry)
                try await telemetry.grant(
                    named, level: level, conditions: reviewAnnually ? [.reviewAnnually] : [],
                    expires: expires.flatMap { ConsentDay($0) }, origin: .command)
                return nil
            }
        }
    }

    struct Withdraw: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Take consent back: what waits is removed, and the collector is told.")

        @OptionGroup var options: ProjectOptions

        @Argument(help: "The categories; all where none is named.")
        var categories: [String] = []

        func run() async throws {
            try await options.decide { telemetry in
                try await telemetry.withdraw(try options.checked(categories, in: telemetry))
            }
        }
    }

    struct Object: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Object to categories: like withdrawing, and later versions of them are not asked about either.")

        @OptionGroup var options: ProjectOptions

        @Argument(help: "The categories.")
        var categories: [String]

        func run() async throws {
            try await options.decide { telemetry in
                try await telemetry.object(to: try options.checked(categories, in: telemetry) ?? [])
            }
        }
    }

    struct Restrict: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Freeze everything: what waits stays as it is, and nothing is recorded or sent.")

        @OptionGroup var options: ProjectOptions

        func run() async throws {
            try await options.decide { telemetry in
                try await telemetry.restrict()
                return nil
            }
        }
    }

    struct Resume: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "End a restriction.")

        @OptionGroup var options: ProjectOptions

        func run() async throws {
            try await options.decide { telemetry in
                try await telemetry.resume()
                return nil
            }
        }
    }

    struct Export: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Write every decision as JSON, to take along.")

        @OptionGroup var options: ProjectOptions

        func run() async throws {
            let telemetry = try options.open()
            guard let json = try Failure.of({ try telemetry.exportConsent() }) else {
                throw Failure("Nothing was decided about \(telemetry.project).")
            }
            print(json)
        }
    }

    struct Reset: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Put a damaged record of decisions aside; nothing is agreed to then, and all is asked anew.")

        @OptionGroup var options: ProjectOptions

        func run() async throws {
            try await options.decide { telemetry in
                try await telemetry.resetConsent()
                return nil
            }
        }
    }
}

extension ProjectOptions {
    /// Decides, and shows how things stand then, with what the collector said.
    fileprivate func decide(_ change: (Telemetry) async throws -> ErasureAnswer?) async throws {
        let telemetry = try open()
        let answer = try await Failure.awaiting { try await change(telemetry) }
        let status = await telemetry.status()
        print(json ? status.json : status.text)
        if let answer, !json { print("\n" + answer.text) }
    }
}
