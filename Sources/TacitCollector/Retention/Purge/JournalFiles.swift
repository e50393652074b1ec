import TacitSeal
import TacitStores

/// The journal's files as a whole, whether or not anybody writes to them.
enum JournalFiles {
    /// Overwrites and removes all keys first, so that nothing else opens any more; then the rest. What names the keys that were
    /// destroyed, for a certificate.
    static func destroy(in folder: String) throws(FileFault) -> KeyFingerprint {
        var keys = KeyFingerprint()
        let names = try Files.names(in: folder)
        for name in names where isKey(name) {
            if let bytes = Files.read("\(folder)/\(name)"), name.hasSuffix(".key") { keys.add(bytes) }
            try Files.shred("\(folder)/\(name)")
        }
        for name in names where !isKey(name) { try Files.remove("\(folder)/\(name)") }
        return keys
    }

    /// Also what a crash left of one that was being made.
    private static func isKey(_ name: String) -> Bool { name.hasSuffix(".key") || name.hasSuffix(".new") }
}
