import CZlib

/// Decompresses gzip and deflate bodies, and stops where the result would be over a limit.
///
/// ```swift
/// let body = try Inflation.inflate(compressed, limit: 64 << 20)
/// ```
enum Inflation {
    enum Failure: Error {
        /// The bytes are not gzip or deflate, or end too early.
        case malformed
        /// The result is over the limit.
        case tooLarge
    }

    static func inflate(_ input: UnsafeRawBufferPointer, limit: Int) throws(Failure) -> [UInt8] {
        // 47 reads gzip and zlib; some clients send deflate without zlib's header, which -15 reads.
        do {
            return try inflate(input, windowBits: 47, limit: limit)
        } catch {
            guard case .malformed = error, !input.starts(with: [0x1f, 0x8b]) else { throw error }
            return try inflate(input, windowBits: -15, limit: limit)
        }
    }

    private static func inflate(
        _ input: UnsafeRawBufferPointer, windowBits: Int32, limit: Int
    ) throws(Failure) -> [UInt8] {
        var stream = z_stream()
        guard tacit_inflate_begin(&stream, windowBits) == Z_OK else { throw .malformed }
        defer { inflateEnd(&stream) }
        // zlib reads `next_in` only; the field is not const for historical reasons. Bodies are far below 4 GiB.
        stream.next_in = UnsafeMutablePointer(mutating: input.bindMemory(to: UInt8.self).baseAddress)
        stream.avail_in = UInt32(input.count)

        // One byte over the limit tells a body that fits from one that does not.
        var output = [UInt8](repeating: 0, count: min(max(input.count * 4, 4096), limit + 1))
        var used = 0
        while true {
            if used == output.count {
                guard used <= limit else { throw .tooLarge }
                output.append(contentsOf: repeatElement(0, count: min(used, 8 << 20, limit + 1 - used)))
            }
            let room = min(output.count - used, Int(UInt32.max))
            let status = output.withUnsafeMutableBufferPointer { buffer in
                // `room` bytes from `used` on are within the buffer.
                stream.next_out = buffer.baseAddress! + used
                stream.avail_out = UInt32(room)
                return CZlib.inflate(&stream, Z_NO_FLUSH)
            }
            let written = room - Int(stream.avail_out)
            used += written
            guard used <= limit else { throw .tooLarge }
            switch status {
            case Z_STREAM_END:
                // gzip allows several members after each other.
                guard stream.avail_in > 0, windowBits > 0 else {
                    output.removeLast(output.count - used)
                    return output
                }
                guard inflateReset(&stream) == Z_OK else { throw .malformed }
            case Z_OK where stream.avail_out == 0 || written > 0: break
            default: throw .malformed
            }
        }
    }
}
