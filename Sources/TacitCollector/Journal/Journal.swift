import Crypto
import Dispatch
import Foundation
package import Logging
import Synchronization
import TacitCatalog
package import TacitSeal
import TacitStores

/// What was taken and is not released yet, on the disk: so that what was acknowledged survives `kill -9`.
///
/// ```swift
/// guard let place = journal.append(entry) else { … }  // in memory, in order; nothing more while it can't be written
/// guard await journal.keeps(place) else { … }        // on the disk, together with all others that wait
/// try journal.destroy(window)                        // its key is gone, and what it opened with it
/// ```
///
/// It holds bounded contributions (``JournalEntry``) and no text of a request. They are encrypted under the key of their window,
/// which lies beside them, sealed under the folder's master key, until the window closes. One writer writes whatever waits with
/// one wait for the disk. What can't be written stays in memory and is tried again; meanwhile nothing more is taken.
package final class Journal: Sendable {
    /// Seconds since 1970 before which a window of a length has closed.
    typealias ClosedUntil = [WindowLength: Int64]

    let folder: String
    let master: KeyRing
    private let order: PurgeOrder
    private let limits: Limits
    private let log: Logger
    private let queue = DispatchQueue(label: "tacit.journal")
    private let state = Mutex(State())

    struct Limits {
        /// Bytes that may wait for the disk; beyond it clients are asked to come again.
        var waiting = 64 << 20
        /// Bytes of a file, at which another one begins.
        var segment = 64 << 20
    }

    /// Where an entry stands in the order in which they are written.
    package struct Place: Sendable {
        fileprivate let number: Int
    }

    private struct State {
        var metrics: [JournalSegment.Metric] = []
        var segments: [Int: Segment] = [:]
        var current: Int?
        var lastSegment = 0
        /// Not yet on the disk, in order.
        var waiting: [Waiting] = []
        var waitingBytes = 0
        var appended = 0
        var written = 0
        var isWriting = false
        var failure: FileFault?
        var listeners: [(place: Int, continuation: CheckedContinuation<Bool, Never>)] = []
        /// Windows whose key lies on the disk.
        var saved: Set<WindowID> = []
        /// Closed windows whose key could not be destroyed yet.
        var undestroyed: Set<WindowID> = []
        var closedUntil: ClosedUntil = [:]
        var generation = 0

        func isClosed(_ window: WindowID) -> Bool { window.end <= closedUntil[window.length] ?? .min }

        /// Forgets all that was written or waits; who waited for it.
        mutating func forget() -> [CheckedContinuation<Bool, Never>] {
            defer { listeners = [] }
            generation += 1
            (segments, current) = ([:], nil)
            (waiting, waitingBytes, written) = ([], 0, appended)
            (saved, undestroyed, failure) = ([], [], nil)
            return listeners.map(\.continuation)
        }

        mutating func number(
            in number: Int, _ segment: Segment
        ) -> (number: Int, segment: JournalSegment, frame: UInt64) {
            var segment = segment
            segment.numbered += 1
            segment.underway += 1
            segments[number] = segment
            return (number, segment.content, segment.numbered)
        }
    }

    private struct Segment {
        let content: JournalSegment
        /// Frames that have a number in it.
        var numbered: UInt64 = 0
        /// Bytes that are on the disk, and those with what waits.
        var length = 0
        var planned: Int
        /// Frames that were begun and are not on the disk.
        var underway = 0
        /// What it holds something of.
        var windows: Set<WindowID> = []
    }

    private struct Waiting {
        let segment: Int
        let bytes: [UInt8]
        let keys: [WindowID: WindowKey]
    }

    package convenience init(folder: String, master: KeyRing, log: Logger) throws(FileFault) {
        try self.init(folder: folder, master: master, limits: Limits(), log: log)
    }

    init(folder: String, master: KeyRing, limits: Limits, log: Logger) throws(FileFault) {
        self.folder = folder
        order = PurgeOrder(beside: folder)
        self.master = master
        self.limits = limits
        self.log = log
        try Files.makeFolder(folder)
    }

    /// The metrics whose numbers entries have from here on.
    func begin(_ metrics: [JournalSegment.Metric], after lastSegment: Int, closedUntil: ClosedUntil) {
        state.withLock { state in
            state.metrics = metrics
            state.lastSegment = max(state.lastSegment, lastSegment)
            state.closedUntil = closedUntil
        }
    }

    /// Files of an earlier run, and the windows that they hold something of.
    func adopt(_ segments: [(number: Int, content: JournalSegment, windows: Set<WindowID>)], keys: Set<WindowID>) {
        state.withLock { state in
            for (number, content, windows) in segments {
                state.segments[number] = Segment(content: content, planned: 0, windows: windows)
            }
            state.saved.formUnion(keys)
        }
        sweep()
    }

    // MARK: Writing

    /// Why nothing can be taken now, if nothing can.
    var refusal: String? {
        state.withLock { state in
            if state.failure != nil { return "what is taken can't be written to the disk just now" }
            return state.waitingBytes > limits.waiting ? "the disk is slower than what comes in" : nil
        }
    }

    /// Puts an entry behind all others. ``keeps(_:)`` tells when it is on the disk.
    func append(_ entry: JournalEntry) -> Place? {
        guard let (number, segment, frame) = begin(entry.generation) else { return nil }
        // Sealed outside of the lock, by whoever has something to write.
        let bytes = segment.bytes(frame, entry)
        let keys = entry.sections.mapValues(\.key)
        return state.withLock { state -> Place? in
            state.segments[number]?.underway -= 1
            guard let bytes, state.segments[number] != nil else { return nil }
            state.segments[number]?.underway += 1
            state.segments[number]?.planned += bytes.count
            for window in keys.keys where !state.isClosed(window) { state.segments[number]?.windows.insert(window) }
            state.waiting.append(Waiting(segment: number, bytes: bytes, keys: keys))
            state.waitingBytes += bytes.count
            state.appended += 1
            wake(&state)
            return Place(number: state.appended)
        }
    }

    /// Waits until all that was begun is done.
    func idle() async { await withCheckedContinuation { done in queue.async { done.resume() } } }

    /// The place of the last entry: when it is on the disk, all before it are.
    var last: Place { state.withLock { Place(number: $0.appended) } }

    /// Whether an entry is on the disk.
    func has(_ place: Place) -> Bool { state.withLock { $0.written >= place.number } }

    /// `nil` where what is to be written was purged since.
    private func begin(_ generation: Int?) -> (number: Int, segment: JournalSegment, frame: UInt64)? {
        state.withLock { state in
            guard generation ?? state.generation == state.generation else { return nil }
            if let current = state.current, let segment = state.segments[current], segment.planned < limits.segment {
                return state.number(in: current, segment)
            }
            state.lastSegment += 1
            let content = JournalSegment(metrics: state.metrics, master)
            let segment = Segment(content: content, planned: content.head.count)
            state.current = state.lastSegment
            return state.number(in: state.lastSegment, segment)
        }
    }

    /// Waits until an entry is on the disk; `false` where it can't be written now. It is then written when that works again.
    package func keeps(_ place: Place) async -> Bool {
        await withCheckedContinuation { continuation in
            let known: Bool? = state.withLock { state in
                if state.written >= place.number { return true }
                if state.failure != nil { return false }
                state.listeners.append((place.number, continuation))
                return nil
            }
            if let known { continuation.resume(returning: known) }
        }
    }

    /// Tries again what could not be written or destroyed, and keeps the keys of windows that have opened, whether or not anything
    /// comes: that a window was open, and since when, must tell nothing of who was in it.
    func keepUp(with opened: [WindowID: WindowKey]) {
        let (unsaved, undestroyed) = state.withLock { state in
            wake(&state)
            return (opened.filter { !state.saved.contains($0.key) }, state.undestroyed)
        }
        guard !unsaved.isEmpty || !undestroyed.isEmpty else { return }
        queue.async {
            // What fails is tried at the next tick, and told of where a request needs it.
            for (window, key) in unsaved { try? self.save(window, key) }
            for window in undestroyed { try? self.destroy(window) }
        }
    }

    private func wake(_ state: inout State) {
        guard !state.isWriting, !state.waiting.isEmpty else { return }
        state.isWriting = true
        queue.async { self.write() }
    }

    /// Writes what waits until nothing does.
    private func write() {
        while let (waiting, place) = next() {
            var fault: FileFault?
            do throws(FileFault) {
                try save(waiting)
                try write(waiting)
            } catch {
                fault = error
            }
            let told = finish(fault, place)
            for (continuation, isKept) in told { continuation.resume(returning: isKept) }
            if fault != nil { return }
        }
    }

    /// What waits for one file, which is what is written next.
    private func next() -> (waiting: [Waiting], place: Int)? {
        state.withLock { state in
            guard let segment = state.waiting.first?.segment else {
                state.isWriting = false
                return nil
            }
            let waiting = Array(state.waiting.prefix { $0.segment == segment })
            return (waiting, state.written + waiting.count)
        }
    }

    /// The keys lie on the disk before what they open does.
    private func save(_ waiting: [Waiting]) throws(FileFault) {
        for (window, key) in waiting.flatMap(\.keys) { try save(window, key) }
    }

    private func save(_ window: WindowID, _ key: WindowKey) throws(FileFault) {
        let isNeeded = state.withLock { !$0.saved.contains(window) && !$0.isClosed(window) }
        guard isNeeded else { return }
        try key.save(to: keyFile(window), context: Self.context(window), with: master)
        // Where the window closed meanwhile, nobody else would remove it.
        let isClosed = state.withLock { state in
            if !state.isClosed(window) { state.saved.insert(window) }
            return state.isClosed(window)
        }
        if isClosed { try Files.shred(keyFile(window)) }
    }

    private func write(_ waiting: [Waiting]) throws(FileFault) {
        guard let number = waiting.first?.segment, let segment = state.withLock({ $0.segments[number] }) else { return }
        let head = segment.length == 0 ? segment.content.head : []
        let bytes = waiting.reduce(into: head) { $0 += $1.bytes }
        // After the keys were saved, which a purge of the files finds otherwise.
        guard !order.isGiven else { throw FileFault(ordered: order) }
        // What the process has in memory is not on the disk any more then, and nothing that comes now would survive it either.
        let gone = state.withLock(\.saved).filter { !Files.exist(keyFile($0)) }
        // One whose window closed meanwhile is not looked for any more.
        let areKeysThere = state.withLock { $0.saved.isDisjoint(with: gone) }
        guard areKeysThere, segment.length == 0 || Files.size(file(number)) ?? 0 >= segment.length else {
            throw FileFault(
                .damaged, at: folder,
                remedy:
                    "keys or files of open windows were removed while the collector ran; restart it, and they begin anew"
            )
        }
        // A window that closes frees room, and needs some for its releases first.
        guard Files.hasRoom(for: bytes.count, beside: folder) else {
            throw FileFault(
                .unwritable, at: file(number),
                remedy: "the disk is nearly full, and what is left is for releases; make room")
        }
        try Files.append(bytes, to: file(number), after: segment.length)
        state.withLock { state in
            state.segments[number]?.length += bytes.count
            state.segments[number]?.underway -= waiting.count
            state.waiting.removeFirst(waiting.count)
            state.waitingBytes -= waiting.reduce(0) { $0 + $1.bytes.count }
        }
    }

    /// Who is to be told what.
    private func finish(_ fault: FileFault?, _ place: Int) -> [(CheckedContinuation<Bool, Never>, Bool)] {
        let (told, before) = state.withLock { state in
            let before = state.failure
            state.failure = fault
            if fault != nil {
                state.isWriting = false
                defer { state.listeners = [] }
                return (state.listeners.map { ($0.continuation, false) }, before)
            }
            state.written = place
            let told = state.listeners.filter { $0.place <= place }.map { ($0.continuation, true) }
            state.listeners.removeAll { $0.place <= place }
            return (told, before)
        }
        if let fault, before == nil {
            log.error(
                "journal can't be written; clients are asked to retry",
                metadata: ["code": "\(fault.code.rawValue)", "remedy": "\(fault.remedy)"])
        } else if fault == nil, before != nil {
            log.notice("journal works again")
        }
        return told
    }

    // MARK: Destroying

    /// Destroys a window's key: what was written down of it can't be read any more, wherever copies of it lie.
    func destroy(_ window: WindowID) throws(FileFault) {
        state.withLock { state in
            state.closedUntil[window.length] = max(state.closedUntil[window.length] ?? .min, window.end)
            state.saved.remove(window)
            state.undestroyed.insert(window)
            for number in state.segments.keys { state.segments[number]?.windows.remove(window) }
        }
        try shredKey(of: window)
        state.withLock { _ = $0.undestroyed.remove(window) }
        sweep()
    }

    private func shredKey(of window: WindowID) throws(FileFault) {
        #if DEBUG
            if SkippedStep.windowKey.isSkipped { return }
        #endif
        try Files.shred(keyFile(window))
    }

    /// Notes that all requests so far have had their answers: none of them is waited for after the next start.
    func settle() async {
        let isUsed = state.withLock { $0.current != nil }
        guard isUsed, let place = append(JournalEntry(.settled)) else { return }
        _ = await keeps(place)
    }

    /// How often everything was purged. What was begun before is not written down after.
    var generation: Int { state.withLock(\.generation) }

    /// Destroys the keys of all windows and removes all that was written down, or waits to be; what comes then begins anew.
    ///
    /// - Parameters:
    ///   - replace: replaces the windows, and calls what it is given in the same step: what was added to the old ones is forgotten, and
    ///     what is added to the new ones is not.
    ///   - note: is told what was replaced, and which keys will go, before the first one does.
    func purge<T: Sendable>(
        _ replace: @escaping @Sendable (_ forget: () -> Void) -> T,
        noting note: @escaping @Sendable (T, [ShreddingNote.Key], KeyFingerprint) -> Void = { _, _, _ in }
    ) async -> (replaced: T, destroyed: JournalFiles.Destroyed) {
        await withCheckedContinuation { done in
            queue.async {
                // Nothing is written meanwhile: that is done on this queue.
                var told: [CheckedContinuation<Bool, Never>] = []
                let replaced = replace { told = self.state.withLock { $0.forget() } }
                for listener in told { listener.resume(returning: true) }
                let destroyed = JournalFiles.destroy(in: self.folder) { note(replaced, $0, $1) }
                done.resume(returning: (replaced, destroyed))
            }
        }
    }

    /// Destroys the keys of all windows, and removes the folder.
    func end() throws(FileFault) {
        for name in try Files.names(in: folder) where name.hasSuffix(".key") {
            try Files.shred("\(folder)/\(name)")
        }
        try Files.removeAll(folder)
    }

    /// Removes files of which no window is left.
    private func sweep() {
        let empty = state.withLock { state in
            let empty = state.segments.filter { $1.windows.isEmpty && $1.underway == 0 }.keys
            for number in empty {
                state.segments[number] = nil
                if state.current == number { state.current = nil }
            }
            return empty
        }
        #if DEBUG
            if SkippedStep.segments.isSkipped { return }
        #endif
        // One that can't be removed holds nothing that anybody can read, and the next start tries again.
        for number in empty { try? Files.remove(file(number)) }
    }

    // MARK: Places

    func file(_ number: Int) -> String {
        let digits = String(number)
        return "\(folder)/\(String(repeating: "0", count: max(0, 8 - digits.count)) + digits).journal"
    }

    func keyFile(_ window: WindowID) -> String { "\(folder)/\(window.length.rawValue)-\(window.start).key" }

    static func context(_ window: WindowID) -> String { "window \(window.length.rawValue) \(window.start)" }
}
