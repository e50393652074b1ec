import Dispatch
package import Logging
import Synchronization
package import TacitSeal
import TacitStores

/// Keeps single records, sanitized, for some days: encrypted, under a key of each day.
///
/// ```swift
/// detail.append(kept, from: stage, generation: generation, after: place, at: now)      // in memory
/// await detail.keepUp(at: now)               // once a minute it is written, shuffled
/// let gone = await detail.expire(at: now)    // the keys of days whose time is over, then what they opened
/// ```
///
/// A record is written once, and not before the journal has its request: what a crash takes back, and its sender sends again, is
/// not there twice. What waits when the process is killed is lost here, and nowhere else. Where the disk can't be written it waits, and
/// nothing more is taken.
package final class SealedDetail: Sendable {
    package let folder: DetailFolder
    /// Who read it.
    let readings: DetailReadingLog
    let ring: KeyRing
    private let journal: Journal?
    private let limit: Int64
    private let limits: Limits
    private let log: Logger
    private let queue = DispatchQueue(label: "tacit.detail")
    private let state = Mutex(State())
    /// Used on the queue alone.
    private let files: Mutex<DetailFiles>

    struct Limits {
        /// Bytes in memory at which they are written at once, and beyond which clients are asked to come again.
        var early = 4 << 20
        var waiting = 64 << 20
        /// Bytes of a file, at which another one begins.
        var segment = 32 << 20
        /// Whether the disk takes so many more bytes in a folder, and keeps what releases need.
        var hasRoom: @Sendable (Int, String) -> Bool = { Files.hasRoom(for: $0, beside: $1) }
    }

    /// Seconds from one time at which all that waits is written to the next.
    static let period: Int64 = 60

    private struct State {
        var waiting: [Waiting] = []
        /// How many bytes of memory that takes, about.
        var size = 0
        var failure: FileFault?
        /// How often everything was purged.
        var generation = 0
        /// When it was last written, and what the time is, as far as is known here.
        var written: Int64 = .min
        var now: Int64 = .min
        var isWriting = false

        /// Who comes first begins the first minute.
        mutating func begin(at now: Int64) {
            self.now = max(self.now, now)
            if written == .min { written = now }
        }
    }

    struct Waiting {
        let batch: DetailBatch
        let stage: DetailStage
        let place: Journal.Place?
        let size: Int
        /// The records that are not on the disk yet.
        var left: [Int]

        var sizeOfRecord: Int { size / max(1, batch.records.count) }
    }

    /// - Parameters:
    ///   - limit: for how many seconds a record may be kept.
    ///   - journal: what has to have a request before its records are written, if anything has.
    package convenience init(in state: String, limit: Int64, ring: KeyRing, journal: Journal?, log: Logger) {
        self.init(in: state, limit: limit, ring: ring, journal: journal, limits: Limits(), log: log)
    }

    init(in state: String, limit: Int64, ring: KeyRing, journal: Journal?, limits: Limits, log: Logger) {
        self.ring = ring
        folder = DetailFolder(in: state)
        readings = DetailReadingLog(in: state)
        files = Mutex(DetailFiles(folder, limit: limit, segment: limits.segment, ring: ring))
        self.limit = limit
        self.journal = journal
        self.limits = limits
        self.log = log
    }

    // MARK: Taking

    /// Why nothing can be taken now, if nothing can.
    var refusal: String? {
        state.withLock { state in
            if state.failure != nil { return "sealed detail can't be written to the disk just now" }
            return state.size > limits.waiting ? "the disk is slower than what comes in" : nil
        }
    }

    /// How often everything was purged. What was begun before is not kept after.
    var generation: Int { state.withLock(\.generation) }

    /// Takes what a request has added to the windows.
    ///
    /// - Parameters:
    ///   - generation: that of before the windows took it.
    ///   - place: where the journal has its request.
    func append(
        _ batches: [DetailBatch], from stage: DetailStage, generation: Int, after place: Journal.Place?, at now: Int64
    ) {
        let waiting = batches.filter { !$0.records.isEmpty }.map { batch in
            Waiting(
                batch: batch, stage: stage, place: place, size: batch.size, left: Array(batch.records.indices))
        }
        let isEarly = state.withLock { state in
            guard state.generation == generation else { return false }
            state.waiting += waiting
            state.size += waiting.reduce(0) { $0 + $1.size }
            state.begin(at: now)
            guard state.size > limits.early, !state.isWriting, state.failure == nil else { return false }
            state.isWriting = true
            return true
        }
        if isEarly { queue.async { self.write() } }
    }

    // MARK: Writing

    /// Writes at every full minute what waits; at once where that failed before.
    func keepUp(at now: Int64) async {
        let isDue = state.withLock { state in
            state.begin(at: now)
            return state.failure != nil || state.written / Self.period < now / Self.period
        }
        if isDue { await writeAll(at: now) }
    }

    /// Writes all that waits and that the journal has.
    func writeAll(at now: Int64) async {
        state.withLock { state in
            state.now = max(state.now, now)
            state.written = now
        }
        await withCheckedContinuation { done in
            queue.async {
                self.write()
                done.resume()
            }
        }
    }

    private func write() {
        var (ready, generation, now) = takeReady()
        let hours = Self.hours(of: ready)
        for number in ready.indices { ready[number].left = [] }
        var fault: FileFault?
        // A day that came so late, or waited so long, that its time is over is not kept.
        for (hour, places) in hours.sorted(by: { $0.key < $1.key })
        where DetailFolder.day(of: hour).start + limit > now {
            do throws(FileFault) {
                // Before anything is encrypted: on a full disk that would be done again each second.
                try makeRoom(for: places.reduce(DetailFrame.grain) { $0 + ready[$1.waiting].sizeOfRecord })
                let records = places.map { ready[$0.waiting].stage.record($0.record, of: ready[$0.waiting].batch) }
                // Who came before whom is nobody's business.
                try files.withLock { files throws(FileFault) in try files.write(records.shuffled(), of: hour) }
            } catch {
                fault = error
                for place in places { ready[place.waiting].left.append(place.record) }
            }
        }
        finish(ready, of: generation, fault)
    }

    /// Records by their hour: of which batch they are, and their number in it.
    private static func hours(of ready: [Waiting]) -> [WindowID: [(waiting: Int, record: Int)]] {
        var hours: [WindowID: [(waiting: Int, record: Int)]] = [:]
        for (number, waiting) in ready.enumerated() {
            for record in waiting.left {
                hours[waiting.batch.records[record].hour, default: []].append((number, record))
            }
        }
        return hours
    }

    /// Makes the folder, and throws where it has no room. In a file records take less than in memory, but for what fills up a frame.
    private func makeRoom(for bytes: Int) throws(FileFault) {
        try Files.makeFolder(folder.path)
        guard limits.hasRoom(bytes, folder.path) else {
            throw FileFault(
                .unwritable, at: folder.path,
                remedy: "the disk is nearly full, and what is left is for releases; make room")
        }
    }

    /// What waits, and can be written, and how often everything was purged before.
    func takeReady() -> ([Waiting], generation: Int, now: Int64) {
        state.withLock { state in
            state.isWriting = true
            let split = state.waiting.map(isKept)
            let ready = zip(state.waiting, split).compactMap { $1 ? $0 : nil }
            state.waiting = zip(state.waiting, split).compactMap { $1 ? nil : $0 }
            return (ready, state.generation, state.now)
        }
    }

    /// Whether its request is in the journal, where there is one: until then its sender has no answer, and sends it again.
    private func isKept(_ waiting: Waiting) -> Bool { waiting.place.map { journal?.has($0) ?? true } ?? true }

    /// Records that wait and that nobody sends again.
    var unwritten: Int {
        state.withLock { $0.waiting.filter(isKept).reduce(0) { $0 + $1.left.count } }
    }

    /// Waits until all that was begun is done.
    func idle() async { await withCheckedContinuation { done in queue.async { done.resume() } } }

    /// Puts back what could not be written, where nothing was purged since it was taken.
    func finish(_ ready: [Waiting], of generation: Int, _ fault: FileFault?) {
        let before = state.withLock { state in
            if state.generation == generation { state.waiting = ready.filter { !$0.left.isEmpty } + state.waiting }
            state.size = state.waiting.reduce(0) { $0 + $1.size }
            state.isWriting = false
            defer { state.failure = fault }
            return state.failure
        }
        if let fault, before == nil {
            log.error(
                "sealed detail can't be written; clients are asked to retry",
                metadata: ["code": "\(fault.code.rawValue)", "place": "\(fault.place)", "remedy": "\(fault.remedy)"])
        } else if fault == nil, before != nil {
            log.notice("sealed detail can be written again")
        }
    }

    // MARK: Destroying

    /// Destroys what has reached its limit.
    func expire(at now: Int64, noting note: ShreddingNote? = nil) async -> DetailFolder.Destroyed {
        await destroy { [folder, limit] in folder.expire(limit, at: now, noting: note) }
    }

    /// Destroys all, that which waits too; what comes then is kept under new keys.
    func purge(noting note: ShreddingNote? = nil) async -> DetailFolder.Destroyed {
        state.withLock { state in
            state.generation += 1
            (state.waiting, state.size, state.failure) = ([], 0, nil)
        }
        return await destroy { [folder] in folder.destroyAll(noting: note) }
    }

    /// Nothing is written meanwhile: that is done on the same queue.
    private func destroy(_ body: @escaping @Sendable () -> DetailFolder.Destroyed) async -> DetailFolder.Destroyed {
        await withCheckedContinuation { done in
            queue.async {
                let destroyed = body()
                self.files.withLock { $0.forgetGone() }
                done.resume(returning: destroyed)
            }
        }
    }
}
