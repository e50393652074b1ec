import TacitCollector
import TacitKeys
import TacitPages
import TacitSeal
import TacitStores

/// The certificates of what a collector removed.
struct CertificateList {
    let state: String
    let keys: KeySource

    private struct Row: Encodable {
        let number: Int
        let at: Int64
        let reason: String
        let removed: [Deletion]

        init(_ certificate: DeletionCertificate) {
            (number, at) = (certificate.number, certificate.at)
            (reason, removed) = (certificate.content.reason.rawValue, certificate.content.removed)
        }

        var text: String {
            let head = "Certificate \(number)  \(TimeText.minute(at)) UTC  \(reason)"
            return ([head] + PurgeText.lines(removed)).joined(separator: "\n")
        }
    }

    func show(json: Bool) async throws {
        let (key, head) = try await Failure.awaiting {
            let folder = try OpenFolder(state, keys: keys)
            // Cut lines are missed by where the collector last saw the log end.
            return (folder.signing.verifyingKey, try await folder.report().retention?.record.log)
        }
        try SignedLogList(name: "certificates", row: Row.init, text: \.text)
            .show(DeletionLog(in: state), trusting: key, head: head, json: json)
    }
}
