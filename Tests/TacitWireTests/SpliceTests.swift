import Foundation
import OTLPProto
import SwiftProtobuf
import TacitWire
import Testing

@Suite("A splice changes the strings it is told to, and nothing else")
struct SpliceTests {
    @Test("a general decoder reads the new texts in their places and all else as before", arguments: Signal.allCases)
    func decoded(_ signal: Signal) throws {
        for seed in 0..<300 as Range<UInt64> {
            var maker = RandomRequest(seed: seed)
            maker.isNumbered = true
            let before: [UInt8] = try maker.request(signal).serializedBytes()
            var random = maker.random
            var again = RandomRequest(seed: seed)
            again.isNumbered = true
            for text in maker.planted where random.chance(30) { again.replacements[text] = Self.text(&random) }
            let after = try spliced(before, signal) { again.replacements[$0] } ?? before
            #expect(try decode(after, signal).isEqualTo(message: again.request(signal)))
        }
    }

    @Test(
        "replacing back gives the very bytes: unknown fields, any order, parts and duplicates",
        arguments: Signal.allCases)
    func back(_ signal: Signal) throws {
        for seed in 0..<500 as Range<UInt64> {
            var maker = RandomRequest(seed: seed)
            let tidy: [UInt8] = try maker.request(signal).serializedBytes()
            var scrambler = Scrambler(random: maker.random)
            let before = scrambler.scramble(tidy, as: signal.request)
            let old = try strings(before, signal)
            var new = old
            for at in new.indices where scrambler.random.chance(30) { new[at] = Self.text(&scrambler.random) }
            let after = try spliced(before, signal, with: new)
            #expect(try strings(after, signal) == new)
            #expect(throws: Never.self) { try decode(after, signal) }
            #expect(try spliced(after, signal, with: old) == before)
        }
    }

    @Test("lengths change their width on the way in and out, at every depth", arguments: [1, 2, 7, 32])
    func widths(_ depth: Int) throws {
        let sizes = [0, 1] + Array(100...130) + Array(16_200...16_390) + [2_097_100, 2_097_152]
        let pairs = Array(zip(sizes, sizes.dropFirst())) + Array(zip(sizes.reversed(), sizes))
        for (old, new) in pairs {
            let after = try spliced(nested(old, depth), .logs) { _ in String(repeating: "y", count: new) }
            #expect(after == nested(new, depth, "y"))
        }
    }

    /// A log body of one string inside `depth` values.
    private func nested(_ size: Int, _ depth: Int, _ letter: String = "x") -> [UInt8] {
        var value = [UInt8](repeating: Array(letter.utf8)[0], count: size)
        func wrap(_ tag: UInt8) { value = [tag] + Scrambler.varint(UInt64(value.count)) + value }
        wrap(0x0A)
        for _ in 1..<depth {
            wrap(0x0A)
            wrap(0x2A)
        }
        wrap(0x2A)
        return log(value)
    }

