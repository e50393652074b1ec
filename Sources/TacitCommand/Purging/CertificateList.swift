import ArgumentParser
import TacitCollector
import TacitKeys
import TacitPages
import TacitSeal
import TacitStores

/// The certificates of a state folder, each checked.
struct CertificateList {
    private let state: String
    private let log: DeletionLog

    init(of state: String) {
        self.state = state
        log = DeletionLog(in: state)
    }

    private struct Listed: Encodable {
        let log: String
        let key: String
        let certificates: [Row]
        let faults: [String]
        let isTorn: Bool
    }

    private struct Row: Encodable {
        let number: Int
        let at: Int64
        let reason: String
        let removed: [Deletion]
    }

    func show(json: Bool) throws {
        let (key, content, check) = try Failure.of {
            let keys = try FolderKeys.source(of: StateFolder.database(in: state))
            let ring = try KeyRingFile(in: state).open(with: keys).ring
            let key = try SigningKey(file: state + "/signing.key", ring: ring, creating: false).verifyingKey.id
            return (key, try log.read(), try log.verify(trusting: [key]))
        }
        let rows = content.certificates.map(\.statement).map {
            Row(number: $0.number, at: $0.at, reason: $0.reason.rawValue, removed: $0.removed)
        }
        if json {
            print(
                JSON.text(
                    Listed(
                        log: log.path, key: key, certificates: rows, faults: check.faults.map(\.description),
                        isTorn: check.isTorn)))
        } else {
            for row in rows {
                print("Certificate \(row.number)  \(TimeText.minute(row.at)) UTC  \(row.reason)")
                print(PurgeText.lines(row.removed).joined(separator: "\n"))
            }
            for fault in check.faults { print("✗ \(fault)") }
            if check.isTorn { print("? The last line is not whole; it was cut off, or is being written.") }
            print(
                check.holds
                    ? "\(check.lines) certificates, all signed by \(key), none altered or missing in between."
                    : "\(check.faults.count) of \(check.lines) lines are not as they were written.")
        }
        if !check.holds { throw ExitCode(3) }
    }
}
