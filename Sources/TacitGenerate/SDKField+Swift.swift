import TacitCatalog

extension SDKField {
    /// The rules for apps have made sure that there is one, and that no other field of the event has it.
    var swiftName: String { SwiftName.value(field.name, suffix: "Value") ?? "value" }

    /// The name as documentation writes it.
    var bareName: String { swiftName.filter { $0 != "`" } }

    /// The name as the label of an argument, where few words are special.
    var label: String { ["inout", "let", "var"].contains(bareName) ? swiftName : bareName }

    /// The name of the field's enumeration; `nil` for every other kind.
    var choiceName: String? {
        guard case .enumeration = field.kind else { return nil }
        return SwiftName.type(field.name, suffix: "Choice") ?? "Choice"
    }

    /// What the catalog says of the field, and what becomes of a value.
    var words: String {
        let description =
            field.description.isEmpty || ".!?".contains(field.description.last ?? " ")
            ? field.description : field.description + "."
        return [description, limits].filter { !$0.isEmpty }.joined(separator: " ")
    }

    private var limits: String {
        let noise = field.localNoise.map { "Sent with noise (epsilon \($0.epsilon))." } ?? ""
        switch field.kind {
        case .bool: return field.description.isEmpty && noise.isEmpty ? "True or false." : noise
        case .enumeration: return field.description.isEmpty && noise.isEmpty ? "One of its values." : noise
        case .number(let bounds, let unit, _):
            // The unit of what has none is 1.
            let unit = unit == "1" ? "" : " \(unit)"
            return
                "From \(Number(bounds.min)) to \(Number(bounds.max)), in steps of \(Number(bounds.granularity))\(unit)."
        case .duration(let bounds, _):
            return "From \(Number(bounds.min)) to \(Number(bounds.max)), in steps of \(Number(bounds.granularity)) ms."
        case .version(let precision): return "Cut to \(precision.rawValue)."
        case .code(let length), .scrubbed(let length): return "At most \(length) characters."
        }
    }

    /// The type of the property, seen from outside the event `owner` where one is named.
    func typeName(in owner: String?) -> String {
        switch field.kind {
        case .bool: "Bool"
        case .enumeration: (owner.map { $0 + "." } ?? "") + (choiceName ?? "")
        case .number(let bounds, _, _): bounds.isWhole ? "Int" : "Double"
        case .duration: "Swift.Duration"
        case .version: "Tacit.Version?"
        case .code: "Tacit.Code?"
        case .scrubbed: "Tacit.Scrubbed?"
        }
    }

    func parameter(in owner: String?) -> String {
        "\(swiftName): \(typeName(in: owner))" + (isOptional ? " = nil" : "")
    }

    /// The statement that writes the field's value.
    var writing: String {
        // A field of the parameter's own name would be hidden by it.
        let value = swiftName == "fields" ? "self.fields" : swiftName
        return switch field.kind {
        case .bool: "fields.bool(\(value))"
        case .enumeration: "fields.choice(Int(\(value).rawValue))"
        case .number: "fields.number(\(value))"
        case .duration: "fields.duration(\(value))"
        case .version: "fields.version(\(value))"
        case .code: "fields.code(\(value))"
        case .scrubbed: "fields.text(\(value))"
        }
    }

    var definition: Expression {
        .call(
            ".init",
            [
                ("name", .text(field.name)), ("key", .text(key)), ("description", .text(field.description)),
                ("kind", kind),
            ] + (isOptional ? [("isOptional", .atom("true"))] : [])
                + (field.localNoise.map { [("localEpsilon", .atom("\($0.epsilon)"))] } ?? []))
    }

    private var kind: Expression {
        func range(_ bounds: Field.Bounds) -> [(label: String, value: Expression)] {
            [
                ("min", .atom(Number(bounds.min).description)), ("max", .atom(Number(bounds.max).description)),
                ("granularity", .atom(Number(bounds.granularity).description)),
            ]
        }
        return switch field.kind {
        case .bool: .atom(".bool")
        case .enumeration(let values, let other):
            .call(".enumeration", [("", .list((values + (other.map { [$0] } ?? [])).map { .text($0) }))])
        case .number(let bounds, let unit, _): .call(".number", range(bounds) + [("unit", .text(unit))])
        case .duration(let bounds, _): .call(".duration", range(bounds))
        case .version(let precision): .call(".version", [("numbers", .atom("\(precision.numbers)"))])
        case .code(let length): .call(".code", [("maxLength", .atom("\(length)"))])
        case .scrubbed(let length): .call(".scrubbed", [("maxLength", .atom("\(length)"))])
        }
    }
}

extension Field.VersionPrecision {
    /// How many of a version's numbers are kept.
    var numbers: Int {
        switch self {
        case .major: 1
        case .minor: 2
        case .patch: 3
        }
    }
}

extension Field.Bounds {
    /// Whether all values are whole numbers that an `Int` can hold.
    var isWhole: Bool {
        [min, max, granularity].allSatisfy { $0 == $0.rounded() && abs($0) <= 0x20_0000_0000_0000 }
    }
}

/// A number as Swift and people both read it: `8`, `0.01`, `1e-09`.
struct Number: CustomStringConvertible {
    let value: Double

    init(_ value: Double) { self.value = value }

    var description: String {
        value == value.rounded() && abs(value) <= 0x20_0000_0000_0000 ? "\(Int(value))" : "\(value)"
    }
}
