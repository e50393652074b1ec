/// Writes protobuf fields, smallest encoding first time.
///
/// ```swift
/// var writer = ProtoWriter()
/// writer.string(1, "checkout")
/// writer.message(2) { $0.varint(1, 200) }
/// send(writer.bytes)
/// ```
///
/// Every call writes its field, also when the value is the default; leaving out is the caller's decision.
package struct ProtoWriter: Sendable {
    package private(set) var bytes: [UInt8] = []

    package init() {}

    package mutating func varint(_ field: UInt32, _ value: UInt64) {
        raw(varint: UInt64(field) << 3)
        raw(varint: value)
    }

    package mutating func fixed64(_ field: UInt32, _ value: UInt64) {
        raw(varint: UInt64(field) << 3 | 1)
        raw(fixed64: value)
    }

    package mutating func double(_ field: UInt32, _ value: Double) { fixed64(field, value.bitPattern) }

    package mutating func fixed32(_ field: UInt32, _ value: UInt32) {
        raw(varint: UInt64(field) << 3 | 5)
        raw(fixed32: value)
    }

    package mutating func string(_ field: UInt32, _ value: String) {
        raw(varint: UInt64(field) << 3 | 2)
        raw(varint: UInt64(value.utf8.count))
        bytes.append(contentsOf: value.utf8)
    }

    package mutating func bytes(_ field: UInt32, _ value: some Collection<UInt8>) {
        raw(varint: UInt64(field) << 3 | 2)
        raw(varint: UInt64(value.count))
        bytes.append(contentsOf: value)
    }

    /// A message inside this one, of whatever `body` writes.
    package mutating func message(_ field: UInt32, _ body: (inout ProtoWriter) -> Void) {
        let mark = open(field)
        body(&self)
        close(mark)
    }
}

// MARK: - Parts

extension ProtoWriter {
    /// Begins a length-delimited field whose length is not known yet; returns what ``close(_:)`` needs.
    mutating func open(_ field: UInt32) -> Int {
        raw(varint: UInt64(field) << 3 | 2)
        bytes.append(0)
        return bytes.count
    }

    /// Ends it. Most bodies are below 128 bytes and stay where they are; a longer one moves by the bytes its length needs.
    mutating func close(_ mark: Int) {
        let count = bytes.count - mark
        if count < 0x80 {
            bytes[mark - 1] = UInt8(count)
            return
        }
        let width = (64 - UInt64(count).leadingZeroBitCount + 6) / 7
        bytes.insert(contentsOf: repeatElement(0, count: width - 1), at: mark)
        var rest = count
        for at in mark - 1..<mark - 1 + width {
            bytes[at] = UInt8(rest & 0x7F) | (at == mark + width - 2 ? 0 : 0x80)
            rest >>= 7
        }
    }

    @inline(__always)
    mutating func raw(varint value: UInt64) {
        var rest = value
        while rest >= 0x80 {
            bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        bytes.append(UInt8(truncatingIfNeeded: rest))
    }

    @inline(__always)
    mutating func raw(fixed64 value: UInt64) {
        withUnsafeBytes(of: value.littleEndian) { bytes.append(contentsOf: $0) }
    }

    @inline(__always)
    mutating func raw(fixed32 value: UInt32) {
        withUnsafeBytes(of: value.littleEndian) { bytes.append(contentsOf: $0) }
    }

    @inline(__always)
    mutating func raw(byte: UInt8) { bytes.append(byte) }

    mutating func raw(_ part: UnsafeRawBufferPointer) { bytes.append(contentsOf: part) }

    mutating func reserve(_ count: Int) { bytes.reserveCapacity(count) }
}
