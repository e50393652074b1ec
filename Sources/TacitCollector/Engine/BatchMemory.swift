import TacitSeal
import TacitWire

/// The batches that were taken lately: one that comes again adds nothing and has the first answer.
///
/// A batch is remembered until every window has closed in which it may have counted. Where there is no room for another one,
/// it is not taken: nothing is forgotten early. An entry has 72 bytes, in a table that is three eighths to three quarters
/// full: a million of them, the default limit, take 151 MB.
///
/// ```swift
/// switch memory.begin(batch, digest: digest) {
/// case .new: memory.finish(batch, answer, until: windows.closed(after: now))     // or abandon it
/// case .again(let answer): …
/// }
/// ```
struct BatchMemory {
    /// Clients number the batches of each signal for themselves.
    struct Batch: Hashable {
        let id: BatchID
        let signal: Signal
    }

    /// The first half of the SHA-256 of a batch's content.
    struct Digest: Hashable {
        private let high: UInt64
        private let low: UInt64

        init(_ content: UnsafeRawBufferPointer) {
            let digest = Receipt.Statement.digest(of: content)
            (high, low) = digest.withUnsafeBytes { bytes in
                (bytes.loadUnaligned(as: UInt64.self), bytes.loadUnaligned(fromByteOffset: 8, as: UInt64.self))
            }
        }

        var bytes: [UInt8] { high.littleEndianBytes + low.littleEndianBytes }

        init?(bytes: some Collection<UInt8>) {
            guard bytes.count == 16 else { return nil }
            high = UInt64(littleEndianBytes: bytes.prefix(8))
            low = UInt64(littleEndianBytes: bytes.dropFirst(8))
        }
    }

    enum Decision {
        /// It is not known; its place is kept.
        case new
        case again(IngestAnswer)
        case otherContent
        /// It is being taken at this moment.
        case underway
        case full
    }

    private struct Entry {
        let digest: Digest
        let answer: IngestAnswer
    }

    private let limit: Int
    /// By the time until which they are kept: a handful, since windows close at the same times for all.
    private var remembered: [(until: Int64, batches: [Batch: Entry])] = []
    private var underway: [Batch: Digest] = [:]

    init(limit: Int) { self.limit = limit }

    var count: Int { remembered.reduce(underway.count) { $0 + $1.batches.count } }

    /// Asks whether a batch is to be taken.
    mutating func begin(_ batch: Batch, digest: Digest) -> Decision {
        for generation in remembered {
            guard let entry = generation.batches[batch] else { continue }
            return entry.digest == digest ? .again(entry.answer) : .otherContent
        }
        if let other = underway[batch] { return other == digest ? .underway : .otherContent }
        guard count < limit else { return .full }
        underway[batch] = digest
        return .new
    }

    /// Remembers what was answered.
    mutating func finish(_ batch: Batch, _ answer: IngestAnswer, until: Int64) {
        guard let digest = endWork(on: batch) else { return }
        let generation = remembered.firstIndex { $0.until == until }
        if generation == nil { remembered.append((until, [:])) }
        remembered[generation ?? remembered.count - 1].batches[batch] = Entry(digest: digest, answer: answer)
    }

    /// Remembers one that an earlier run took.
    mutating func restore(_ batch: Batch, _ digest: Digest, _ answer: IngestAnswer, until: Int64) {
        underway[batch] = digest
        finish(batch, answer, until: until)
    }

    /// Nothing of it was taken.
    mutating func abandon(_ batch: Batch) { _ = endWork(on: batch) }

    private mutating func endWork(on batch: Batch) -> Digest? {
        let digest = underway.removeValue(forKey: batch)
        // A table that loses an entry keeps its bytes until another takes the place; one that is given back is overwritten.
        if underway.isEmpty { underway = [:] }
        return digest
    }

    /// Forgets all that were taken.
    mutating func purge() { remembered = [] }

    /// Forgets those whose windows have closed.
    mutating func forget(now: Int64) {
        #if DEBUG
            if SkippedStep.batchIdentities.isSkipped { return }
        #endif
        remembered.removeAll { $0.until <= now }
    }
}
