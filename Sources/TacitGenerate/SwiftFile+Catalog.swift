import TacitCatalog

extension SwiftFile {
    /// `extension TelemetryCatalog { static let webShop }`.
    mutating func catalogExtension() {
        let events = catalog.sdkEvents
        line("extension Tacit.TelemetryCatalog {")
        documentation(
            ["What an app may collect under the catalog \(catalog.name), and what people are asked for it."], indent: 4)
        let value = Expression.call(
            "Tacit.TelemetryCatalog",
            [
                ("name", .text(catalog.name)), ("digest", .text(digest)),
                ("categories", .list(catalog.sdkCategories.map(\.expression))),
                ("events", .list(events.map { .atom("\($0.typeName).definition") })),
            ])
        lines(value.lines(indent: 4, prefix: "\(modifier)static let \(catalog.swiftName) = "))
        line("}")
    }
}

extension Catalog {
    /// The rules for apps have made sure that there is one.
    var swiftName: String { SwiftName.value(name, suffix: "Catalog") ?? "app" }
}

extension ConsentCategory {
    fileprivate var expression: Expression {
        .call(
            ".init",
            [
                ("name", .text(name)), ("title", .text(title)), ("what", .text(what)), ("why", .text(why)),
                ("benefit", .text(benefit)), ("retention", .text(retention)), ("sharing", .text(sharing)),
                ("version", .atom("\(version)")), ("isEssential", .atom("\(isEssential)")),
            ])
    }
}
