extension TelemetryCatalog {
    /// What would be sent of some categories, event by event and field by field, for people to read before they decide.
    ///
    /// ```
    /// Each batch: the program's name and version, this library's version, linux, and a name for this installation that
    /// is another one every day.
    ///
    /// command.run (analytics): a command was run.
    ///   command    one of add, list, other
    ///   duration   0 to 10000 ms, in steps of 1
    /// ```
    public func text(of names: [String]? = nil) -> String {
        let shown = events.filter { names?.contains(category(of: $0).name) ?? true }
        let head = """
            Each batch: the program's name and version, this library's version, \(SDK.system), the time of sending, and a \
            name for this installation that is another one every day.
            """
        return ([head] + shown.map(text)).joined(separator: "\n\n")
    }

    private func text(of event: EventDefinition) -> String {
        let width = event.fields.map(\.key.count).max() ?? 0
        let lines = event.fields.map { field in
            "  \(field.key)\(String(repeating: " ", count: width - field.key.count))  \(field.kind.text)"
                + (field.localEpsilon.map { ", answered at random now and then (epsilon \($0))" } ?? "")
        }
        return (["\(event.eventName) (\(category(of: event).name)): \(event.description)"] + lines)
            .joined(separator: "\n")
    }
}

extension FieldDefinition.Kind {
    fileprivate var text: String {
        switch self {
        case .bool: "yes or no"
        case .enumeration(let labels): "one of " + labels.joined(separator: ", ")
        case .number(let min, let max, let granularity, let unit):
            "\(Self.figure(min)) to \(Self.figure(max))\(unit == "1" ? "" : " \(unit)"), in steps of \(Self.figure(granularity))"
        case .duration(let min, let max, let granularity):
            "\(Self.figure(min)) to \(Self.figure(max)) ms, in steps of \(Self.figure(granularity))"
        case .version(let numbers): numbers == 1 ? "a version's first number" : "a version's first \(numbers) numbers"
        case .code(let maxLength): "a code of at most \(maxLength) letters, digits and . _ : - /"
        case .scrubbed(let maxLength): "at most \(maxLength) bytes of text from which personal data was removed"
        }
    }

    private static func figure(_ value: Double) -> String {
        value == value.rounded() && abs(value) < 1e15 ? "\(Int64(value))" : "\(value)"
    }
}
