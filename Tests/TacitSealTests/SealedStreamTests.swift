import Crypto
import Foundation
import TacitSeal
import Testing

@Suite("A sealed stream opens as it was written, or says what was done to it")
struct SealedStreamTests {
    private let key = SymmetricKey(size: .bits256)
    private static let frame = 8 + SealedStream.chunk + 16
    private static let head = 52

    private func sealed(_ bytes: [UInt8], context: String = "here", by size: Int = 10_007) throws -> [UInt8] {
        var out: [UInt8] = []
        let writer = try SealedStreamWriter(key: key, context: context) { out += $0 }
        for place in stride(from: 0, to: bytes.count, by: size) {
            try writer.append(bytes[place..<min(place + size, bytes.count)])
        }
        try writer.finish()
        return out
    }

    private func opened(_ bytes: [UInt8], with key: SymmetricKey? = nil, context: String = "here") throws -> [UInt8] {
        var rest = bytes[...]
        let reader = try SealedStreamReader(key: key ?? self.key, context: context, at: "file") { count in
            defer { rest = rest.dropFirst(count) }
            return Array(rest.prefix(count))
        }
        var out: [UInt8] = []
        while let bytes = try reader.next() { out += bytes }
        return out
    }

    private func code(_ bytes: [UInt8], with key: SymmetricKey? = nil, context: String = "here") -> StreamError.Code? {
        do {
            _ = try opened(bytes, with: key, context: context)
            return nil
        } catch {
            return (error as? StreamError)?.code
        }
    }

    private func bytes(_ count: Int) -> [UInt8] { (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 31 &+ $0 >> 9) } }

    @Test(
        "of any length, in pieces of any size",
        arguments: [0, 1, 65_535, 65_536, 65_537, 131_071, 131_072, 131_073, 300_000])
    func roundTrip(count: Int) throws {
        let plain = bytes(count)
        for size in [1 << 20, 65_536, 10_007] {
            let sealed = try sealed(plain, by: size)
            #expect(sealed.count == Self.head + count + max(1, (count + 65_535) / 65_536) * 24)
            #expect(try opened(sealed) == plain)
        }
    }

    @Test("cut off anywhere it is truncated") func truncated() throws {
        let whole = try sealed(bytes(200_000))
        let ends = [4, 51, 52, 59, 60, 61, 52 + Self.frame, 52 + 2 * Self.frame + 5, whole.count - 1]
        for end in ends { #expect(code(Array(whole.prefix(end))) == .truncated, "\(end)") }
    }

    @Test("chunks that change places, are left out or come twice are named so") func moved() throws {
        let whole = try sealed(bytes(300_000))
        let head = Array(whole.prefix(Self.head))
        let chunks = stride(from: Self.head, to: whole.count, by: Self.frame).map {
            Array(whole[$0..<min($0 + Self.frame, whole.count)])
        }
        #expect(chunks.count == 5)
        func code(_ order: [Int]) -> StreamError.Code? { self.code(head + order.flatMap { chunks[$0] }) }
        #expect(code([0, 1, 2, 3, 4]) == nil)
        #expect(code([1, 0, 2, 3, 4]) == .reordered)
        #expect(code([0, 2, 3, 4]) == .reordered)
        #expect(code([0, 0, 1, 2, 3, 4]) == .repeated)
        #expect(code([0, 1, 2, 3, 4, 4]) == .altered)
        #expect(code([0, 1, 2, 4]) == .reordered)
        #expect(code([0, 1, 2, 3]) == .truncated)
    }

    @Test("a chunk whose number, length or mark of the last was changed to fit is altered") func relabelled() throws {
        let whole = try sealed(bytes(200_000))
        var last = whole
        last[Self.head] |= 0x80
        #expect(code(Array(last.prefix(Self.head + Self.frame))) == .altered)
        var swapped = whole
        for index in 0..<Self.frame { swapped[Self.head + Self.frame + index] = whole[Self.head + index] }
        swapped[Self.head + Self.frame + 3] = 1
        #expect(code(swapped) == .altered)
        var longer = whole
        longer[Self.head + 4] = 0xFF
        #expect(code(longer) == .altered)
    }

    @Test("with any one bit altered it does not open") func altered() throws {
        let whole = try sealed(bytes(1000))
        #expect(code(whole + [0]) == .altered)
        for place in 0..<whole.count {
            var changed = whole
            changed[place] ^= 1 << UInt8(place % 8)
            let code = code(changed)
            switch place {
            case 0..<4: #expect(code == .malformed)
            case 4..<52: #expect(code == .foreign)
            default: #expect(code != nil, "\(place)")
            }
        }
    }

    @Test("under another key or in the place of another file it is foreign, and so are chunks of another stream")
    func foreign() throws {
        let whole = try sealed(bytes(200_000))
        #expect(code(whole, with: SymmetricKey(size: .bits256)) == .foreign)
        #expect(code(whole, context: "there") == .foreign)
        let other = try sealed(bytes(200_000))
        let mixed = whole.prefix(Self.head + Self.frame) + other.dropFirst(Self.head + Self.frame)
        #expect(code(Array(mixed)) == .altered)
        #expect(whole.prefix(Self.head) != other.prefix(Self.head))
    }

    @Test("what is in memory at a time does not grow with the stream") func memory() throws {
        // A file of a gigabyte would not fit below: the sink and the source hold nothing.
        var largest = 0
        var written = 0
        let writer = try SealedStreamWriter(key: key, context: "large") {
            largest = max(largest, $0.count)
            written += $0.count
        }
        let block = bytes(1 << 20)
        for _ in 0..<64 { try writer.append(block) }
        try writer.finish()
        #expect(written > 64 << 20 && largest <= Self.frame)
    }

    // MARK: What it stands on

    struct Vector: Sendable {
        let key: String
        let nonce: String
        let plain: String
        let context: String
        let cipher: String
        let tag: String
    }

    // McGrew and Viega, "The Galois/Counter Mode of Operation", the cases 13, 14 and 16, as NIST has them.
    static let vectors = [
        Vector(
            key: String(repeating: "00", count: 32), nonce: String(repeating: "00", count: 12), plain: "", context: "",
            cipher: "", tag: "530f8afbc74536b9a963b4f1c4cb738b"),
        Vector(
            key: String(repeating: "00", count: 32), nonce: String(repeating: "00", count: 12),
            plain: String(repeating: "00", count: 16), context: "", cipher: "cea7403d4d606b6e074ec5d3baf39d18",
            tag: "d0d1c8a799996bf0265b98b5d48ab919"),
        Vector(
            key: "feffe9928665731c6d6a8f9467308308feffe9928665731c6d6a8f9467308308", nonce: "cafebabefacedbaddecaf888",
            plain: "d9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a72"
                + "1c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b39",
            context: "feedfacedeadbeeffeedfacedeadbeefabaddad2",
            cipher: "522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa"
                + "8cb08e48590dbb3da7b08b1056828838c5f61e6393ba7a0abcc9f662",
            tag: "76fc6ece0f4e1768cddf8853bb2d551b"),
    ]

    @Test("AES-256-GCM gives the published vectors", arguments: vectors) func gcm(_ vector: Vector) throws {
        let bytes = { (text: String) in try #require(Hex.bytes(text)) }
        let box = try AES.GCM.seal(
            bytes(vector.plain), using: SymmetricKey(data: bytes(vector.key)),
            nonce: AES.GCM.Nonce(data: bytes(vector.nonce)), authenticating: bytes(vector.context))
        #expect(Hex.text(box.ciphertext) == vector.cipher && Hex.text(box.tag) == vector.tag)
    }
}
