import TacitSeal

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

extension ConsentPrompt {
    /// Asks on standard error and reads from standard input. The terminal is afterwards as it was.
    public func askInTerminal() -> ConsentAnswer { ask(on: STDIN_FILENO, writingTo: STDERR_FILENO) }

    package func ask(on input: CInt, writingTo output: CInt) -> ConsentAnswer {
        let session = TerminalSession(input: input, output: output)
        defer { session.end() }
        return ask(read: session.line, write: session.show)
    }
}

/// A terminal on which Ctrl-C is an answer and no signal, so that it can't end the program between a question and what was
/// decided before. No signal handler is touched: those belong to the program.
struct TerminalSession {
    private let input: CInt
    private let output: CInt
    private let before: termios?

    private static let interrupts: [UInt8] = [0x03, 0x1C]

    init(input: CInt, output: CInt) {
        self.input = input
        self.output = output
        var settings = termios()
        guard tcgetattr(input, &settings) == 0 else {
            before = nil
            return
        }
        before = settings
        settings.c_lflag &= ~tcflag_t(ISIG)
        // Both end a line, so that they need no Return. The tuple of control characters is contiguous bytes.
        withUnsafeMutableBytes(of: &settings.c_cc) { characters in
            characters[Int(VEOL)] = Self.interrupts[0]
            characters[Int(VEOL2)] = Self.interrupts[1]
        }
        // What was typed before the question was seen is no answer to it.
        tcsetattr(input, TCSAFLUSH, &settings)
    }

    func end() {
        guard var before else { return }
        tcsetattr(input, TCSADRAIN, &before)
    }

    /// What can't be shown is left out: nothing that is decided depends on it.
    func show(_ text: String) { Files.write(text.utf8, to: output) }

    /// The next line. An unfinished one at the end of the input is no answer.
    func line() -> ConsentPrompt.Line {
        var bytes: [UInt8] = []
        while bytes.count < 4096 {
            var byte: UInt8 = 0
            let count = read(input, &byte, 1)
            if count < 0, errno == EINTR { continue }
            guard count == 1 else {
                show("\n")
                return .end
            }
            if Self.interrupts.contains(byte) {
                show("\n")
                return .interrupted
            }
            if byte == UInt8(ascii: "\n") { return .text(String(decoding: bytes, as: UTF8.self)) }
            bytes.append(byte)
        }
        return .end
    }
}
