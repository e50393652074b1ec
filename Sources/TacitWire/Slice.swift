/// A stretch of a request's bytes: `count` bytes from `offset`.
package struct Slice: Sendable, Hashable {
    package var offset: UInt32
    package var count: UInt32

    package init(offset: UInt32, count: UInt32) {
        self.offset = offset
        self.count = count
    }

    /// Of an absent field.
    package static var none: Slice { Slice(offset: 0, count: 0) }

    package var isEmpty: Bool { count == 0 }
    package var range: Range<Int> { Int(offset)..<Int(offset) + Int(count) }

    @inline(__always)
    init(_ start: Int, _ end: Int) {
        // Readers refuse requests of 2 GiB and more before they make a slice.
        self.offset = UInt32(truncatingIfNeeded: start)
        self.count = UInt32(truncatingIfNeeded: end &- start)
    }
}

extension UnsafeRawBufferPointer {
    /// The bytes of a slice. Traps when the slice is not of this request.
    package subscript(slice: Slice) -> UnsafeRawBufferPointer {
        UnsafeRawBufferPointer(rebasing: self[slice.range])
    }
}
