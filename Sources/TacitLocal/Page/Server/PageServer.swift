#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// Serves the page to browsers on this machine, one answer at a time.
///
/// ```swift
/// let server = PageServer(listener: descriptor, tokens: PageTokens(folder: folder))
/// while server.serveNext(actions) {}      // waits for a browser
/// ```
///
/// A connection gets one answer and five seconds. Many are read at once, and whichever has said all of its request is served: one
/// that says nothing, or half a request, keeps nobody waiting, and where there are too many the oldest makes room. The listening
/// socket is the caller's: it opened it, on loopback, before anything else, and it closes it.
package final class PageServer {
    private let listener: CInt
    private var routes: PageRoutes
    /// In milliseconds.
    private let patience: Int64
    /// Oldest first.
    private var connections: [PageConnection] = []

    static let most = 32

    /// The port that the page is served on.
    package var port: UInt16 { routes.port }

    /// `nil` where the descriptor is no socket with an IP address.
    package init?(listener: CInt, tokens: PageTokens, patience: Int64 = 5000) {
        guard let port = Self.port(of: listener) else { return nil }
        self.listener = listener
        self.patience = patience
        routes = PageRoutes(tokens: tokens, port: port)
        // Whoever knocked may have gone before the door is opened.
        _ = fcntl(listener, F_SETFL, O_NONBLOCK)
    }

    /// Waits for a request and answers it. Returns after so many milliseconds without one, too. `false` where the listener
    /// can't be waited on any more.
    package func serveNext(_ actions: any PageActions, within milliseconds: Int64? = nil) -> Bool {
        let end = milliseconds.map { SteadyClock.now + $0 }
        while true {
            let now = SteadyClock.now
            if expire(at: now) { return true }
            if let end, end <= now { return true }
            let next = ([end].compactMap { $0 } + connections.map(\.deadline)).min()
            guard let ready = ready(within: next.map { $0 - now }) else { return false }
            for connection in connections where ready.contains(connection.number) {
                if serve(connection, actions) { return true }
            }
            if ready.contains(listener), !admit() { return false }
        }
    }

    /// Closes those whose time is over; whether one of them had begun a request, and was told.
    private func expire(at now: Int64) -> Bool {
        var hasTold = false
        for connection in connections where connection.deadline <= now {
            if connection.hasSpoken, !connection.isRefused {
                connection.refuse(PageAnswer(.timeout).bytes)
                hasTold = true
            } else {
                drop(connection)
            }
        }
        return hasTold
    }

    /// Takes in who waits at the door. `false` where the listener is broken.
    private func admit() -> Bool {
        guard let connection = PageConnection.accept(from: listener, patience: patience) else {
            // Whoever hung up before, or took the last descriptor, is no fault of the listener.
            if [EMFILE, ENFILE].contains(errno) {
                makeRoom()
                return true
            }
            return [EINTR, ECONNABORTED, EAGAIN, ENOBUFS, ENOMEM, EPROTO].contains(errno)
        }
        if connections.count >= Self.most { makeRoom() }
        connections.append(connection)
        return true
    }

    /// One that has its refusal goes before one that still wants something.
    private func makeRoom() {
        if let connection = connections.first(where: \.isRefused) ?? connections.first { drop(connection) }
    }

    /// Whether it was answered, or hung up.
    private func serve(_ connection: PageConnection, _ actions: any PageActions) -> Bool {
        switch connection.advance() {
        case .more: return false
        case .ended:
            drop(connection)
            return !connection.isRefused
        case .request(let request):
            drop(connection)
            connection.answer(routes.answer(request, actions).bytes, patience)
        case .refusal(let refusal): connection.refuse(PageAnswer(refusal).bytes)
        }
        return true
    }

    private func drop(_ connection: PageConnection) { connections.removeAll { $0 === connection } }

    /// Which descriptors have something to read, or an end; none when the time is over, `nil` where the listener can't be waited on.
    private func ready(within milliseconds: Int64?) -> Set<CInt>? {
        var polled = ([listener] + connections.map(\.number)).map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
        // The count is that of the array whose storage is handed over.
        let count = poll(&polled, nfds_t(polled.count), milliseconds.map { CInt(clamping: max(0, $0)) } ?? -1)
        guard count >= 0 else { return errno == EINTR ? [] : nil }
        guard polled[0].revents & Int16(POLLNVAL | POLLERR | POLLHUP) == 0 else { return nil }
        return Set(polled.filter { $0.revents != 0 }.map(\.fd))
    }

    /// Of an IPv4 or IPv6 socket.
    private static func port(of listener: CInt) -> UInt16? {
        var storage = sockaddr_storage()
        var size = socklen_t(MemoryLayout<sockaddr_storage>.size)
        let named = withUnsafeMutablePointer(to: &storage) { pointer in
            // A `sockaddr_storage` is large enough for, and laid out like, every kind of address.
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { getsockname(listener, $0, &size) }
        }
        guard named == 0 else { return nil }
        return withUnsafeBytes(of: storage) { bytes in
            switch CInt(storage.ss_family) {
            case AF_INET: UInt16(bigEndian: bytes.load(as: sockaddr_in.self).sin_port)
            case AF_INET6: UInt16(bigEndian: bytes.load(as: sockaddr_in6.self).sin6_port)
            default: nil
            }
        }
    }
}
