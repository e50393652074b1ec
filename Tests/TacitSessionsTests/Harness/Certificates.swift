import TestHarness

/// Certificates for loopback, made once for all tests.
struct Certificates: Sendable {
    let authority: Authority
    let server: Authority.Pair
    /// For a name that is none of loopback's.
    let foreign: Authority.Pair
    /// Signed nothing that the tests use.
    let other: Authority

    // Without them no test of Redis can begin.
    static let shared = try! Certificates()
    private static let folder = try! TemporaryFolder()

    private init() throws {
        authority = try Authority(in: Self.folder.path)
        server = try authority.signed("server")
        foreign = try authority.signed("foreign", for: "DNS:cache.example")
        other = try Authority(named: "other", in: Self.folder.path)
    }
}
