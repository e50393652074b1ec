import TacitCatalog
import Testing

@testable import tacit_generate

@Suite("The texts of consent")
struct ConsentTextsTests {
    @Test("say everything that people are asked with, and every event and field")
    func complete() throws {
        let catalog = try Files.everything()
        let text = ConsentTexts(catalog).text
        for category in catalog.sdkCategories {
            for said in [category.title, category.why, category.retention, category.sharing] {
                #expect(text.contains(said))
            }
        }
        for event in catalog.sdkEvents {
            #expect(text.contains("### \(event.event.description)"))
            for field in event.fields { #expect(text.contains("- `\(field.field.name)`")) }
        }
        #expect(!text.contains("http.request") && text.contains("nothing but that it happened"))
    }

    @Test("stay text in Markdown")
    func escaped() throws {
        var catalog = try Files.everything()
        catalog.consent[0].texts["why"] = "See <script> and [this](https://example.com) *now*."
        #expect(ConsentTexts(catalog).text.contains(#"See \<script\> and \[this\](https://example.com) \*now\*."#))
    }
}
