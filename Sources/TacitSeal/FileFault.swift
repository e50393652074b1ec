#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// Why a file could not be read or written: a code, the place, and what to do about it.
package struct FileFault: Error, Sendable, Equatable, CustomStringConvertible {
    package enum Code: String, Sendable {
        case unreadable, unwritable, damaged, busy
    }

    package let code: Code
    package let place: String
    package let remedy: String

    package init(_ code: Code, at place: String, remedy: String) {
        self.code = code
        self.place = place
        self.remedy = remedy
    }

    /// What the system just said of a file, read from `errno`.
    init(system code: Code, at path: String) {
        let remedy =
            switch errno {
            case ENOSPC, EDQUOT: "the disk or the quota is full; make room, nothing is lost meanwhile"
            case EROFS: "the file system is read-only; mount it writable, or give another folder"
            case EACCES, EPERM: "check the owner and mode of it and of the folder it is in"
            case let number: String(cString: strerror(number))
            }
        self.init(code, at: path, remedy: remedy)
    }

    package var description: String { "\(code.rawValue): \(place): \(remedy)" }
}
