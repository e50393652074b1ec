extension RecordReader {
    mutating func readSpan(_ body: ProtoCursor) throws(Fault) {
        startRecord(.span)
        eventBodies.removeAll(keepingCapacity: true)
        var cursor = body
        while !cursor.isAtEnd {
            let tag = try cursor.tag()
            switch tag {
            case 0x1A: _ = try cursor.string()
            case 0x2A: record.name = try cursor.string()
            case 0x30: record.spanKind = try cursor.enumeration()
            case 0x39: record.startTime = try cursor.fixed64()
            case 0x41: record.endTime = try cursor.fixed64()
            case 0x4A: keep(try readAttribute(cursor.over(try cursor.length())), from: 0)
            case 0x5A:
                let event = try cursor.length()
                if eventBodies.count < limits.maxEventsPerRecord {
                    eventBodies.append(event)
                } else {
                    record.droppedForLimit += 1
                    try check(cursor.over(event), as: .spanEvent)
                }
            case 0x6A: try check(cursor.over(try cursor.length()), as: .spanLink)
            case 0x7A: try readStatus(cursor.over(try cursor.length()))
            case 0x85: record.flags = try cursor.fixed32()
            default: try cursor.skip(tag)
            }
        }
        record.time = record.startTime
        record.attributes = 0..<attributes.count
        for index in eventBodies.indices { try readEvent(body.over(eventBodies[index])) }
        record.events = 0..<events.count
    }

    private mutating func readEvent(_ body: ProtoCursor) throws(Fault) {
        var event = SpanEvent()
        let start = attributes.count
        var cursor = body
        while !cursor.isAtEnd {
            let tag = try cursor.tag()
            switch tag {
            case 0x09: event.time = try cursor.fixed64()
            case 0x12: event.name = try cursor.string()
            case 0x1A: keep(try readAttribute(cursor.over(try cursor.length())), from: start)
            default: try cursor.skip(tag)
            }
        }
        event.attributes = start..<attributes.count
        events.append(event)
    }

    private mutating func readStatus(_ body: ProtoCursor) throws(Fault) {
        var cursor = body
        while !cursor.isAtEnd {
            let tag = try cursor.tag()
            switch tag {
            case 0x12: _ = try cursor.string()
            case 0x18: record.statusCode = try cursor.enumeration()
            default: try cursor.skip(tag)
            }
        }
    }
}
