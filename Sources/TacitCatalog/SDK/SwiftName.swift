/// Identifiers of Swift made from the names of a catalog.
///
/// ```swift
/// SwiftName.type("feature.used", suffix: "Event")     // FeatureUsed
/// SwiftName.value("GET /items", suffix: "Value")      // getItems
/// SwiftName.value("default", suffix: "Value")         // `default`
/// SwiftName.value("1xx", suffix: "Value")             // _1xx
/// ```
///
/// Letters and digits are kept, whatever else stands between them begins a new word. A name that would hide one of the
/// SDK or of the language, or that backticks can't save, gets the suffix.
package enum SwiftName {
    /// A name for a type, such as `FeatureUsed`; `nil` where nothing of the name can stand in one.
    package static func type(_ name: String, suffix: String) -> String? {
        guard let words = words(name) else { return nil }
        let plain = joined(words.map { $0.prefix(1).uppercased() + $0.dropFirst() })
        return takenTypes.contains(plain) ? plain + suffix : plain
    }

    /// A name for a property, function, parameter or case, such as `featureUsed`; `nil` where nothing of the name can
    /// stand in one.
    package static func value(_ name: String, suffix: String) -> String? {
        guard let words = words(name) else { return nil }
        let plain = joined([lowered(words[0])] + words.dropFirst().map { $0.prefix(1).uppercased() + $0.dropFirst() })
        if takenValues.contains(plain) { return plain + suffix }
        return keywords.contains(plain) ? "`\(plain)`" : plain
    }

    private static func words(_ name: String) -> [String]? {
        var words: [String] = []
        var isOpen = false
        for scalar in name.unicodeScalars {
            guard scalar.properties.isXIDContinue, scalar != "_" else {
                isOpen = false
                continue
            }
            // A mark that needs a letter before it can't begin a word.
            guard isOpen || scalar.properties.isXIDStart || scalar.properties.numericType != nil else { continue }
            if isOpen { words[words.count - 1].unicodeScalars.append(scalar) } else { words.append(String(scalar)) }
            isOpen = true
        }
        return words.isEmpty ? nil : words
    }

    /// `GET` → `get`, `HTTPError` → `httpError`, `iOS` stays.
    private static func lowered(_ word: String) -> String {
        let characters = Array(word)
        var count = characters.prefix { $0.isUppercase }.count
        if count > 1, count < characters.count, characters[count].isLetter { count -= 1 }
        return String(characters.prefix(count)).lowercased() + String(characters.dropFirst(count))
    }

    /// Side by side, with `_` where digits would run together or stand first.
    private static func joined(_ words: [String]) -> String {
        words.reduce("") { name, word in
            let touches = name.last.map(\.isNumber) ?? true
            return name + (touches && word.first?.isNumber == true ? "_" : "") + word
        }
    }

    /// What an unqualified name in generated code already means.
    private static let takenTypes: Set<String> = [
        "Any", "AnyObject", "Bool", "CaseIterable", "Code", "ConsentCategory", "ConsentLevel", "Double", "Duration",
        "EventDefinition", "EventGate", "FieldDefinition", "FieldWriter", "Int", "Never", "Optional", "Protocol",
        "RawRepresentable", "Scrubbed", "Self", "Sendable", "StaticString", "String", "Swift", "Tacit", "Telemetry",
        "TelemetryCatalog", "TelemetryEvent", "Type", "UInt8", "Version", "Void",
    ]

    /// Members that every event, choice or catalog has, and words that stay special within backticks.
    private static let takenValues: Set<String> = [
        "allCases", "definition", "gate", "init", "self", "Self", "Type", "Protocol",
    ]

    private static let keywords: Set<String> = [
        "Any", "as", "associatedtype", "async", "await", "break", "case", "catch", "class", "continue", "default",
        "defer", "deinit", "do", "else", "enum", "extension", "fallthrough", "false", "fileprivate", "for", "func",
        "guard", "if", "import", "in", "inout", "internal", "is", "let", "nil", "operator", "precedencegroup",
        "private", "protocol", "public", "repeat", "rethrows", "return", "static", "struct", "subscript", "super",
        "switch",
        "throw", "throws", "true", "try", "typealias", "var", "where", "while",
    ]
}
