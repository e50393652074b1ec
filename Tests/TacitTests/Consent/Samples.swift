import Tacit

extension ConsentCategory {
    /// A category whose texts follow from its name.
    static func sample(_ name: String, version: Int = 1, why: String? = nil, isEssential: Bool = false) -> Self {
        ConsentCategory(
            name: name, title: "Title of \(name)", what: "What \(name) holds", why: why ?? "Why \(name) is there",
            benefit: "What you get of \(name)", retention: "30 days", sharing: "Nobody", version: version,
            isEssential: isEssential)
    }
}

extension ConsentChange {
    static func yes(
        _ category: ConsentCategory, _ level: ConsentLevel = .basic, until: ConsentDay? = nil,
        _ conditions: Set<ConsentCondition> = []
    ) -> Self {
        .granted(ConsentGrant(category, level: level, conditions: conditions, expires: until, origin: .program))
    }
}

extension Consent {
    /// After decisions on one day.
    init(_ changes: [ConsentChange], on day: ConsentDay) {
        self.init()
        for change in changes { _ = apply(change, on: day) }
    }
}
