import CZlib
import TacitPrivacy
import Testing

@testable import TacitCollector

@Suite("Bodies are decompressed whole, or refused at the limit", .timeLimit(.minutes(20)))
struct InflationTests {
    private static let limit = 1 << 20

    private func inflate(_ bytes: [UInt8], limit: Int = Self.limit) throws(Inflation.Failure) -> [UInt8] {
        try bytes.withUnsafeBytes { bytes in
            Result { () throws(Inflation.Failure) in try Inflation.inflate(bytes, limit: limit) }
        }.get()
    }

    private func failure(_ bytes: [UInt8], limit: Int = Self.limit) -> Inflation.Failure? {
        do throws(Inflation.Failure) {
            _ = try inflate(bytes, limit: limit)
            return nil
        } catch {
            return error
        }
    }

    private static func zlib(_ bytes: [UInt8]) -> [UInt8] {
        var size = compressBound(UInt(bytes.count))
        var output = [UInt8](repeating: 0, count: Int(size))
        #expect(compress2(&output, &size, bytes, UInt(bytes.count), 9) == Z_OK)
        return Array(output.prefix(Int(size)))
    }

    /// Deflate without zlib's two bytes of header and four of checksum.
    private static func raw(_ bytes: [UInt8]) -> [UInt8] { Array(zlib(bytes).dropFirst(2).dropLast(4)) }

    private static func gzip(_ bytes: [UInt8]) -> [UInt8] {
        func little(_ number: UInt) -> [UInt8] { (0..<4).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) } }
        return [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 255] + raw(bytes) + little(crc32(0, bytes, UInt32(bytes.count)))
            + little(UInt(bytes.count))
    }

    private static func sample(_ count: Int) -> [UInt8] {
        var random = SyntheticRandom(seed: UInt64(count))
        return (0..<count).map {
            $0 % 3 == 0 ? UInt8.random(in: 0...255, using: &random) : UInt8(truncatingIfNeeded: $0)
        }
    }

    @Test("gzip, zlib and bare deflate of any size", arguments: [0, 1, 100, 4095, 4096, 4097, 70000, 1 << 20])
    func formats(count: Int) throws {
        let body = Self.sample(count)
        #expect(try inflate(Self.gzip(body)) == body)
        #expect(try inflate(Self.zlib(body)) == body)
        #expect(try inflate(Self.raw(body)) == body)
    }

    @Test("gzip members one after the other are one body") func members() throws {
        let (a, b) = (Self.sample(5000), Self.sample(9))
        #expect(try inflate(Self.gzip(a) + Self.gzip([]) + Self.gzip(b)) == a + b)
        #expect(failure(Self.gzip(a) + [1, 2, 3]) != nil)
    }

    @Test("what is cut off is refused at every length") func truncated() throws {
        let body = Self.sample(300)
        for bytes in [Self.gzip(body), Self.zlib(body)] {
            for count in 0..<bytes.count {
                guard case .malformed = failure(Array(bytes.prefix(count))) else {
                    Issue.record("\(count) of \(bytes.count) bytes were taken")
                    continue
                }
            }
        }
    }

    @Test("a wrong checksum, garbage and nothing at all are refused") func garbage() throws {
        var wrong = Self.gzip(Self.sample(100))
        wrong[wrong.count - 5] ^= 1
        for bytes in [
            wrong, [], [0x1F], [0x1F, 0x8B], [UInt8](repeating: 0xFF, count: 5000), Array("{\"resourceLogs\":[]}".utf8),
        ] {
            guard case .malformed = failure(bytes) else {
                Issue.record("garbage of \(bytes.count) bytes was taken")
                continue
            }
        }
        // Random bytes may be a tiny deflate stream by chance, but they never crash and never exceed the limit.
        var random = SyntheticRandom(seed: 5)
        for _ in 0..<2000 {
            let bytes = (0..<Int.random(in: 0...60, using: &random)).map { _ in
                UInt8.random(in: 0...255, using: &random)
            }
            if let body = try? inflate(bytes, limit: 1000) { #expect(body.count <= 1000) }
        }
    }

    @Test("the limit is exact") func exact() throws {
        for count in [1, 1000, 4096, 4097, 100_000] {
            let body = [UInt8](repeating: 7, count: count)
            for bytes in [Self.gzip(body), Self.zlib(body), Self.raw(body)] {
                #expect(try inflate(bytes, limit: count).count == count)
                guard case .tooLarge = failure(bytes, limit: count - 1) else {
                    Issue.record("\(count) bytes passed a limit of \(count - 1)")
                    continue
                }
            }
        }
    }

    /// Two thousand members of 4 MiB each would be 8 GiB.
    @Test("a bomb stops at the limit") func bomb() throws {
        let member = Self.gzip([UInt8](repeating: 0, count: 4 << 20))
        let bomb = Array(repeatElement(member, count: 2000).joined())
        guard case .tooLarge = failure(bomb, limit: 3 << 20) else {
            Issue.record("the bomb was not stopped")
            return
        }
    }

    /// Each member was once given a fresh and ever larger buffer: four megabytes of empty ones took hours.
    @Test("empty members cost what they weigh") func emptyMembers() throws {
        let bytes = Array(repeatElement(Self.gzip([]), count: 200_000).joined())
        #expect(try inflate(bytes).isEmpty)
    }
}
