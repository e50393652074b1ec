#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// One connection of a browser, closed with this object. Reading it never waits.
final class PageConnection {
    let number: CInt
    /// In milliseconds of the steady clock.
    private(set) var deadline: Int64
    /// Whether anything came of a request.
    private(set) var hasSpoken = false
    /// Whether it has its refusal, and is kept only until the other side has said what it was saying.
    private(set) var isRefused = false
    private var reading = PageRequest.Reading()

    init(_ number: CInt, until deadline: Int64) {
        self.number = number
        self.deadline = deadline
        _ = fcntl(number, F_SETFD, FD_CLOEXEC)
        _ = fcntl(number, F_SETFL, O_NONBLOCK)
        #if canImport(Darwin)
            var on: CInt = 1
            setsockopt(number, SOL_SOCKET, SO_NOSIGPIPE, &on, socklen_t(MemoryLayout<CInt>.size))
        #endif
    }

    deinit { close(number) }

    /// `nil` where nobody is at the door any more.
    static func accept(from listener: CInt, patience: Int64) -> PageConnection? {
        let number = take(listener)
        return number < 0 ? nil : PageConnection(number, until: SteadyClock.now + patience)
    }

    enum Progress {
        /// Nothing to do but wait for more.
        case more
        /// The other side hung up.
        case ended
        case request(PageRequest)
        case refusal(PageRequest.Refusal)
    }

    /// Takes in what has come, once.
    func advance() -> Progress {
        guard let bytes = receive() else { return .ended }
        guard !isRefused, !bytes.isEmpty else { return .more }
        hasSpoken = true
        switch reading.take(bytes) {
        case .more: return .more
        case .complete(let request): return .request(request)
        case .refused(let refusal): return .refusal(refusal)
        }
    }

    /// Sends an answer. How long it took to make counts for nothing; each part that is taken gives the next one as long again.
    func answer(_ bytes: [UInt8], _ patience: Int64) {
        for start in stride(from: 0, to: bytes.count, by: 1 << 16) {
            deadline = SteadyClock.now + patience
            guard send(Array(bytes[start..<min(start + (1 << 16), bytes.count)])) else { return }
        }
    }

    /// Sends a refusal, which fits into the socket's buffer. What the other side still sends is to be taken in for a quarter of a
    /// second: a connection that is closed over unread bytes is reset, and the answer may be lost.
    func refuse(_ bytes: [UInt8]) {
        isRefused = true
        reading = PageRequest.Reading()
        _ = bytes.withUnsafeBytes {
            // No more is sent than the buffer holds.
            Self.send(number, $0.baseAddress!, $0.count)
        }
        shutdown(number, CInt(SHUT_WR))
        deadline = SteadyClock.now + 250
    }

    /// `false` where not all of it was taken.
    private func send(_ bytes: [UInt8]) -> Bool {
        var sent = 0
        while sent < bytes.count, waitToSend() {
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

    /// `false` when the time is over.
    private func waitToSend() -> Bool {
        SteadyClock.now < deadline && Waiting.isReady(number, for: CInt(POLLOUT), until: deadline)
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

    private static func take(_ listener: CInt) -> CInt {
        #if canImport(Glibc)
            Glibc.accept(listener, nil, nil)
        #elseif canImport(Musl)
            Musl.accept(listener, nil, nil)
        #else
            Darwin.accept(listener, nil, nil)
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
}
