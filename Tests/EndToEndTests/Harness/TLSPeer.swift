import Foundation
import TestHarness

/// What a client of another library finds when it shakes hands with a listener: `Tests/Clients/tls_peer.py`.
struct TLSPeer: Decodable, Sendable {
    let version: String?
    /// Of the key agreement, as OpenSSL calls it.
    let group: String?
    let alpn: String?
    /// The certificate's, in decimal digits.
    let serial: String?
    let answered: Bool?
    /// Why it did not come about.
    let reason: String?

    var isRefused: Bool { reason != nil && answered == nil }

    static func meet(
        _ url: String, _ certificates: Certificates, alpn: String? = nil, as client: Certificates.Pair? = nil,
        _ flags: String...
    ) async throws -> TLSPeer {
        var arguments = [String(url.trimmingPrefix(/https?:\/\//)), "--ca", certificates.authority] + flags
        if let alpn { arguments += ["--alpn", alpn] }
        if let client { arguments += ["--certificate", client.certificate, "--key", client.key] }
        return try await Client.told(TLSPeer.self, "tls_peer", arguments)
    }
}
