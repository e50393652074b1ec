import ArgumentParser
import Tacit

struct Send: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Send now what waits, however little it is. Exits 1 where it could not be sent.")

    @OptionGroup var options: ProjectOptions

    func run() async throws {
        let telemetry = try options.open()
        let outcome = await telemetry.transmit()
        if options.json {
            print(await telemetry.status().json)
        } else {
            print(outcome.text)
        }
        if case .failed = outcome { throw ExitCode.failure }
    }
}

extension Transmission {
    fileprivate var text: String {
        switch self {
        case .sent(let records): "Sent: \(records) \(records == 1 ? "record" : "records")."
        case .nothing: "Nothing waits."
        case .notDue: "Another process is sending."
        case .failed(let reason, _):
            "Not sent: \(reason). It stays in the queue; `tacit status` says when it is tried again."
        }
    }
}
