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
}

enum Terminal {
    static var isStyled: Bool {
        isatty(STDOUT_FILENO) == 1 && getenv("NO_COLOR").map { $0.pointee == 0 } ?? true
    }

    static var style: TextStyle { isStyled ? .terminal : .plain }

    /// Whether progress can be drawn.
    static var showsProgress: Bool { isatty(STDERR_FILENO) == 1 }

    static func say(_ text: String) { FileHandle.standardError.write(Data((text + "\n").utf8)) }
}
