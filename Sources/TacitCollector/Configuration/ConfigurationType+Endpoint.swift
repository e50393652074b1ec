import Foundation

extension ConfigurationType<CollectorConfiguration.Endpoint> {
    static let endpoint = Self(
        name: "HOST:PORT", expected: "HOST:PORT, such as 127.0.0.1:4318 or \"[::1]:4318\" (in quotes)",
        write: \.description
    ) { text throws(Misreading) in
        guard let colon = text.lastIndex(of: ":") else { throw Misreading() }
        var host = String(text[..<colon])
        let digits = text[text.index(after: colon)...]
        if host.hasPrefix("["), host.hasSuffix("]") {
            host = String(host.dropFirst().dropLast())
            guard CollectorConfiguration.Endpoint.bytes(of: host, family: AF_INET6) != nil else { throw Misreading() }
        } else {
            guard !host.isEmpty, host.utf8.count <= 253,
                host.unicodeScalars.allSatisfy({
                    $0.isASCII && ($0.properties.isAlphabetic || "0123456789.-".unicodeScalars.contains($0))
                })
            else { throw Misreading() }
        }
        guard !digits.isEmpty, digits.utf8.allSatisfy({ UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }) else {
            throw Misreading()
        }
        guard let port = UInt16(digits) else { throw Misreading(code: .outOfRange) }
        return CollectorConfiguration.Endpoint(host: host, port: Int(port))
    }
}

extension CollectorConfiguration.Endpoint {
    /// Whether nobody but this machine can reach it: 127.0.0.0/8, ::1 or the name localhost.
    ///
    /// Other spellings that a resolver may take for these, such as `127.1`, count as off loopback.
    package var isLoopback: Bool {
        if host.lowercased() == "localhost" { return true }
        if let address = Self.bytes(of: host, family: AF_INET) { return address[0] == 127 }
        if let address = Self.bytes(of: host, family: AF_INET6) {
            return address.dropLast().allSatisfy { $0 == 0 } && address[15] == 1
        }
        return false
    }

    /// The bytes of an address in its usual spelling.
    static func bytes(of address: String, family: Int32) -> [UInt8]? {
        // C ends a text at its first zero byte.
        guard !address.utf8.contains(0) else { return nil }
        var bytes = [UInt8](repeating: 0, count: family == AF_INET ? 4 : 16)
        return inet_pton(family, address, &bytes) == 1 ? bytes : nil
    }
}
