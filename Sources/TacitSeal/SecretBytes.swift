#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// Key material in pages of its own: locked into memory, left out of core dumps and forks, wiped on release.
///
/// ```swift
/// let key = SecretBytes.random(count: 32)
/// key.withBytes { pointer in … }
/// ```
///
/// It can't be copied and it has no `description`. Where the system refuses to lock the page (a memory limit), the
/// bytes are still wiped and kept out of core dumps; `isLocked` says so.
package struct SecretBytes: ~Copyable, Sendable {
    // Invariant: `base` points at `capacity` bytes that were mapped by this value, belong to it alone and are unmapped
    // once, in `deinit`. They are written before `init` returns and only read afterwards, hence Sendable.
    private nonisolated(unsafe) let base: UnsafeMutableRawPointer
    private let capacity: Int
    package let count: Int
    package let isLocked: Bool

    /// Fills new pages with `fill`.
    private init(count: Int, fill: (UnsafeMutableRawBufferPointer) -> Void) {
        precondition(count > 0, "a secret has at least one byte")
        let page = Int(sysconf(Int32(_SC_PAGESIZE)))
        capacity = (count + page - 1) / page * page
        self.count = count
        let mapped = mmap(nil, capacity, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANON, -1, 0)
        guard let mapped, mapped != MAP_FAILED else { fatalError("no memory for a secret") }
        base = mapped
        isLocked = mlock(base, capacity) == 0
        #if os(Linux)
            _ = madvise(base, capacity, MADV_DONTDUMP)
            _ = madvise(base, capacity, MADV_DONTFORK)
        #endif
        fill(UnsafeMutableRawBufferPointer(start: base, count: count))
    }

    /// Bytes from the system's cryptographic generator.
    package static func random(count: Int) -> SecretBytes {
        SecretBytes(count: count) { bytes in
            var generator = SystemRandomNumberGenerator()
            for index in bytes.indices { bytes[index] = UInt8.random(in: 0...255, using: &generator) }
        }
    }

    /// A copy of `bytes`. The caller wipes the original.
    package init(copying bytes: UnsafeRawBufferPointer) {
        self.init(count: bytes.count) { $0.copyMemory(from: bytes) }
    }

    /// A copy of bytes that are no secret by themselves, such as an envelope's.
    package init(copying bytes: [UInt8]) { self.init(count: bytes.count) { $0.copyBytes(from: bytes) } }

    package func withBytes<R>(_ body: (UnsafeRawBufferPointer) throws -> R) rethrows -> R {
        try body(UnsafeRawBufferPointer(start: base, count: count))
    }

    /// Wipes the pages, reads every byte of them again and gives them up. True where each was zero and the system took them.
    ///
    /// - Parameter wipe: what wipes; another one only where a test wants to see that the look does not believe it.
    package consuming func clear(wiping wipe: (UnsafeMutableRawBufferPointer) -> Void = Wipe.bytes) -> Bool {
        let pages = UnsafeMutableRawBufferPointer(start: base, count: capacity)
        wipe(pages)
        let isZero = Wipe.isZero(UnsafeRawBufferPointer(pages))
        Wipe.bytes(pages)
        munlock(base, capacity)
        let isGivenUp = munmap(base, capacity) == 0
        discard self
        return isZero && isGivenUp
    }

    deinit {
        #if os(Linux)
            explicit_bzero(base, capacity)
        #else
            memset_s(base, capacity, 0, capacity)
        #endif
        munlock(base, capacity)
        munmap(base, capacity)
    }
}
