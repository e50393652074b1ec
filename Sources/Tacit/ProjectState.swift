import Synchronization
import TacitSeal

/// What lies in a project's state folder. It is opened when there is a key, and that is made with the first decision about
/// consent: before it there is neither folder nor file.
final class ProjectState: Sendable {
    let folder: String
    let declaration: Declaration
    private let logDays: Int
    private let opened = Mutex<Opened?>(nil)
    private let isDeclared = Atomic<Bool>(false)

    struct Contents: Sendable {
        let key: MasterKey
        let outbox: Outbox
        let log: TransparencyLog
        let installation: DailyContributor
    }

    private struct Opened {
        let contents: Contents
        /// The file that the key was read from: another process may have erased it, and begun anew.
        let file: Files.Identity?
    }

    init(folder: String, declaration: Declaration, logDays: Int) {
        self.folder = folder
        self.declaration = declaration
        self.logDays = logDays
    }

    var files: CourierFiles { CourierFiles(folder: folder) }
    var trail: ConsentTrail { ConsentTrail(folder: folder) }

    /// Whether anything was ever decided, and not erased since.
    var exists: Bool { Files.exist(trail.keyPath) || Files.exist(trail.path) }

    func open() throws(FileFault) -> Contents {
        let file = Files.identity(trail.keyPath)
        if let opened = opened.withLock({ $0 }), file != nil, opened.file == file { return opened.contents }
        let key: MasterKey
        do throws(KeyError) {
            key = try MasterKey(file: trail.keyPath, creating: false)
        } catch {
            throw FileFault(error.code == .damaged ? .damaged : .unreadable, at: error.place, remedy: error.remedy)
        }
        let contents = Contents(
            key: key, outbox: Outbox(folder: folder, key: key),
            log: TransparencyLog(folder: folder, key: key, days: logDays),
            installation: DailyContributor(secret: key.derived(for: .contributor)))
        opened.withLock { $0 = Opened(contents: contents, file: file) }
        return contents
    }

    /// Forgets the key: what lay in the folder is gone.
    func close() {
        opened.withLock { $0 = nil }
        isDeclared.store(false, ordering: .releasing)
    }

    /// Says once in a process, where somebody has decided, what the program may collect. That it was erased before is
    /// forgotten then, unless the collector has yet to be told.
    func declare() throws(FileFault) {
        guard !isDeclared.load(ordering: .acquiring), exists else { return }
        try declaration.save(in: folder)
        if let note = ErasureNote.read(in: folder), note.isComplete, note.pending == nil {
            try Files.remove(ErasureNote.path(in: folder))
        }
        isDeclared.store(true, ordering: .releasing)
    }

    /// Whether the collector may have yet to be told something.
    var hasReminders: Bool { Files.exist(ErasureNote.path(in: folder)) || files.hasErasures }
}
