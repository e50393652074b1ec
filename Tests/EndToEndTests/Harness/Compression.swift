/// The compressions of HTTP.
enum Compression: String, CaseIterable, Sendable {
    case gzip, zlib, raw

    /// The name in `Content-Encoding`; some clients send deflate without the header of zlib that the standard asks for.
    var name: String { self == .gzip ? "gzip" : "deflate" }

    private var windowBits: Int {
        switch self {
        case .gzip: 31
        case .zlib: 15
        case .raw: -15
        }
    }

    func compress(_ bytes: [UInt8]) async throws -> [UInt8] {
        let script = """
            import sys, zlib
            c = zlib.compressobj(9, zlib.DEFLATED, \(windowBits))
            sys.stdout.buffer.write(c.compress(sys.stdin.buffer.read()) + c.flush())
            """
        return try await Program.run(Project.python(), ["-c", script], input: bytes).bytes
    }
}
