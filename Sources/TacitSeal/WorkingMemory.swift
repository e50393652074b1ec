#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// Pages to work on a secret in: locked where the system allows it, left out of core dumps and forks, and looked at again
/// after they were wiped.
///
/// ```swift
/// let memory = WorkingMemory(count: 4096)
/// memory.withBytes { bytes in … }
/// let isClear = memory.clear()  // wiped, read back, given up
/// ```
package struct WorkingMemory: ~Copyable {
    // Invariant: `base` points at `capacity` bytes that were mapped by this value, belong to it alone and are unmapped
    // once, in `clear` or `deinit`.
    private let base: UnsafeMutableRawPointer
    private let capacity: Int
    package let count: Int
    /// Whether the system keeps the pages out of swap. Where it refuses (a memory limit), all else still holds.
    package let isLocked: Bool

    /// Zeros, so many of them.
    package init(count: Int) {
        let page = Self.pageSize
        capacity = (max(count, 1) + page - 1) / page * page
        self.count = count
        let mapped = mmap(nil, capacity, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANON, -1, 0)
        // A system without a page left has none for going on without secrets either.
        guard let mapped, mapped != MAP_FAILED else { fatalError("no memory for a secret") }
        base = mapped
        #if DEBUG
            if SkippedStep.secretPages.isSkipped {
                isLocked = false
                return
            }
        #endif
        isLocked = mlock(base, capacity) == 0
        #if os(Linux)
            _ = madvise(base, capacity, MADV_DONTDUMP)
            _ = madvise(base, capacity, MADV_DONTFORK)
        #endif
    }

    static var pageSize: Int { Int(sysconf(Int32(_SC_PAGESIZE))) }

    /// All of them; they may be used as long as this value lives.
    var bytes: UnsafeMutableRawBufferPointer { UnsafeMutableRawBufferPointer(start: base, count: count) }

    package borrowing func withBytes<R: ~Copyable, E: Error>(
        _ body: (UnsafeMutableRawBufferPointer) throws(E) -> R
    ) throws(E) -> R {
        try body(bytes)
    }

    /// Wipes the pages, reads every byte of them again and gives them up. True where each was zero and the system took them.
    ///
    /// - Parameter overwrite: what wipes; another one only where a test wants to see that the look does not believe it.
    package consuming func clear(wiping overwrite: (UnsafeMutableRawBufferPointer) -> Void = wipe) -> Bool {
        let pages = UnsafeMutableRawBufferPointer(start: base, count: capacity)
        #if DEBUG
            if !SkippedStep.secretWipe.isSkipped { overwrite(pages) }
        #else
            overwrite(pages)
        #endif
        let isClear = isWiped(UnsafeRawBufferPointer(pages))
        let isGivenUp = Self.release(pages)
        discard self
        return isClear && isGivenUp
    }

    deinit { Self.release(UnsafeMutableRawBufferPointer(start: base, count: capacity)) }

    /// Wipes pages and gives them back; whether the system took them.
    @discardableResult
    private static func release(_ pages: UnsafeMutableRawBufferPointer) -> Bool {
        wipeSecret(pages)
        #if DEBUG
            if SkippedStep.secretUnmap.isSkipped { return false }
        #endif
        return munmap(pages.baseAddress, pages.count) == 0
    }
}

/// Wipes what a secret lay in.
func wipeSecret(_ bytes: UnsafeMutableRawBufferPointer) {
    #if DEBUG
        if SkippedStep.secretWipe.isSkipped { return }
    #endif
    wipe(bytes)
}

/// Overwrites in a way that the compiler can't leave out.
package func wipe(_ bytes: UnsafeMutableRawBufferPointer) {
    guard let base = bytes.baseAddress else { return }
    #if os(Linux)
        explicit_bzero(base, bytes.count)
    #else
        memset_s(base, bytes.count, 0, bytes.count)
    #endif
}

/// The same for a buffer that held what somebody sent.
package func wipeBuffer(_ bytes: UnsafeMutableRawBufferPointer) {
    #if DEBUG
        if SkippedStep.bufferWipe.isSkipped { return }
    #endif
    wipe(bytes)
}

/// Reads every byte: whether all are zero.
package func isWiped(_ bytes: UnsafeRawBufferPointer) -> Bool {
    var bits: UInt8 = 0
    for byte in bytes { bits |= byte }
    return bits == 0
}
