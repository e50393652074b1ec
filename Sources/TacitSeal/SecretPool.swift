import Synchronization

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
        var pages: [SecretPage] = []
        /// Where in the pages no secret is. Numbers, since pointers can't be sent; each is an address in one of the pages.
        var free: [Int] = []
    }

    package init(size: Int) {
        precondition((1...WorkingMemory.pageSize).contains(size), "a secret fits into a page")
        self.size = size
    }

    /// How many secrets are in use.
    package var used: Int { state.withLock { $0.pages.count * perPage - $0.free.count } }

    private var perPage: Int { WorkingMemory.pageSize / size }

    /// A secret that `fill` writes; zeros before.
    package func secret(_ fill: (UnsafeMutableRawBufferPointer) -> Void) -> PooledSecret {
        let address = state.withLock { state in
            if state.free.isEmpty {
                let page = SecretPage()
                state.pages.append(page)
                let start = Int(bitPattern: page.memory.bytes.baseAddress)
                state.free = (0..<perPage).map { start + $0 * size }
            }
            return state.free.removeLast()
        }
        let secret = PooledSecret(pool: self, address: address)
        fill(bytes(at: address))
        return secret
    }

    fileprivate func takeBack(_ address: Int) {
        wipeSecret(bytes(at: address))
        state.withLock { $0.free.append(address) }
    }

    fileprivate func bytes(at address: Int) -> UnsafeMutableRawBufferPointer {
        // `size` bytes in a page that lives as long as the pool; they are nobody else's until they are taken back.
        UnsafeMutableRawBufferPointer(start: UnsafeMutableRawPointer(bitPattern: address), count: size)
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
        try body(UnsafeRawBufferPointer(pool.bytes(at: address)))
    }

    deinit { pool.takeBack(address) }
}

/// A page of a pool, as long as the pool lives.
private final class SecretPage: Sendable {
    // Each part of it is lent to one secret at a time, which alone writes and reads it, hence Sendable.
    nonisolated(unsafe) let memory = WorkingMemory(count: WorkingMemory.pageSize)
}
