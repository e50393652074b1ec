/// Key material in pages of its own: locked into memory, left out of core dumps and forks, wiped on release.
///
/// ```swift
/// let key = SecretBytes.random(count: 32)
/// key.withBytes { pointer in … }
/// ```
///
/// It can't be copied and it has no `description`.
package struct SecretBytes: ~Copyable, Sendable {
    // Written before `init` returns and only read afterwards, hence Sendable.
    private nonisolated(unsafe) let memory: WorkingMemory

    /// Fills new pages with `fill`.
    private init(count: Int, fill: (UnsafeMutableRawBufferPointer) -> Void) {
        precondition(count > 0, "a secret has at least one byte")
        memory = WorkingMemory(count: count)
        fill(memory.bytes)
    }

    /// Bytes from the system's cryptographic generator.
    package static func random(count: Int) -> SecretBytes {
        SecretBytes(count: count) { bytes in
            var generator = SystemRandomNumberGenerator()
            for index in bytes.indices { bytes[index] = UInt8.random(in: 0...255, using: &generator) }
        }
    }

    /// A copy of `bytes`. The caller wipes the original.
    package init(copying bytes: some Collection<UInt8>) { self.init(count: bytes.count) { $0.copyBytes(from: bytes) } }

    package var count: Int { memory.count }
    /// Whether the system keeps the pages out of swap. Where it refuses (a memory limit), all else still holds.
    package var isLocked: Bool { memory.isLocked }

    package func withBytes<R>(_ body: (UnsafeRawBufferPointer) throws -> R) rethrows -> R {
        try body(UnsafeRawBufferPointer(memory.bytes))
    }

    /// Wipes the pages, reads every byte of them again and gives them up. True where each was zero and the system took them.
    ///
    /// - Parameter overwrite: what wipes; another one only where a test wants to see that the look does not believe it.
    package consuming func clear(wiping overwrite: (UnsafeMutableRawBufferPointer) -> Void = wipe) -> Bool {
        memory.clear(wiping: overwrite)
    }
}
