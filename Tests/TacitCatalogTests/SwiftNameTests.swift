import TacitCatalog
import Testing

@Suite("A name in Swift")
struct SwiftNameTests {
    @Test(
        "is an identifier, whatever the catalog calls it",
        arguments: [
            ("feature.used", "FeatureUsed", "featureUsed"), ("http_5xx", "Http5xx", "http5xx"),
            ("GET", "GET", "get"), ("GET /items", "GETItems", "getItems"), ("HTTPError", "HTTPError", "httpError"),
            ("iOS", "IOS", "iOS"), ("1xx", "_1xx", "_1xx"), ("3.12", "_3_12", "_3_12"), ("pdf/a", "PdfA", "pdfA"),
            ("default", "Default", "`default`"), ("type", "TypeX", "type"), ("self", "SelfX", "selfX"),
            ("init", "Init", "initX"), ("version", "VersionX", "version"), ("all_cases", "AllCases", "allCasesX"),
            ("größe", "Größe", "größe"), ("日本", "日本", "日本"), ("-1", "_1", "_1"), ("c++", "C", "c"),
        ])
    func isIdentifier(_ name: String, type: String, value: String) {
        #expect(SwiftName.type(name, suffix: "X") == type)
        #expect(SwiftName.value(name, suffix: "X") == value)
    }

    @Test("can't be made of signs alone", arguments: ["", "+", "***", "_", "👩‍💻", "\u{301}"])
    func nothing(_ name: String) {
        #expect(SwiftName.type(name, suffix: "X") == nil && SwiftName.value(name, suffix: "X") == nil)
    }
}
