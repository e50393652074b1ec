#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif
#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// Writes files that are there complete or not at all.
package enum WholeFile {
    /// Replaces the file at `path`, mode 0600, and waits for the disk.
    package static func write(_ bytes: some Collection<UInt8>, to path: String) throws(FileFault) {
        let next = path + ".new"
        unlink(next)
        do {
            let file = try Descriptor(next, O_WRONLY | O_CREAT)
            try file.write(Array(bytes), at: 0, truncatingFrom: 0)
        }
        guard rename(next, path) == 0 else {
            throw FileFault(.unwritable, at: path, remedy: String(cString: strerror(errno)))
        }
    }
}
