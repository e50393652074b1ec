import TacitPages
import TacitSeal
import TacitStores

/// The inventory: what lies there, how much of it, under which key, and when it ends.
extension StorageInspection {
    func lookAtHoldings() {
        for file in files where file.kind != .folder {
            let kind = StoredKind(file)
            held.append(
                Verification.Held(
                    name: prefix + file.name, bytes: Int64(file.size), what: kind?.holds ?? "unknown",
                    encryption: kind?.encryption ?? "unknown", ends: kind?.end ?? "never: nobody knows it"))
            if kind == .database { held += tables(of: file) }
        }
    }

    private func tables(of file: StoredFile) -> [Verification.Held] {
        guard let image else { return [] }
        var pages: [String: Int64] = [:]
        for use in image.uses {
            switch use {
            case .tree(let tree), .overflow(let tree): pages[image.trees[tree].table, default: 0] += 1
            default: pages["free", default: 0] += 1
            }
        }
        return pages.sorted { $0.key < $1.key }.map { name, count in
            let (what, encryption, ends) = Self.texts[name] ?? ("the store's own order", "nothing to encrypt", "")
            return Verification.Held(
                name: "\(prefix)\(file.name): \(name)", bytes: count * Int64(image.pageSize), what: what,
                encryption: encryption, ends: ends)
        }
    }

    private static let sealed = "AES-256-GCM, a key of each row, under the key ring"
    private static let open = "not encrypted: noisy, and made to be shown"

    private static let texts: [String: (what: String, encryption: String, ends: String)] = [
        "release": ("releases (class 2)", open, "when the limit of their class is reached"),
        "cell": ("their figures (class 2)", open, "with their release"),
        "terms": ("what figures were promised under", "not encrypted: of the catalog", "with the last of its releases"),
        "exact": ("exact figures for questions (class 2)", sealed, "after the catalog's keep_days"),
        "steps": ("exact totals that go on (class 2)", sealed, "with their plan"),
        "answer": ("answers (class 2)", open, "with what they were made of, a year at least"),
        "ledger": ("what was spent", "not encrypted: sealed line by line", "never: spent stays spent"),
        "ledger_head": ("the ledger's last seal", "a code under the key ring", "never"),
        "closed": ("how far windows have closed", "not encrypted", "never"),
        "intake": (
            "noisy counters of what came in (class 3)", open, "when the limit of the class operational is reached"
        ),
        "document": ("the catalog and its texts", "not encrypted: a code under the key ring", "with the next one"),
        "free": ("nothing: overwritten with zeros", "nothing to encrypt", ""),
    ]
}
