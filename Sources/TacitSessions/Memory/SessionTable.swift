import TacitSeal

/// The sessions of one shard: an index by place, and lists by the minute in which they expire.
///
/// 60 bytes a session beside its envelope. Nothing is ever moved as a whole but the index, whose largest holds four bytes a
/// session, so that no operation takes long, however many sessions there are.
struct SessionTable: ~Copyable {
    private typealias Number = UInt32
    private static let none = Number.max

    private struct Entry {
        var high: UInt64
        var low: UInt64
        /// `nil` where the entry is free; `next` is the next free one then.
        var bytes: UnsafeMutableRawPointer?
        var expiresAt: Int64
        var count: UInt32
        var list: Int32
        var next: Number
        var previous: Number

        var stored: UnsafeMutableRawBufferPointer { UnsafeMutableRawBufferPointer(start: bytes, count: Int(count)) }
    }

    /// Entries are given memory so many at a time, and stay where they are.
    private static let chunk = 1024
    private var chunks: [UnsafeMutablePointer<Entry>] = []
    private var used = 0
    private var free = none
    private var live = 0

    /// Bytes of all envelopes, and what a session takes beside.
    private(set) var size = 0
    private static let overhead = 64

    /// Bytes that a session takes.
    static func size(of envelope: StoredSession) -> Int { overhead + envelope.bytes.count }

    /// Number + 1 of an entry; 0 is empty. Open addressing, with linear steps.
    private var index: UnsafeMutableBufferPointer<Number>

    /// A ring of minutes that is longer than any session lives, and after it the list that is being purged.
    private static let minutes = 2048
    private static let purging = Int32(minutes)
    private static let longest: Int64 = 86_400
    private var lists: [Number]
    /// The last minute whose list was taken for purging.
    private var purged: Int64?

    private let released: (@Sendable (UnsafeRawBufferPointer) -> Void)?

    init(_ released: (@Sendable (UnsafeRawBufferPointer) -> Void)?) {
        self.released = released
        index = .allocate(capacity: 64)
        index.initialize(repeating: 0)
        lists = Array(repeating: Self.none, count: Self.minutes + 1)
    }

    deinit {
        for number in 0..<used where entry(Number(number)).pointee.bytes != nil {
            release(entry(Number(number)).pointee.stored)
        }
        for chunk in chunks { chunk.deallocate() }
        index.deallocate()
    }

    // Invariant: `number` is below `used`, and each chunk holds `Self.chunk` initialized entries up to it.
    private func entry(_ number: Number) -> UnsafeMutablePointer<Entry> {
        chunks[Int(number) / Self.chunk] + Int(number) % Self.chunk
    }

    // MARK: Index

    private func home(_ low: UInt64) -> Int { Int(truncatingIfNeeded: low >> 8) & (index.count - 1) }

    /// Where the index has a place, or the empty position where it would.
    private func position(of id: SessionID) -> Int {
        var position = home(id.low)
        while index[position] != 0 {
            let found = entry(index[position] - 1)
            if found.pointee.low == id.low, found.pointee.high == id.high { break }
            position = (position + 1) & (index.count - 1)
        }
        return position
    }

    private mutating func grow() {
        let old = index
        index = .allocate(capacity: old.count * 2)
        index.initialize(repeating: 0)
        for number in old where number != 0 {
            var position = home(entry(number - 1).pointee.low)
            while index[position] != 0 { position = (position + 1) & (index.count - 1) }
            index[position] = number
        }
        old.deallocate()
    }

    /// Empties a position, and moves up what stands behind it and would no longer be found.
    private mutating func clear(_ position: Int) {
        var hole = position
        var next = (hole + 1) & (index.count - 1)
        while index[next] != 0 {
            let wanted = home(entry(index[next] - 1).pointee.low)
            // Whether the hole lies between where it wants to be and where it is.
            if (next &- wanted) & (index.count - 1) >= (next &- hole) & (index.count - 1) {
                index[hole] = index[next]
                hole = next
            }
            next = (next + 1) & (index.count - 1)
        }
        index[hole] = 0
    }

    // MARK: Lists

    private mutating func link(_ number: Number) {
        let found = entry(number)
        // What is over already goes with the next minute.
        let minute = max(found.pointee.expiresAt / 60, (purged ?? -1) + 1)
        let list = Int32(minute % Int64(Self.minutes))
        found.pointee.list = list
        found.pointee.previous = Self.none
        found.pointee.next = lists[Int(list)]
        if found.pointee.next != Self.none { entry(found.pointee.next).pointee.previous = number }
        lists[Int(list)] = number
    }

    private mutating func unlink(_ number: Number) {
        let (previous, next) = (entry(number).pointee.previous, entry(number).pointee.next)
        if next != Self.none { entry(next).pointee.previous = previous }
        if previous != Self.none {
            entry(previous).pointee.next = next
        } else if lists[Int(Self.purging)] == number {
            lists[Int(Self.purging)] = next
        } else {
            lists[Int(entry(number).pointee.list)] = next
        }
    }

    // MARK: Bytes

    private func release(_ bytes: UnsafeMutableRawBufferPointer) {
        wipe(bytes)
        released?(UnsafeRawBufferPointer(bytes))
        bytes.baseAddress?.deallocate()
    }

