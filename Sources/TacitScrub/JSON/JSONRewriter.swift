/// Scrubs one JSON value with its keys, and writes it as it was but for the places where something was found.
struct JSONRewriter: Sendable {
    let scrubber: Scrubber
    private(set) var report = ScrubReport()
    /// What was found in the value that was rewritten last, with offsets in it, in the order of the text.
    private(set) var places: [Finding] = []
    private var outline = JSONOutline()
    private var path = JSONPath()
    private var containers: [Container] = []
    private var field = Field()
    /// What takes the place of the field's key.
    private var newKey: [UInt8] = []
    private var content = JSONContent()
    private var found: [Finding] = []
    private var scrubbed: [UInt8] = []
    /// What lies before was written or left out.
    private var copied = 0

    /// An object or array that is open.
    private struct Container {
        let isObject: Bool
        let place: JSONPath.Place
        /// Says what the object's `value` is.
        let name: Range<Int>?
        /// Behind the last member or item, or behind the opening bracket.
        var end: Int
        /// What stands before the first member.
        var lead: Range<Int>?
        /// Whether no member was written.
        var isEmpty = true
    }

    /// What the value that comes next belongs to.
    private struct Field {
        var key = 0..<0
        var place = JSONPath.Place()
        var hasNewKey = false
    }

    init(_ scrubber: Scrubber) { self.scrubber = scrubber }

    /// Appends the scrubbed value, unless the line is no JSON: then nothing is written.
    mutating func rewrite(_ line: UnsafeRawBufferPointer, into output: inout [UInt8]) -> Bool {
        let text = Text(line)
        guard outline.read(text) else { return false }
        containers.removeAll(keepingCapacity: true)
        path.removeAll()
        places.removeAll(keepingCapacity: true)
        copied = 0
        var names = outline.names.makeIterator()
        var reader = JSONReader(text)
        while true {
            let token = reader.next()
            beginItem()
            switch token {
            case .objectStart:
                keep(text, into: &output)
                let name = names.next().flatMap { $0 }.flatMap { tells($0, of: text) ? $0.range : nil }
                containers.append(Container(isObject: true, place: field.place, name: name, end: reader.position))
            case .arrayStart:
                keep(text, into: &output)
                containers.append(Container(isObject: false, place: field.place, name: nil, end: reader.position))
            case .containerEnd:
                containers.removeLast()
            case .key(let range):
                beginMember(range, of: text)
                continue
            case .string(let range):
                string(range, of: text, into: &output)
            case .number(let range):
                bare(range, of: text, into: &output)
            case .literal(let range):
                // What is true, false or null tells nothing, but its key may be one that is not to be sent.
                if scrubber.plan.rules.asksForKeys {
                    bare(range, of: text, into: &output)
                } else {
                    keep(text, into: &output)
                }
            case .end, .invalid:
                output.append(contentsOf: line[copied...])
                return true
            }
            if let last = containers.indices.last { containers[last].end = reader.position }
        }
    }

    // MARK: Places

    /// An item belongs to what its array belongs to; what stands in nothing belongs to nothing.
    private mutating func beginItem() {
        if containers.last?.isObject != true { field = Field(place: containers.last?.place ?? JSONPath.Place()) }
    }

    /// Reads a key, which is scrubbed as text. What is written of it depends on its value.
    private mutating func beginMember(_ key: Range<Int>, of text: Text) {
        let last = containers.count - 1
        if containers[last].lead == nil { containers[last].lead = containers[last].end..<key.lowerBound - 1 }
        field.key = key
        content.read(key, of: text)
        field.hasNewKey = scrub(text, at: nil) == .scrubbed
        if field.hasNewKey {
            newKey.removeAll(keepingCapacity: true)
            content.write(found, of: text, by: scrubber, into: &newKey)
        }
        if let name = containers[last].name, text.reads("value", key) {
            content.read(name, of: text)
            field.place = content.withBytes(of: text) { path.value(named: $0, of: containers[last].place) }
        } else if field.hasNewKey {
            field.place = scrubbed.withUnsafeBytes { path.member($0, of: containers[last].place) }
        } else {
            field.place = content.withBytes(of: text) { path.member($0, of: containers[last].place) }
        }
    }

