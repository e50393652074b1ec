#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// A program that is run for its answer, with an end to its time and to what it may say.
package struct Command {
    private let arguments: [String]
    private let environment: [String: String]

    package init(arguments: [String], environment: [String: String] = [:]) {
        self.arguments = arguments
        self.environment = environment
    }

    /// What it wrote, where it ended well within the time; `nil` otherwise. All that it started ends with it.
    package func output(milliseconds: Int, bytes limit: Int) -> [UInt8]? {
        guard let program = arguments.first else { return nil }
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0 else { return nil }
        defer { close(ends[0]) }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        let child = ChildProcess(
            program, Array(arguments.dropFirst()), environment: environment, channels: .init(output: ends[1]))
        close(ends[1])
        guard let child else { return nil }
        let deadline = SteadyClock.now + Int64(milliseconds)
        var output: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: limit)
        while output.count <= limit, Waiting.isReady(ends[0], until: deadline) {
            let count = read(ends[0], &buffer, limit)
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { break }
            output += buffer[..<count]
        }
        while SteadyClock.now < deadline, output.count <= limit {
            if let end = child.ended() { return end == .code(0) ? output : nil }
            // Nothing tells when a child ends but asking.
            usleep(2000)
        }
        child.endAndWait()
        return nil
    }
}
