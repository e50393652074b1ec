import Synchronization
import TacitKeys
import TacitSeal

/// A folder's key ring, opened once, where it is first needed: somebody may be asked for a passphrase then.
final class OpenedRing: Sendable {
    private let file: KeyRingFile
    private let source: KeySource
    private let known: Mutex<Result<KeyRing, KeyError>?>

    init(_ file: KeyRingFile, _ source: KeySource, _ ring: KeyRing? = nil) {
        self.file = file
        self.source = source
        known = Mutex(ring.map(Result.success))
    }

    /// The ring; where it can't be had, why, as often as it is asked for.
    func ring() throws(KeyError) -> KeyRing {
        let result = known.withLock { known in
            let result = known ?? Result { () throws(KeyError) in try file.open(with: source).ring }
            known = result
            return result
        }
        return try result.get()
    }
}
