import Foundation
import Synchronization
import Testing

@testable import Tacit

@Suite("The ring between threads loses nothing that it took, and takes no more than it holds")
struct EventRingTests {
    @Test("what several threads push while one drains arrives once each, whole") func threads() {
        let ring = EventRing(capacity: 256)
        let (threads, each) = (4, 20_000)
        let taken = Atomic<Int>(0)
        let done = Atomic<Int>(0)
        var seen: [Int64: Int] = [:]
        let group = DispatchGroup()
        for thread in 0..<threads {
            DispatchQueue.global().async(group: group) {
                for number in 0..<each {
                    let id = Int64(thread * each + number)
                    while !ring.push(.used(.export, count: Int(id)), time: id) { sched_yield() }
                    taken.add(1, ordering: .relaxed)
                }
                done.add(1, ordering: .relaxed)
            }
        }
        var torn = 0
        while done.load(ordering: .relaxed) < threads || seen.count < threads * each {
            ring.drain { raw in
                seen[raw.time, default: 0] += 1
                if Double(bitPattern: raw.word(2) ?? 0) != Double(raw.time) { torn += 1 }
            }
        }
        group.wait()
        #expect(taken.load(ordering: .relaxed) == threads * each)
        #expect(seen.count == threads * each && seen.values.allSatisfy { $0 == 1 })
        #expect(torn == 0)
    }

    @Test("a full one refuses, and takes again what there is room for") func full() {
        let ring = EventRing(capacity: 5)
        for round in 0..<3 {
            let taken = (0..<20).filter { ring.push(.used(.open), time: Int64(round * 20 + $0)) }
            #expect(taken.count == 8, "rounded up to a power of two")
            var times: [Int64] = []
            ring.drain { times.append($0.time) }
            #expect(times == taken.map { Int64(round * 20 + $0) }, "oldest first")
        }
    }

    @Test("texts arrive with their event, and a ring that goes leaves none behind") func texts() {
        let ring = EventRing(capacity: 4)
        _ = ring.push(.failed("E-1", Scrubbed("first text that is long enough to be allocated")), time: 1)
        _ = ring.push(.failed("E-2"), time: 2)
        var texts: [[String]] = []
        ring.drain { texts.append($0.texts) }
        #expect(texts == [["E-1", "first text that is long enough to be allocated"], ["E-2"]])
        // Left inside when the ring goes.
        _ = ring.push(.failed("E-3", Scrubbed("third text that is long enough to be allocated")), time: 3)
    }
}
