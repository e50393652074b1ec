import TacitSeal

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// What a courier remembers between two runs of an app: when to send, and whose keys to trust.
struct CourierFiles: Sendable {
    let folder: String

    var lock: String { folder + "/send.lock" }
    private var schedulePath: String { folder + "/schedule.json" }
    private var keysPath: String { folder + "/collector.json" }

    /// A schedule that can't be read begins anew.
    func schedule() -> SendSchedule {
        Files.read(schedulePath).flatMap { try? JSONDecoder().decode(SendSchedule.self, from: Data($0)) }
            ?? SendSchedule()
    }

    func save(_ schedule: SendSchedule) throws(FileFault) {
        // Integers, texts and their absence always encode.
        try Files.replace(schedulePath, with: try! JSONEncoder().encode(schedule))
    }

    /// The keys that the collector offered last. Its signing key is the one that was trusted first.
    func keys() -> CollectorKeys? {
        Files.read(keysPath).flatMap { try? CollectorKeys(json: Data($0)) }
    }

    /// Returns where the keys are either not there or can be read: what can't is not taken for a first meeting.
    func checkKeys() throws(FileFault) {
        guard Files.exist(keysPath), keys() == nil else { return }
        throw FileFault(
            .damaged, at: keysPath, remedy: "compare the collector's fingerprint, and remove the file to trust it anew")
    }

    func save(_ keys: CollectorKeys) throws(FileFault) { try Files.replace(keysPath, with: keys.json) }
}
