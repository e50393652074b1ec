/// The addresses of the pages, all under one prefix, and of the files that they share.
///
/// ```swift
/// Links(base: "/demo").metric("http.requests", cell: ["GET", "/users"])
/// // "/demo/metric/http.requests?cell=GET&cell=%2Fusers"
/// ```
package struct Links: Sendable, Equatable {
    package let base: String
    package let overview: String
    package let dictionary: String
    package let holdings: String
    /// Files that all pages share, whatever their prefix.
    package let stylesheet = "/style.css"
    package let icon = "/favicon.svg"

    package init(base: String) {
        self.base = base
        overview = base + "/"
        dictionary = base + "/dictionary"
        holdings = base + "/held"
    }

    /// A cell is named by its labels: one `cell` parameter for each dimension, in the metric's order.
    package func metric(_ name: String, cell: [String]? = nil) -> String {
        let query = (cell ?? []).map { "cell=" + Self.encoded($0) }.joined(separator: "&")
        return "\(base)/metric/\(Self.encoded(name))" + (query.isEmpty ? "" : "?" + query)
    }

    /// Percent-encodes all but RFC 3986's unreserved characters.
    private static func encoded(_ text: String) -> String {
        var out = ""
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
                UInt8(ascii: "~"):
                out.unicodeScalars.append(Unicode.Scalar(byte))
            default:
                out += "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
            }
        }
        return out
    }
}
