import Foundation
import TacitCatalog

/// The files that tests hold the generator to.
enum Files {
    static func text(_ name: String) throws -> String {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        return try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
    }

    /// The catalog with every kind of field.
    static func everything() throws -> TacitCatalog.Catalog {
        try Catalog.load(
            yaml: text("everything.yaml"), file: "everything.yaml", today: CalendarDate("2026-11-21")!)
    }
}
