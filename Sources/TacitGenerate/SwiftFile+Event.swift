import TacitCatalog

extension SwiftFile {
    /// The type of an event, and the way to name one: `.featureUsed(feature: .export)`.
    mutating func event(_ event: SDKEvent, index: Int) {
        line()
        documentation(documentation(of: event.event))
        line("\(modifier)struct \(event.typeName): Tacit.TelemetryEvent {")
        for field in event.fields { choices(field) }
        for field in event.fields {
            documentation([field.words], indent: 4)
            line("\(modifier)var \(field.swiftName): \(field.typeName(in: nil))", indent: 4)
        }
        if !event.fields.isEmpty { line() }
        // Within a module the compiler makes the same one.
        if access != .internal { initializer(event) }
        lines(definition(event).lines(indent: 4, prefix: "\(modifier)static let definition = "))
        line()
        line("\(modifier)static var gate: Tacit.EventGate {", indent: 4)
        lines(gate(event.event, index: index).lines(indent: 8))
        line("}", indent: 4)
        line()
        let write = "\(modifier)func write(to fields: inout Tacit.FieldWriter) {"
        if event.fields.isEmpty {
            line("\(write)}", indent: 4)
        } else {
            line(write, indent: 4)
            for field in event.fields { line(field.writing, indent: 8) }
            line("}", indent: 4)
        }
        line("}")
        line()
        factory(event)
    }

    private func documentation(of event: Event) -> [String] {
        [
            event.description, "Why: \(event.purpose)",
            "Collected with consent to `\(event.consent.category)` from level \(event.consent.level.rawValue), and no longer "
                + "from \(event.expires) on.",
        ]
    }

    /// The closed enumeration of a field that is one.
    private mutating func choices(_ field: SDKField) {
        guard case .enumeration(let values, let other) = field.field.kind, let name = field.choiceName else { return }
        documentation(["The values of `\(field.field.name)`."], indent: 4)
        line("\(modifier)enum \(name): UInt8, CaseIterable, Sendable {", indent: 4)
        for value in values + (other.map { [$0] } ?? []) {
            let name = SwiftName.value(value, suffix: "Value") ?? "value"
            let said = value == other ? "Anything else." : name == value || name == "`\(value)`" ? "" : "`\(value)`"
            documentation([said], indent: 8)
            // Digits must not run together, and an underscore is all that can stand between them.
            if name.drop(while: { $0 == "_" }).contains("_") {
                line("// swift-format-ignore: AlwaysUseLowerCamelCase", indent: 8)
            }
            line("case \(name)", indent: 8)
        }
        line("}", indent: 4)
        line()
    }

    private mutating func initializer(_ event: SDKEvent) {
        if event.fields.isEmpty {
            line("\(modifier)init() {}", indent: 4)
            line()
            return
        }
        signature("\(modifier)init", event.fields.map { $0.parameter(in: nil) }, result: "", indent: 4)
        for field in event.fields { line("self.\(field.swiftName) = \(field.swiftName)", indent: 8) }
        line("}", indent: 4)
        line()
    }

    private mutating func factory(_ event: SDKEvent) {
        line("extension Tacit.TelemetryEvent where Self == \(event.typeName) {")
        documentation(documentation(of: event.event), indent: 4)
        if event.fields.isEmpty {
            line("\(modifier)static var \(event.memberName): Self { \(event.typeName)() }", indent: 4)
        } else {
            line("///", indent: 4)
            line("/// - Parameters:", indent: 4)
            for field in event.fields { comment("  - \(field.bareName): \(field.words)", indent: 4) }
            signature(
                "\(modifier)static func \(event.memberName)",
                event.fields.map { $0.parameter(in: event.typeName) }, result: "-> Self ", indent: 4)
            let made = Expression.call(
                event.typeName, event.fields.map { (label: $0.label, value: .atom($0.swiftName)) })
            lines(made.lines(indent: 8))
            line("}", indent: 4)
        }
        line("}")
    }

    /// A declaration up to its opening brace, in one line where it fits.
    private mutating func signature(_ start: String, _ parameters: [String], result: String, indent: Int) {
        let flat = "\(start)(\(parameters.joined(separator: ", "))) \(result){"
        if indent + flat.count <= Expression.columns {
            line(flat, indent: indent)
            return
        }
        line("\(start)(", indent: indent)
        for (index, parameter) in parameters.enumerated() {
            line(parameter + (index == parameters.count - 1 ? "" : ","), indent: indent + 4)
        }
        line(") \(result){", indent: indent)
    }

    private func gate(_ event: Event, index: Int) -> Expression {
        .call(
            ".init",
            [
                ("catalog", .atom(catalogNumber)), ("event", .atom("\(index)")),
                ("category", .atom("\(category(of: event))")), ("level", .atom(".\(event.consent.level.rawValue)")),
                ("expires", .atom("\(event.expires.daysSinceEpoch)")),
            ])
    }

    /// The first 64 bits of the digest.
    private var catalogNumber: String {
        let digits = Array(digest.prefix(16))
        return "0x" + stride(from: 0, to: 16, by: 4).map { String(digits[$0..<$0 + 4]) }.joined(separator: "_")
    }

    private func category(of event: Event) -> Int {
        catalog.sdkCategories.firstIndex { $0.name == event.consent.category } ?? 0
    }

    private func definition(_ event: SDKEvent) -> Expression {
        .call(
            "Tacit.EventDefinition",
            [
                ("name", .text(event.event.name)), ("eventName", .text(event.eventName)),
                ("description", .text(event.event.description)), ("purpose", .text(event.event.purpose)),
                ("category", .atom("\(category(of: event.event))")),
                ("level", .atom(".\(event.event.consent.level.rawValue)")),
                (
                    "expires",
                    .noted("\(event.event.expires.daysSinceEpoch)", comment: event.event.expires.description)
                ),
                ("fields", .list(event.fields.map(\.definition))),
            ])
    }
}

extension SDKEvent {
    /// The rules for apps have made sure that there is one, and that no other event has it.
    var typeName: String { SwiftName.type(event.name, suffix: "Event") ?? "Event" }
    var memberName: String { SwiftName.value(event.name, suffix: "Event") ?? "event" }
}
