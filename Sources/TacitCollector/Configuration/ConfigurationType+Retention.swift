extension ConfigurationType<[RetentionSettings.OwnClass]> {
    /// Classes with their limits: `partner=30d`. One without is taken, and refused with what it lacks.
    static var ownClasses: Self {
        pairs(
            name: "list of CLASS=DURATION",
            expected: "a list of CLASS=DURATION, such as partner=30d, with names as lists of names have them",
            write: \.spelled
        ) { name, text throws(Misreading) in
            let name = try ConfigurationType<String>.word.read([name])
            guard let text else { return .init(name: name, seconds: nil) }
            return .init(name: name, seconds: try ConfigurationType<Int64>.anyDuration.read([text]))
        }
    }
}

extension ConfigurationType<[RetentionSettings.Assignment]> {
    /// Metrics with their classes or limits: `page.views=errors`, `feature.uses=90d`.
    static var assignments: Self {
        pairs(
            name: "list of METRIC=CLASS or METRIC=DURATION",
            expected: "a list of METRIC=CLASS or METRIC=DURATION, such as page.views=30d", write: \.spelled
        ) { name, text throws(Misreading) in
            guard !name.isEmpty, name.utf8.allSatisfy("abcdefghijklmnopqrstuvwxyz0123456789_.".utf8.contains),
                name.utf8.count <= 128
            else { throw Misreading() }
            guard let text else { return .init(metric: name, target: .nothing) }
            if let first = text.utf8.first, UInt8(ascii: "0")...UInt8(ascii: "9") ~= first {
                return .init(metric: name, target: .limit(try ConfigurationType<Int64>.anyDuration.read([text])))
            }
            return .init(metric: name, target: .dataClass(try ConfigurationType<String>.word.read([text])))
        }
    }
}

extension ConfigurationType {
    /// A list of `NAME=VALUE`. An empty list is one.
    fileprivate static func pairs<Item>(
        name: String, expected: String, write: @escaping @Sendable (Item) -> String,
        read: @escaping @Sendable (_ name: String, _ value: String?) throws(Misreading) -> Item
    ) -> Self where Value == [Item] {
        let spelled: @Sendable ([Item]) -> String = { items in "[\(items.map(write).joined(separator: ", "))]" }
        return Self(list: name, expected: expected, write: spelled) { texts throws(Misreading) in
            // In the environment an empty list is an empty text.
            if texts == [""] { return [] }
            var items: [Item] = []
            for text in texts {
                let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
                guard let name = parts.first else { throw Misreading() }
                let value = parts.count > 1 ? String(parts[1]) : nil
                items.append(try read(String(name), value?.isEmpty == true ? nil : value))
            }
            return items
        }
    }
}

extension ConfigurationType<Int64> {
    /// Whether it is a good one is asked later, when its class is known.
    fileprivate static var anyDuration: Self { duration(0...(1 << 40)) }
}

extension RetentionSettings.OwnClass {
    fileprivate var spelled: String {
        name + (seconds.map { "=" + ConfigurationType<Int64>.anyDuration.write($0) } ?? "")
    }
}

extension RetentionSettings.Assignment {
    fileprivate var spelled: String {
        switch target {
        case .limit(let seconds): "\(metric)=\(ConfigurationType<Int64>.anyDuration.write(seconds))"
        case .dataClass(let name): "\(metric)=\(name)"
        case .nothing: metric
        }
    }
}
