extension CatalogReader {
    /// What an app needs of a catalog beyond what the collector needs.
    mutating func checkForSDK(_ catalog: Catalog) {
        let events = catalog.sdkEvents
        guard !events.isEmpty else {
            note(
                .sdkNoEvent, at: place(of: "events"), "no event has a source that an app could send",
                remedy: "leave out `sources`, or state `- log: {event: …}` with a name and without conditions")
            return
        }
        if SwiftName.value(catalog.name, suffix: "Catalog") == nil {
            note(
                .swiftName, at: place(of: "name"), "has neither letter nor digit to make a name in Swift of",
                remedy: "use a name such as `web-shop`")
        }
        let categories = catalog.sdkCategories
        if categories.count > SDKEvent.mostCategories {
            note(
                .sdkLimit, at: place(of: "events"),
                "\(categories.count) consent categories are more than the \(SDKEvent.mostCategories) of an app",
                remedy: "let events share categories; nobody decides on so many")
        }
        for category in categories { checkTexts(category) }
        var names: [String: String] = [:]
        for event in events {
            let path = "events.\(event.event.name)"
            if let name = swiftName(SwiftName.type(event.event.name, suffix: "Event"), at: path, taken: &names) {
                names[name] = path
            }
            check(event, at: path)
            checkContributor(event.event, of: catalog, at: path)
        }
    }

    private mutating func check(_ event: SDKEvent, at path: String) {
        if event.fields.count > SDKEvent.mostFields {
            note(
                .sdkLimit, at: place(of: "\(path).fields"),
                "\(event.fields.count) fields are more than the \(SDKEvent.mostFields) of an event of an app",
                remedy: "make two events of it")
        }
        var properties: [String: String] = [:]
        var types: [String: String] = [:]
        var keys: [String: String] = [:]
        for sent in event.fields {
            let fieldPath = "\(path).fields.\(sent.field.name)"
            _ = swiftName(SwiftName.value(sent.field.name, suffix: "Value"), at: fieldPath, taken: &properties)
            if let other = keys.updateValue(sent.field.name, forKey: sent.key) {
                note(
                    .sdkAttribute, at: place(of: fieldPath), "is read from the same attribute as the field `\(other)`",
                    remedy: "let each field have an attribute of its own")
            }
            guard case .enumeration(let values, let other) = sent.field.kind else { continue }
            _ = swiftName(SwiftName.type(sent.field.name, suffix: "Choice"), at: fieldPath, taken: &types)
            var cases: [String: String] = [:]
            for (index, value) in values.enumerated() {
                _ = swiftName(
                    SwiftName.value(value, suffix: "Value"), at: "\(fieldPath).values[\(index)]", taken: &cases)
            }
            if let other {
                _ = swiftName(SwiftName.value(other, suffix: "Value"), at: "\(fieldPath).other", taken: &cases)
            }
            if values.count + (other == nil ? 0 : 1) > 256 {
                note(
                    .sdkLimit, at: place(of: "\(fieldPath).values"), "an app can tell 256 values apart, and not more",
                    remedy: "list those that matter, and let `other` stand for the rest")
            }
        }
    }

    /// Notes a name that can't be made, or that is already another one's.
    private mutating func swiftName(_ name: String?, at path: String, taken: inout [String: String]) -> String? {
        guard let name else {
            note(
                .swiftName, at: place(of: path), "has neither letter nor digit to make a name in Swift of",
                remedy: "use letters and digits")
            return nil
        }
        if let other = taken.updateValue(path, forKey: name) {
            note(
                .swiftName, at: place(of: path),
                "is `\(name)` in Swift, and so is what stands in line \(place(of: other).line)",
                remedy: "rename one of the two")
            return nil
        }
        return name
    }

    /// The SDK names contributors by an attribute of its own.
    private mutating func checkContributor(_ event: Event, of catalog: Catalog, at path: String) {
        let names = catalog.contributorAttributes(of: event)
        guard !names.isEmpty, !names.contains(SDKEvent.contributorAttribute) else { return }
        noteOnce(
            .sdkContributor, at: place(of: event.contributorAttributes == nil ? "contributor" : "\(path).contributor"),
            "apps name their contributors by `\(SDKEvent.contributorAttribute)`, which is not listed, so each record "
                + "of an app would be a unit of its own",
            remedy: "list `\(SDKEvent.contributorAttribute)` first")
    }

    /// A person who is asked should not have to guess.
    private mutating func checkTexts(_ category: ConsentCategory) {
        guard !category.missingTexts.isEmpty else { return }
        let isDeclared = places["consent.\(category.name)"] != nil
        let texts = category.missingTexts.joined(separator: ", ")
        note(
            .consentTextMissing, at: isDeclared ? place(of: "consent.\(category.name)") : place(of: "events"),
            "the category `\(category.name)`, which people are asked for, has no text of its own for \(texts)",
            remedy: isDeclared
                ? "say each in a sentence"
                : "add `consent: {\(category.name): {\(category.missingTexts.map { "\($0): …" }.joined(separator: ", "))}}`"
        )
    }
}
