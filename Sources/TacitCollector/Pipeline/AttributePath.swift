import TacitScrub
import TacitWire

/// The keys that lead to a value of a request, with dots between: `user.name` in `{"user": {"name": "Jane"}}`.
///
/// An item of an array has the path of its array. Keys are taken as they leave the scrubber; what was taken out of one
/// leaves a `*`, so that `[EMAIL]` is not read as a key of that name and scrubbing again changes nothing.
struct AttributePath {
    /// Of a longer path, only the end is handed over: that is where the words stand that decide.
    static let longest = 1024

    private struct Step {
        let key: Slice
        /// Where it ends in the text.
        let end: Int
    }

    private var steps: [Step] = []
    private var text: [UInt8] = []
    private var scrubbed: [UInt8] = []
    private var known = CleanKeys()

    /// Begins another request.
    mutating func removeAll() {
        steps.removeAll(keepingCapacity: true)
        text.removeAll(keepingCapacity: true)
    }

    /// Whether nothing is found in a key.
    mutating func isClean(_ key: UnsafeRawBufferPointer, by scrubber: Scrubber) -> Bool {
        if known.contains(key) { return true }
        guard scrubber.isClean(key) else { return false }
        known.insert(key)
        return true
    }

    /// Lends the path of a value, or `nil` where there is none. A key is read once, however many values it leads to.
    mutating func withKey<R>(
        of value: OTLPString, in bytes: UnsafeRawBufferPointer, by scrubber: Scrubber,
        _ body: (UnsafeRawBufferPointer?) -> R
    ) -> R {
        for depth in value.outerKeys.indices { step(value.outerKeys[depth], at: depth, bytes, scrubber) }
        step(value.key, at: value.outerKeys.count, bytes, scrubber)
        let path = 0..<steps[value.outerKeys.count].end
        if path.isEmpty { return body(nil) }
        return text.withUnsafeBytes { body(UnsafeRawBufferPointer(rebasing: $0[path.suffix(Self.longest)])) }
    }

    private mutating func step(_ key: Slice, at depth: Int, _ bytes: UnsafeRawBufferPointer, _ scrubber: Scrubber) {
        if steps.count > depth {
            if steps[depth].key == key { return }
            steps.removeSubrange(depth...)
        }
        text.removeSubrange((steps.last?.end ?? 0)...)
        if depth > 0 { text.append(UInt8(ascii: ".")) }
        if isClean(bytes[key], by: scrubber) {
            append(bytes[key])
        } else {
            scrubbed.removeAll(keepingCapacity: true)
            scrubber.scrub(bytes[key], into: &scrubbed)
            scrubbed.withUnsafeBytes { append($0) }
        }
        steps.append(Step(key: key, end: text.count))
    }

    /// Appends a key, its placeholders as `*`.
    private mutating func append(_ key: UnsafeRawBufferPointer) {
        var rest = key[...]
        while let bracket = rest.firstIndex(of: UInt8(ascii: "[")) {
            text.append(contentsOf: rest[..<bracket])
            if let end = Self.endOfPlaceholder(key[bracket...]) {
                text.append(UInt8(ascii: "*"))
                rest = rest[end...]
            } else {
                text.append(rest[bracket])
                rest = rest[(bracket + 1)...]
            }
        }
        text.append(contentsOf: rest)
    }

    /// Behind `[EMAIL]` or `[EMAIL:7f3a…]`, if that is what the text begins with.
    private static func endOfPlaceholder(_ text: Swift.Slice<UnsafeRawBufferPointer>) -> Int? {
        // The longest label with the longest code.
        guard let end = text.prefix(40).firstIndex(of: UInt8(ascii: "]")) else { return nil }
        let label = text[(text.startIndex + 1)..<end].prefix { $0 != UInt8(ascii: ":") }
        return Kind(label: String(decoding: label, as: UTF8.self)) == nil ? nil : end + 1
    }
}
