/// The keys that lead to a value, with dots between: `user.name` in `{"user": {"name": "Jane"}}`.
///
/// An item has the path of its array. What is named by a neighbour, as in `{"key": "user.email", "value": …}`, has that
/// name for its path, and the wrappers of OTLP values (`stringValue` and its like) add nothing to it.
struct JSONPath: Sendable {
    /// Of a longer path, only the end is handed over: that is where the words stand that decide.
    static let longest = 1024

    /// The path of one value.
    struct Place: Sendable {
        fileprivate var range = 0..<0
        /// Whether a neighbour named the value or one of those around it.
        fileprivate var isNamed = false
        /// Whether the value is the wrapper of a list.
        fileprivate var isList = false
    }

    private var bytes: [UInt8] = []

    mutating func removeAll() { bytes.removeAll(keepingCapacity: true) }

    /// The place of a member of what stands at `place`. Places of earlier members become invalid.
    mutating func member(_ key: UnsafeRawBufferPointer, of place: Place) -> Place {
        let name = Text(key)
        if !place.range.isEmpty, let wrapped = wrapper(name, at: place) { return wrapped }
        var member = place
        member.isList = false
        bytes.removeSubrange(place.range.upperBound...)
        append(name, to: &member)
        return member
    }

    /// The place of the `value` of a pair that stands at `place`, where its neighbour says `name`.
    mutating func value(named name: UnsafeRawBufferPointer, of place: Place) -> Place {
        bytes.removeSubrange(place.range.upperBound...)
        var value = Place(range: bytes.count..<bytes.count, isNamed: true)
        // A list of pairs within a named value: `http.request` and `header` make `http.request.header`.
        if place.isNamed { value.range = place.range }
        append(Text(name), to: &value)
        return value
    }

    /// Lends the path, or `nil` where there is none.
    func withKey<R>(of place: Place, _ body: (UnsafeRawBufferPointer?) -> R) -> R {
        if place.range.isEmpty { return body(nil) }
        return bytes[place.range.suffix(Self.longest)].withUnsafeBytes { body($0) }
    }

    private func wrapper(_ name: Text, at place: Place) -> Place? {
        var value = place
        value.isList = false
        if place.isList { return name.reads("values", 0..<name.count) ? value : nil }
        for wrapper in ["stringValue", "intValue", "doubleValue", "boolValue", "bytesValue"] as [StaticString]
        where name.reads(wrapper, 0..<name.count) {
            return value
        }
        guard name.reads("arrayValue", 0..<name.count) || name.reads("kvlistValue", 0..<name.count) else { return nil }
        value.isList = true
        return value
    }

    /// Appends a key. What was taken out of it leaves a `*`, so that `[EMAIL]` is not taken for a key called so.
    private mutating func append(_ name: Text, to place: inout Place) {
        if !place.range.isEmpty { bytes.append(UInt8(ascii: ".")) }
        var i = 0
        while i < name.count {
            if let end = Placeholder.end(in: name, at: i) {
                bytes.append(UInt8(ascii: "*"))
                i = end
            } else {
                bytes.append(name[i])
                i += 1
            }
        }
        place.range = place.range.lowerBound..<bytes.count
    }
}
