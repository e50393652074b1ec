import Synchronization

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// Secrets that live for the length of one request, in pages that stay: locked, out of core dumps and forks.
///
/// ```swift
/// let pool = SecretPool(size: 32)
/// let key = pool.secret { bytes in bytes.copyMemory(from: source) }   // wiped and given back as it goes
/// ```
///
/// ``SecretBytes`` has pages of its own, which costs the system calls that a request can't have for each of its keys.
package final class SecretPool: Sendable {
    /// Bytes of one secret.
    package let size: Int
    private let state = Mutex(State())

    private struct State {
        var pages: [LockedPages] = []
        var free: [Int] = []
    }

    package init(size: Int) {
        precondition((1...LockedPages.size).contains(size), "a secret fits into a page")
        self.size = size
    }

    /// How many secrets are in use.
    package var used: Int { state.withLock { $0.pages.count * perPage - $0.free.count } }

    private var perPage: Int { LockedPages.size / size }

    /// A secret that `fill` writes; zeros before.
    package func secret(_ fill: (UnsafeMutableRawBufferPointer) -> Void) -> PooledSecret {
        let address = state.withLock { state in
            if state.free.isEmpty {
                let page = LockedPages()
                state.pages.append(page)
                state.free = (0..<perPage).map { Int(bitPattern: page.base) + $0 * size }
            }
            return state.free.removeLast()
        }
        let secret = PooledSecret(pool: self, address: address)
        fill(UnsafeMutableRawBufferPointer(start: UnsafeMutableRawPointer(bitPattern: address), count: size))
        return secret
    }

    fileprivate func takeBack(_ address: Int) {
        wipe(UnsafeMutableRawBufferPointer(start: UnsafeMutableRawPointer(bitPattern: address), count: size))
        state.withLock { $0.free.append(address) }
    }
}

/// A secret of a ``SecretPool``. It can't be copied, has no `description`, and is wiped as it goes.
package struct PooledSecret: ~Copyable, Sendable {
    private let pool: SecretPool
    private let address: Int

    fileprivate init(pool: SecretPool, address: Int) {
        self.pool = pool
        self.address = address
    }

    package func withBytes<R: ~Copyable>(_ body: (UnsafeRawBufferPointer) throws -> R) rethrows -> R {
        // The pool keeps its pages as long as it lives, and gives this place to nobody else until it is taken back.
        try body(UnsafeRawBufferPointer(start: UnsafeRawPointer(bitPattern: address), count: pool.size))
    }

    deinit { pool.takeBack(address) }
}

/// One page that is kept out of swap, core dumps and forks.
private final class LockedPages: Sendable {
    static let size = Int(sysconf(Int32(_SC_PAGESIZE)))

    // Invariant: `base` points at a page that this object mapped and alone unmaps; who may write to which part of it is
    // for the pool to say, which lends each part once.
    nonisolated(unsafe) let base: UnsafeMutableRawPointer

    init() {
        let mapped = mmap(nil, Self.size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANON, -1, 0)
        guard let mapped, mapped != MAP_FAILED else { fatalError("no memory for a secret") }
        base = mapped
        _ = mlock(base, Self.size)
        #if os(Linux)
            _ = madvise(base, Self.size, MADV_DONTDUMP)
            _ = madvise(base, Self.size, MADV_DONTFORK)
        #endif
    }

    deinit {
        wipe(UnsafeMutableRawBufferPointer(start: base, count: Self.size))
        munlock(base, Self.size)
        munmap(base, Self.size)
    }
}
