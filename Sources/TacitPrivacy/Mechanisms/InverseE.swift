/// The binary digits of 1/e, as many as are asked for, by integer arithmetic.
package enum InverseE {
    /// The first 64 digits after the binary point.
    package static let firstWord: UInt64 = 0x5E2D_58D8_B3BC_DF1A

    /// Digits 64·`place` … 64·`place` + 63 after the binary point.
    ///
    /// Sums 1/2! − 1/3! + 1/4! − … in fixed point with two words to spare. Each term is cut off by less than two units
    /// of the last word, so the sum is off by far less than a unit of the first spare word: unless that word is all
    /// zeros or all ones, no carry can reach the wanted digits. If it is, one more word is taken.
    package static func word(at place: Int) -> UInt64 {
        var spare = 2
        while true {
            let sum = partialSum(words: place + 1 + spare)
            if sum[place + 1] != 0, sum[place + 1] != .max { return sum[place] }
            spare += 1
        }
    }

    /// The alternating series in fixed point, the most significant word first.
    private static func partialSum(words count: Int) -> [UInt64] {
        var sum = [UInt64](repeating: 0, count: count)
        var term = sum
        term[0] = 1 << 63
        var divisor: UInt64 = 2
        while term.contains(where: { $0 != 0 }) {
            accumulate(term, into: &sum, adding: divisor & 1 == 0)
            divisor += 1
            divide(&term, by: divisor)
        }
        return sum
    }

    private static func divide(_ number: inout [UInt64], by divisor: UInt64) {
        var remainder: UInt64 = 0
        for index in number.indices {
            (number[index], remainder) = divisor.dividingFullWidth((remainder, number[index]))
        }
    }

    private static func accumulate(_ term: [UInt64], into sum: inout [UInt64], adding: Bool) {
        var carry: UInt64 = 0
        for index in sum.indices.reversed() {
            let (own, addend) = (sum[index], term[index])
            let (first, overflow) =
                adding ? own.addingReportingOverflow(addend) : own.subtractingReportingOverflow(addend)
            let (second, carried) =
                adding ? first.addingReportingOverflow(carry) : first.subtractingReportingOverflow(carry)
            sum[index] = second
            carry = overflow || carried ? 1 : 0
        }
    }
}
