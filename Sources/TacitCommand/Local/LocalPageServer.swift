import Foundation
import TacitLocal
import TacitSeal

/// The page on loopback, served by one thread.
final class LocalPageServer {
    private let listener: CInt
    private let folder: LocalFolder
    private let number: UInt16
    /// `nil` where another server of this folder has written down its port already.
    private var port: PagePort?

    /// Takes the port, and writes nothing yet.
    init(_ folder: LocalFolder, port: UInt16) throws {
        guard let listener = LoopbackListener.open(port) else {
            throw Failure(
                "Port \(port) is taken.\n  → give another: --port \(port == 65_535 ? 4331 : port + 1), or `port:` in local.yaml"
            )
        }
        self.listener = listener.descriptor
        self.folder = folder
        number = listener.port
    }

    /// From here on `tacit local link` leads to this server. Answers with what opens the page once.
    func open() throws -> String {
        port = try PagePort(folder, number)
        return try Self.link(folder, number)
    }

    /// What opens the page of the server that runs for this folder.
    static func link(_ folder: LocalFolder) throws -> String {
        guard let port = PagePort.running(folder) else {
            throw Failure(
                "No page is served for \(folder.path).\n  → `tacit local start` looks and shows it, `tacit local serve` shows it only"
            )
        }
        return try link(folder, port)
    }

    private static func link(_ folder: LocalFolder, _ port: UInt16) throws -> String {
        let token = try Failure.of { try PageTokens(folder: folder.path).issue() }
        return "http://127.0.0.1:\(port)/?token=\(token)"
    }

    func start() {
        let thread = Thread { [listener, folder] in Self.serve(listener, folder) }
        thread.stackSize = 1 << 20
        thread.start()
    }

    /// From here on nobody is led to this server. Called when its process is about to end.
    func end() { port?.remove() }

    private static func serve(_ listener: CInt, _ folder: LocalFolder) {
        guard let server = PageServer(listener: listener, tokens: PageTokens(folder: folder.path)) else { return }
        while server.serveNext(LocalPageActions(folder: folder)) {}
    }
}

/// What the page's buttons do.
struct LocalPageActions: PageActions {
    let folder: LocalFolder

    func picture() -> Picture {
        folder.picture(
            at: .now, settings: (try? Settings(in: folder)) ?? Settings(), isMonitored: LocalLock.isHeld(in: folder))
    }

    func set(_ part: Part, isOn: Bool) throws(FileFault) {
        try Settings.change(in: folder) { parts in
            if isOn { parts.insert(part) } else { parts.remove(part) }
        }
    }

    func export() throws(FileFault) -> [UInt8] { folder.exported() }

    func deleteAll() throws(FileFault) -> [String] { try folder.deleteAll() }
}

enum LoopbackListener {
    /// Listens on 127.0.0.1, at a free port where 0 is asked for; `nil` where the port is taken.
    static func open(_ port: UInt16) -> (descriptor: CInt, port: UInt16)? {
        #if canImport(Glibc)
            let kind = CInt(SOCK_STREAM.rawValue)
        #else
            let kind = SOCK_STREAM
        #endif
        let listener = socket(AF_INET, kind, 0)
        guard listener >= 0 else { return nil }
        _ = fcntl(listener, F_SETFD, FD_CLOEXEC)
        var on: CInt = 1
        setsockopt(listener, SOL_SOCKET, SO_REUSEADDR, &on, socklen_t(MemoryLayout<CInt>.size))
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let isBound = withUnsafeMutablePointer(to: &address) { pointer in
            // A `sockaddr_in` begins as a `sockaddr` does, and its size is given.
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(listener, $0, size) == 0 && getsockname(listener, $0, &size) == 0
            }
        }
        guard isBound, listen(listener, 16) == 0 else {
            close(listener)
            return nil
        }
        return (listener, UInt16(bigEndian: address.sin_port))
    }
}
