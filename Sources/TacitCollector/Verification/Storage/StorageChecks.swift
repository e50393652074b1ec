/// What is claimed of the bytes of a state folder, and what was found.
struct StorageChecks {
    var known = Verification.Check(
        "storage.known", "The folder holds what Tacit makes, and nothing else.", things: "files and folders")
    var modes = Verification.Check(
        "storage.modes", "Only the folder's owner can read or change what lies there.", things: "files and folders")
    var sound = Verification.Check(
        "storage.sound", "Every byte of the store belongs to a row, or is free.", things: "pages")
    var schema = Verification.Check(
        "storage.schema", "The store has the tables that it should have, and no others.",
        things: "tables, indices and triggers")
    var free = Verification.Check(
        "storage.free", "What was deleted has been overwritten.", things: "free pages and stretches of pages")
    var removed = Verification.Check(
        "storage.removed", "What was certified as removed is not there.", things: "certified removals")
    var clean = Verification.Check(
        "storage.clean", "Nothing that is stored is personal, financial or secret, as far as the scrubber can tell.",
        things: "bytes")
    var addresses = Verification.Check("storage.addresses", "No network address is stored.", things: "bytes")
    var keys = Verification.Check(
        "storage.keys", "No key lies anywhere but in its own file, and none that protects others is unwrapped.",
        things: "keys that were looked for")
    var expired = Verification.Check(
        "storage.expired", "Nothing is held past its time, in no page and no log.", things: "rows")
    var closed = Verification.Check(
        "storage.closed", "Of a window that has closed there is neither key nor journal.",
        things: "files of the journal")
    var exact = Verification.Check(
        "storage.exact", "No exact figure of a closed window lies outside of its envelope.",
        things: "exact figures that were looked for")
    var envelopes = Verification.Check(
        "storage.envelopes", "What is encrypted or sealed opens, and is as it was written.", things: "envelopes")
    var deletions = Verification.Check(
        "storage.deletions", "The log of what was deleted is as it was written, and nothing of it is missing.",
        things: "certificates")

    /// Faults that were told, so that one place tells of one kind once.
    private var told: Set<String> = []
    /// So many are listed of each claim.
    static let most = 1000

    var all: [Verification.Check] { Self.paths.map { self[keyPath: $0] } }

    /// Notes a fault, once for a place.
    mutating func fault(
        _ check: WritableKeyPath<StorageChecks, Verification.Check>, at place: String, _ what: String, remedy: String
    ) {
        let count = self[keyPath: check].faults.count
        guard count <= Self.most, told.insert("\(check) \(place) \(what)").inserted else { return }
        if count < Self.most {
            self[keyPath: check].fault(at: place, what, remedy: remedy)
        } else {
            self[keyPath: check].fault(
                at: "elsewhere", "there is more of the kind, which is not listed",
                remedy: "mend these, then look again")
        }
    }

    /// Adds what others have looked at and found.
    mutating func add(_ other: StorageChecks) {
        for path in Self.paths {
            self[keyPath: path].examined += other[keyPath: path].examined
            self[keyPath: path].notes += other[keyPath: path].notes
            for fault in other[keyPath: path].faults {
                self.fault(path, at: fault.place, fault.what, remedy: fault.remedy)
            }
        }
    }

    private static var paths: [WritableKeyPath<StorageChecks, Verification.Check>] {
        [
            \.known, \.modes, \.sound, \.schema, \.free, \.clean, \.addresses, \.keys, \.expired, \.closed, \.exact,
            \.envelopes, \.deletions, \.removed,
        ]
    }
}
