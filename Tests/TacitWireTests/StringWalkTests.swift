import Foundation
import OTLPProto
import SwiftProtobuf
import TacitWire
import Testing

@Suite("The walk visits every string")
struct StringWalkTests {
    @Test("finds each planted string exactly once, at its own bytes", arguments: Signal.allCases)
    func planted(_ signal: Signal) throws {
        var places: Set<StringPlace> = []
        for seed in 0..<300 as Range<UInt64> {
            var maker = RandomRequest(seed: seed)
            maker.isNumbered = true
            let bytes: [UInt8] = try maker.request(signal).serializedBytes()
            var found: [String] = []
            try walk(bytes, signal) { string, buffer in
                places.insert(string.place)
                found.append(String(decoding: buffer[string.slice], as: UTF8.self))
            }
            #expect(found.sorted() == maker.planted.sorted())
        }
        #expect(Set(places.map(\.description)) == reachableStrings(signal))
    }

    /// Computed from the published descriptors alone, so that it can't share a mistake with the walker.
    private func reachableStrings(_ signal: Signal) -> Set<String> {
        var out: Set<String> = []
        var seen: Set<String> = []
        func visit(_ message: String, _ holder: String) {
            guard seen.insert("\(message) \(holder)").inserted else { return }
            let isValue = ["KeyValue", "AnyValue", "ArrayValue", "KeyValueList"].contains(short(message))
            for field in publishedFields where field.message == message {
                let own = "\(short(message)).\(field.name)"
                if field.type == "message" {
                    visit(field.typeName, isValue ? holder : own)
                } else if field.type == "string" || own == "AnyValue.bytes_value" {
                    out.insert(isValue ? "\(own) in \(holder)" : own)
                }
            }
        }
        visit(signal.request.fullName, "")
        return out
    }

    private func short(_ name: String) -> String { name.split(separator: ".").last.map(String.init) ?? name }

    @Test("tells the key of each value, wherever it stands in its pair")
    func keys() throws {
        let pairs: [[UInt8]] = [
            [0x0A, 1, 0x6B, 0x12, 3, 0x0A, 1, 0x76],  // key, value
            [0x12, 3, 0x0A, 1, 0x76, 0x0A, 1, 0x6B],  // value, key
            [0x0A, 1, 0x78, 0x12, 3, 0x0A, 1, 0x76, 0x0A, 1, 0x6B],  // another key first: the last one counts
        ]
        for pair in pairs {
            var keys: [String] = []
            try walk(log([0x32, UInt8(pair.count)] + pair), .logs) { string, buffer in
                if string.place.role == .value { keys.append(String(decoding: buffer[string.key], as: UTF8.self)) }
            }
            #expect(keys == ["k"])
        }
    }

    @Test("tells the keys of all pairs around a value, outermost first")
    func outerKeys() throws {
        func pair(_ key: String, _ value: AnyValue) -> KeyValue { .with { ($0.key, $0.value) = (key, value) } }
        func text(_ text: String) -> AnyValue { .with { $0.stringValue = text } }
        func list(_ pairs: KeyValue...) -> AnyValue { .with { $0.kvlistValue.values = pairs } }
        func array(_ values: AnyValue...) -> AnyValue { .with { $0.arrayValue.values = values } }
        let request = LogsRequest.with {
            $0.resourceLogs = [
                .with {
                    $0.scopeLogs = [
                        .with {
                            $0.logRecords = [
                                .with { record in
                                    record.body = list(pair("x", text("0")))
                                    record.attributes = [
                                        pair(
                                            "a",
                                            list(
                                                pair("b", text("1")), pair("c", list(pair("d", text("2")))),
                                                pair("e", text("3")))),
                                        pair(
                                            "f",
                                            array(text("4"), list(pair("g", array(text("5"), text("6")))), text("7"))),
                                        pair("h", text("8")),
                                    ]
                                }
                            ]
                        }
                    ]
                }
            ]
        }
        var found: [String] = []
        try walk(request.serializedBytes(), .logs) { string, buffer in
            guard string.place.role == .value else { return }
            let path = (string.outerKeys + [string.key]).map { String(decoding: buffer[$0], as: UTF8.self) }
            found.append(path.joined(separator: ".") + "=" + String(decoding: buffer[string.slice], as: UTF8.self))
        }
        #expect(found.sorted() == ["a.b=1", "a.c.d=2", "a.e=3", "f.g=5", "f.g=6", "f=4", "f=7", "h=8", "x=0"])
    }

    @Test("tells of numbers and truth values where asked for, and changes nothing else", arguments: Signal.allCases)
    func scalars(_ signal: Signal) throws {
        for seed in 0..<200 as Range<UInt64> {
            var maker = RandomRequest(seed: seed)
            let tidy: [UInt8] = try maker.request(signal).serializedBytes()
            var scrambler = Scrambler(random: maker.random)
            let bytes = scrambler.scramble(tidy, as: signal.request)
            var alone: [Slice] = []
            try walk(bytes, signal) { string, _ in alone.append(string.slice) }
            var strings: [Slice] = []
            var end = 0
            try walk(bytes, signal, scalars: true) { string, buffer in
                #expect(string.slice.range.lowerBound >= end)
                end = string.slice.range.upperBound
                if string.place.role == .scalar {
                    if case .empty = string.scalar(in: buffer) { Issue.record("a scalar without a value") }
                } else {
                    strings.append(string.slice)
                }
            }
            #expect(strings == alone)
        }
    }

    @Test("shows values that a later field overwrites: they are in the bytes that are forwarded")
    func overwritten() throws {
        var found: [String] = []
        try walk(log([0x62, 1, 0x61, 0x62, 1, 0x62]), .logs) { string, buffer in
            found.append(String(decoding: buffer[string.slice], as: UTF8.self))
        }
        #expect(found == ["a", "b"])
    }

    @Test("accepts and refuses what the record reader does", arguments: Signal.allCases)
    func agreement(_ signal: Signal) throws {
        for seed in 0..<1_000 as Range<UInt64> {
            var maker = RandomRequest(seed: seed)
            var bytes: [UInt8] = try maker.request(signal).serializedBytes()
            Mutation.apply(&bytes, &maker.random)
            let reader = Result { () throws(WireError) in _ = try Reading.tacit(bytes, signal) }
            let walker = Result { () throws(WireError) in try walk(bytes, signal) { _, _ in } }
            #expect("\(reader)" == "\(walker)")
        }
    }
}

/// Walks bytes of an array.
func walk(
    _ bytes: [UInt8], _ signal: Signal, scalars: Bool = false, _ body: (OTLPString, UnsafeRawBufferPointer) -> Void
) throws(WireError) {
    let result: Result<Void, WireError> = bytes.withUnsafeBytes { buffer in
        Result { () throws(WireError) in
            try OTLPStrings.walk(buffer, signal: signal, scalars: scalars) { body($0, buffer) }
        }
    }
    try result.get()
}

/// A logs request of one record with these fields. Short ones only: lengths of one byte.
func log(_ fields: [UInt8]) -> [UInt8] {
    var out = fields
    for tag in [0x12, 0x12, 0x0A] as [UInt8] { out = [tag] + Scrambler.varint(UInt64(out.count)) + out }
    return out
}
