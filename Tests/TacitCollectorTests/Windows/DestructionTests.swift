#if os(Linux)
    import Foundation
    import TacitCatalog
    import TacitPrivacy
    import TacitStores
    import TacitWire
    import Testing

    @testable import TacitCollector

    /// A tally was once overwritten in a copy, while the window went on holding the original until its memory was given back
    /// as it was.
    @Suite("When a window has closed, its exact figures are nowhere in memory", .serialized)
    struct DestructionTests {
        private static let cells = 400
        /// Exact sums that carry a mark in their upper bits, and are told apart by the lower ones.
        private static let mark: Int64 = 0x2B5A_C3D7

        @Test(
            "sums of closed and of open cells, also where a contributor may have taken out what it added",
            arguments: [true, false], [true, false])
        func destroyed(isClosed: Bool, isErasable: Bool) throws {
            let names = (0..<Self.cells).map { "k\($0)" }
            let kind = isClosed ? Field.Kind.enumeration(values: names, other: nil) : .code(maxLength: 9)
            let line = try Line(
                [
                    TestCatalog.event(
                        fields: [
                            ("kind", kind),
                            ("size", .number(.init(min: 0, max: 0x1p41, granularity: 1), unit: "1", buckets: [])),
                        ],
                        sources: [
                            TestCatalog.source(
                                .log, fields: ["kind": [.attribute("kind")], "size": [.attribute("size")]])
                        ])
                ], [TestCatalog.metric("sum", .sum(field: "size"), by: ["kind"], maxCells: 1, maxPerCell: 2)],
                contributor: ["tacit.contributor", "installation"])

            // A sum exists nowhere but in its cell: it comes in two parts of random size.
            var random = SyntheticRandom(seed: 7)
            var logs: [OTLP.Log] = []
            for (number, name) in names.enumerated() {
                let token = String(repeating: "0", count: 61) + "\(100 + number)"
                let sum = (Self.mark << 10 | Int64(number)) &+ 0
                let part = Int64.random(in: sum / 4...sum / 2, using: &random)
                for size in [part, sum - part] {
                    logs.append(
                        OTLP.Log(attributes: [
                            ("kind", .string(name)), ("size", .int(size)), ("installation", .string(name)),
                            ("tacit.contributor", isErasable ? .string(token) : .empty),
                        ]))
                }
            }
            var windows = Windows(plan: line.plan, limits: WindowLimits(), closedUntil: [:])
            #expect(try line.add(OTLP.logs(logs), .logs, to: &windows).counts.met.isEmpty)
            let before = try Self.marked()
            #expect(before.count == Self.cells)

            var source = SecureRandom()
            let releases = try Self.close(&windows, line.plan, &source)
            #expect(releases == 1)
            // A register or a dead stack frame may hold the last one looked at; an array would hold them all.
            #expect(try Self.marked().count <= 4)
        }

        private static func close(_ windows: inout Windows, _ plan: Plan, _ source: inout SecureRandom) throws -> Int {
            guard let window = windows.take(WindowID(length: .minute, start: Line.start)) else { return 0 }
            return Closing.releases(of: consume window, plan: plan, now: 0, using: &source).count
        }

        /// The marked sums that lie anywhere in this process's writable memory, by their lower bits.
        private static func marked() throws -> Set<Int64> {
            let memory = try #require(FileHandle(forReadingAtPath: "/proc/self/mem"))
            let maps = OwnProcess.text("maps")
            let size = 1 << 20
            let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: size, alignment: 4096)
            defer {
                memset(buffer.baseAddress!, 0, size)
                buffer.deallocate()
            }
            let own = UInt(bitPattern: buffer.baseAddress)..<UInt(bitPattern: buffer.baseAddress) + UInt(size)
            var found: Set<Int64> = []
            for line in maps.split(separator: "\n") {
                let words = line.split(separator: " ")
                let bounds = words[0].split(separator: "-").compactMap { UInt($0, radix: 16) }
                guard bounds.count == 2, words[1].hasPrefix("rw"), words.last != "[vvar]" else { continue }
                var address = bounds[0]
                while address < bounds[1] {
                    let wanted = min(size, Int(bounds[1] - address))
                    let count = pread(memory.fileDescriptor, buffer.baseAddress!, wanted, off_t(address))
                    guard count > 0 else {
                        // A page that nobody may read.
                        address += 4096
                        continue
                    }
                    let numbers = UnsafeRawBufferPointer(rebasing: buffer[..<(count & ~7)]).bindMemory(to: Int64.self)
                    var index = 0
                    while index < numbers.count {
                        let number = numbers[index]
                        if number >> 10 == mark, !own.contains(address + UInt(index * 8)) {
                            found.insert(number & 1023)
                        }
                        index += 1
                    }
                    address += UInt(count)
                }
            }
            return found
        }
    }
#endif
