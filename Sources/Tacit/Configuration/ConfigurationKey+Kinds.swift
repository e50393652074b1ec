extension ConfigurationKey {
    typealias Setting<Value> = any WritableKeyPath<Configuration, Value> & Sendable

    static func flag(_ name: String, _ setting: Setting<Bool>) -> Self {
        Self(name: name, expected: Flag.expected) { text, configuration in
            let flag = Flag(text)
            configuration[keyPath: setting] = flag == .on
            return flag == .on || flag == .off
        } isSound: { _ in
            true
        }
    }

    static func choice<Value>(_ name: String, _ setting: Setting<Value>) -> Self
    where Value: RawRepresentable<String> & CaseIterable & Sendable {
        let names = Value.allCases.map(\.rawValue)
        let values = Dictionary(uniqueKeysWithValues: zip(names, Value.allCases))
        return Self(name: name, expected: "one of \(names.joined(separator: ", "))") { text, configuration in
            guard let value = values[text.lowercased()] else { return false }
            configuration[keyPath: setting] = value
            return true
        } isSound: { _ in
            true
        }
    }

    static func number(_ name: String, _ setting: Setting<Int>, _ range: ClosedRange<Int>) -> Self {
        quantity(name, setting, range, "a number from \(range.lowerBound) to \(range.upperBound)") { text in
            text.utf8.allSatisfy((UInt8(ascii: "0")...UInt8(ascii: "9")).contains) ? Int(text) : nil
        }
    }

    static func size(_ name: String, _ setting: Setting<Int>, _ range: ClosedRange<Int>) -> Self {
        quantity(
            name, setting, range, "a number of bytes from \(range.lowerBound) to \(range.upperBound), such as 5MB",
            read: Quantity.bytes)
    }

    static func duration(_ name: String, _ setting: Setting<Duration>, _ range: ClosedRange<Duration>) -> Self {
        let bounds = "\(Quantity.text(range.lowerBound)) to \(Quantity.text(range.upperBound))"
        return quantity(
            name, setting, range, "a duration from \(bounds); a number alone is in seconds", read: Quantity.duration)
    }

    /// An absolute path: a relative one would lead elsewhere with every folder that a program is started in.
    static func path(_ name: String, _ setting: Setting<String?>) -> Self {
        let isSound = { @Sendable (path: String) in path.hasPrefix("/") && !path.utf8.contains(0) }
        return Self(name: name, expected: "an absolute path") { text, configuration in
            configuration[keyPath: setting] = text
            return isSound(text)
        } isSound: { configuration in
            configuration[keyPath: setting].map(isSound) ?? true
        }
    }

    private static func quantity<Value: Comparable & Sendable>(
        _ name: String, _ setting: Setting<Value>, _ range: ClosedRange<Value>, _ expected: String,
        read: @escaping @Sendable (String) -> Value?
    ) -> Self {
        Self(name: name, expected: expected) { text, configuration in
            guard let value = read(text), range.contains(value) else { return false }
            configuration[keyPath: setting] = value
            return true
        } isSound: { configuration in
            range.contains(configuration[keyPath: setting])
        }
    }
}
