#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// A socket on 127.0.0.1, closed with this value.
struct Loopback: ~Copyable {
    struct Fault: Error {}

    let number: CInt

    private init() throws {
        #if canImport(Glibc)
            number = socket(AF_INET, CInt(SOCK_STREAM.rawValue), 0)
        #else
            number = socket(AF_INET, SOCK_STREAM, 0)
        #endif
        guard number >= 0 else { throw Fault() }
        // A server that never answers fails a test, and does not keep all the others waiting.
        var patience = timeval(tv_sec: 20, tv_usec: 0)
        setsockopt(number, SOL_SOCKET, SO_RCVTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
    }

    deinit { close(number) }

    private static func with(port: UInt16, _ body: (UnsafePointer<sockaddr>, socklen_t) -> CInt) -> CInt {
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        return withUnsafePointer(to: &address) { pointer in
            // A `sockaddr_in` is a `sockaddr` of the family that it names.
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                body($0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
    }

    /// Listens on a port that the system picks.
    static func listen() throws -> Loopback {
        let socket = try Loopback()
        guard with(port: 0, { bind(socket.number, $0, $1) }) == 0, wait(socket.number) == 0 else { throw Fault() }
        return socket
    }

    private static func wait(_ number: CInt) -> CInt {
        #if canImport(Glibc)
            Glibc.listen(number, 8)
        #elseif canImport(Musl)
            Musl.listen(number, 8)
        #else
            Darwin.listen(number, 8)
        #endif
    }

    static func connect(_ port: UInt16) throws -> Loopback {
        let socket = try Loopback()
        guard with(port: port, { dial(socket.number, $0, $1) }) == 0 else { throw Fault() }
        return socket
    }

    private static func dial(_ number: CInt, _ address: UnsafePointer<sockaddr>, _ size: socklen_t) -> CInt {
        #if canImport(Glibc)
            Glibc.connect(number, address, size)
        #elseif canImport(Musl)
            Musl.connect(number, address, size)
        #else
            Darwin.connect(number, address, size)
        #endif
    }

    /// What fits into the socket's buffers is sent though nobody reads yet.
    func send(_ text: String) {
        var rest = Array(text.utf8)[...]
        while !rest.isEmpty {
            let got = rest.withUnsafeBytes { write(number, $0.baseAddress, $0.count) }
            guard got > 0 else { return }
            rest = rest.dropFirst(got)
        }
    }

    func shutDown() { shutdown(number, CInt(SHUT_WR)) }

    func readAll() -> String {
        var all: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while true {
            let got = buffer.withUnsafeMutableBytes { read(number, $0.baseAddress, $0.count) }
            if got < 0 { return "no end within the time" }
            guard got > 0 else { return String(decoding: all, as: UTF8.self) }
            all += buffer[..<got]
        }
    }
}
