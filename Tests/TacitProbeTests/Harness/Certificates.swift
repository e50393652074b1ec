import TestHarness

/// Certificates for loopback: a good one, and some that are not.
struct Certificates: Sendable {
    let authority: String
    let valid: Authority.Pair
    /// Ended yesterday.
    let expired: Authority.Pair
    /// For a name that is none of loopback's.
    let foreign: Authority.Pair

    init(in folder: TemporaryFolder) throws {
        let authority = try Authority(in: folder.path)
        self.authority = authority.certificate
        valid = try authority.signed("valid")
        expired = try authority.signed("expired", days: -1)
        foreign = try authority.signed("foreign", for: "DNS:nas.example")
    }
}
