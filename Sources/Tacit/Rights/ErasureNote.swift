import TacitSeal

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// What stays of an erased project: that it was erased, and what the collector has yet to be told.
///
/// The key goes at once, so the request to the collector is made before and kept ready; with it stays what is needed to
/// bring it there. Both go when the collector has answered, or when its windows have closed.
struct ErasureNote: Sendable, Equatable, Codable {
    private static let formatVersion = 1

    private let format: Int
    /// Days since 1970 UTC.
    let erasedOn: Int64
    /// Whether the rest of the folder has gone.
    var isComplete = false
    var pending: Pending?
    /// What the collector took out, once it has said so.
    var contributions: Int?
    var windows: Int?
    /// What it signed, as JSON.
    var receipt: String?

    struct Pending: Sendable, Equatable, Codable {
        let request: ErasureRequest
        /// The first day, since 1970 UTC, on which nothing is left that it could take out.
        let until: Int64
        /// The key that the collector signs with, where it is known.
        let signer: VerifyingKey?
        /// Where the collector is, as the program set it.
        let settings: [String: String]
        /// When the collector was last asked, in milliseconds since 1970 UTC.
        var triedAt: Int64?

        func isOpen(on today: Int64) -> Bool { today < until }
    }

    init(erasedOn day: Int64, pending: Pending?) {
        format = Self.formatVersion
        erasedOn = day
        self.pending = pending
    }

    static let name = "erased.json"

    static func path(in folder: String) -> String { "\(folder)/\(name)" }

    static func read(in folder: String) -> ErasureNote? {
        guard let json = Files.read(path(in: folder)),
            let note = try? JSONDecoder().decode(ErasureNote.self, from: Data(json)), note.format == formatVersion
        else { return nil }
        return note
    }

    func save(in folder: String) throws(FileFault) {
        // Integers, texts and keys always encode.
        try Files.replace(Self.path(in: folder), with: try! JSONEncoder().encode(self))
    }

    /// Removes all else from the folder, the key first: what another process still has open can't be read any more.
    /// Returns what could not be removed: the folder, where what is in it can't be told.
    static func clear(_ folder: String) -> [String] {
        let key = "install.key"
        var left: [String] = []
        let names = try? Files.names(in: folder)
        if names == nil { left.append(folder) }
        for name in [key] + (names ?? []).filter({ ![key, Self.name].contains($0) }) {
            let item = folder + "/" + name
            if (try? Files.remove(item)) == nil, (try? Files.removeAll(item)) == nil { left.append(name) }
        }
        return left
    }

    /// Ends what a crash cut short.
    static func finish(in folder: String) {
        guard Files.exist(path(in: folder)), var note = read(in: folder), !note.isComplete else { return }
        note.isComplete = clear(folder).isEmpty
        try? note.save(in: folder)
    }

    /// Throws where what is to be written belongs to an installation that is gone: another process may not have noticed.
    static func refuseErased(_ folder: String) throws(FileFault) {
        guard Files.exist(folder + "/install.key") else {
            throw FileFault(
                .unwritable, at: folder, remedy: "what was kept there has been erased; start the program anew")
        }
    }
}
