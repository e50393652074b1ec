/// Reads decimal text as a whole number of small units, without floating point.
///
/// `units(of: "0.25", places: 6)` is 250,000: "0.25" is a quarter of 10⁶ millionths, exactly.
enum DecimalUnits {
    enum Fault: Error {
        case notANumber
        case negative
        case tooFine
        case tooLarge
    }

    static func units(of text: String, places: Int) throws(Fault) -> Int64 {
        guard text.utf8.count <= 64 else { throw .notANumber }
        var bytes = Array(text.utf8)[...]
        var isNegative = false
        if let sign = bytes.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") {
            isNegative = sign == UInt8(ascii: "-")
            bytes = bytes.dropFirst()
        }

        var digits: [UInt8] = []
        var power = 0
        var sawDigit = false
        var sawPoint = false
        while let byte = bytes.first, byte != UInt8(ascii: "e"), byte != UInt8(ascii: "E") {
            bytes = bytes.dropFirst()
            if byte == UInt8(ascii: "."), !sawPoint, sawDigit {
                sawPoint = true
                continue
            }
            guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { throw .notANumber }
            sawDigit = true
            digits.append(byte - UInt8(ascii: "0"))
            if sawPoint { power -= 1 }
        }
        guard sawDigit else { throw .notANumber }
        if !bytes.isEmpty { power += try exponent(bytes.dropFirst()) }

        while digits.last == 0 {
            digits.removeLast()
            power += 1
        }
        let significant = digits.drop { $0 == 0 }
        guard !significant.isEmpty else { return 0 }
        guard !isNegative else { throw .negative }
        let zeros = power + places
        guard zeros >= 0 else { throw .tooFine }
        guard significant.count + zeros <= 18 else { throw .tooLarge }
        let number = significant.reduce(Int64(0)) { $0 * 10 + Int64($1) }
        return (0..<zeros).reduce(number) { product, _ in product * 10 }
    }

    private static func exponent(_ bytes: ArraySlice<UInt8>) throws(Fault) -> Int {
        guard bytes.count <= 5, let value = Int(String(decoding: bytes, as: UTF8.self)) else { throw .notANumber }
        return value
    }

    /// The shortest decimal text of a whole number of units.
    static func text(of units: Int64, places: Int) -> String {
        var digits = String(units)
        if digits.count <= places { digits = String(repeating: "0", count: places + 1 - digits.count) + digits }
        let whole = digits.dropLast(places)
        let fraction = digits.suffix(places)
        guard let last = fraction.lastIndex(where: { $0 != "0" }) else { return String(whole) }
        return "\(whole).\(fraction[...last])"
    }
}
