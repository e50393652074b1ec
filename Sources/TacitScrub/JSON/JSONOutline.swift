/// What must be known of a JSON line before its first byte is written: whether it is JSON at all, and which objects are
/// pairs, as `{"value": …, "key": "user.email"}` names its value only at the end.
struct JSONOutline {
    /// The string that says what an object's `value` is.
    struct Name {
        fileprivate let start: UInt32
        fileprivate let count: UInt16
        /// Whether it is the member `key`; otherwise it is `name`.
        let isKey: Bool

        /// Between the quotes.
        var range: Range<Int> { Int(start)..<Int(start) + Int(count) }
    }

    /// By the number of an object, in the order of opening braces.
    private(set) var names: [Name?] = []
    private var containers: [Container] = []

    private struct Container {
        /// `nil` for an array.
        let object: Int?
        var hasValue = false
        var key: Name?
        var name: Name?
        /// The last key, if it is one of these.
        var last = Member.other
    }

    private enum Member {
        case key
        case name
        case other
    }

    /// Whether the whole of the text is one JSON value.
    mutating func read(_ text: Text) -> Bool {
        names.removeAll(keepingCapacity: true)
        containers.removeAll(keepingCapacity: true)
        var reader = JSONReader(text)
        while true {
            switch reader.next() {
            case .objectStart:
                containers.append(Container(object: names.count))
                names.append(nil)
            case .arrayStart:
                containers.append(Container(object: nil))
            case .containerEnd:
                let closed = containers.removeLast()
                if closed.hasValue, let object = closed.object { names[object] = closed.key ?? closed.name }
            case .key(let range):
                note(key: range, in: text)
            case .string(let range):
                note(string: range)
            case .number, .literal:
                break
            case .end:
                return true
            case .invalid:
                return false
            }
        }
    }

    private mutating func note(key: Range<Int>, in text: Text) {
        let last = containers.count - 1
        containers[last].last = .other
        if text.reads("key", key) {
            containers[last].last = .key
        } else if text.reads("name", key) {
            containers[last].last = .name
        } else if text.reads("value", key) {
            containers[last].hasValue = true
        }
    }

    private mutating func note(string: Range<Int>) {
        guard let last = containers.indices.last, 1...JSONPath.longest ~= string.count,
            let start = UInt32(exactly: string.lowerBound)
        else { return }
        let isKey = containers[last].last == .key
        let name = Name(start: start, count: UInt16(string.count), isKey: isKey)
        // Two members may have the same key: the first counts.
        if isKey {
            containers[last].key = containers[last].key ?? name
        } else if containers[last].last == .name {
            containers[last].name = containers[last].name ?? name
        }
    }
}

extension Text {
    /// Whether the range reads as `literal`, to the letter.
    func reads(_ literal: StaticString, _ range: Range<Int>) -> Bool {
        range.count == literal.utf8CodeUnitCount && has(literal, at: range.lowerBound)
    }
}