    private static func copy(_ bytes: [UInt8]) -> UnsafeMutableRawPointer {
        precondition(!bytes.isEmpty, "an envelope has bytes")
        let copy = UnsafeMutableRawPointer.allocate(byteCount: bytes.count, alignment: 1)
        // As many bytes as were just allocated; an array that is not empty has a base.
        bytes.withUnsafeBytes { copy.copyMemory(from: $0.baseAddress!, byteCount: bytes.count) }
        return copy
    }

    /// No session lives longer than a day, whatever it is stored with.
    private static func expiry(_ envelope: StoredSession, _ now: Int64) -> Int64 {
        max(0, min(envelope.expiresAt, now + longest))
    }

    // MARK: Sessions

    /// Whether the place was free.
    mutating func insert(_ id: SessionID, _ envelope: StoredSession, now: Int64) -> Bool {
        guard index[position(of: id)] == 0 else { return false }
        if (live + 1) * 4 > index.count * 3 { grow() }
        let number = freeEntry()
        entry(number).pointee = Entry(
            high: id.high, low: id.low, bytes: Self.copy(envelope.bytes), expiresAt: Self.expiry(envelope, now),
            count: UInt32(envelope.bytes.count), list: 0, next: Self.none, previous: Self.none)
        link(number)
        index[position(of: id)] = number + 1
        live += 1
        size += Self.size(of: envelope)
        return true
    }

    func find(_ id: SessionID, now: Int64) -> [UInt8]? {
        let number = index[position(of: id)]
        guard number != 0, entry(number - 1).pointee.expiresAt > now else { return nil }
        let stored = entry(number - 1).pointee.stored
        // As many bytes as there is room for, all of which are written.
        return Array(unsafeUninitializedCapacity: stored.count) { bytes, count in
            UnsafeMutableRawBufferPointer(bytes).copyMemory(from: UnsafeRawBufferPointer(stored))
            count = stored.count
        }
    }

    mutating func replace(
        _ id: SessionID, found: [UInt8], by envelope: StoredSession, now: Int64
    ) -> SessionReplacement {
        let number = index[position(of: id)]
        guard number != 0, entry(number - 1).pointee.expiresAt > now else { return .gone }
        let place = entry(number - 1)
        guard place.pointee.stored.suffix(StoredSession.markSize).elementsEqual(found.suffix(StoredSession.markSize))
        else {
            return .changed
        }
        size += envelope.bytes.count - Int(place.pointee.count)
        release(place.pointee.stored)
        unlink(number - 1)
        place.pointee.bytes = Self.copy(envelope.bytes)
        place.pointee.count = UInt32(envelope.bytes.count)
        place.pointee.expiresAt = Self.expiry(envelope, now)
        link(number - 1)
        return .replaced
    }

    /// Whether it had not expired; `nil` where there was none.
    mutating func remove(_ id: SessionID, now: Int64) -> Bool? {
        let position = position(of: id)
        guard index[position] != 0 else { return nil }
        let number = index[position] - 1
        let isAlive = entry(number).pointee.expiresAt > now
        remove(number, at: position)
        return isAlive
    }

    private mutating func remove(_ number: Number, at position: Int) {
        size -= Self.overhead + Int(entry(number).pointee.count)
        release(entry(number).pointee.stored)
        unlink(number)
        clear(position)
        // Nothing tells any more which session it was.
        entry(number).pointee = Entry(
            high: 0, low: 0, bytes: nil, expiresAt: 0, count: 0, list: 0, next: free, previous: Self.none)
        free = number
        live -= 1
    }

    private mutating func remove(_ number: Number) {
        let found = entry(number).pointee
        remove(number, at: position(of: SessionID(high: found.high, low: found.low)))
    }

    private mutating func freeEntry() -> Number {
        if free != Self.none {
            defer { free = entry(free).pointee.next }
            return free
        }
        if used.isMultiple(of: Self.chunk) { chunks.append(.allocate(capacity: Self.chunk)) }
        used += 1
        return Number(used - 1)
    }

    /// Removes what has expired in minutes that are over, looking at no more than `most`.
    mutating func purge(now: Int64, most: Int) -> SessionPurge {
        let last = now / 60 - 1
        // A ring that nobody has purged for long is gone round once.
        var minute = max(purged ?? -1, last - Int64(Self.minutes))
        var purge = SessionPurge(removed: 0, isComplete: false)
        for _ in 0..<most {
            while lists[Int(Self.purging)] == Self.none, minute < last {
                minute += 1
                purged = minute
                lists.swapAt(Int(Self.purging), Int(minute % Int64(Self.minutes)))
            }
            let number = lists[Int(Self.purging)]
            guard number != Self.none else {
                purge.isComplete = true
                break
            }
            if entry(number).pointee.expiresAt <= now {
                remove(number)
                purge.removed += 1
            } else {
                // A ring that was not purged for more than a round has sessions of two rounds in one list.
                unlink(number)
                link(number)
            }
        }
        return purge
    }

    /// Removes what stands from `start` on, but no more than `most`; where to go on.
    mutating func removeAll(from start: Int, most: Int) -> (removed: Int, next: Int?) {
        var removed = 0
        var number = start
        while number < used, removed < most {
            if entry(Number(number)).pointee.bytes != nil {
                remove(Number(number))
                removed += 1
            }
            number += 1
        }
        return (removed, number < used ? number : nil)
    }

    func forEachStored(_ body: (UnsafeRawBufferPointer) -> Void) {
        for number in 0..<used where entry(Number(number)).pointee.bytes != nil {
            body(UnsafeRawBufferPointer(entry(Number(number)).pointee.stored))
        }
    }
}
