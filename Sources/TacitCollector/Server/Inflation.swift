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
        var inflation = tacit_inflation()
        guard tacit_inflation_begin(&inflation, input.baseAddress, input.count, windowBits) != 0 else {
            throw .malformed
        }
        defer { tacit_inflation_end(&inflation) }

        // One byte over the limit tells a body that fits from one that does not.
        var output = [UInt8](repeating: 0, count: min(max(input.count * 4, 4096), limit + 1))
        var used = 0
        while true {
            if used == output.count {
                guard used <= limit else { throw .tooLarge }
                output.append(contentsOf: repeatElement(0, count: min(used, 8 << 20, limit + 1 - used)))
            }
            var written = 0
            let state = output.withUnsafeMutableBytes { buffer in
                // What follows `used` is within the buffer.
                tacit_inflation_step(&inflation, buffer.baseAddress! + used, buffer.count - used, &written)
            }
            used += written
            guard used <= limit else { throw .tooLarge }
            switch state {
            case TACIT_INFLATION_GOES_ON: continue
            // gzip allows several members after each other.
            case TACIT_INFLATION_ENDED where windowBits > 0 && tacit_inflation_next_member(&inflation) != 0: continue
            case TACIT_INFLATION_ENDED:
                output.removeLast(output.count - used)
                return output
            default: throw .malformed
            }
        }
    }
}
