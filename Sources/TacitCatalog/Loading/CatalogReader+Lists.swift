import Yams

extension CatalogReader {
    mutating func elements(_ value: Value) -> [Value]? {
        guard let sequence = value.node.sequence else {
            note(.wrongType, at: value.place, "must be a list", remedy: "write `[first, second]` or lines with `- `")
            return nil
        }
        let elements = sequence.enumerated().map { index, node in
            Value(node, at: value.place.element(index, at: node.mark))
        }
        for element in elements { places[element.place.path] = element.place }
        return elements
    }

    /// A list of different texts. The faulty ones are noted and left out.
    mutating func texts(_ value: Value, limit: Int, allowEmpty: Bool = false) -> [(text: String, place: Place)]? {
        guard let elements = self.elements(value) else { return nil }
        if elements.isEmpty, !allowEmpty {
            note(.emptyList, at: value.place, "names nothing", remedy: "name at least one")
            return nil
        }
        var texts: [(text: String, place: Place)] = []
        for element in elements {
            guard let text = self.text(element, limit: limit) else { continue }
            if texts.contains(where: { $0.text == text }) {
                note(.duplicateValue, at: element.place, "stands twice in the list", remedy: "keep one of them")
            } else {
                texts.append((text, element.place))
            }
        }
        return texts
    }

    /// Lower-case words of letters, digits and `_`, joined by dots where `dotted`.
    mutating func isName(_ name: String, at place: Place, dotted: Bool) -> Bool {
        let parts = name.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        let isName =
            name.utf8.count <= 64 && (dotted || parts.count == 1)
            && (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(name.utf8.first ?? 0)
            && parts.allSatisfy { part in
                !part.isEmpty
                    && part.allSatisfy {
                        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0)
                            || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) || $0 == UInt8(ascii: "_")
                    }
            }
        if !isName {
            note(
                .invalidName, at: place,
                "is no name: a–z first, then a–z, 0–9, `_`" + (dotted ? " and single dots" : "") + ", at most 64",
                remedy: dotted ? "use a name such as `http.request`" : "use a name such as `status_code`")
        }
        return isName
    }

    /// The name of an attribute, as OpenTelemetry allows it: any text without spaces.
    mutating func isAttribute(_ name: String, at place: Place) -> Bool {
        let isAttribute =
            (1...256).contains(name.utf8.count) && !name.hasPrefix("$") && !name.contains { $0.isWhitespace }
        if !isAttribute {
            note(
                .invalidName, at: place, "is no name of an attribute: 1 to 256 bytes without spaces or a leading `$`",
                remedy: "use a name such as `http.route`")
        }
        return isAttribute
    }
}
