import CZlib

/// gzip, as OTLP's `Content-Encoding` wants it.
package enum Gzip {
    package static func compress(_ bytes: [UInt8]) -> [UInt8] {
        var output: [UInt8] = []
        bytes.withUnsafeBytes { input in
            let bound = tacit_gzip_bound(input.count)
            output = [UInt8](unsafeUninitializedCapacity: bound) { buffer, count in
                // zlib's own bound for this many bytes: it writes no more.
                count = tacit_gzip(input.baseAddress, input.count, buffer.baseAddress, bound)
            }
        }
        return output
    }
}
