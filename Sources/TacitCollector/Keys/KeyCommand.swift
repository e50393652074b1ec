import TacitKeys
import TacitLocal
package import TacitSeal

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// A program of the operator that has a key management service wrap and unwrap the master key.
///
/// It is called with `wrap` or `unwrap`, gets the one on its standard input and gives the other, as raw bytes, on its standard
/// output. What it says on standard error is not shown: it may be anything.
package struct KeyCommand: KeyVault {
    private let program: String
    private let limit: Duration
    private let environment: [String: String]

    /// What every pipe takes without anybody reading, so that writing waits for nobody.
    private static let longest = 4096

    package init(_ program: String, seconds: Int, environment: [String: String]) {
        self.program = program
        limit = .seconds(seconds)
        self.environment = environment
    }

    package func wrap(_ key: MasterKey) throws(KeyError) -> [UInt8] {
        let output = Output(Self.longest)
        let written = key.withBytes { key in Result { () throws(KeyError) in try run("wrap", key, output) } }
        try written.get()
        guard output.count > 0 else { throw failed("it gave nothing") }
        return Array(output.bytes)
    }

    package func unwrap(_ wrapped: [UInt8]) throws(KeyError) -> MasterKey {
        let output = Output(MasterKey.size)
        let written = wrapped.withUnsafeBytes { wrapped in
            Result { () throws(KeyError) in try run("unwrap", wrapped, output) }
        }
        try written.get()
        guard output.count == MasterKey.size else { throw failed("it gave no key of \(MasterKey.size) bytes") }
        return try MasterKey(SecretBytes(copying: output.bytes))
    }

    private func failed(_ what: String) -> KeyError {
        KeyError(.commandFailed, at: program, remedy: "\(what); run it by hand and see what it says")
    }

    /// Where a program's output goes: so many bytes, and one more by which a longer one is noticed. Wiped when it goes.
    private final class Output {
        // Allocated here, freed in `deinit`; `count` never exceeds its size.
        private let buffer: UnsafeMutableRawBufferPointer
        private(set) var count = 0

        init(_ size: Int) { buffer = .allocate(byteCount: size + 1, alignment: 1) }

        var isTooLong: Bool { count == buffer.count }
        var bytes: UnsafeRawBufferPointer { UnsafeRawBufferPointer(rebasing: buffer.prefix(count)) }

        /// Whether there was something to read.
        func read(_ descriptor: Int32) -> Bool {
            let got = systemRead(descriptor, buffer.baseAddress.map { $0 + count }, buffer.count - count)
            if got < 0 { return errno == EINTR }
            count += got
            return got > 0
        }

        deinit {
            wipe(buffer)
            buffer.deallocate()
        }
    }

    private func run(_ verb: String, _ input: UnsafeRawBufferPointer, _ output: Output) throws(KeyError) {
        guard input.count <= Self.longest else { throw failed("there is more to unwrap than \(Self.longest) bytes") }
        guard let pipes = Pipes(), pipes.write(input) else { throw failed("there is no room for a pipe") }
        let child = ChildProcess(
            program, [verb], environment: environment,
            channels: .init(input: pipes.input.reading, output: pipes.output.writing))
        guard let child else { throw failed("it can't be started") }
        pipes.closeChildsEnds()
        let deadline = ContinuousClock.now + limit
        var end: ChildProcess.End?
        var isOpen = true
        while end == nil || isOpen, !output.isTooLong, ContinuousClock.now < deadline {
            var ready = pollfd(fd: isOpen ? pipes.output.reading : -1, events: Int16(POLLIN), revents: 0)
            if poll(&ready, 1, 5) > 0 { isOpen = output.read(pipes.output.reading) }
            if end == nil { end = child.ended() }
        }
        if end == nil { child.endAndWait() }
        guard !output.isTooLong else { throw failed("it gave more than it should") }
        guard let end, !isOpen else {
            throw KeyError(
                .commandLate, at: program,
                remedy: "it gave no answer within \(limit.components.seconds) s; see "
                    + "whether its service answers, or raise `keys.command_seconds`")
        }
        guard end == .code(0) else { throw failed("it ended with an error") }
    }

    /// Both ways to a program, closed with this object.
    private final class Pipes {
        struct Pipe {
            var reading: Int32 = -1
            var writing: Int32 = -1

            init?() {
                var ends: [Int32] = [-1, -1]
                guard pipe(&ends) == 0 else { return nil }
                (reading, writing) = (ends[0], ends[1])
                for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
            }

            mutating func closeReading() {
                if reading >= 0 { close(reading) }
                reading = -1
            }

            mutating func closeWriting() {
                if writing >= 0 { close(writing) }
                writing = -1
            }
        }

        private(set) var input: Pipe
        private(set) var output: Pipe

        init?() {
            guard var input = Pipe() else { return nil }
            guard let output = Pipe() else {
                input.closeReading()
                input.closeWriting()
                return nil
            }
            (self.input, self.output) = (input, output)
        }

        /// Before there is a reader, and its end is open here: so nothing waits, and no signal comes.
        func write(_ bytes: UnsafeRawBufferPointer) -> Bool {
            Files.write(bytes, to: input.writing)
        }

        func closeChildsEnds() {
            input.closeWriting()
            input.closeReading()
            output.closeWriting()
        }

        deinit {
            closeChildsEnds()
            output.closeReading()
        }
    }
}
