import Foundation
import TacitCatalog

/// The files of the package that tests hold the code to.
enum Files {
    static func text(_ path: String) throws -> String {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        return try String(contentsOf: root.appendingPathComponent(path), encoding: .utf8)
    }

    static func shippedCatalog() throws -> Catalog {
        try Catalog.load(
            yaml: text("catalog.yaml"), file: "catalog.yaml", today: CalendarDate(year: 2026, month: 11, day: 21)!)
    }
}
