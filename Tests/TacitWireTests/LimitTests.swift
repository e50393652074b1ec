import TacitWire
import Testing

@Suite("Limits hold")
struct LimitTests {
    /// A body of `depth` values inside each other, through arrays or through lists.
    private func nested(_ depth: Int, throughLists: Bool) -> [UInt8] {
        var value: [UInt8] = [0x0A, 1, 0x78]
        func wrap(_ tag: UInt8) { value = [tag] + Scrambler.varint(UInt64(value.count)) + value }
        for _ in 1..<depth {
            if throughLists {
                wrap(0x12)
                wrap(0x0A)
                wrap(0x32)
            } else {
                wrap(0x0A)
                wrap(0x2A)
            }
        }
        wrap(0x2A)
        return log(value)
    }

    @Test("values nest as deep as allowed and not one deeper", arguments: [true, false])
    func depth(_ throughLists: Bool) throws {
        #expect(try Reading.tacit(nested(32, throughLists: throughLists), .logs).count == 1)
        for depth in [33, 5_000] {
            let error = #expect(throws: WireError.self) {
                _ = try Reading.tacit(nested(depth, throughLists: throughLists), .logs)
            }
            #expect(error?.code == .tooDeep)
            #expect(error?.place.hasSuffix("LogRecord.body") == true)
        }
    }

    @Test("JSON values nest as deep as allowed and not one deeper")
    func depthOfJSON() throws {
        func text(_ depth: Int) -> [UInt8] {
            let open = String(repeating: #"{"arrayValue":{"values":["#, count: depth - 1)
            let close = String(repeating: "]}}", count: depth - 1)
            return Array(
                (#"{"resourceLogs":[{"scopeLogs":[{"logRecords":[{"body":"# + open + #"{"intValue":1}"# + close
                    + "}]}]}]}").utf8)
        }
        #expect(try Reading.tacit(transcode(text(32), .logs), .logs).count == 1)
        for depth in [33, 5_000] {
            let error = #expect(throws: WireError.self) { _ = try transcode(text(depth), .logs) }
            #expect(error?.code == .tooDeep)
        }
    }

    @Test("unknown JSON members are passed over however deep they are")
    func unknownDepth() throws {
        let deep = String(repeating: #"[{"x":"#, count: 50_000) + "1" + String(repeating: "}]", count: 50_000)
        #expect(try transcode(Array(#"{"new":\#(deep),"resourceLogs":[]}"#.utf8), .logs).isEmpty)
    }

    @Test("unknown groups nest a little, and 5,000 deep are refused")
    func groups() throws {
        func group(_ depth: Int) -> [UInt8] {
            .init(repeating: 0x2B, count: depth) + .init(repeating: 0x2C, count: depth)
        }
        #expect(try Reading.tacit(group(32), .logs).isEmpty)
        let error = #expect(throws: WireError.self) { _ = try Reading.tacit(group(5_000), .logs) }
        #expect(error?.code == .tooDeep)
    }

    @Test("a request of 2 GiB is refused unread: offsets have 32 bits", arguments: Signal.allCases)
    func size(_ signal: Signal) {
        // Only the count is looked at, so that the test needs no such memory.
        let byte = UnsafeMutableRawPointer.allocate(byteCount: 1, alignment: 1)
        defer { byte.deallocate() }
        let bytes = UnsafeRawBufferPointer(start: byte, count: 0x7FFF_FFFF)
        #expect(throws: WireError(code: .tooLarge, offset: 0, place: signal.request.name)) {
            try OTLPStrings.check(bytes, signal: signal)
        }
        #expect(throws: WireError(code: .tooLarge, offset: 0, place: signal.request.name)) {
            _ = try OTLPJSON.protobuf(from: bytes, signal: signal)
        }
        #expect(throws: WireError(code: .tooLarge, offset: 0, place: signal.request.name)) {
            var reader = RecordReader(bytes: bytes, signal: signal)
            _ = try reader.next()
        }
    }

    /// Thirty million empty records are 61 KB as gzip. They once kept the collector busy for half a minute.
    @Test("more items than the limit are refused before any of them is read", arguments: Signal.allCases)
    func items(_ signal: Signal) throws {
        func nested(_ fields: [UInt8], _ items: Int) -> [UInt8] {
            guard let field = fields.first else { return Array(repeatElement([0x12, 0], count: items).joined()) }
            var writer = ProtoWriter()
            writer.bytes(UInt32(field), nested(Array(fields.dropFirst()), items))
            return writer.bytes
        }
        // A resource, a scope, and items; a metric's points are field 1 of its gauge.
        func request(_ items: Int) -> [UInt8] {
            guard signal == .metrics else { return nested([1, 2], items) }
            let points = [UInt8](repeatElement([0x0A, 0], count: items).joined())
            var metric = ProtoWriter()
            metric.message(1) { $0.message(2) { $0.message(2) { $0.bytes(5, points) } } }
            return metric.bytes
        }
        // Two blocks; a metric and its kind count too.
        let blocks = signal == .metrics ? 4 : 2
        let limits = WireLimits(maxItems: 10 + blocks)
        func outcome(_ bytes: [UInt8]) -> [WireError.Code?] {
            bytes.withUnsafeBytes { buffer in
                var reader = RecordReader(bytes: buffer, signal: signal, limits: limits)
                let read = Result { () throws(WireError) in while try reader.next() {} }
                let check = Result { () throws(WireError) in
                    try OTLPStrings.check(buffer, signal: signal, limits: limits)
                }
                return [read, check].map { if case .failure(let error) = $0 { error.code } else { nil } }
            }
        }
        #expect(outcome(request(10)) == [nil, nil])
        #expect(outcome(request(11)) == [.tooManyItems, .tooManyItems])
        // Blocks without items are no way around it.
        #expect(outcome([UInt8](repeatElement([0x0A, 0], count: 20).joined())) == [.tooManyItems, .tooManyItems])
        // What is malformed is told as such.
        #expect(outcome([0x0A, 0x7F]) == [.truncated, .truncated])
    }

    @Test("so are those of a JSON request")
    func jsonItems() throws {
        func transcode(_ items: Int) throws -> [UInt8] {
            let records = Array(repeating: "{}", count: items).joined(separator: ",")
            let text = #"{"resourceLogs":[{"scopeLogs":[{"logRecords":[\#(records)]}]}]}"#
            return try Array(text.utf8).withUnsafeBytes {
                try OTLPJSON.protobuf(from: $0, signal: .logs, limits: WireLimits(maxItems: 12))
            }
        }
        #expect(throws: Never.self) { try transcode(10) }
        let error = #expect(throws: WireError.self) { try transcode(11) }
        #expect(error?.code == .tooManyItems)
    }

    @Test("attributes over the limit are left out and counted, those before stay")
    func attributes() throws {
        let pair: [UInt8] = [0x32, 3, 0x0A, 1, 0x6B]
        let bytes = log(Array(repeatElement(pair, count: 20).joined()))
        try bytes.withUnsafeBytes { buffer in
            var reader = RecordReader(
                bytes: buffer, signal: .logs, limits: WireLimits(maxAttributesPerRecord: 8))
            let found = try reader.next()
            #expect(found)
            #expect(reader.record.attributes == 0..<8)
            #expect(reader.record.droppedForLimit == 12)
            let more = try reader.next()
            #expect(!more)
        }
    }

    @Test("so are attributes of a resource and of a scope")
    func sourceAttributes() throws {
        let pair: [UInt8] = [0x0A, 3, 0x0A, 1, 0x6B]
        let resource = [0x0A, 15] + pair + pair + pair
        let scope: [UInt8] = [0x12, 10, 0x0A, 6, 0x1A, 0, 0x1A, 0, 0x1A, 0, 0x12, 0]
        let bytes = [0x0A, UInt8(resource.count + scope.count)] + resource + scope
        try bytes.withUnsafeBytes { buffer in
            var reader = RecordReader(bytes: buffer, signal: .logs, limits: WireLimits(maxAttributesPerRecord: 1))
            let found = try reader.next()
            #expect(found)
            #expect(reader.resourceAttributes.count == 1 && reader.scopeAttributes.count == 1)
            #expect(reader.sourceDroppedForLimit == 4)
        }
    }

    @Test("what is over the limit must be well-formed all the same")
    func checkedThough() {
        let bytes = log([0x32, 0, 0x32, 3, 0x0A, 1, 0xFF])
        bytes.withUnsafeBytes { buffer in
            var reader = RecordReader(bytes: buffer, signal: .logs, limits: WireLimits(maxAttributesPerRecord: 1))
            #expect(throws: WireError.self) { _ = try reader.next() }
        }
    }

    @Test("events over the limit are left out and counted")
    func events() throws {
        let event: [UInt8] = [0x5A, 3, 0x12, 1, 0x65]
        let bytes = log(Array(repeatElement(event, count: 5).joined()))
        try bytes.withUnsafeBytes { buffer in
            var reader = RecordReader(bytes: buffer, signal: .traces, limits: WireLimits(maxEventsPerRecord: 2))
            let found = try reader.next()
            #expect(found)
            #expect(reader.record.events == 0..<2)
            #expect(reader.record.droppedForLimit == 3)
        }
    }

    @Test("a block says where a new resource and a new scope begin")
    func blocks() throws {
        let record: [UInt8] = [0x12, 0]
        let scope = [0x12, 4] + record + record
        let bytes = [0x0A, UInt8(scope.count * 2)] + scope + scope + [0x0A, UInt8(scope.count)] + scope
        try bytes.withUnsafeBytes { buffer in
            var reader = RecordReader(bytes: buffer, signal: .logs)
            var seen: [[Int]] = []
            while try reader.next() { seen.append([reader.resourceIndex, reader.scopeIndex]) }
            #expect(seen == [[0, 0], [0, 0], [0, 1], [0, 1], [1, 2], [1, 2]])
        }
    }
}
