/// Where a request is cut open, and the length that is written there: measured before anything is copied.
struct SplicePlan: Sendable {
    /// A stretch that something else takes the place of.
    struct Cut: Sendable {
        var start: Int
        var end: Int
        /// The length that is written there.
        var count: Int
        /// The text that follows the length; below zero it is the length of a message, whose fields stay.
        var edit: Int
        /// Whether the tag of a `string_value` comes before.
        var isScalar = false

        /// By how many bytes the request grows.
        var growth: Int {
            let header = SplicePlan.width(count) + (isScalar ? 1 : 0)
            return header + (edit < 0 ? 0 : count) - (end - start)
        }
    }

    /// A message that holds a text to be replaced.
    private struct Frame {
        var message: OTLPMessage
        var end: Int
        /// Its length's place in the cuts.
        var cut: Int
        var growth = 0
    }

    /// In the order of the bytes.
    private(set) var cuts: [Cut] = []
    private(set) var fieldsRead = 0
    private var stack: [Frame] = []

    /// Finds the cuts for `count` texts, in the order of the bytes; returns the size of the new request. `edit` tells where a
    /// text stands and how long the new one is.
    mutating func measure(
        _ root: ProtoCursor, as message: OTLPMessage, _ count: Int, _ edit: (Int) -> (slice: Slice, count: Int)
    ) throws(Fault) -> Int {
        cuts.removeAll(keepingCapacity: true)
        stack.removeAll(keepingCapacity: true)
        fieldsRead = 0
        var cursor = root
        var frame = Frame(message: message, end: root.end, cut: -1)
        var next = 0
        while true {
            // The slice that comes next is in this message, or in one that begins later.
            while next < count, !cursor.isAtEnd {
                let wanted = edit(next)
                guard wanted.slice.range.upperBound <= frame.end else { break }
                if let body = try read(&cursor, frame, next, wanted) {
                    stack.append(frame)
                    frame = body
                    cursor.end = body.end
                } else if let cut = cuts.last, cut.edit == next {
                    frame.growth += cut.growth
                    next += 1
                }
            }
            guard var outer = stack.popLast() else { break }
            cuts[frame.cut].count += frame.growth
            outer.growth += frame.growth + cuts[frame.cut].growth
            cursor.position = frame.end
            cursor.end = outer.end
            frame = outer
        }
        precondition(next == count, "only a string that the walk of these bytes told of can be replaced")
        return root.end + frame.growth
    }

    /// Reads a field. Of a message that holds what is wanted, it returns the frame; what is wanted itself is cut.
    private mutating func read(
        _ cursor: inout ProtoCursor, _ frame: Frame, _ number: Int, _ wanted: (slice: Slice, count: Int)
    ) throws(Fault) -> Frame? {
        fieldsRead += 1
        let start = cursor.position
        let tag = try cursor.tag()
        let value = cursor.position
        let field = tag >> 3
        let slot = field < UInt32(SchemaIndex.slots) ? Int(field) : 0
        let entry = SchemaIndex.shared.entries[Int(frame.message.rawValue) * SchemaIndex.slots + slot]
        let slice = wanted.slice.range
        switch (entry.reading, tag & 7) {
        case (.message, 2):
            let body = try cursor.length()
            // What lies within has a tag before it, so an empty slice is not taken for one that begins with the message.
            guard body.lowerBound < slice.lowerBound, slice.upperBound <= body.upperBound else { return nil }
            cuts.append(Cut(start: value, end: body.lowerBound, count: body.count, edit: -1))
            cursor.position = body.lowerBound
            return Frame(message: entry.message, end: body.upperBound, cut: cuts.count - 1)
        case (.string, 2), (.bytes, 2):
            let body = try cursor.length()
            if body == slice {
                cuts.append(Cut(start: value, end: body.upperBound, count: wanted.count, edit: number))
            }
        default:
            try cursor.skip(tag)
            if value..<cursor.position == slice, frame.message == .anyValue {
                cuts.append(
                    Cut(start: start, end: cursor.position, count: wanted.count, edit: number, isScalar: true))
            }
        }
        return nil
    }

    /// How many bytes a length takes.
    static func width(_ count: Int) -> Int { (64 - (UInt64(count) | 1).leadingZeroBitCount + 6) / 7 }
}
