import TacitSeal
import TacitStores

/// The journal's files as a whole, whether or not anybody writes to them.
enum JournalFiles {
    struct Destroyed {
        /// What names the keys that were destroyed, for a certificate.
        var keys = KeyFingerprint()
        var fault: FileFault?
    }

    /// Overwrites and removes all keys first, so that nothing else opens any more; then the rest. What fails stops none of the others.
    ///
    /// - Parameter note: is told which keys will go, before the first one does.
    static func destroy(
        in folder: String, noting note: ([ShreddingNote.Key], KeyFingerprint) -> Void
    ) -> Destroyed {
        var destroyed = Destroyed()
        func attempt(_ body: () throws(FileFault) -> Void) -> Bool {
            do throws(FileFault) {
                try body()
                return true
            } catch {
                destroyed.fault = destroyed.fault ?? error
                return false
            }
        }
        var names: [String] = []
        guard attempt({ () throws(FileFault) in names = try Files.names(in: folder) }) else { return destroyed }
        let keys = names.filter { $0.hasSuffix(".key") }.map { name -> ShreddingNote.Key in
            ("\(folder)/\(name)", Files.read("\(folder)/\(name)") ?? [])
        }
        note(keys, keys.reduce(into: KeyFingerprint()) { $0.add($1.bytes) })
        for key in keys where attempt({ () throws(FileFault) in try Files.shred(key.path) }) {
            destroyed.keys.add(key.bytes)
        }
        // Also what a crash left of one that was being made.
        for name in names where name.hasSuffix(".new") {
            _ = attempt { () throws(FileFault) in try Files.shred("\(folder)/\(name)") }
        }
        for name in names where !name.hasSuffix(".key") && !name.hasSuffix(".new") {
            _ = attempt { () throws(FileFault) in try Files.remove("\(folder)/\(name)") }
        }
        return destroyed
    }

    /// Removes what no key opens any more, where all of them are gone.
    static func sweep(_ folder: String) {
        guard let names = try? Files.names(in: folder), !names.contains(where: { $0.hasSuffix(".key") }) else { return }
        for name in names where name.hasSuffix(".journal") { try? Files.remove("\(folder)/\(name)") }
    }
}
