import TacitCatalog

/// How a value of one kind is written and read.
struct ConfigurationType<Value: Sendable>: Sendable {
    /// For the table of keys, with unit and range.
    let name: String
    /// Goes on after "must be".
    let expected: String
    /// Reads what was written; a list has any number of texts, everything else one.
    let read: @Sendable ([String]) throws(Misreading) -> Value
    /// The value as people write it; a default as YAML.
    let write: @Sendable (Value) -> String
    let isList: Bool

    init(
        name: String, expected: String, write: @escaping @Sendable (Value) -> String,
        read: @escaping @Sendable (String) throws(Misreading) -> Value
    ) {
        self.name = name
        self.expected = expected
        self.write = write
        self.read = { texts throws(Misreading) in
            guard texts.count == 1 else { throw Misreading(code: .wrongType) }
            return try read(texts[0])
        }
        isList = false
    }

    init(
        list name: String, expected: String, write: @escaping @Sendable (Value) -> String,
        read: @escaping @Sendable ([String]) throws(Misreading) -> Value
    ) {
        self.name = name
        self.expected = expected
        self.write = write
        self.read = read
        isList = true
    }
}

/// Why a text is not a value. It does not carry the text.
struct Misreading: Error {
    var code = ConfigurationFault.Code.wrongValue
    /// The word that was probably meant: one of those that are known.
    var suggestion: String?
}

extension ConfigurationType<Bool> {
    static let flag = Self(name: "true or false", expected: "true or false", write: \.description) {
        text throws(Misreading) in
        switch text.lowercased() {
        case "true", "yes", "on", "1": return true
        case "false", "no", "off", "0": return false
        default: throw Misreading(suggestion: Spelling.suggestion(for: text, among: ["true", "false"]))
        }
    }
}

extension ConfigurationType<String> {
    static let path = Self(name: "path", expected: "a path", write: \.self) { text throws(Misreading) in
        guard !text.isEmpty, text.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x7F }) else { throw Misreading() }
        return text
    }

    static func choice(_ words: [String]) -> Self {
        Self(
            name: words.joined(separator: ", "), expected: "one of \(words.joined(separator: ", "))", write: \.self
        ) { text throws(Misreading) in
            guard words.contains(text) else {
                throw Misreading(suggestion: Spelling.suggestion(for: text, among: words))
            }
            return text
        }
    }
}

extension ConfigurationType<String> {
    /// A name that stands for something elsewhere.
    static let word = Self(
        name: "name", expected: "a name in lower-case letters, digits and underscores that begins with a letter",
        write: \.self
    ) { text throws(Misreading) in
        let names = try ConfigurationType<Set<String>>.names.read([text])
        guard let name = names.first else { throw Misreading() }
        return name
    }
}

extension ConfigurationType<String> {
    /// The name of a variable of the environment.
    static let variable = Self(
        name: "name of a variable", expected: "a name in letters, digits and underscores that begins with a letter",
        write: \.self
    ) { text throws(Misreading) in
        guard let first = text.utf8.first, text.utf8.count <= 128, first != UInt8(ascii: "_"),
            !(UInt8(ascii: "0")...UInt8(ascii: "9") ~= first),
            text.utf8.allSatisfy({
                "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_".utf8.contains($0)
            })
        else { throw Misreading() }
        return text
    }
}

extension ConfigurationType<String?> {
    /// The path of a file that need not be named.
    static let file = Self(name: "path", expected: "a path, or \"\" for none", write: \.spelled) {
        text throws(Misreading) in text.isEmpty ? nil : try ConfigurationType<String>.path.read([text])
    }
}

extension ConfigurationType where Value: RawRepresentable<String> & CaseIterable {
    /// One of the cases.
    static var choice: Self {
        let choice = ConfigurationType<String>.choice(Value.allCases.map(\.rawValue))
        return Self(name: choice.name, expected: choice.expected, write: \.rawValue) { text throws(Misreading) in
            guard let value = Value(rawValue: try choice.read([text])) else { throw Misreading() }
            return value
        }
    }
}

extension ConfigurationType<Set<CollectorConfiguration.ListenerName>> {
    /// Any of the listeners. An empty list is one.
    static var choices: Self {
        let known = CollectorConfiguration.ListenerName.allCases.map(\.rawValue)
        return Self(
            list: "list of \(known.joined(separator: ", "))", expected: "a list of \(known.joined(separator: ", "))",
            write: \.spelled
        ) { texts throws(Misreading) in
            if texts == [""] { return [] }
            var names: Value = []
            for text in texts {
                guard let name = CollectorConfiguration.ListenerName(rawValue: text) else {
                    throw Misreading(suggestion: Spelling.suggestion(for: text, among: known))
                }
                names.insert(name)
            }
            return names
        }
    }
}

extension ConfigurationType<Set<String>> {
    /// Names as the catalog has them. An empty list is one.
    static let names = Self(
        list: "list of names", expected: "a list of names in lower-case letters, digits and underscores",
        write: \.spelled
    ) { texts throws(Misreading) in
        // In the environment an empty list is an empty text.
        if texts == [""] { return [] }
        for text in texts {
            guard let first = text.utf8.first, text.utf8.count <= 64, UInt8(ascii: "a")...UInt8(ascii: "z") ~= first,
                text.utf8.allSatisfy({ "abcdefghijklmnopqrstuvwxyz0123456789_".utf8.contains($0) })
            else { throw Misreading() }
        }
        return Set(texts)
    }
}

extension Set<CollectorConfiguration.ListenerName> {
    fileprivate var spelled: String { Set<String>(map(\.rawValue)).spelled }
}

extension String? {
    fileprivate var spelled: String { self ?? "\"\"" }
}

extension Set<String> {
    fileprivate var spelled: String { "[\(sorted().joined(separator: ", "))]" }
}
