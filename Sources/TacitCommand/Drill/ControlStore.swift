import Foundation
import TacitSeal
import TacitStores

/// A store with a value in its log, in a page that is used and in one that is free, for a search to find it there.
enum ControlStore {
    /// Calls `look` when the log has it, and again when the pages have it.
    static func plant(_ text: String, in folder: String, look: () -> Void) async throws {
        let path = folder + "/tacit.sqlite"
        do {
            let store = try SQLiteStore(path: path)
            try await store.setDocument("control", to: text)
            look()
        }
        // The last one who closes it brings the log into the file.
        let bytes = try Files.content(of: path)
        try Files.replace(folder + "/freed.sqlite", with: withFreePage(bytes, holding: Array(text.utf8)))
        look()
    }

    /// The same file with one page more, which is the whole list of free pages and has a text behind its numbers.
    private static func withFreePage(_ bytes: [UInt8], holding text: [UInt8]) -> [UInt8] {
        let size = max(512, Int(bytes[16]) << 8 | Int(bytes[17]))
        let number = UInt32(bytes.count / size + 1)
        var file = bytes
        for (place, value) in [(28, number), (32, number), (36, 1)] {
            withUnsafeBytes(of: value.bigEndian) { file.replaceSubrange(place..<place + 4, with: $0) }
        }
        let page = [UInt8](repeating: 0, count: 8) + text.prefix(size - 8)
        return file + page + [UInt8](repeating: 0, count: size - page.count)
    }
}
