extension JSONScanner {
    /// A number in JSON's notation, whole or not.
    struct Number {
        var text: Range<Int>
        var isNegative: Bool
        /// The digits before and behind the point as one number; valid when `digits` is at most 19.
        var mantissa: UInt64
        var digits: Int
        /// The power of ten that the mantissa is multiplied by.
        var exponent: Int
        /// Written without point and exponent.
        var isPlain: Bool
    }

    /// Takes `-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?`.
    mutating func number() throws(Fault) -> Number {
        let start = position
        var number = Number(text: start..<start, isNegative: false, mantissa: 0, digits: 0, exponent: 0, isPlain: true)
        if position < end, byte(position) == UInt8(ascii: "-") {
            number.isNegative = true
            position &+= 1
        }
        let whole = position
        takeDigits(&number)
        guard position > whole else { throw number.isNegative ? fault(.malformed) : unexpected() }
        guard byte(whole) != UInt8(ascii: "0") || position == whole &+ 1 else { throw fault(.malformed) }
        if position < end, byte(position) == UInt8(ascii: ".") {
            position &+= 1
            let fraction = position
            takeDigits(&number)
            guard position > fraction else { throw fault(.malformed) }
            number.exponent = fraction &- position
            number.isPlain = false
        }
        if position < end, byte(position) | 0x20 == UInt8(ascii: "e") {
            position &+= 1
            number.exponent += try exponent()
            number.isPlain = false
        }
        number.text = start..<position
        return number
    }

    @inline(__always)
    private mutating func takeDigits(_ number: inout Number) {
        while position < end {
            let digit = byte(position) &- UInt8(ascii: "0")
            if digit > 9 { return }
            number.mantissa = number.mantissa &* 10 &+ UInt64(digit)
            // Leading zeros are no digits of the value.
            if number.mantissa != 0 || number.digits != 0 { number.digits &+= 1 }
            position &+= 1
        }
    }

    private mutating func exponent() throws(Fault) -> Int {
        var isNegative = false
        if position < end, byte(position) == UInt8(ascii: "-") || byte(position) == UInt8(ascii: "+") {
            isNegative = byte(position) == UInt8(ascii: "-")
            position &+= 1
        }
        let start = position
        var value = 0
        while position < end {
            let digit = byte(position) &- UInt8(ascii: "0")
            if digit > 9 { break }
            // Far beyond what a double can be; more digits change nothing.
            value = min(value * 10 + Int(digit), 1_000_000)
            position &+= 1
        }
        guard position > start else { throw fault(.malformed) }
        return isNegative ? -value : value
    }

    /// The double nearest to a number; one beyond all doubles is refused.
    func double(_ number: Number) throws(Fault) -> Double {
        // With at most 2^53 and at most 10^22 both factors are exact, so one rounding is the right one (Clinger 1990).
        if number.digits <= 19, number.mantissa <= 1 << 53, number.exponent.magnitude <= 22 {
            let mantissa = Double(number.mantissa)
            let power = Self.powersOfTen[Int(number.exponent.magnitude)]
            let value = number.exponent < 0 ? mantissa / power : mantissa * power
            return number.isNegative ? -value : value
        }
        let text = UnsafeRawBufferPointer(start: base + number.text.lowerBound, count: number.text.count)
        guard let value = Double(String(decoding: text, as: UTF8.self)), value.isFinite else {
            throw Fault(code: .wrongType, offset: number.text.lowerBound)
        }
        return value
    }

    private static let powersOfTen: [Double] = [
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19,
        1e20, 1e21, 1e22,
    ]

    /// A whole number of type `T`; `3.0` and `3e0` are 3, `3.5` and what `T` can't hold are refused.
    func integer<T: FixedWidthInteger>(_ number: Number, as type: T.Type) throws(Fault) -> T {
        let refusal = Fault(code: .wrongType, offset: number.text.lowerBound)
        if number.isPlain {
            // 20 digits may be a UInt64 as well; `magnitude` finds out.
            guard let magnitude = magnitude(number) else { throw refusal }
            if !number.isNegative {
                guard let value = T(exactly: magnitude) else { throw refusal }
                return value
            }
            guard magnitude <= UInt64(Int64.max) + 1, let value = T(exactly: Int64(truncatingIfNeeded: 0 &- magnitude))
            else { throw refusal }
            return value
        }
        let value = try double(number)
        // Above 2^53 a double no longer says which whole number was written.
        guard value.magnitude <= 0x1p53, let exact = T(exactly: value) else { throw refusal }
        return exact
    }

    private func magnitude(_ number: Number) -> UInt64? {
        if number.digits <= 19 { return number.mantissa }
        guard number.digits == 20 else { return nil }
        // Twenty digits wrap at most once when the first one is 1, and 20 digits that begin higher are above UInt64.max.
        let first = number.text.lowerBound + (number.isNegative ? 1 : 0)
        return byte(first) == UInt8(ascii: "1") && number.mantissa >= 10_000_000_000_000_000_000 ? number.mantissa : nil
    }
}
