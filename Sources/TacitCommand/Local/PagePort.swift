import Foundation
import TacitLocal
import TacitSeal

/// The port of the page of one folder, written down in it for as long as it is served.
///
/// The file is locked meanwhile, so that one which a crash left behind leads nobody to whatever listens at that port now.
final class PagePort {
    private let path: String
    private let lock: FileLock

    private static func path(_ folder: LocalFolder) -> String { folder.path + "/page.port" }

    /// `nil` where another server has written down its own.
    init?(_ folder: LocalFolder, _ port: UInt16) throws {
        let path = Self.path(folder)
        let lock = try Failure.of {
            try Files.makeFolder(folder.path)
            return try FileLock.takeIfFree(path)
        }
        guard let lock else { return nil }
        try Failure.of { try Files.append(Array("\(port)\n".utf8), to: path, after: 0) }
        self.path = path
        self.lock = lock
    }

    /// Called by whoever holds the lock, so it is nobody else's file that goes.
    func remove() { withExtendedLifetime(lock) { try? Files.remove(path) } }

    /// `nil` where none is served.
    static func running(_ folder: LocalFolder) -> UInt16? {
        guard LocalLock.isHeld(path(folder)), let bytes = Files.read(path(folder)) else { return nil }
        return UInt16(String(decoding: bytes, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines))
    }
}
