import TacitSeal

/// What a person put into a session, in the clear, on its way to being sealed. It is overwritten as it goes.
package final class SessionBytes: Sendable {
    // Invariant: written before `init` returns, only read afterwards, and given back once, in `deinit`.
    private nonisolated(unsafe) let bytes: UnsafeMutableRawBufferPointer

    package init(copying source: UnsafeRawBufferPointer) {
        bytes = .allocate(byteCount: source.count, alignment: 1)
        bytes.copyMemory(from: source)
    }

    package var count: Int { bytes.count }

    package func withBytes<R>(_ body: (UnsafeRawBufferPointer) throws -> R) rethrows -> R {
        try body(UnsafeRawBufferPointer(bytes))
    }

    deinit {
        wipeBuffer(bytes)
        bytes.deallocate()
    }
}
