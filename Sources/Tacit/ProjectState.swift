import Synchronization
import TacitSeal

/// What lies in a project's state folder. It is opened when there is a key, and that is made with the first decision about
/// consent: before it there is neither folder nor file.
final class ProjectState: Sendable {
    let folder: String
    private let logDays: Int
    private let opened = Mutex<Contents?>(nil)

    struct Contents: Sendable {
        let key: MasterKey
        let outbox: Outbox
        let log: TransparencyLog
        let installation: DailyContributor
    }

    init(folder: String, logDays: Int) {
        self.folder = folder
        self.logDays = logDays
    }

    var files: CourierFiles { CourierFiles(folder: folder) }
    var trail: ConsentTrail { ConsentTrail(folder: folder) }

    func open() throws(FileFault) -> Contents {
        if let contents = opened.withLock({ $0 }) { return contents }
        let key: MasterKey
        do throws(KeyError) {
            key = try MasterKey(file: trail.keyPath, creating: false)
        } catch {
            throw FileFault(.unreadable, at: error.place, remedy: error.remedy)
        }
        let contents = Contents(
            key: key, outbox: Outbox(folder: folder, key: key),
            log: TransparencyLog(folder: folder, key: key, days: logDays),
            installation: DailyContributor(secret: key.derived(for: .contributor)))
        opened.withLock { $0 = contents }
        return contents
    }

    /// Forgets the key: what lay in the folder is gone.
    func close() { opened.withLock { $0 = nil } }
}
