#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// The address of a collector. What is on the way to it may read plain HTTP, so that is for this machine alone.
enum Endpoint {
    /// `scheme://host[:port][/path]` in one spelling, without a slash at the end; `nil` for what is no such address, holds a
    /// name, a password, a query or a fragment, or would go over a network unprotected.
    static func normalized(_ text: String) -> String? {
        guard let colon = text.range(of: "://") else { return nil }
        let scheme = text[..<colon.lowerBound].lowercased()
        let rest = text[colon.upperBound...]
        let slash = rest.firstIndex(of: "/") ?? rest.endIndex
        guard scheme == "https" || scheme == "http", let (host, port) = authority(rest[..<slash]),
            scheme == "https" || isLoopback(host)
        else { return nil }
        var path = rest[slash...]
        while path.last == "/" { path.removeLast() }
        guard path.utf8.allSatisfy(isPathByte) else { return nil }
        return "\(scheme)://\(host)\(port.map { ":\($0)" } ?? "")\(path)"
    }

    /// Exactly `localhost`, 127.0.0.0/8 with all four numbers, or ::1. A name that only begins like one is another machine's.
    static func isLoopback(_ host: String) -> Bool {
        if host == "localhost" { return true }
        if host.hasPrefix("["), host.hasSuffix("]") {
            var address = in6_addr()
            guard inet_pton(AF_INET6, String(host.dropFirst().dropLast()), &address) == 1 else { return false }
            let bytes = withUnsafeBytes(of: address) { Array($0) }
            return bytes == Array(repeating: 0, count: 15) + [1]
        }
        return isIPv4(host) && host.hasPrefix("127.")
    }

    /// Host in small letters, brackets kept, and port.
    private static func authority(_ text: Substring) -> (String, Int?)? {
        let host: Substring
        var rest: Substring
        if text.first == "[" {
            guard let end = text.firstIndex(of: "]") else { return nil }
            host = text[...end]
            rest = text[text.index(after: end)...]
            var address = in6_addr()
            guard inet_pton(AF_INET6, String(host.dropFirst().dropLast()), &address) == 1 else { return nil }
        } else {
            let end = text.firstIndex(of: ":") ?? text.endIndex
            host = text[..<end]
            rest = text[end...]
            guard isName(host.lowercased()) else { return nil }
        }
        guard let colon = rest.popFirst() else { return (host.lowercased(), nil) }
        guard colon == ":", rest.utf8.allSatisfy((UInt8(ascii: "0")...UInt8(ascii: "9")).contains),
            let port = Int(rest), (1...65_535).contains(port)
        else { return nil }
        return (host.lowercased(), port)
    }

    /// Letters, digits, hyphens and dots, as host names have them. One that ends in a number is an IPv4 address, whole and
    /// in its plain spelling, or nothing: `127.1` and `0x7f.0.0.1` are read differently by different programs.
    private static func isName(_ host: String) -> Bool {
        let labels = host.split(separator: ".", omittingEmptySubsequences: false)
        guard let last = labels.last, host.utf8.count <= 253 else { return false }
        if last.first?.isNumber == true { return isIPv4(host) }
        return labels.allSatisfy { label in
            (1...63).contains(label.utf8.count) && label.first != "-" && label.last != "-"
                && label.utf8.allSatisfy {
                    switch $0 {
                    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
                        UInt8(ascii: "-"), UInt8(ascii: "_"):
                        true
                    default: false
                    }
                }
        }
    }

    private static func isIPv4(_ host: String) -> Bool {
        let parts = host.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count == 4 && parts.allSatisfy { part in UInt8(part).map { "\($0)" == part } ?? false }
    }

    private static func isPathByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        default: "/-._~".utf8.contains(byte)
        }
    }
}

extension StringProtocol {
    /// Where a text first stands in this one, byte for byte.
    fileprivate func range(of other: String) -> Range<Index>? {
        var start = startIndex
        while start < endIndex {
            if self[start...].hasPrefix(other) { return start..<index(start, offsetBy: other.count) }
            start = index(after: start)
        }
        return nil
    }
}
