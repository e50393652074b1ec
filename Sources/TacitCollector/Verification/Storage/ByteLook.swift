import Foundation
import Synchronization
import TacitScrub

/// What every stored byte is held against.
struct SoughtBytes: Sendable {
    /// Keys, in all forms, and what each is called.
    let keys: KeyNeedles
    /// Exact figures, as they are before they are sealed.
    let exact: Needles
    let texts: TextLook
}

/// Looks at stretches of stored bytes and notes what should not be there. There is one for each thread.
final class ByteLook {
    var checks = StorageChecks()
    /// What may lie within a ciphertext.
    private(set) var inPages: [PageFinding] = []
    private let sought: SoughtBytes
    private let clean = CleanTexts()

    init(for sought: SoughtBytes) { self.sought = sought }

    /// Looks for keys and exact figures.
    func search(_ bytes: UnsafeRawBufferPointer, isMasterKey: Bool = false, _ place: (Int) -> String) {
        sought.keys.needles.forEachMatch(in: bytes) { needle, offset in
            let name = sought.keys.name(of: needle)
            // In its own file it lies as it is, and there is nothing else.
            if isMasterKey, offset == 0, name == "the master key" { return }
            checks.fault(
                \.keys, at: place(offset), "holds \(name)",
                remedy: "take the key for known to others: find out what wrote it, delete it, and begin a new folder")
        }
        sought.exact.forEachMatch(in: bytes) { _, offset in
            checks.fault(
                \.exact, at: place(offset), "holds an exact figure of a closed window",
                remedy: "do not pass the folder on; find out what wrote it, delete it and `VACUUM`")
        }
    }

    /// Looks for what is personal in a stretch of a store's page.
    ///
    /// - Parameter offset: where the stretch begins in the page.
    func scrub(
        _ bytes: UnsafeRawBufferPointer, in page: SQLiteImage.Place, at offset: Int = 0, _ place: (Int) -> String
    ) {
        sought.texts.forEachFinding(in: bytes, clean) { kind, range in
            let place = place(range.lowerBound)
            guard inPages.count < PageFinding.most else { return checks.tell(kind, at: place) }
            let range = range.lowerBound + offset..<range.upperBound + offset
            inPages.append(PageFinding(kind: kind, place: place, page: page, range: range))
        }
    }

    /// Looks for what is personal.
    ///
    /// - Parameter ciphertext: in which nothing is a text.
    func scrub(
        _ bytes: UnsafeRawBufferPointer, hasCodes: Bool = false, except ciphertext: Range<Int> = 0..<0,
        _ place: (Int) -> String
    ) {
        sought.texts.forEachFinding(in: bytes, hasCodes: hasCodes, clean) { kind, range in
            // One that begins with the last bytes of a frame may reach out of it.
            if ciphertext.lowerBound <= range.lowerBound, range.upperBound <= ciphertext.upperBound { return }
            checks.tell(kind, at: place(range.lowerBound))
        }
    }
}

extension ByteLook {
    /// A part of what is to be looked at, which any processor may do.
    typealias Work = @Sendable (ByteLook) -> Void

    /// What a part has found.
    typealias Found = (checks: StorageChecks, inPages: [PageFinding])

    /// Shares the work among all processors, and says what each part has found, in the order of the parts.
    static func share(_ work: [Work], for sought: SoughtBytes) async -> [Found] {
        let parts = Parts()
        return await withTaskGroup(of: [(part: Int, found: Found)].self) { group in
            for _ in 0..<min(work.count, ProcessInfo.processInfo.activeProcessorCount) {
                group.addTask {
                    let look = ByteLook(for: sought)
                    var found: [(part: Int, found: Found)] = []
                    while true {
                        let part = parts.next()
                        guard part < work.count else { return found }
                        work[part](look)
                        found.append((part, look.take()))
                    }
                }
            }
            return await group.reduce(into: []) { $0 += $1 }.sorted { $0.part < $1.part }.map(\.found)
        }
    }

    /// What was found since it was last asked for.
    private func take() -> Found {
        defer { (checks, inPages) = (StorageChecks(), []) }
        return (checks, inPages)
    }

    /// Gives each number once.
    private final class Parts: Sendable {
        private let given = Atomic(0)

        func next() -> Int { given.add(1, ordering: .relaxed).oldValue }
    }
}

extension StorageChecks {
    /// Notes that something of a kind lies there.
    mutating func tell(_ kind: Kind, at place: String) {
        switch kind {
        case .ipAddress:
            fault(
                \.addresses, at: place, "holds a network address",
                remedy: "find out what wrote it; then delete the file, or the row and `VACUUM`")
        case .privateKey:
            fault(
                \.keys, at: place, "holds a private key in PEM",
                remedy: "take the key for known to others: make a new one, and delete this")
        default:
            fault(
                \.clean, at: place, "holds \(kind)",
                remedy: "find out what wrote it; then delete the file, or the row and `VACUUM`")
        }
    }
}
