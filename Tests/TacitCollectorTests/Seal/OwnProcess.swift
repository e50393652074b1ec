#if os(Linux)
    import Glibc

    /// What the kernel says of this process.
    enum OwnProcess {
        /// Such a file has no size that could be asked for: it is read until it ends.
        static func text(_ name: String) -> String {
            let descriptor = open("/proc/self/" + name, O_RDONLY | O_CLOEXEC)
            guard descriptor >= 0 else { return "" }
            defer { close(descriptor) }
            var text: [UInt8] = []
            var buffer = [UInt8](repeating: 0, count: 1 << 16)
            while case let count = read(descriptor, &buffer, buffer.count), count > 0 { text += buffer.prefix(count) }
            return String(decoding: text, as: UTF8.self)
        }
    }
#endif
