/// Forty bytes in place, for what a verifier gathers: no allocation, and no vector to be rebuilt for every byte.
struct ByteRow {
    static let capacity = 40

    private var words: (UInt64, UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0, 0)

    @inline(__always) subscript(_ index: Int) -> UInt8 {
        get {
            precondition(UInt(bitPattern: index) < UInt(Self.capacity))
            // Safe: the index lies within the 40 bytes of the tuple.
            return withUnsafeBytes(of: words) {
                $0.baseAddress.unsafelyUnwrapped.load(fromByteOffset: index, as: UInt8.self)
            }
        }
        set {
            precondition(UInt(bitPattern: index) < UInt(Self.capacity))
            // Safe: as above.
            withUnsafeMutableBytes(of: &words) {
                $0.baseAddress.unsafelyUnwrapped.storeBytes(of: newValue, toByteOffset: index, as: UInt8.self)
            }
        }
    }
}
