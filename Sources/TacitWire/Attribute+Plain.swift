extension Attribute {
    /// Reads a pair in the form that nearly all have: a key, then a value that is one scalar. Both the walker and the record
    /// reader try it first; for the walker it doubles the speed.
    ///
    /// It is nothing when the pair has another form or is malformed: the general way then tells which.
    @inline(__always)
    init?(plain pair: ProtoCursor) {
        var cursor = pair
        do throws(Fault) {
            guard try cursor.tag() == 0x0A else { return nil }
            key = try cursor.string()
            guard try cursor.tag() == 0x12 else { return nil }
            var body = cursor.over(try cursor.length())
            guard cursor.isAtEnd else { return nil }
            switch try body.tag() {
            case 0x0A: value = .string(try body.string())
            case 0x10: value = .bool(try body.varint() != 0)
            case 0x18: value = .int(Int64(bitPattern: try body.varint()))
            case 0x21: value = .double(try body.double())
            default: return nil
            }
            guard body.isAtEnd else { return nil }
        } catch {
            return nil
        }
    }
}
