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
        let folder = try Failure.of { try OpenFolder(state, keys: keys) }
        try SignedLogList(name: "certificates", row: Row.init, text: \.text)
            .show(
                DeletionLog(in: state), trusting: folder.signing.verifyingKey, head: await folder.record()?.log,
                json: json)
    }
}
