/// The field of 256 elements that AES uses (x⁸ + x⁴ + x³ + x + 1). Time and memory places depend on no operand.
enum Field256 {
    static func product(_ a: UInt8, _ b: UInt8) -> UInt8 {
        var product: UInt8 = 0
        var shifted = a
        for bit in 0..<8 {
            product ^= shifted & (0 &- ((b >> UInt8(bit)) & 1))
            shifted = (shifted << 1) ^ (0x1B & (0 &- (shifted >> 7)))
        }
        return product
    }

    /// The element whose product with `a` is one: its 254th power; of zero, zero.
    static func inverse(_ a: UInt8) -> UInt8 {
        var result: UInt8 = 1
        var power = a
        // 254 is the sum of the powers of two from 2 to 128.
        for _ in 1..<8 {
            power = product(power, power)
            result = product(result, power)
        }
        return result
    }
}
