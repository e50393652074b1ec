import Crypto
import TacitSeal

/// How many contributors and cells one window takes: its limits, or up to a tenth less.
///
/// How much less comes from the window's key, which nobody knows. Who fills a window with names and labels of their own and
/// counts them does not learn from that how many others were there before. It is the same after a restart.
struct WindowRoom: Sendable {
    let contributors: Int
    /// Of one metric; labels of all metrics have as much.
    let cells: Int

    init(within limits: WindowLimits, key: WindowKey) {
        // Safe: a derived key has 32 bytes, of which the first 16 are read.
        let drawn = key.derived(for: Array("room".utf8)).withUnsafeBytes { bytes in
            [0, 8].map { bytes.loadUnaligned(fromByteOffset: $0, as: UInt64.self) }
        }
        contributors = limits.contributors - Int(drawn[0] % UInt64(limits.contributors / 10 + 1))
        cells = limits.cells - Int(drawn[1] % UInt64(limits.cells / 10 + 1))
    }
}
