import Foundation
import TacitCollector

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// Ends a command with a message on standard error: what, where and what to do, never a value.
struct Failure: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) { self.description = description }

    init(_ error: any Error) { self.init("\(error)") }

    /// Runs a body whose errors end the command with their own words.
    static func of<Value>(_ body: () throws -> Value) throws -> Value {
        do { return try body() } catch { throw Failure(error) }
    }

    /// The same of a body that waits.
    static func awaiting<Value>(_ body: () async throws -> Value) async throws -> Value {
        do { return try await body() } catch { throw Failure(error) }
    }
}

enum Terminal {
    static var isStyled: Bool {
        isatty(STDOUT_FILENO) == 1 && getenv("NO_COLOR").map { $0.pointee == 0 } ?? true
    }

    static var style: TextStyle { isStyled ? .terminal : .plain }

    /// Whether progress can be drawn.
    static var showsProgress: Bool { isatty(STDERR_FILENO) == 1 }

    static var isATerminal: Bool { isatty(STDOUT_FILENO) == 1 }

    /// Whether there is somebody to answer a question.
    static var isAnswered: Bool { isatty(STDIN_FILENO) == 1 && isATerminal }

    /// In columns; 80 where it does not say.
    static var width: Int {
        var size = winsize()
        guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
        return Int(size.ws_col)
    }

    static func flush() { fflush(nil) }

    /// Writes a question; the answer is typed behind it.
    static func ask(_ text: String) { write(text) }

    static func say(_ text: String) { write(text + "\n") }

    /// What can't be said, for a disk that is full, ends nothing.
    private static func write(_ text: String) { try? FileHandle.standardError.write(contentsOf: Data(text.utf8)) }
}
