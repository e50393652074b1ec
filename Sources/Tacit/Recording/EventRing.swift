import Synchronization

/// A bounded queue between the threads that record and the one that writes: no lock, and no memory beyond what it begins with.
///
/// The algorithm is Vyukov's bounded queue with one reader: each slot has a turn, a number that says who may use it next.
/// A writer whose turn it is claims the slot by moving the tail, fills it, and passes the turn on to the reader.
final class EventRing: Sendable {
    /// What is in a slot before the words of the fields.
    private enum Header {
        static let turn = 0
        static let time = 8
        static let event = 16
        static let present = 20
        static let texts = 24
        static let words = 32
    }
    private static let slotBytes = Header.words + 8 * FieldWriter.capacity

    // Invariant: `slots` points at `capacity` slots that this object allocated and frees. A slot is written only by the
    // writer that claimed it (its turn equals the claimed position) and read only by the reader (its turn is one more);
    // the release of a turn makes what was written visible to who acquires it.
    private nonisolated(unsafe) let slots: UnsafeMutableRawPointer
    private let capacity: UInt64
    private let tail = Atomic<UInt64>(0)
    /// Where the one reader is. Only it changes this.
    private let head = Atomic<UInt64>(0)

    /// - Parameter capacity: rounded up to a power of two.
    init(capacity: Int) {
        self.capacity = UInt64(max(2, capacity)).nextPowerOfTwo
        slots = .allocate(byteCount: Int(self.capacity) * Self.slotBytes, alignment: 64)
        for position in 0..<self.capacity {
            turn(of: position).initialize(to: Atomic(position))
            texts(of: position).initialize(to: nil)
        }
    }

    deinit {
        for position in 0..<capacity {
            texts(of: position).deinitialize(count: 1)
            turn(of: position).deinitialize(count: 1)
        }
        slots.deallocate()
    }

    // The three below: an offset within a slot, at which `init` made a value of that type, or plain words.
    private func slot(of position: UInt64) -> UnsafeMutableRawPointer {
        slots + Int(position & (capacity - 1)) * Self.slotBytes
    }
    private func turn(of position: UInt64) -> UnsafeMutablePointer<Atomic<UInt64>> {
        (slot(of: position) + Header.turn).assumingMemoryBound(to: Atomic<UInt64>.self)
    }
    private func texts(of position: UInt64) -> UnsafeMutablePointer<[String]?> {
        (slot(of: position) + Header.texts).assumingMemoryBound(to: [String]?.self)
    }

    /// Adds an event; `false` where the queue is full, and then nothing was done.
    func push<Event: TelemetryEvent>(_ event: Event, time: Int64) -> Bool {
        var position = tail.load(ordering: .relaxed)
        while true {
            let ahead = Int64(bitPattern: turn(of: position).pointee.load(ordering: .acquiring) &- position)
            if ahead == 0 {
                let claim = tail.weakCompareExchange(
                    expected: position, desired: position + 1, successOrdering: .relaxed, failureOrdering: .relaxed)
                if claim.exchanged { break }
                position = claim.original
            } else if ahead < 0 {
                return false
            } else {
                position = tail.load(ordering: .relaxed)
            }
        }
        // Claimed: until its turn is passed on, nobody else reads or writes the slot, and behind the header it has room for
        // `FieldWriter.capacity` words.
        let slot = slot(of: position)
        var writer = FieldWriter(words: (slot + Header.words).assumingMemoryBound(to: UInt64.self))
        event.write(to: &writer)
        slot.storeBytes(of: time, toByteOffset: Header.time, as: Int64.self)
        slot.storeBytes(of: Event.gate.event, toByteOffset: Header.event, as: UInt16.self)
        slot.storeBytes(of: writer.present, toByteOffset: Header.present, as: UInt32.self)
        texts(of: position).pointee = writer.texts.isEmpty ? nil : writer.texts
        turn(of: position).pointee.store(position + 1, ordering: .releasing)
        return true
    }

    /// Takes out what is complete, oldest first. One reader at a time: the caller sees to it.
    func drain(_ body: (RawEvent) -> Void) {
        var position = head.load(ordering: .relaxed)
        while turn(of: position).pointee.load(ordering: .acquiring) == position + 1 {
            // Its turn is the reader's: no writer touches the slot before `body` has returned.
            let slot = slot(of: position)
            let raw = RawEvent(
                event: Int(slot.load(fromByteOffset: Header.event, as: UInt16.self)),
                time: slot.load(fromByteOffset: Header.time, as: Int64.self),
                present: slot.load(fromByteOffset: Header.present, as: UInt32.self),
                words: UnsafePointer((slot + Header.words).assumingMemoryBound(to: UInt64.self)),
                texts: texts(of: position).pointee ?? [])
            texts(of: position).pointee = nil
            body(raw)
            turn(of: position).pointee.store(position + capacity, ordering: .releasing)
            position += 1
        }
        head.store(position, ordering: .relaxed)
    }
}

/// An event as it was recorded: nothing of it has been bounded or cut yet. It is lent for the length of a call.
struct RawEvent {
    /// The position in the catalog.
    let event: Int
    /// Nanoseconds since 1970 UTC.
    let time: Int64
    let present: UInt32
    // Invariant: lent by the ring for the call that gets this value, and not written meanwhile.
    let words: UnsafePointer<UInt64>
    let texts: [String]

    /// The word of a field; `nil` where it has no value.
    func word(_ field: Int) -> UInt64? { present >> UInt32(field) & 1 == 1 ? words[field] : nil }
}

extension UInt64 {
    fileprivate var nextPowerOfTwo: UInt64 {
        self < 2 ? 1 : 1 << UInt64(UInt64.bitWidth - (self - 1).leadingZeroBitCount)
    }
}
