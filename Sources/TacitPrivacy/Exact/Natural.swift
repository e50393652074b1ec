/// A whole number of any size, for the rare decisions that 64 bits can't make and for proven bounds of constants.
///
/// Least significant word first, without leading zeros: equal numbers have equal words.
package struct Natural: Hashable, Sendable {
    private(set) var words: [UInt64]

    package init(_ value: UInt64) { words = value == 0 ? [] : [value] }

    init(_ value: UInt128) { self.init(words: [UInt64(truncatingIfNeeded: value), UInt64(value >> 64)]) }

    private init(words: [UInt64]) {
        self.words = words
        while self.words.last == 0 { self.words.removeLast() }
    }

    /// 2 to the power of `exponent`.
    package static func power(ofTwo exponent: Int) -> Natural { Natural(1 as UInt64) << exponent }

    /// The number of binary digits; 0 for zero.
    var bitWidth: Int {
        guard let top = words.last else { return 0 }
        return words.count * 64 - top.leadingZeroBitCount
    }

    /// The number, where it fits in 64 bits.
    package var small: UInt64? { words.count <= 1 ? words.first ?? 0 : nil }

    /// The nearest `Double`, for readers.
    var approximation: Double { words.reversed().reduce(0) { $0 * 0x1p64 + Double($1) } }
}

extension Natural: Comparable {
    package static func < (left: Natural, right: Natural) -> Bool {
        guard left.words.count == right.words.count else { return left.words.count < right.words.count }
        for index in left.words.indices.reversed() where left.words[index] != right.words[index] {
            return left.words[index] < right.words[index]
        }
        return false
    }
}

extension Natural {
    package static func + (left: Natural, right: Natural) -> Natural {
        let isShorter = left.words.count < right.words.count
        var sum = isShorter ? right.words : left.words
        let shorter = isShorter ? left.words : right.words
        var carry = false
        for index in sum.indices {
            guard carry || index < shorter.count else { break }
            let addend = index < shorter.count ? shorter[index] : 0
            let (first, overflow) = sum[index].addingReportingOverflow(addend)
            let (second, carried) = first.addingReportingOverflow(carry ? 1 : 0)
            sum[index] = second
            carry = overflow || carried
        }
        if carry { sum.append(1) }
        return Natural(words: sum)
    }

    /// The difference; `right` is at most `left`.
    package static func - (left: Natural, right: Natural) -> Natural {
        precondition(right <= left, "A natural number has no negative difference")
        var difference = left.words
        var borrow = false
        for index in difference.indices {
            guard borrow || index < right.words.count else { break }
            let subtrahend = index < right.words.count ? right.words[index] : 0
            let (first, overflow) = difference[index].subtractingReportingOverflow(subtrahend)
            let (second, borrowed) = first.subtractingReportingOverflow(borrow ? 1 : 0)
            difference[index] = second
            borrow = overflow || borrowed
        }
        return Natural(words: difference)
    }

    package static func * (left: Natural, right: Natural) -> Natural {
        var product = [UInt64](repeating: 0, count: left.words.count + right.words.count)
        for (index, factor) in left.words.enumerated() {
            var carry: UInt64 = 0
            for (other, word) in right.words.enumerated() {
                // At most (2^64 − 1)² + 2 (2^64 − 1) = 2^128 − 1.
                let sum = UInt128(factor) * UInt128(word) + UInt128(product[index + other]) + UInt128(carry)
                product[index + other] = UInt64(truncatingIfNeeded: sum)
                carry = UInt64(sum >> 64)
            }
            product[index + right.words.count] = carry
        }
        return Natural(words: product)
    }

    package static func << (left: Natural, places: Int) -> Natural {
        guard !left.words.isEmpty else { return left }
        let (whole, part) = (places / 64, UInt64(places % 64))
        var shifted = [UInt64](repeating: 0, count: whole)
        shifted.reserveCapacity(whole + left.words.count + 1)
        var carry: UInt64 = 0
        for word in left.words {
            shifted.append((word << part) | carry)
            carry = part == 0 ? 0 : word >> (64 - part)
        }
        shifted.append(carry)
        return Natural(words: shifted)
    }

    /// Rounded down.
    package static func >> (left: Natural, places: Int) -> Natural {
        let (whole, part) = (places / 64, UInt64(places % 64))
        guard whole < left.words.count else { return Natural(0 as UInt64) }
        var shifted = Array(left.words[whole...])
        for index in shifted.indices {
            let above = index + 1 < shifted.count ? shifted[index + 1] : 0
            shifted[index] = (shifted[index] >> part) | (part == 0 ? 0 : above << (64 - part))
        }
        return Natural(words: shifted)
    }

    /// Rounded down.
    package static func / (left: Natural, right: UInt64) -> Natural {
        var quotient = left.words
        var remainder: UInt64 = 0
        for index in quotient.indices.reversed() {
            (quotient[index], remainder) = right.dividingFullWidth((remainder, quotient[index]))
        }
        return Natural(words: quotient)
    }

    /// Rounded down, digit by digit: it is used for constants only.
    package static func / (left: Natural, right: Natural) -> Natural {
        if let small = right.small { return left / small }
        var (quotient, remainder) = (Natural(0 as UInt64), Natural(0 as UInt64))
        for place in (0..<left.bitWidth).reversed() {
            remainder = (remainder << 1) + Natural((left.words[place / 64] >> UInt64(place % 64)) & 1)
            quotient = quotient << 1
            if remainder >= right {
                remainder = remainder - right
                quotient = quotient + Natural(1 as UInt64)
            }
        }
        return quotient
    }
}
