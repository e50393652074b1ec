/// A value of JSON that keeps the order of its keys.
indirect enum ReportValue {
    case null
    case bool(Bool)
    case integer(Int64)
    case number(Double)
    case text(String)
    case array([ReportValue])
    case object([(key: String, value: ReportValue)])

    static func moment(_ moment: Moment?) -> ReportValue { moment.map { .text($0.description) } ?? .null }

    var text: String {
        switch self {
        case .null: "null"
        case .bool(let bool): bool ? "true" : "false"
        case .integer(let integer): String(integer)
        // Four decimals, as the files have them; JSON knows no infinity.
        case .number(let number): number.isFinite ? "\((number * 10_000).rounded() / 10_000)" : "null"
        case .text(let text): Self.quoted(text)
        case .array(let values): "[\(values.map(\.text).joined(separator: ","))]"
        case .object(let fields): "{\(fields.map { "\(Self.quoted($0.key)):\($0.value.text)" }.joined(separator: ","))}"
        }
    }

    private static func quoted(_ text: String) -> String {
        var out = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"", "\\": out += "\\\(scalar)"
            case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}":
                let digits = String(scalar.value, radix: 16)
                out += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: out.unicodeScalars.append(scalar)
            }
        }
        return out + "\""
    }
}
