/// Numbers with a unit, as people write them.
enum Quantity {
    private static let milliseconds: [String: Int] = [
        "": 1000, "ms": 1, "s": 1000, "m": 60_000, "min": 60_000, "h": 3_600_000, "d": 86_400_000,
    ]
    private static let sizes: [String: Int] = [
        "": 1, "b": 1, "kb": 1000, "mb": 1_000_000, "gb": 1_000_000_000, "kib": 1 << 10, "mib": 1 << 20, "gib": 1 << 30,
    ]

    /// `86400`, `24h`, `150ms`; a number alone is in seconds.
    @Sendable static func duration(_ text: String) -> Duration? {
        value(text, milliseconds).map { .milliseconds($0) }
    }

    /// `5000000`, `5MB`, `5 MiB`.
    @Sendable static func bytes(_ text: String) -> Int? { value(text, sizes) }

    static func text(_ duration: Duration) -> String {
        let count = Int(duration / .milliseconds(1))
        for unit in ["d", "h", "min", "s"] {
            if let factor = milliseconds[unit], count >= factor, count % factor == 0 {
                return "\(count / factor)\(unit)"
            }
        }
        return "\(count)ms"
    }

    private static func value(_ text: String, _ units: [String: Int]) -> Int? {
        let digits = text.prefix { $0.isASCII && $0.isNumber }
        guard let number = Int(digits), let factor = units[text.dropFirst(digits.count).trimmed.lowercased()] else {
            return nil
        }
        let product = number.multipliedReportingOverflow(by: factor)
        return product.overflow ? nil : product.partialValue
    }
}
