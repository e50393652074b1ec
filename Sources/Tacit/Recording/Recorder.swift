import Synchronization

/// Takes events on the callers' threads: a few atomic operations, no lock, and no memory beyond the ring's.
@usableFromInline
final class Recorder: Sendable {
    private let catalog: UInt64
    private let clock: TelemetryClock
    private let limit: Int
    let counters: Counters
    /// Made with the first consent: with telemetry off there is none.
    private let ring = AtomicLazyReference<EventRing>()
    /// Events in the ring and records on the disk.
    private let waiting = Atomic<Int>(0)
    private let isAwake = Atomic<Bool>(false)
    /// Starts writing down; asked at most once before ``drain(_:)``.
    private let wake: Wake

    init(
        catalog: TelemetryCatalog, clock: TelemetryClock, limit: Int, counters: Counters, wake: Wake
    ) {
        self.catalog = EventGate.catalog(catalog.digest)
        self.clock = clock
        self.limit = limit
        self.counters = counters
        self.wake = wake
    }

    func begin() {
        if ring.load() == nil { _ = ring.storeIfNil(EventRing(capacity: limit)) }
    }

    @usableFromInline
    func record<Event: TelemetryEvent>(_ event: Event) {
        guard Event.gate.catalog == catalog, let ring = ring.load() else { return counters.add(.otherCatalog) }
        let now = clock.now()
        guard now.floorDivided(by: 86_400_000_000_000) < Int64(Event.gate.expires) else {
            return counters.add(.expired)
        }
        guard waiting.load(ordering: .relaxed) < limit, ring.push(event, time: now) else {
            return counters.add(.queueFull)
        }
        waiting.wrappingAdd(1, ordering: .relaxed)
        counters.add(.recorded)
        // The event is in the ring before it is asked who is awake; the reader says that it sleeps before it looks. One of the two
        // sees the other.
        atomicMemoryFence(ordering: .sequentiallyConsistent)
        if !isAwake.load(ordering: .relaxed), !isAwake.exchange(true, ordering: .acquiringAndReleasing) { wake.up() }
    }

    /// Takes out what was recorded. One caller at a time.
    func drain(_ body: (RawEvent) -> Void) {
        isAwake.store(false, ordering: .releasing)
        atomicMemoryFence(ordering: .sequentiallyConsistent)
        ring.load()?.drain(body)
    }

    /// What waits on the disk now, after a ``drain(_:)``.
    func setWaiting(_ count: Int) { waiting.store(count, ordering: .relaxed) }
}

/// Starts the writing down without keeping what does it alive.
final class Wake: Sendable {
    private struct Reference {
        weak var scribe: Scribe?
    }
    private let reference = Mutex(Reference())

    var scribe: Scribe? {
        get { reference.withLock { $0.scribe } }
        set { reference.withLock { $0.scribe = newValue } }
    }

    func up() {
        guard let scribe else { return }
        Task.detached(priority: .utility) { await scribe.drainLater() }
    }
}
