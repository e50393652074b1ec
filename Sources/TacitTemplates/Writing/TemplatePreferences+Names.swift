extension TemplatePreferences {
    package static let names = ["category", "length", "tone"]

    /// Sets a preference by its name and the name of its value, as requests and commands give them.
    package mutating func set(_ name: String, to value: String) throws(TemplateError) {
        switch name {
        case "category": category = try Self.value(value, name)
        case "tone": tone = try Self.value(value, name)
        case "length": length = try Self.value(value, name)
        default: throw .unknownPreference(nil, Self.names)
        }
    }

    private static func value<T: RawRepresentable<String> & CaseIterable>(
        _ value: String, _ name: String
    ) throws(TemplateError) -> T {
        guard let known = T(rawValue: value) else { throw .unknownPreference(name, T.allCases.map(\.rawValue)) }
        return known
    }
}
