extension RecordReader {
    mutating func readLog(_ body: ProtoCursor) throws(Fault) {
        startRecord(.log)
        var content = AttributeValue.empty
        var cursor = body
        while !cursor.isAtEnd {
            let tag = try cursor.tag()
            switch tag {
            case 0x09: record.time = try cursor.fixed64()
            case 0x10: record.severityNumber = try cursor.enumeration()
            case 0x1A: _ = try cursor.string()
            case 0x2A: try readValue(cursor.over(try cursor.length()), into: &content)
            case 0x32: keep(try readAttribute(cursor.over(try cursor.length())), from: 0)
            case 0x45: record.flags = try cursor.fixed32()
            case 0x59: record.observedTime = try cursor.fixed64()
            case 0x62: record.name = try cursor.string()
            default: try cursor.skip(tag)
            }
        }
        record.body = content
        record.attributes = 0..<attributes.count
    }

    /// Appends an attribute, unless the limit is reached since `start`.
    @inline(__always)
    mutating func keep(_ attribute: Attribute, from start: Int) {
        if attributes.count &- start < limits.maxAttributesPerRecord {
            attributes.append(attribute)
        } else {
            record.droppedForLimit += 1
        }
    }
}
