import Foundation

/// Searches every byte of a folder for values that must not be there.
package struct StoredSearch {
    /// Kinds of places that bytes lie in.
    package enum Place: String, Sendable, CaseIterable {
        case store
        case freePages = "free pages"
        case log
        case journal
        case files = "other files"
    }

    private let needles: Needles

    package init(_ needles: Needles) { self.needles = needles }

    /// Calls `found` with the number of a needle, the kind of place and the place. How many bytes of each kind were read.
    package func look(in folder: String, found: (Int, Place, String) -> Void) -> [Place: Int] {
        var read: [Place: Int] = [:]
        for file in StoredFile.all(in: folder) where file.kind == .file {
            guard let bytes = StoredBytes(file.path) else { continue }
            let image = file.name.hasSuffix(".sqlite") ? SQLiteImage(file.path) : nil
            bytes.forEachBlock(overlap: max(needles.longest, 4096)) { block, start, _ in
                needles.forEachMatch(in: block) { needle, offset in
                    let (kind, place) = Self.place(file.name, image, start + offset)
                    found(needle, kind, place)
                }
            }
            for (kind, count) in Self.sizes(file, image) { read[kind, default: 0] += count }
        }
        return read
    }

    private static func place(_ name: String, _ image: SQLiteImage?, _ offset: Int) -> (Place, String) {
        guard let image else { return (kind(name), "\(name), offset \(offset)") }
        let page = offset / image.pageSize
        let use = page < image.uses.count ? image.uses[page] : .unknown
        let isFree = use == .free || use == .trunk || use == .unknown
        return (isFree ? .freePages : .store, "\(name), page \(page + 1) (\(image.name(of: use))), offset \(offset)")
    }

    private static func kind(_ name: String) -> Place {
        if name.hasSuffix("-wal") { return .log }
        return name.hasPrefix("journal/") ? .journal : .files
    }

    private static func sizes(_ file: StoredFile, _ image: SQLiteImage?) -> [(Place, Int)] {
        guard let image else { return [(kind(file.name), file.size)] }
        let free = image.uses.count { $0 == .free || $0 == .trunk || $0 == .unknown } * image.pageSize
        return [(.store, max(0, file.size - free)), (.freePages, free)]
    }
}
