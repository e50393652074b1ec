#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// Serves the page to browsers on this machine, one connection at a time.
///
/// ```swift
/// let server = PageServer(listener: descriptor, tokens: PageTokens(folder: folder))
/// while server.serveNext(actions) {}      // waits for a browser
/// ```
///
/// A connection gets one answer and five seconds. Browsers open some that they may never use: one that has said nothing
/// keeps nobody waiting. The listening socket is the caller's: it opened it, on loopback, before anything else, and it
/// closes it.
package final class PageServer {
    private let listener: CInt
    private var routes: PageRoutes
    /// In milliseconds.
    private let patience: Int64
    /// Connections that have said nothing yet, oldest first, and until when they may.
    private var silent: [(number: CInt, deadline: Int64)] = []

    private static let silentLimit = 8

    /// The port that the page is served on.
    package var port: UInt16 { routes.port }

    /// `nil` where the descriptor is no socket with an IP address.
    package init?(listener: CInt, tokens: PageTokens, patience: Int64 = 5000) {
        guard let port = Connection.port(of: listener) else { return nil }
        self.listener = listener
        self.patience = patience
        routes = PageRoutes(tokens: tokens, port: port)
    }

    deinit { for connection in silent { close(connection.number) } }

    /// Waits for a request and answers it. Returns after so many milliseconds without one, too. `false` where the listener
    /// can't be waited on any more.
    package func serveNext(_ actions: any PageActions, within milliseconds: Int64? = nil) -> Bool {
        let end = milliseconds.map { Connection.now + $0 }
        while true {
            let now = Connection.now
            if let end, end <= now { return true }
            for (number, _) in silent.filter({ $0.deadline <= now }) { close(number) }
            silent.removeAll { $0.deadline <= now }
            let next = ([end].compactMap { $0 } + silent.map(\.deadline)).min()
            guard let ready = Connection.ready([listener] + silent.map(\.number), within: next.map { $0 - now }) else {
                return false
            }
            if let place = silent.firstIndex(where: { ready.contains($0.number) }) {
                let (number, deadline) = silent.remove(at: place)
                serve(Connection(number, until: deadline), actions)
                return true
            }
            if ready.contains(listener), !admit() { return false }
        }
    }

    /// Takes in who waits at the door; the oldest silent one makes room.
    private func admit() -> Bool {
        let number = accept(listener, nil, nil)
        guard number >= 0 else {
            // Whoever hung up before, or took the last descriptor, is no fault of the listener.
            return [EINTR, ECONNABORTED, EAGAIN, EMFILE, ENFILE, ENOBUFS, ENOMEM, EPROTO].contains(errno)
        }
        _ = fcntl(number, F_SETFD, FD_CLOEXEC)
        silent.append((number, Connection.now + patience))
        if silent.count > Self.silentLimit { close(silent.removeFirst().number) }
        return true
    }

    private func serve(_ connection: consuming Connection, _ actions: any PageActions) {
        switch connection.request() {
        case .complete(let request): connection.answer(routes.answer(request, actions).bytes, patience)
        case .refused(let refusal): connection.refuse(PageAnswer(refusal).bytes)
        case .more: break
        }
    }
}

/// One connection, closed with this value.
private struct Connection: ~Copyable {
    private let number: CInt
    /// In milliseconds of the steady clock.
    private var deadline: Int64

    init(_ number: CInt, until deadline: Int64) {
        self.number = number
        self.deadline = deadline
        _ = fcntl(number, F_SETFL, O_NONBLOCK)
        #if canImport(Darwin)
            var on: CInt = 1
            setsockopt(number, SOL_SOCKET, SO_NOSIGPIPE, &on, socklen_t(MemoryLayout<CInt>.size))
        #endif
    }

    deinit { close(number) }

    static var now: Int64 {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000
    }

    /// Reads until a request is there or refused; `.more` where the other side hung up before.
    func request() -> PageRequest.Outcome {
        var reading = PageRequest.Reading()
        while true {
            guard wait(for: POLLIN) else { return .refused(.timeout) }
            guard let bytes = receive() else { return .more }
            let outcome = reading.take(bytes)
            if outcome != .more { return outcome }
        }
    }

