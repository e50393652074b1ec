import Crypto
import Foundation
import TacitScrub

/// The key under which equal values get equal pseudonyms.
///
/// Each period has a key of its own, derived from the one in the file (HKDF-SHA-256), so that pseudonyms of different
/// periods can't be joined. Without a file the key lives as long as the process.
struct PseudonymKey {
    /// How long a value keeps its pseudonym.
    enum Period: String, CaseIterable {
        case day
        case month
        case year
        case never
    }

    private let key: SymmetricKey

    /// A new random key.
    init() { key = SymmetricKey(size: .bits256) }

    /// Reads a key of 32 bytes or more from a file that nobody but its owner may read.
    init(at path: String) throws(Failure) {
        // Mounted secrets are links; what they lead to is what others may read.
        let file = URL(filePath: path).resolvingSymlinksInPath().path
        guard let attributes = try? FileManager.default.attributesOfItem(atPath: file),
            let data = FileManager.default.contents(atPath: file)
        else { throw Failure("\(path) can't be read; make it with `head -c 32 /dev/urandom > FILE; chmod 600 FILE`") }
        guard let mode = attributes[.posixPermissions] as? Int, mode & 0o077 == 0 else {
            throw Failure("\(path) can be read by others; run `chmod 600` on it")
        }
        guard data.count >= 32 else { throw Failure("\(path) is too short for a key; it takes 32 random bytes") }
        key = SymmetricKey(data: data)
    }

    /// Makes the pseudonyms of the period that `date` lies in, by UTC.
    func pseudonymizer(for period: Period, at date: Date) -> Pseudonymizer {
        let day = date.formatted(.iso8601.year().month().day())
        let name =
            switch period {
            case .day: day
            case .month: String(day.prefix(7))
            case .year: String(day.prefix(4))
            case .never: ""
            }
        let info = Data("tacit scrub pseudonyms \(name)".utf8)
        return Self.pseudonymizer(HKDF<SHA256>.deriveKey(inputKeyMaterial: key, info: info, outputByteCount: 32))
    }

    /// Makes pseudonyms under the key itself.
    var pseudonymizer: Pseudonymizer { Self.pseudonymizer(key) }

    private static func pseudonymizer(_ key: SymmetricKey) -> Pseudonymizer {
        Pseudonymizer { kind, value in
            var code = HMAC<SHA256>(key: key)
            code.update(data: Data(kind.label.utf8) + [0])
            code.update(data: value)
            return code.finalize().withUnsafeBytes { $0.loadUnaligned(as: UInt64.self).bigEndian }
        }
    }
}