    @Test("lengths written longer than they need be are read, and those around a new text made short")
    func overlong() throws {
        // Body: a string of one byte. All lengths take two bytes.
        let bytes: [UInt8] = [
            0x0A, 0x91, 0, 0x12, 0x8E, 0, 0x12, 0x8B, 0, 0x2A, 0x84, 0, 0x0A, 0x81, 0, 0x61, 0x1A, 0x81, 0, 0x62,
        ]
        #expect(try strings(bytes, .logs) == ["a", "b"])
        let after = try spliced(bytes, .logs, with: ["cd", "b"])
        #expect(
            after == [0x0A, 14, 0x12, 12, 0x12, 10, 0x2A, 4, 0x0A, 2, 0x63, 0x64, 0x1A, 0x81, 0, 0x62])
        #expect(throws: Never.self) { try decode(after, .logs) }
    }

    @Test("numbers and truth values become texts, whatever else their message holds")
    func scalars() throws {
        let values: [[UInt8]] = [
            [0x18, 0x2A], [0x18, 0xAA, 0x80, 0], [0x21, 0, 0, 0, 0, 0, 0, 0x45, 0x40], [0x10, 1], [0x18, 42, 0x10, 0],
        ]
        let pairs = values.map { [0x32, UInt8($0.count + 5), 0x0A, 1, 0x6B, 0x12, UInt8($0.count)] + $0 }
        let bytes = log(Array(pairs.joined()) + [0x39, 8, 0, 0, 0, 0, 0, 0, 0])
        var splice = OTLPSplice()
        var seen: [String] = []
        try walk(bytes, .logs, scalars: true) { string, buffer in
            guard string.place.role == .scalar else { return }
            #expect(Array(buffer[string.key]) == [0x6B])
            seen.append("\(string.scalar(in: buffer))")
            splice.replace(string, with: "[X]".utf8)
        }
        #expect(seen == ["int(42)", "int(42)", "double(42.0)", "bool(true)", "int(42)", "bool(false)"])
        let after = try #require(try bytes.withUnsafeBytes { try splice.apply(to: $0, signal: .logs) })
        let record = try LogsRequest(serializedBytes: after).resourceLogs[0].scopeLogs[0].logRecords[0]
        #expect(record.attributes.map(\.key) == Array(repeating: "k", count: 5))
        #expect(record.attributes.map(\.value.stringValue) == Array(repeating: "[X]", count: 5))
    }

    @Test("nothing replaced is nothing copied, and a splice can be used again")
    func reuse() throws {
        let bytes = log([0x62, 1, 0x61])
        var splice = OTLPSplice()
        func apply() throws -> [UInt8]? { try bytes.withUnsafeBytes { try splice.apply(to: $0, signal: .logs) } }
        #expect(try apply() == nil)
        for text in ["b", "cc"] {
            try walk(bytes, .logs) { string, _ in splice.replace(string, with: text.utf8) }
            #expect(try strings(#require(try apply()), .logs) == [text])
            #expect(splice.isEmpty)
        }
    }

    @Test("fields are read once: twice the request is twice the reading, however deep and however many are replaced")
    func linear() throws {
        func fieldsRead(_ copies: Int, every: Int) throws -> Int {
            let body = nested(10, 30)
            let bytes = Array(repeatElement(body, count: copies).joined())
            var splice = OTLPSplice()
            var number = 0
            try walk(bytes, .logs) { string, _ in
                number += 1
                if number.isMultiple(of: every) { splice.replace(string, with: "yy".utf8) }
            }
            let after = try bytes.withUnsafeBytes { try splice.apply(to: $0, signal: .logs) }
            #expect(after != nil)
            return splice.fieldsRead
        }
        // A request of one such record has 63 fields: three messages, the body, 29 arrays of one value and the text.
        #expect(try fieldsRead(1, every: 1) == 63)
        #expect(try fieldsRead(100, every: 1) == 6_300)
        #expect(try fieldsRead(1_000, every: 1) == 63_000)
        #expect(try fieldsRead(1_000, every: 10) == 100 * 63 + 900)
    }

    // MARK: -

    private static func text(_ random: inout SeededGenerator) -> String {
        switch Int.random(in: 0...4, using: &random) {
        case 0: ""
        case 1: "é"
        case 2: String(repeating: "x", count: Int.random(in: 120...135, using: &random))
        case 3: String(repeating: "x", count: Int.random(in: 16_300...16_400, using: &random))
        default: "[EMAIL]"
        }
    }

    private func strings(_ bytes: [UInt8], _ signal: Signal) throws -> [String] {
        var out: [String] = []
        try walk(bytes, signal) { out.append(String(decoding: $1[$0.slice], as: UTF8.self)) }
        return out
    }

    /// The request with the n-th text at the n-th string; equal ones are not replaced.
    private func spliced(_ bytes: [UInt8], _ signal: Signal, with texts: [String]) throws -> [UInt8] {
        var rest = texts[...]
        return try spliced(bytes, signal) { old in
            let new = rest.removeFirst()
            return new == old ? nil : new
        } ?? bytes
    }

    private func spliced(_ bytes: [UInt8], _ signal: Signal, _ new: (String) -> String?) throws -> [UInt8]? {
        var splice = OTLPSplice()
        try walk(bytes, signal) { string, buffer in
            let text = new(String(decoding: buffer[string.slice], as: UTF8.self))
            if let text { splice.replace(string, with: text.utf8) }
        }
        return try bytes.withUnsafeBytes { try splice.apply(to: $0, signal: signal) }
    }

    @discardableResult
    private func decode(_ bytes: [UInt8], _ signal: Signal) throws -> any Message {
        switch signal {
        case .logs: try LogsRequest(serializedBytes: bytes)
        case .traces: try TraceRequest(serializedBytes: bytes)
        case .metrics: try MetricsRequest(serializedBytes: bytes)
        }
    }
}
