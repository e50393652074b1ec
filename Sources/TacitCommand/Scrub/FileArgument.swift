#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// A file as it was named on the command line, whose bytes need not be UTF-8.
struct FileArgument {
    /// What stands for standard input.
    static let standardInput = FileArgument(name: "-", path: [0x2D, 0])

    let name: String
    /// The bytes that the system knows it by, up to the NUL.
    let path: [CChar]

    /// The files of these arguments, whose wrong bytes have become U+FFFD.
    static func files(_ names: [String]) -> [FileArgument] {
        let given = (0..<Int(CommandLine.argc)).compactMap { index -> [CChar]? in
            // Safe: the arguments of the process, each of which ends in NUL, live as long as it does.
            CommandLine.unsafeArgv[index].map { Array(UnsafeBufferPointer(start: $0, count: strlen($0) + 1)) }
        }
        var rest = given[...]
        return names.map { name in
            // Two that differ in wrong bytes only read the same: each is taken once, and in their order.
            let index = rest.firstIndex {
                String(decoding: $0.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self) == name
            }
            defer { if let index { rest = rest[(index + 1)...] } }
            return FileArgument(name: name, path: index.map { rest[$0] } ?? Array(name.utf8CString))
        }
    }

    private init(name: String, path: [CChar]) {
        self.name = name
        self.path = path
    }
}
