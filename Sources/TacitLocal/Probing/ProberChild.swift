#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// The process that asks the services, seen from the one that holds the data.
///
///     let prober = ProberChild(arguments: ["prober"], probes: probes)
///     prober.start()                                    // while this process may still start what connects
///     Egress.close(connectPorts: nil)
///     for result in prober.round() { … }
///
/// It is a child of this process, gets the probes and nothing else, ends with this process, and can say nothing but which of the
/// probes came to which ``ServiceStatus/Reason``: whatever else it says is dropped. Where it dies or does not answer in time, the
/// round's missing results are `unprobed`, and the next round starts another.
package final class ProberChild {
    package let probes: [Probe]
    /// What the child said of its egress; `nil` until it did.
    package private(set) var closed: Egress.Closed?

    /// The child's number while one runs.
    package var process: Int32? { running?.process.identifier }

    private let program: String
    private let arguments: [String]
    private let environment: [String: String]
    private let patience: Int
    private var running: Running?

    /// The variable in which the child finds the folder that is hidden from it.
    package static let hidden = "TACIT_PROBER_HIDES"

    private struct Running {
        let process: ChildProcess
        let channel: Int32
        var unread: [UInt8] = []
        /// When the round that is under way has to be over, and what is known of it.
        var round: (deadline: Int64, results: [Probe.Result])?
    }

    /// - Parameters:
    ///   - program: What is started; this program where it is not said.
    ///   - arguments: With which it comes to ``ProberProcess``.
    ///   - folder: The folder of the data, of which the child may read nothing, wherever it lies.
    ///   - patience: How many milliseconds after the last probe's timeout the answer may come.
    package init(
        program: String = "/proc/self/exe", arguments: [String], environment: [String: String] = [:], probes: [Probe],
        hiding folder: String? = nil,
        patience: Int = 3000
    ) {
        self.program = program
        self.arguments = arguments
        self.environment = folder.map { environment.merging([Self.hidden: $0]) { $1 } } ?? environment
        self.probes = probes
        self.patience = patience
    }

    deinit { end() }

    /// Starts the child where none runs; whether one does. A child has the closed egress of the process that starts it, so the
    /// first one is started before that is closed.
    @discardableResult
    package func start() -> Bool {
        guard running == nil else { return true }
        var pair: (Int32, Int32) = (-1, -1)
        let isMade = withUnsafeMutableBytes(of: &pair) { bytes in
            // Two numbers of 32 bits lie in the tuple one after the other.
            socketpair(AF_UNIX, Self.stream, 0, bytes.assumingMemoryBound(to: Int32.self).baseAddress) == 0
        }
        guard isMade else { return false }
        for end in [pair.0, pair.1] { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        _ = fcntl(pair.0, F_SETFL, O_NONBLOCK)
        #if canImport(Darwin)
            var isOn: Int32 = 1
            setsockopt(pair.0, SOL_SOCKET, SO_NOSIGPIPE, &isOn, socklen_t(MemoryLayout<Int32>.size))
        #endif
        defer { close(pair.1) }
        let channels = ChildProcess.Channels(input: pair.1, output: pair.1, inheritsErrors: true)
        let child = ChildProcess(
            program, arguments, named: CommandLine.arguments.first, environment: environment, channels: channels)
        guard let process = child else {
            close(pair.0)
            return false
        }
        running = Running(process: process, channel: pair.0)
        return send(probes.flatMap(\.line) + Array("begin\n".utf8))
    }

    /// Ends the child, within a moment.
    package func end() {
        guard let ending = running else { return }
        running = nil
        close(ending.channel)
        // It ends by itself when its input does; it is given the time for that, because it ends what it started.
        for _ in 0..<100 {
            if ending.process.ended() != nil { return }
            // Nothing tells when a child ends but asking.
            usleep(2000)
        }
        ending.process.endAndWait()
    }

    /// What the child says of its egress, which it does before anything else; `nil` where it does not in time.
    package func waitUntilClosed(within milliseconds: Int64 = 2000) -> Egress.Closed? {
        let deadline = SteadyClock.now + milliseconds
        while closed == nil, let channel = running?.channel, SteadyClock.now < deadline {
            _ = Waiting.isReady(channel, until: deadline)
            let isOpen = read()
            while let line = nextLine() { note(line) }
            if !isOpen { break }
        }
        return closed
    }

    // MARK: Rounds

    /// Asks for a round, and waits until it is over, or its time.
    package func round() -> [Probe.Result] {
        // No descriptor that could stop it.
        round(stop: -1) ?? complete([])
    }

    /// The same; `nil` where `stop` becomes readable meanwhile.
    package func round(stop: CInt) -> [Probe.Result]? {
        begin()
        while true {
            if let results = advance() { return results }
            guard let running, let deadline = running.round?.deadline else { continue }
            if Waiting.ready([running.channel, stop], until: deadline).contains(stop) { return nil }
        }
    }

    /// Asks for a round without waiting.
    func begin() {
        guard start() else { return }
        running?.round = (SteadyClock.now + Int64(longest + patience), [])
        _ = send(Array("round\n".utf8))
    }

    /// The results, one for each probe, when the round is over; `nil` while it is under way.
    private func advance() -> [Probe.Result]? {
        guard running?.round != nil else { return complete([]) }
        let isOpen = read()
        while let line = nextLine() {
            if line.elementsEqual("end".utf8) {
                let results = running?.round?.results ?? []
                running?.round = nil
                return complete(results)
            }
            note(line)
        }
        if isOpen, let deadline = running?.round?.deadline, SteadyClock.now < deadline { return nil }
        let results = running?.round?.results ?? []
        abandon()
        return complete(results)
    }

    private var longest: Int { probes.map(\.timeout).max() ?? 0 }

    private func complete(_ results: [Probe.Result]) -> [Probe.Result] {
        probes.map { probe in
            results.first { $0.service == probe.service } ?? Probe.Result(probe, milliseconds: 0, reason: .unprobed)
        }
    }

    private func note(_ bytes: ArraySlice<UInt8>) {
        guard let line = Line(bytes) else { return }
        if let closed = Egress.Closed(line: line) {
            self.closed = closed
        } else if let result = Probe.Result(line: line, of: probes), let count = running?.round?.results.count,
            count < probes.count
        {
            running?.round?.results.append(result)
        }
    }

    /// Ends a child that did not do what was asked, without giving it time.
    private func abandon() {
        running?.process.end()
        end()
    }

    // MARK: Bytes

    /// More than a round can take: a child that says more is broken.
    private var mostUnread: Int { 4096 + probes.count * 512 }

    /// Reads what there is; `false` where the other end is closed, or says too much.
    private func read() -> Bool {
        guard let channel = running?.channel else { return false }
        var buffer = [UInt8](repeating: 0, count: 4096)
        while true {
            let count = recv(channel, &buffer, buffer.count, 0)
            if count < 0 { return errno == EAGAIN || errno == EINTR }
            guard count > 0 else { return false }
            running?.unread += buffer.prefix(count)
            guard let unread = running?.unread.count, unread <= mostUnread else { return false }
        }
    }

    private func nextLine() -> ArraySlice<UInt8>? {
        guard let unread = running?.unread, let end = unread.firstIndex(of: UInt8(ascii: "\n")) else { return nil }
        running?.unread.removeSubrange(...end)
        return unread[..<end]
    }

    private func send(_ bytes: [UInt8]) -> Bool {
        guard let channel = running?.channel else { return false }
        let deadline = SteadyClock.now + Int64(patience)
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { sendto(channel, $0.baseAddress, $0.count, Self.noSignal, nil, 0) }
            if count > 0 {
                rest = rest.dropFirst(count)
            } else if errno == EAGAIN, SteadyClock.now < deadline {
                _ = Waiting.isReady(channel, for: CInt(POLLOUT), until: deadline)
            } else if errno != EINTR {
                abandon()
                return false
            }
        }
        return true
    }

    #if canImport(Glibc)
        private static let stream = Int32(SOCK_STREAM.rawValue)
    #else
        private static let stream = SOCK_STREAM
    #endif

    #if canImport(Darwin)
        private static let noSignal: Int32 = 0
    #else
        /// No signal where the child is gone: the error says it.
        private static let noSignal = Int32(MSG_NOSIGNAL)
    #endif
}