    /// Whether a string says what its neighbour `value` is: not if it is itself something to hide.
    private mutating func tells(_ name: JSONOutline.Name, of text: Text) -> Bool {
        let word: StaticString = name.isKey ? "key" : "name"
        // Safe: the literal holds so many bytes for the life of the process.
        let key = UnsafeRawBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount)
        // An allow-list speaks of the keys that attributes have, and `key` is none of them.
        let isAttribute = name.isKey && scrubber.plan.rules.asksForKeys
        let place = isAttribute ? JSONPath.Place() : path.member(key, of: field.place)
        content.read(name.range, of: text)
        return content.withBytes(of: text) { value in
            var placeholders = PlaceholderSearch()
            return placeholders.first(in: 0..<value.count, of: Text(value)) == nil
                && path.withKey(of: place) { scrubber.isClean(value, key: $0) }
        }
    }

    // MARK: Values

    private mutating func string(_ range: Range<Int>, of text: Text, into output: inout [UInt8]) {
        // What names its neighbour was looked at before.
        if let name = containers.last?.name, name.lowerBound == range.lowerBound { return keep(text, into: &output) }
        content.read(range, of: text)
        switch scrub(text, at: field.place) {
        case .clean:
            keep(text, into: &output)
        case .scrubbed:
            keep(text, into: &output)
            output.append(contentsOf: text.bytes(copied..<range.lowerBound))
            content.write(found, of: text, by: scrubber, into: &output)
            copied = range.upperBound
        case .dropped:
            drop(range.lowerBound - 1..<range.upperBound + 1, of: text, into: &output)
        }
    }

    /// A number or literal, which becomes a string if something is found in it.
    private mutating func bare(_ range: Range<Int>, of text: Text, into output: inout [UInt8]) {
        content.read(range, of: text)
        switch scrub(text, at: field.place) {
        case .clean:
            keep(text, into: &output)
        case .scrubbed:
            keep(text, into: &output)
            output.append(contentsOf: text.bytes(copied..<range.lowerBound))
            output.append(UInt8(ascii: "\""))
            content.write(found, of: text, by: scrubber, into: &output)
            output.append(UInt8(ascii: "\""))
            copied = range.upperBound
        case .dropped:
            drop(range, of: text, into: &output)
        }
    }

    /// Scrubs what `content` holds, and leaves what was found in `found`, and the text without it in `scrubbed`.
    private mutating func scrub(_ text: Text, at place: JSONPath.Place?) -> ScrubOutcome {
        scrubbed.removeAll(keepingCapacity: true)
        return content.withBytes(of: text) { value in
            path.withKey(of: place ?? JSONPath.Place()) { key in
                let outcome = scrubber.scrub(value, key: key, into: &scrubbed)
                if outcome != .clean {
                    found = scrubber.findings(in: value, key: key)
                    for finding in found {
                        report.count(finding.kind)
                        let range = content.range(of: finding.range, in: text)
                        places.append(Finding(kind: finding.kind, range: range, rule: finding.rule))
                    }
                }
                return outcome
            }
        }
    }

    // MARK: Output

    /// The value that begins here stays, and so does its key.
    private mutating func keep(_ text: Text, into output: inout [UInt8]) {
        guard let last = containers.indices.last, containers[last].isObject else { return }
        if containers[last].isEmpty, let lead = containers[last].lead, copied > lead.lowerBound {
            // Members before it were left out, with the comma behind them.
            output.append(contentsOf: text.bytes(lead))
            copied = field.key.lowerBound - 1
        }
        containers[last].isEmpty = false
        if field.hasNewKey {
            output.append(contentsOf: text.bytes(copied..<field.key.lowerBound))
            output.append(contentsOf: newKey)
            copied = field.key.upperBound
        }
    }

    /// Leaves a member out with the comma before it, and `null` in place of an item.
    private mutating func drop(_ value: Range<Int>, of text: Text, into output: inout [UInt8]) {
        guard let container = containers.last else { return }
        let start = container.isObject ? container.end : value.lowerBound
        // A member before it may have been left out up to here.
        if copied < start { output.append(contentsOf: text.bytes(copied..<start)) }
        if !container.isObject { output.append(contentsOf: "null".utf8) }
        copied = value.upperBound
    }
}
