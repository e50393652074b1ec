#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// The processes of this machine, of which only the name and whether they live is read.
enum ProcessList {
    /// Whether a process of this name runs; `nil` where the system does not say. The kernel keeps 15 bytes of a name.
    static func has(_ name: String) -> Bool? {
        guard let folder = opendir("/proc") else { return nil }
        defer { closedir(folder) }
        let wanted = Array(name.utf8.prefix(15))
        var isProc = false
        while let entry = readdir(folder) {
            let number = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
                Int32(String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self))
            }
            guard let number, let (name, state) = status(number) else { continue }
            isProc = true
            // Z: it ended, and nobody has asked how. This process is not the service.
            if name == wanted, state != UInt8(ascii: "Z"), number != getpid() { return true }
        }
        return isProc ? false : nil
    }

    /// From `/proc/N/stat`: the number, the name in parentheses, which may have some itself, and the state.
    private static func status(_ number: Int32) -> (name: [UInt8], state: UInt8)? {
        let file = open("/proc/\(number)/stat", O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { return nil }
        defer { close(file) }
        var buffer = [UInt8](repeating: 0, count: 256)
        let text = buffer[..<max(0, read(file, &buffer, buffer.count))]
        guard let begin = text.firstIndex(of: UInt8(ascii: "(")), let end = text.lastIndex(of: UInt8(ascii: ")")),
            begin < end, end + 2 < text.endIndex
        else { return nil }
        return (Array(text[(begin + 1)..<end]), text[end + 2])
    }
}
