import ArgumentParser
import Tacit

struct Off: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Turn a program's telemetry off: take consent back, and remove what waits to be sent.",
        discussion: """
            The collector is told to take out what it has not released yet. A program about which nothing was decided so far
            is kept off by an opt-out file, ~/.NAME-no-telemetry, without ever asking.
            """)

    @OptionGroup var options: ProjectOptions

    @Flag(help: "Keep every program off that uses Tacit, with ~/.tacit-no-telemetry.")
    var all = false

    func run() async throws {
        if all { return try optOut(nil) }
        guard let telemetry = try known() else { return try optOut(options.project) }
        do {
            let answer = try await telemetry.withdraw()
            // What the program may collect is not known: then nothing may be.
            if telemetry.catalog.categories.isEmpty { return try optOut(telemetry.project) }
            if options.json { return print(await telemetry.status().json) }
            print("Telemetry of \(telemetry.project) is off: consent is taken back, and what waited is removed.")
            print(answer.text)
        } catch let fault as ConsentFault {
            // A record that can't be written must not keep anybody from saying no.
            Terminal.say("\(fault)")
            try optOut(telemetry.project)
        }
    }

    /// `nil` for a named program about which nothing was decided.
    private func known() throws -> Telemetry? {
        do throws(TelemetryFault) {
            return try ProjectTelemetry.open(options.project)
        } catch {
            guard options.project != nil, error.part == .project else { throw Failure(error) }
            return nil
        }
    }

    private func optOut(_ project: String?) throws {
        let path = try Failure.of { try OptOut.set(for: project) }
        if !options.json { print("Kept off by \(path).") }
    }
}
