import CTacitScan

/// A set of words for the vector scan, which looks them up by their last eight bytes: it may hold more than was put in,
/// never less.
struct TailSet: @unchecked Sendable {
    // Sendable: written while a table is built, and never changed or freed from then on.

    /// 65536 bits, two a word.
    let bits: UnsafeMutablePointer<UInt64>

    init() {
        bits = .allocate(capacity: 1024)
        bits.initialize(repeating: 0, count: 1024)
    }

    func insert(_ word: StaticString) {
        // Safe: a StaticString literal holds utf8CodeUnitCount bytes for the life of the process.
        insert(UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount))
    }

    func insert(_ word: [UInt8]) { word.withUnsafeBufferPointer(insert) }

    private func insert(_ word: UnsafeBufferPointer<UInt8>) {
        let hash = tacit_tail_hash(tacit_tail(word.baseAddress, word.count))
        for bit in [hash >> 16, hash & 0xFFFF] {
            // Safe: below 65536.
            bits[Int(bit >> 6)] |= 1 << UInt64(bit & 63)
        }
    }
}