    /// Sends an answer. How long it took to make counts for nothing; each part that is taken gives the next one as long again.
    mutating func answer(_ bytes: [UInt8], _ patience: Int64) {
        for start in stride(from: 0, to: bytes.count, by: 1 << 16) {
            deadline = Self.now + patience
            guard send(Array(bytes[start..<min(start + (1 << 16), bytes.count)])) else { return }
        }
    }

    /// `false` where not all of it was taken.
    @discardableResult
    private func send(_ bytes: [UInt8]) -> Bool {
        var sent = 0
        while sent < bytes.count, wait(for: POLLOUT) {
            let got = bytes.withUnsafeBytes {
                // `sent` is below the count, so the rest lies within the buffer.
                Self.send(number, $0.baseAddress! + sent, bytes.count - sent)
            }
            if got < 0, errno == EINTR || errno == EAGAIN { continue }
            guard got > 0 else { return false }
            sent += got
        }
        return sent == bytes.count
    }

    /// Sends a refusal and drains what the other side still sends: a connection that is closed over unread bytes is reset,
    /// and the answer may be lost. A quarter of a second is enough for that on one machine.
    mutating func refuse(_ bytes: [UInt8]) {
        deadline = Self.now + 250
        send(bytes)
        shutdown(number, CInt(SHUT_WR))
        while wait(for: POLLIN), receive() != nil {}
    }

    /// Some bytes, perhaps none; `nil` at the end.
    private func receive() -> [UInt8]? {
        var buffer = [UInt8](repeating: 0, count: 4096)
        let got = buffer.withUnsafeMutableBytes {
            // No more is read than the buffer holds.
            recv(number, $0.baseAddress, $0.count, 0)
        }
        if got < 0, errno == EINTR || errno == EAGAIN { return [] }
        return got > 0 ? Array(buffer[..<got]) : nil
    }

    /// `false` when the time is over.
    private func wait(for events: CInt) -> Bool {
        while true {
            let left = deadline - Self.now
            guard left > 0 else { return false }
            var polled = [pollfd(fd: number, events: Int16(events), revents: 0)]
            let ready = Self.poll(&polled, CInt(clamping: left))
            if ready > 0 { return true }
            guard ready == 0 || errno == EINTR else { return false }
        }
    }

    /// Which of some descriptors have something to read, or an end; none when the time is over, `nil` where the first of them
    /// can't be waited on.
    static func ready(_ numbers: [CInt], within milliseconds: Int64?) -> Set<CInt>? {
        var polled = numbers.map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
        let count = poll(&polled, milliseconds.map { CInt(clamping: max(0, $0)) } ?? -1)
        guard count >= 0 else { return errno == EINTR ? [] : nil }
        guard polled[0].revents & Int16(POLLNVAL | POLLERR | POLLHUP) == 0 else { return nil }
        return Set(polled.filter { $0.revents != 0 }.map(\.fd))
    }

    private static func poll(_ descriptors: inout [pollfd], _ milliseconds: CInt) -> CInt {
        // The count is that of the array whose storage is handed over.
        let count = nfds_t(descriptors.count)
        #if canImport(Glibc)
            return Glibc.poll(&descriptors, count, milliseconds)
        #elseif canImport(Musl)
            return Musl.poll(&descriptors, count, milliseconds)
        #else
            return Darwin.poll(&descriptors, count, milliseconds)
        #endif
    }

    private static func send(_ number: CInt, _ bytes: UnsafeRawPointer, _ count: Int) -> Int {
        #if canImport(Glibc)
            Glibc.send(number, bytes, count, CInt(MSG_NOSIGNAL))
        #elseif canImport(Musl)
            Musl.send(number, bytes, count, CInt(MSG_NOSIGNAL))
        #else
            Darwin.send(number, bytes, count, 0)
        #endif
    }

    /// Of an IPv4 or IPv6 socket.
    static func port(of listener: CInt) -> UInt16? {
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
