#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// Whether there is somebody to ask.
package enum Terminal {
    /// Both what is typed and what is shown go through a terminal: standard input, and standard error, which questions
    /// are written to so that they don't mix with what the program prints.
    package static var isInteractive: Bool { isatty(STDIN_FILENO) == 1 && isatty(STDERR_FILENO) == 1 }
}
