import TacitPrivacy

extension CatalogReader {
    /// More than anybody will ever need; it only has to fit.
    static let latestVersion = 1_000_000

    /// What the map `consent` says of the categories that people are asked for.
    mutating func declarations(_ value: Value) -> [ConsentDeclaration]? {
        let faultsBefore = faults.count
        guard let entries = entries(value) else { return nil }
        let declarations = entries.compactMap { declaration($0) }
        return faults.count == faultsBefore ? declarations : nil
    }

    private mutating func declaration(_ entry: Entry) -> ConsentDeclaration? {
        _ = isName(entry.name, at: entry.place, dotted: false)
        let keys = ConsentDeclaration.textKeys + ["version", "essential"]
        guard let section = self.section(entry.value, keys: keys) else { return nil }
        var declaration = ConsentDeclaration(name: entry.name)
        for key in ConsentDeclaration.textKeys {
            if let value = section[key] { declaration.texts[key] = text(value) }
        }
        if let value = section["version"],
            let version = integer(value, in: 1...Self.latestVersion, because: "it counts from 1")
        {
            declaration.version = version
        }
        if let value = section["essential"] { declaration.isEssential = flag(value) }
        return declaration
    }

    /// A category that nothing is collected under must not be asked for.
    mutating func noteUnusedCategories(of catalog: Catalog) {
        for declared in catalog.consent where !catalog.events.contains(where: { $0.consent.category == declared.name })
        {
            note(
                .unusedCategory, at: place(of: "consent.\(declared.name)"), "no event is collected under the category",
                remedy: "take it out, or name it in an event's `consent`")
        }
    }

    /// Who may see the generated Swift.
    mutating func access(_ value: Value) -> Catalog.Access? {
        guard let section = self.section(value, keys: ["access"]) else { return nil }
        return section["access"].map { choice($0, of: Catalog.Access.self) } ?? .internal
    }

    /// The noise that the SDK adds to a field.
    mutating func localNoise(_ value: Value, of field: Field) -> LocalNoise? {
        guard let section = self.section(value, keys: ["epsilon"]),
            let stated = required("epsilon", in: section, remedy: "state what one value may tell, such as 2"),
            let epsilon = epsilon(stated)
        else { return nil }
        guard epsilon.millionths <= Int64(LocalNoise.largestEpsilon) * 1_000_000 else {
            note(
                .localNoiseUnsuited, at: stated.place,
                "above \(LocalNoise.largestEpsilon) the true value is sent nearly always, and that is no noise",
                remedy: "state an epsilon such as 2, or take `local_noise` out")
            return nil
        }
        guard field.noiseChoices ?? 0 >= 2 else {
            note(
                .localNoiseUnsuited, at: value.place, "there is only one value, so none other could be sent",
                remedy: "declare a second value or `other`, or take `local_noise` out")
            return nil
        }
        return LocalNoise(epsilon: epsilon)
    }
}
