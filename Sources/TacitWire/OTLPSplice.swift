/// New text for strings of a request, and the request with it.
///
/// ```swift
/// var splice = OTLPSplice()
/// try OTLPStrings.walk(bytes, signal: .logs) { string in
///     if isPersonal(bytes[string.slice]) { splice.replace(string, with: "[EMAIL]".utf8) }
/// }
/// let request = try splice.apply(to: bytes, signal: .logs)     // nil: send what came
/// ```
///
/// A number or truth value becomes a `string_value`. The lengths of all messages around a replacement are made right; every
/// other byte stays as it is and where it is: unknown fields, their order, packed numbers, values that were sent twice.
///
/// Linear in time, whatever the request: one pass measures and reads no field twice, going only into messages that hold a
/// replacement; one pass copies.
package struct OTLPSplice: Sendable {
    private struct Edit {
        var slice: Slice
        var text: Range<Int>
    }

    private var edits: [Edit] = []
    private var text: [UInt8] = []
    private var plan = SplicePlan()

    package init() {}

    package var isEmpty: Bool { edits.isEmpty }

    /// How many fields the last request was asked for by ``apply(to:signal:)``.
    package var fieldsRead: Int { plan.fieldsRead }

    /// Takes the new text of a string that the walk told of. Strings come in the order of the walk, each at most once.
    package mutating func replace(_ string: OTLPString, with new: some Collection<UInt8>) {
        precondition(edits.last.map { $0.slice.range.upperBound <= string.slice.range.lowerBound } ?? true)
        let start = text.count
        text.append(contentsOf: new)
        edits.append(Edit(slice: string.slice, text: start..<text.count))
    }

    /// The request with its new texts, or nothing where none was given. `bytes` are those that were walked. What was taken is
    /// then forgotten, and another request may follow.
    package mutating func apply(to bytes: UnsafeRawBufferPointer, signal: Signal) throws(WireError) -> [UInt8]? {
        guard !edits.isEmpty else { return nil }
        defer { removeAll() }
        let root = try ProtoCursor(bytes, of: signal)
        let size: Int
        do throws(Fault) {
            size = try plan.measure(root, as: signal.request, edits.count) { (edits[$0].slice, edits[$0].text.count) }
        } catch {
            throw WireError(code: error.code, offset: error.offset, place: signal.request.name)
        }
        guard size < 0x7FFF_FFFF else { throw WireError(code: .tooLarge, offset: 0, place: signal.request.name) }
        var writer = ProtoWriter()
        writer.reserve(size)
        var copied = 0
        for cut in plan.cuts {
            writer.raw(UnsafeRawBufferPointer(rebasing: bytes[copied..<cut.start]))
            copied = cut.end
            if cut.isScalar { writer.raw(byte: 0x0A) }
            writer.raw(varint: UInt64(cut.count))
            if cut.edit >= 0 { text.withUnsafeBytes { writer.raw(.init(rebasing: $0[edits[cut.edit].text])) } }
        }
        writer.raw(UnsafeRawBufferPointer(rebasing: bytes[copied...]))
        return writer.bytes
    }

    /// Forgets what was taken.
    package mutating func removeAll() {
        edits.removeAll(keepingCapacity: true)
        text.removeAll(keepingCapacity: true)
    }
}
