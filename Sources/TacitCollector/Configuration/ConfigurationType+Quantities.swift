extension ConfigurationType where Value: FixedWidthInteger {
    /// A plain number.
    static func count(_ range: ClosedRange<Value>) -> Self {
        quantity(range, units: [], kind: "number", example: "a whole number")
    }

    /// Bytes, plain or with a unit of 1024.
    static func size(_ range: ClosedRange<Value>) -> Self {
        quantity(
            range, units: [("GiB", 1 << 30), ("MiB", 1 << 20), ("KiB", 1 << 10)],
            kind: "bytes", example: "bytes such as 65536, 64KiB, 64MiB or 1GiB")
    }

    /// Seconds, plain or with a unit.
    static func duration(_ range: ClosedRange<Value>) -> Self {
        quantity(
            range, units: [("d", 86400), ("h", 3600), ("m", 60), ("s", 1)],
            kind: "duration", example: "seconds such as 90, or 90s, 15m, 1h, 1d")
    }

    /// Units stand from large to small.
    private static func quantity(
        _ range: ClosedRange<Value>, units: [(name: String, factor: Value)], kind: String, example: String
    ) -> Self {
        let write: @Sendable (Value) -> String = { value in
            guard let unit = units.first(where: { value != 0 && value.isMultiple(of: $0.factor) }) ?? units.last,
                value.isMultiple(of: unit.factor)
            else { return "\(value)" }
            return "\(value / unit.factor)\(unit.name)"
        }
        let bounds = "\(write(range.lowerBound)) to \(write(range.upperBound))"
        return Self(
            name: "\(kind), \(bounds)", expected: "\(example), from \(bounds)", write: write
        ) { text throws(Misreading) in
            let unit = units.first { text.hasSuffix($0.name) }
            let digits = text.dropLast(unit?.name.count ?? 0)
            guard !digits.isEmpty, digits.utf8.allSatisfy({ UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }) else {
                throw Misreading()
            }
            // So many digits that they don't fit are a number all the same, and out of range.
            guard let number = Value(digits) else { throw Misreading(code: .outOfRange) }
            let (value, overflow) = number.multipliedReportingOverflow(by: unit?.factor ?? 1)
            guard !overflow, range.contains(value) else { throw Misreading(code: .outOfRange) }
            return value
        }
    }
}
