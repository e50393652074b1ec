import Synchronization
import TacitSeal

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// A passphrase, read where it is first needed, and wiped when this object goes. It is the first line of what is read.
///
/// ```swift
/// let passphrase = Passphrase(.descriptor(0), asking: "Passphrase of the keys: ")
/// let lock = try PassphraseLock(of: master, with: passphrase)
/// ```
package final class Passphrase: Sendable {
    package enum Input: Sendable, Equatable {
        /// A file that its owner alone can read, such as a service manager gives.
        case file(String)
        /// An open descriptor. Where it is a terminal somebody is asked, and what is typed is not shown.
        case descriptor(Int32)
    }

    /// What a new passphrase has at least, in characters.
    package static let shortest = 12
    private static let longest = 1024

    private let input: Input
    private let question: String
    private let patience: Int32
    private let known = Mutex<Known?>(nil)

    private final class Known: Sendable {
        let secret: SecretBytes
        init(_ secret: consuming SecretBytes) { self.secret = secret }

        func equals(_ other: Known) -> Bool {
            secret.withBytes { bytes in other.secret.withBytes { bytes.elementsEqual($0) } }
        }
    }

    /// - Parameters:
    ///   - question: what a terminal is asked.
    ///   - patience: seconds that a descriptor which is no terminal may take.
    package init(_ input: Input, asking question: String, patience: Int32 = 30) {
        self.input = input
        self.question = question
        self.patience = patience
    }

    /// Lends the passphrase.
    ///
    /// - Parameter isNew: whether something is to be locked with it, which takes a longer one; a terminal asks for it twice.
    func lend<R>(isNew: Bool, _ body: (UnsafeRawBufferPointer) -> R) throws(KeyError) -> R {
        let known = try known(isNew: isNew)
        guard !isNew || known.secret.withBytes(Self.characters) >= Self.shortest else {
            throw KeyError(.passphraseShort, at: place, remedy: "take one of at least \(Self.shortest) characters")
        }
        return known.secret.withBytes(body)
    }

    private func known(isNew: Bool) throws(KeyError) -> Known {
        if let known = known.withLock({ $0 }) { return known }
        let read = try read(isNew: isNew)
        return known.withLock { known in
            known = known ?? read
            return known ?? read
        }
    }

    private var place: String {
        switch input {
        case .file(let path): path
        case .descriptor(let number): number == 0 ? "standard input" : "descriptor \(number)"
        }
    }

    private var missing: KeyError {
        KeyError(
            .passphraseMissing, at: place,
            remedy: "it gave none of 1 to \(Self.longest) bytes; name a file (`keys.passphrase_file`), or type it")
    }

    private func read(isNew: Bool) throws(KeyError) -> Known {
        switch input {
        case .file(let path):
            guard let line = try content(of: path).withBytes(Self.firstLine) else { throw missing }
            return line
        case .descriptor(let number):
            guard isatty(number) == 1 else { return try line(of: number, seconds: patience) }
            let first = try ask(number, question)
            guard isNew else { return first }
            guard try first.equals(ask(number, "The same again: ")) else {
                throw KeyError(.passphraseWrong, at: place, remedy: "it was typed in two ways; try again")
            }
            return first
        }
    }

    private func content(of path: String) throws(KeyError) -> SecretBytes {
        do throws(KeyError) { return try KeyFile(path).read(atMost: Self.longest) } catch {
            // Nothing of it was ever in a backup of the folder.
            guard error.code == .missing else { throw error }
            throw KeyError(
                .passphraseMissing, at: path,
                remedy: "there is no such file; write the passphrase into it, for its owner alone, or name another")
        }
    }

    /// How many characters people would count: a mark that is written on the letter before it is none of its own.
    ///
    /// They are read one by one, since a `String` would leave a copy in memory.
    private static func characters(_ bytes: UnsafeRawBufferPointer) -> Int {
        var (decoder, rest, count) = (UTF8(), bytes.makeIterator(), 0)
        while true {
            switch decoder.decode(&rest) {
            case .scalarValue(let scalar): count += scalar.properties.isGraphemeExtend ? 0 : 1
            case .error: count += 1
            case .emptyInput: return count
            }
        }
    }

    private static func firstLine(_ bytes: UnsafeRawBufferPointer) -> Known? {
        var line = bytes.prefix { $0 != UInt8(ascii: "\n") }
        if line.last == UInt8(ascii: "\r") { line = line.dropLast() }
        return line.isEmpty ? nil : Known(SecretBytes(copying: UnsafeRawBufferPointer(rebasing: line)))
    }

    // MARK: Terminals and pipes

    /// Asks on a terminal, which shows nothing of what is typed. Ctrl-C is an answer too, so that it is always set back.
    private func ask(_ terminal: Int32, _ question: String) throws(KeyError) -> Known {
        var usual = termios()
        guard tcgetattr(terminal, &usual) == 0 else { throw missing }
        var silent = usual
        silent.c_lflag &= ~tcflag_t(ECHO | ISIG)
        tcsetattr(terminal, TCSAFLUSH, &silent)
        defer {
            tcsetattr(terminal, TCSAFLUSH, &usual)
            Files.write("\n".utf8, to: STDERR_FILENO)
        }
        Files.write(question.utf8, to: STDERR_FILENO)
        return try line(of: terminal, seconds: 300)
    }

    /// A line, read byte by byte: what follows it is somebody else's.
    private func line(of descriptor: Int32, seconds: Int32) throws(KeyError) -> Known {
        let bytes = UnsafeMutableRawBufferPointer.allocate(byteCount: Self.longest + 1, alignment: 1)
        defer {
            wipe(bytes)
            bytes.deallocate()
        }
        let deadline = ContinuousClock.now + .seconds(seconds)
        var count = 0
        while count < bytes.count {
            let left = deadline - ContinuousClock.now
            var ready = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
            let polled = poll(&ready, 1, Int32(clamping: max(0, left.components.seconds * 1000 + 1)))
            if polled < 0, errno == EINTR { continue }
            guard polled > 0, left > .zero else { throw missing }
            // One byte at `count`, which is below the buffer's size.
            let got = systemRead(descriptor, bytes.baseAddress.map { $0 + count }, 1)
            if got < 0, errno == EINTR || errno == EAGAIN { continue }
            guard got > 0, bytes[count] != UInt8(ascii: "\n") else { break }
            // Ctrl-C.
            guard bytes[count] != 3 else { throw missing }
            count += 1
        }
        guard count <= Self.longest, let line = Self.firstLine(UnsafeRawBufferPointer(rebasing: bytes.prefix(count)))
        else { throw missing }
        return line
    }
}
