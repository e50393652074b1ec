#if os(Linux)
    import Foundation
    import Glibc
    import Testing

    @testable import TacitSeal

    /// The library that opens batches once left its copy of the private key in freed memory, where whoever took the machine the
    /// next day would have found it.
    @Suite("What was captured yesterday can't be opened with everything that the collector holds today", .serialized)
    struct CapturedTrafficTests {
        @Test("the key is nowhere in memory once it was destroyed, and no key of today opens the batch")
        func captured() throws {
            var keys = SealingKeys(period: 3600)
            try keys.rotate(now: 0)
            let search = MemorySearch(count: 32)
            let batch: SealedBatch
            do {
                let offered = try #require(keys.offered.first).key
                let key = try keys.key(offered.id, now: 0)
                key.seed.withBytes { search.look(for: $0) }
                batch = try SealedBatch(sealing: Data("what was measured".utf8), id: .random(), to: offered)
                for _ in 0..<20 { #expect(try key.open(batch) == Data("what was measured".utf8)) }
            }
            // The search finds it as long as it is there: in its own pages, and nowhere else.
            #expect(search.hits() == 1)

            for hour in stride(from: Int64(3600), through: 86_400, by: 3600) { try keys.rotate(now: hour) }
            #expect(search.hits() == 0)
            #expect(SealError.code { _ = try keys.key(batch.keyID, now: 86_400) } == .keyUnknown)
            for offered in keys.offered {
                let key = try keys.key(offered.key.id, now: 86_400)
                #expect(SealError.code { _ = try key.open(batch) } == .keyUnknown)
                var renamed = batch.bytes
                renamed.replaceSubrange(4..<12, with: offered.key.id)
                #expect(SealError.code { _ = try key.open(SealedBatch(renamed)) } == .unopened)
            }
        }
    }

    /// Looks for bytes in all that this process can write to, its own copy of them left out.
    private final class MemorySearch {
        private static let block = 1 << 18
        private let count: Int
        /// What is looked for, and behind it what was read last.
        private let own: UnsafeMutableRawBufferPointer

        init(count: Int) {
            self.count = count
            own = .allocate(byteCount: count + Self.block, alignment: 4096)
        }

        deinit {
            own.initializeMemory(as: UInt8.self, repeating: 0)
            own.deallocate()
        }

        func look(for bytes: UnsafeRawBufferPointer) { own.copyMemory(from: bytes) }

        func hits() -> Int {
            let memory = open("/proc/self/mem", O_RDONLY | O_CLOEXEC)
            defer { close(memory) }
            let left = UInt(bitPattern: own.baseAddress)..<UInt(bitPattern: own.baseAddress) + UInt(own.count)
            var hits: Set<UInt> = []
            for region in Self.regions() {
                var place = region.lowerBound
                while place < region.upperBound {
                    let read = pread(
                        memory, own.baseAddress! + count, min(Self.block, Int(region.upperBound - place)), Int(place))
                    guard read > 0 else { break }
                    for hit in found(in: read) { hits.insert(place + UInt(hit)) }
                    // Blocks overlap, so that nothing lies between two of them.
                    place += UInt(read > count && read == Self.block ? read - count : read)
                }
            }
            return hits.filter { !left.contains($0) }.count
        }

        private func found(in read: Int) -> [Int] {
            let (needle, start) = (own.baseAddress!, own.baseAddress! + count)
            let first = Int32(own[0])
            var places: [Int] = []
            var from = 0
            while from + count <= read, let hit = memchr(start + from, first, read - count + 1 - from) {
                let place = UnsafeRawPointer(start).distance(to: UnsafeRawPointer(hit))
                if memcmp(hit, needle, count) == 0 { places.append(place) }
                from = place + 1
            }
            return places
        }

        /// Such a file has no size that could be asked for: it is read until it ends.
        private static func regions() -> [Range<UInt>] {
            let descriptor = open("/proc/self/maps", O_RDONLY | O_CLOEXEC)
            defer { close(descriptor) }
            var text: [UInt8] = []
            var buffer = [UInt8](repeating: 0, count: 1 << 16)
            while case let count = read(descriptor, &buffer, buffer.count), count > 0 { text += buffer.prefix(count) }
            return String(decoding: text, as: UTF8.self).split(separator: "\n").compactMap { line in
                let words = line.split(separator: " ")
                let bounds = words[0].split(separator: "-").compactMap { UInt($0, radix: 16) }
                return words.count > 1 && words[1].hasPrefix("rw") && bounds.count == 2 ? bounds[0]..<bounds[1] : nil
            }
        }
    }
#endif
