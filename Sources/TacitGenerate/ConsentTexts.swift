import TacitCatalog

/// What people are asked with and what it stands for, in Markdown: for a privacy page, or for a review.
struct ConsentTexts {
    let text: String

    init(_ catalog: Catalog) {
        var lines = ["# What \(Self.escaped(catalog.name)) may collect, and only if you agree"]
        for category in catalog.sdkCategories {
            lines += ["", "## \(Self.escaped(category.title))", ""]
            let texts = [
                ("What", category.what), ("Why", category.why), ("What you get", category.benefit),
                ("How long", category.retention), ("Who else", category.sharing),
            ]
            for (label, text) in texts where !text.isEmpty { lines.append("- **\(label):** \(Self.escaped(text))") }
            lines.append(
                "- **Category:** `\(category.name)`, version \(category.version)"
                    + (category.isEssential ? ", without which the software can't be run" : ""))
            for event in catalog.sdkEvents where event.event.consent.category == category.name {
                lines += ["", "### \(Self.escaped(event.event.description))", ""]
                lines += [
                    "\(Self.escaped(event.event.purpose)) From level \(event.event.consent.level.rawValue), until "
                        + "\(event.event.expires).", "",
                ]
                for field in event.fields {
                    lines.append(
                        "- `\(field.field.name)`" + (field.words.isEmpty ? "" : ": \(Self.escaped(field.words))"))
                }
                if event.fields.isEmpty { lines.append("- nothing but that it happened") }
            }
        }
        text = lines.joined(separator: "\n") + "\n"
    }

    /// Text that stays text in Markdown.
    private static func escaped(_ text: String) -> String {
        String(text.flatMap { "\\`*_[]<>#|".contains($0) ? ["\\", $0] : [$0] })
    }
}
