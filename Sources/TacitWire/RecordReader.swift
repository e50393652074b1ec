/// Reads an OTLP request record by record, in place.
///
/// ```swift
/// var reader = RecordReader(bytes: bytes, signal: .logs)
/// while try reader.next() {
///     let record = reader.record
///     for attribute in reader.attributes[record.attributes] { use(bytes[attribute.key], attribute.value) }
/// }
/// ```
///
/// Its reading is that of a general protobuf decoder: fields in any order, the last of a repeated singular field counts,
/// messages that come in parts are merged, unknown fields are passed over. A request is well-formed only when `next` has
/// returned `false`: whoever must take all or nothing keeps what is read until then, or calls ``OTLPStrings/check(_:signal:limits:)`` first.
/// After the first few records nothing is allocated.
package struct RecordReader: ~Copyable {
    /// The request. The caller keeps it alive and unchanged as long as the reader.
    package let bytes: UnsafeRawBufferPointer
    package let signal: Signal
    package let limits: WireLimits

    /// The record that the last `next` found.
    package internal(set) var record = Record()
    /// Attributes of the record and of its events; the ranges in them say which.
    package internal(set) var attributes: [Attribute] = []
    package internal(set) var events: [SpanEvent] = []

    package internal(set) var resourceAttributes: [Attribute] = []
    /// Which block of a resource the record is in; it changes when another block begins. -1 before the first.
    package internal(set) var resourceIndex = -1
    package internal(set) var scopeName = Slice.none
    package internal(set) var scopeVersion = Slice.none
    package internal(set) var scopeAttributes: [Attribute] = []
    /// Which block of a scope the record is in, counted over the whole request.
    package internal(set) var scopeIndex = -1
    /// Attributes of resources and scopes that were over the limit, of the whole request so far.
    package private(set) var sourceDroppedForLimit = 0

    var request: ProtoCursor
    var resourceBlock: ProtoCursor
    var scopeBlock: ProtoCursor
    var metric: MetricState
    /// Bodies of the events of a span: read after its own attributes, for the two may be mixed.
    var eventBodies: [Range<Int>] = []
    /// Arrays and lists that came in several parts: first those of the resource, then those of the scope, then the record's.
    var chains: [[Slice]] = []
    private var resourceChains = 0
    private var scopeChains = 0
    var walker: SchemaWalker
    private var failure: WireError?

    package init(bytes: UnsafeRawBufferPointer, signal: Signal, limits: WireLimits = WireLimits()) {
        self.bytes = bytes
        self.signal = signal
        self.limits = limits
        walker = SchemaWalker(limits: limits)
        // An empty buffer may have no address; a cursor that is at its end never reads its base.
        let base = bytes.baseAddress ?? UnsafeRawPointer(bitPattern: 1)!
        let none = ProtoCursor(base: base, position: 0, end: 0)
        (request, resourceBlock, scopeBlock) = (none, none, none)
        metric = MetricState(points: none)
        do throws(WireError) {
            request = try ProtoCursor(bytes, of: signal)
            try ItemLimit.check(request, of: signal, limits)
        } catch {
            failure = error
        }
    }

    /// Goes to the next record: `false` when there is none. Once it has thrown it throws the same error again.
    package mutating func next() throws(WireError) -> Bool {
        if let failure { throw failure }
        do throws(Fault) {
            return try advance()
        } catch {
            let explained = explain(error)
            failure = explained
            throw explained
        }
    }

    /// The walker knows the place of what is wrong, the fast path does not.
    private func explain(_ fault: Fault) -> WireError {
        do throws(WireError) {
            try OTLPStrings.check(bytes, signal: signal, limits: limits)
        } catch {
            return error
        }
        return WireError(code: fault.code, offset: fault.offset, place: signal.request.name)
    }

    private mutating func advance() throws(Fault) -> Bool {
        while true {
            if metric.isOpen {
                if try nextPoint() { return true }
            } else if !scopeBlock.isAtEnd {
                let tag = try scopeBlock.tag()
                guard tag == 0x12 else {
                    try scopeBlock.skip(tag)
                    continue
                }
                let body = scopeBlock.over(try scopeBlock.length())
                switch signal {
                case .logs:
                    try readLog(body)
                    return true
                case .traces:
                    try readSpan(body)
                    return true
                case .metrics:
                    try openMetric(body)
                }
            } else if !resourceBlock.isAtEnd {
                let tag = try resourceBlock.tag()
                if tag == 0x12 {
                    try openScope(resourceBlock.over(try resourceBlock.length()))
                } else {
                    try resourceBlock.skip(tag)
                }
            } else if !request.isAtEnd {
                let tag = try request.tag()
                if tag == 0x0A {
                    try openResource(request.over(try request.length()))
                } else {
                    try request.skip(tag)
                }
            } else {
                return false
            }
        }
    }

    /// Looks for the resource in the whole block first, jumping over the scopes: it may stand behind them.
    private mutating func openResource(_ block: ProtoCursor) throws(Fault) {
        resourceIndex += 1
        resourceBlock = block
        resourceAttributes.removeAll(keepingCapacity: true)
        chains.removeAll(keepingCapacity: true)
        var cursor = block
        while !cursor.isAtEnd {
            let tag = try cursor.tag()
            switch tag {
            case 0x0A: try readResource(cursor.over(try cursor.length()))
            case 0x1A: _ = try cursor.string()
            default: try cursor.skip(tag)
            }
        }
        (resourceChains, scopeChains) = (chains.count, chains.count)
    }

    private mutating func readResource(_ body: ProtoCursor) throws(Fault) {
        var cursor = body
        while !cursor.isAtEnd {
            let tag = try cursor.tag()
            switch tag {
            case 0x0A:
                let attribute = try readAttribute(cursor.over(try cursor.length()))
                if resourceAttributes.count < limits.maxAttributesPerRecord {
                    resourceAttributes.append(attribute)
                } else {
                    sourceDroppedForLimit += 1
                }
            case 0x1A: try check(cursor.over(try cursor.length()), as: .entityRef)
            default: try cursor.skip(tag)
            }
        }
    }

    private mutating func openScope(_ block: ProtoCursor) throws(Fault) {
        scopeIndex += 1
        scopeBlock = block
        scopeName = .none
        scopeVersion = .none
        scopeAttributes.removeAll(keepingCapacity: true)
        chains.removeSubrange(resourceChains...)
        var cursor = block
        while !cursor.isAtEnd {
            let tag = try cursor.tag()
            switch tag {
            case 0x0A: try readScope(cursor.over(try cursor.length()))
            case 0x12: _ = try cursor.length()
            case 0x1A: _ = try cursor.string()
            default: try cursor.skip(tag)
            }
        }
        scopeChains = chains.count
    }

    private mutating func readScope(_ body: ProtoCursor) throws(Fault) {
        var cursor = body
        while !cursor.isAtEnd {
            let tag = try cursor.tag()
            switch tag {
            case 0x0A: scopeName = try cursor.string()
            case 0x12: scopeVersion = try cursor.string()
            case 0x1A:
                let attribute = try readAttribute(cursor.over(try cursor.length()))
                if scopeAttributes.count < limits.maxAttributesPerRecord {
                    scopeAttributes.append(attribute)
                } else {
                    sourceDroppedForLimit += 1
                }
            default: try cursor.skip(tag)
            }
        }
    }

    /// Checks a part that the record does not show.
    mutating func check(_ body: ProtoCursor, as message: OTLPMessage, depth: Int = 0) throws(Fault) {
        var visitor = NoVisitor()
        try walker.walk(body, as: message, depth: depth, visitor: &visitor)
    }

    /// Makes ready for a record: the flat arrays keep their memory.
    mutating func startRecord(_ kind: Record.Kind) {
        record = Record()
        record.kind = kind
        attributes.removeAll(keepingCapacity: true)
        events.removeAll(keepingCapacity: true)
        chains.removeSubrange(scopeChains...)
    }
}
