import Crypto
import TacitCatalog

/// A fingerprint of what an app may collect: equal exactly where events, fields, bounds, grounds and noise are.
enum CatalogDigest {
    /// SHA-256 over ``lines(of:)``, in 64 hexadecimal digits.
    static func hex(of catalog: Catalog) -> String {
        var hash = SHA256()
        for line in lines(of: catalog) { hash.update(data: Array((line + "\n").utf8)) }
        let digits = Array("0123456789abcdef")
        return String(hash.finalize().flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] })
    }

    /// A line for each category, event and field. Texts stand in it with their lengths, so that none can pose as two.
    static func lines(of catalog: Catalog) -> [String] {
        ["tacit catalog 1 \(text(catalog.name))"]
            + catalog.sdkCategories.map { "category \($0.name) \($0.version) \($0.isEssential)" }
            + catalog.sdkEvents.flatMap { sent in
                let event = sent.event
                return [
                    "event \(event.name) \(text(sent.eventName)) \(event.version) \(event.consent.category) "
                        + "\(event.consent.level.rawValue) \(event.expires) \(text(event.purpose))"
                ]
                    + sent.fields.map { field in
                        "field \(field.field.name) \(text(field.key)) \(kind(field.field.kind)) "
                            + (field.field.localNoise.map { "noise \($0.epsilon)" } ?? "exact")
                    }
            }
    }

    private static func kind(_ kind: Field.Kind) -> String {
        func range(_ bounds: Field.Bounds) -> String {
            "\(Number(bounds.min)) \(Number(bounds.max)) \(Number(bounds.granularity))"
        }
        return switch kind {
        case .bool: "bool"
        case .enumeration(let values, let other):
            "enum \(values.map(text).joined(separator: " ")) other \(other.map(text) ?? "none")"
        case .number(let bounds, let unit, _): "number \(range(bounds)) \(text(unit))"
        case .duration(let bounds, _): "duration \(range(bounds))"
        case .version(let precision): "version \(precision.rawValue)"
        case .code(let length): "code \(length)"
        case .scrubbed(let length): "scrubbed \(length)"
        }
    }

    private static func text(_ text: String) -> String { "\(text.utf8.count):\(text)" }
}
