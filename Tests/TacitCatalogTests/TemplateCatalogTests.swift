import TacitCatalog
import Testing

@Suite("The example catalog for templates")
struct TemplateCatalogTests {
    @Test("has neither fault nor warning")
    func lintsClean() throws {
        let lint = Catalog.lint(
            yaml: try Files.text("Examples/template-actions.yaml"), file: "template-actions.yaml", today: Samples.today)
        #expect(lint.faults.map(\.description) == [])
        #expect(lint.warnings.map(\.description) == [])
    }

    @Test("has closed fields alone, so that no text can come with an action")
    func isClosed() throws {
        let catalog = try Catalog.load(
            yaml: try Files.text("Examples/template-actions.yaml"), file: "template-actions.yaml", today: Samples.today)
        #expect(catalog.dictionary().metrics.allSatisfy { $0.cells != nil })
    }
}
