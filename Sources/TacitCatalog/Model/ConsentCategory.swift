/// What a person is asked to agree to, in words: the ground that events of one category stand on.
///
/// ```swift
/// let asked = catalog.consentCategories      // those of the catalog's events, declared or not
/// asked[0].title                             // "Workflow patterns" where the catalog says no more than the name
/// ```
package struct ConsentCategory: Sendable, Equatable {
    package var name: String
    package var title: String
    /// What is collected.
    package var what: String
    /// What it is needed for.
    package var why: String
    /// What the person gets from it; empty where the catalog doesn't say.
    package var benefit: String
    /// For how long it is kept; empty where the catalog doesn't say.
    package var retention: String
    /// Who else sees it; empty where the catalog doesn't say.
    package var sharing: String
    /// Grows whenever something is meant by the category that nobody has agreed to yet: the highest version that the
    /// catalog gives to the category or to one of its events.
    package var version: Int
    /// Whether the software can't be run without it.
    package var isEssential: Bool
    /// The texts that the catalog leaves open and that a person who is asked would miss.
    package var missingTexts: [String]

    package init(
        name: String, title: String, what: String, why: String, benefit: String = "", retention: String = "",
        sharing: String = "", version: Int = 1, isEssential: Bool, missingTexts: [String] = []
    ) {
        self.name = name
        self.title = title
        self.what = what
        self.why = why
        self.benefit = benefit
        self.retention = retention
        self.sharing = sharing
        self.version = version
        self.isEssential = isEssential
        self.missingTexts = missingTexts
    }

    /// The category of this name is essential unless the catalog says otherwise.
    package static let essential = "essential"
}

/// What a catalog's `consent` map says of a category.
package struct ConsentDeclaration: Sendable, Equatable {
    package var name: String
    /// Texts by their keys: `title`, `what`, `why`, `benefit`, `retention`, `sharing`.
    package var texts: [String: String]
    package var version: Int
    package var isEssential: Bool?

    package init(name: String, texts: [String: String] = [:], version: Int = 1, isEssential: Bool? = nil) {
        self.name = name
        self.texts = texts
        self.version = version
        self.isEssential = isEssential
    }

    /// The texts that a declaration may have, in the order in which a person reads them.
    package static let textKeys = ["title", "what", "why", "benefit", "retention", "sharing"]
}

extension Catalog {
    /// What has to be asked for: the declared categories in their order, then those that only events name.
    package var consentCategories: [ConsentCategory] {
        let used = events.map(\.consent.category).filter { name in !consent.contains { $0.name == name } }.unique
        return (consent + used.map { ConsentDeclaration(name: $0) }).map(category)
    }

    /// The category of that name; where the catalog doesn't declare it, what can be said without inventing anything.
    package func consentCategory(named name: String) -> ConsentCategory {
        category(consent.first { $0.name == name } ?? ConsentDeclaration(name: name))
    }

    private func category(_ declared: ConsentDeclaration) -> ConsentCategory {
        let events = events.filter { $0.consent.category == declared.name }
        func text(_ key: String, _ plain: String = "") -> String { declared.texts[key] ?? plain }
        return ConsentCategory(
            name: declared.name, title: text("title", Self.title(of: declared.name)),
            what: text("what", events.map(\.description).unique.joined(separator: " ")),
            why: text("why", events.map(\.purpose).unique.joined(separator: " ")), benefit: text("benefit"),
            retention: text("retention"), sharing: text("sharing"),
            version: events.map(\.version).reduce(declared.version, max),
            isEssential: declared.isEssential ?? (declared.name == ConsentCategory.essential),
            missingTexts: ["what", "why", "retention", "sharing"].filter { declared.texts[$0] == nil })
    }

    /// `workflow_patterns` is shown as `Workflow patterns`.
    private static func title(of name: String) -> String {
        let words = name.replacing("_", with: " ")
        return words.prefix(1).uppercased() + words.dropFirst()
    }
}
