import ArgumentParser
import Tacit

struct Send: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Send now what waits, however little it is. Exits 1 where it could not be sent.")

    @OptionGroup var options: ProjectOptions

    func run() async throws {
        let telemetry = try options.open()
        let outcome = await telemetry.transmit()
        let status = await telemetry.status()
        print(options.json ? status.json : status.text(of: outcome))
        if status.hasKept(outcome) { throw ExitCode.failure }
    }
}

extension TelemetryStatus {
    fileprivate func text(of outcome: Transmission) -> String {
        switch outcome {
        case .sent(let records): "Sent: \(records) \(records == 1 ? "record" : "records")."
        case .nothing: isOn ? "Nothing waits." : "\(kept) \(summary)"
        case .notDue: "Another process is sending."
        case .failed(let reason, _):
            "Not sent: \(reason). It stays in the queue; `tacit status --project \(project)` says when it is tried again."
        }
    }

    /// What telemetry that is off leaves where it is.
    private var kept: String {
        switch waiting?.records {
        case nil: isUnreadable ? "Not sent: what waits can't be read." : "Nothing waits."
        case 0?: "Nothing waits."
        case 1?: "Not sent: 1 record waits."
        case let records?: "Not sent: \(records) records wait."
        }
    }

    /// Whether something may wait that can't be counted.
    private var isUnreadable: Bool { faults.contains { $0.part == .key || $0.part == .queue } }

    fileprivate func hasKept(_ outcome: Transmission) -> Bool {
        switch outcome {
        case .sent, .notDue: false
        // Telemetry that is off answers so whatever waits.
        case .nothing: !isOn && (waiting.map { $0.records > 0 } ?? isUnreadable)
        case .failed: true
        }
    }
}
