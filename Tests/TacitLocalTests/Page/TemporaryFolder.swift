import TacitSeal

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// A folder that is gone with this object.
final class TemporaryFolder: Sendable {
    let path: String

    init() {
        path = "/tmp/tacit-page-\(getpid())-\(UInt64.random(in: 0 ... .max))"
        try? Files.makeFolder(path)
    }

    deinit { try? Files.removeAll(path) }

    func mode(of name: String) -> Int? {
        var status = stat()
        return stat("\(path)/\(name)", &status) == 0 ? Int(status.st_mode & 0o777) : nil
    }
}
