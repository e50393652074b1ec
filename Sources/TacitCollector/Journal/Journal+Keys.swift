import TacitCatalog
package import TacitSeal

/// The keys of open windows, which lie beside what they encrypt.
extension Journal {
    /// How many there are.
    package static func keyCount(in folder: String) throws(FileFault) -> Int {
        try Files.names(in: folder).count { window(ofKey: $0) != nil }
    }

    /// Those that open with the ring, by the names of their files.
    package static func keys(
        in folder: String, with ring: KeyRing
    ) throws(FileFault) -> [(name: String, key: WindowKey)] {
        try Files.names(in: folder).compactMap { name in
            guard let window = window(ofKey: name),
                let key = try? WindowKey.read("\(folder)/\(name)", context: context(window), with: ring)
            else { return nil }
            return (name, key)
        }
    }

    /// Has the ring's current generation wrap those that earlier ones wrap; how many.
    static func rewrapKeys(in folder: String, with ring: KeyRing) throws(FileFault) -> Int {
        var count = 0
        for name in try Files.names(in: folder) {
            guard let window = window(ofKey: name) else { continue }
            if try WindowKey.rewrap("\(folder)/\(name)", context: context(window), with: ring) { count += 1 }
        }
        return count
    }
}
