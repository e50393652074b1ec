#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// Decimal numbers as people read them: `12 480`, `−3.5`, groups of three apart by a narrow space that never breaks.
package enum NumberText {
    package static let groupSeparator = "\u{202F}"
    package static let minus = "\u{2212}"

    /// An exact integer, such as a counter of requests.
    package static func integer(_ value: Int64) -> String {
        (value < 0 ? minus : "") + grouped(String(value.magnitude))
    }

    /// `value` to the decimal place `place`: `decimal(12483, place: 1)` is `12 480`, `decimal(3.14159, place: -2)` is `3.14`.
    package static func decimal(_ value: Double, place: Int) -> String {
        guard value.isFinite else { return "unknown" }
        guard abs(value) < 1e15 else { return scientific(value) }
        let digits = max(0, -place)
        let rounded = place > 0 ? (value / power(place)).rounded() * power(place) : value
        var scaled = String(Int64((abs(rounded) * power(digits)).rounded()))
        let isZero = scaled == "0"
        if scaled.count <= digits { scaled = String(repeating: "0", count: digits + 1 - scaled.count) + scaled }
        let fraction = digits == 0 ? "" : "." + scaled.suffix(digits)
        return (value < 0 && !isZero ? minus : "") + grouped(String(scaled.dropLast(digits))) + fraction
    }

    /// A number without trailing zeros, for edges, ticks and epsilons: `0.5`, `250`, `2 500`.
    package static func plain(_ value: Double) -> String {
        guard value.isFinite, value != 0, abs(value) < 1e15 else { return value == 0 ? "0" : scientific(value) }
        if abs(value) < 1e-3 { return scientific(value) }
        for digits in 0...6 where abs((value * power(digits)).rounded() / power(digits) - value) <= abs(value) * 1e-9 {
            return decimal(value, place: -digits)
        }
        return decimal(value, place: -6)
    }

    /// For the tick of an axis, where room is short: `950`, `12k`, `2.5M`.
    package static func compact(_ value: Double) -> String {
        switch abs(value) {
        case 1e9...: plain(value / 1e9) + "G"
        case 1e6...: plain(value / 1e6) + "M"
        case 1e4...: plain(value / 1e3) + "k"
        default: plain(value)
        }
    }

    /// `10⁻⁶`, `2.5 × 10⁻⁷`.
    package static func scientific(_ value: Double) -> String {
        guard value.isFinite else { return "unknown" }
        var exponent = Int(log10(abs(value)).rounded(.down))
        var mantissa = (abs(value) / pow(10, Double(exponent)) * 100).rounded() / 100
        if mantissa >= 10 { (mantissa, exponent) = (1, exponent + 1) }
        let power = "10" + String(String(exponent).map { superscripts[$0] ?? $0 })
        return (value < 0 ? minus : "") + (mantissa == 1 ? power : "\(plain(mantissa)) × \(power)")
    }

    package static func power(_ exponent: Int) -> Double { pow(10, Double(exponent)) }

    private static let superscripts: [Character: Character] = [
        "-": "⁻", "0": "⁰", "1": "¹", "2": "²", "3": "³", "4": "⁴", "5": "⁵", "6": "⁶", "7": "⁷", "8": "⁸", "9": "⁹",
    ]

    private static func grouped(_ digits: String) -> String {
        guard digits.count > 3 else { return digits }
        var out = ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index).isMultiple(of: 3) { out += groupSeparator }
            out.append(digit)
        }
        return out
    }
}
