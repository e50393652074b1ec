import ArgumentParser
import Foundation
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

    func show(json: Bool) async throws {
        let end = try await end()
        let (key, content, check) = try Failure.of {
            let ring = try KeyRingFile(in: state).open(with: FolderKeys.source(of: database)).ring
            let file = StateFolder.signingKey(in: state)
            let key = try SigningKey(file: file, ring: ring, creating: false).verifyingKey.id
            return (key, try log.read(), try log.verify(trusting: [key], head: end))
        }
        let rows = content.entries.map(\.statement).map {
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

    private var database: String { StateFolder.database(in: state) }

    /// Where the log ended when the collector last looked at it.
    private func end() async throws -> DeletionLog.Head? {
        let now = Int64(Date().timeIntervalSince1970)
        do {
            let store = try SQLiteStore(reading: database, keys: FolderKeys.source(of: database))
            return try await TacitCollector.Report.read(from: store, now: now).retention?.record.log
        } catch {
            throw Failure(error)
        }
    }
}
