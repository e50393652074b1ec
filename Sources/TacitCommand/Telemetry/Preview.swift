import ArgumentParser
import Tacit

struct Preview: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Show the very bytes that would be sent now, in readable form, without sending them.")

    @OptionGroup var options: ProjectOptions

    func run() async throws {
        let telemetry = try options.open()
        let preview = await telemetry.preview()
        if let fault = preview.fault { throw Failure("What waits can't be read: \(fault)") }
        print(options.json ? preview.json : preview.text)
        if preview.messages.isEmpty, !options.json {
            Terminal.say("`tacit consent show` says what may be collected.")
        }
    }
}
