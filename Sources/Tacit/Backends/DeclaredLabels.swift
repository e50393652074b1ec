/// The labels that came with a metric or a span. Of their texts only what the catalog declares can be read: a value of a
/// closed enumeration, or nothing.
///
/// ```swift
/// labels["method"] ?? .other                       // of the event's field `method`
/// labels["http.request.method", field: "method"]   // the same field, where the label has another name
/// ```
public struct DeclaredLabels: Sendable {
    private let text: @Sendable (String) -> String?
    private let fields: [FieldDefinition]

    init(_ text: @escaping @Sendable (String) -> String?, fields: [FieldDefinition]) {
        self.text = text
        self.fields = fields
    }

    /// The value of a label, if it is among those of the event's field: the one of the same name, unless told otherwise.
    public subscript<Choice: CaseIterable & RawRepresentable<UInt8>>(
        label: String, field field: String? = nil
    ) -> Choice? {
        guard let definition = fields.first(where: { $0.name == field ?? label }),
            case .enumeration(let values) = definition.kind, let text = text(label),
            let position = values.firstIndex(of: text)
        else { return nil }
        return UInt8(exactly: position).flatMap(Choice.init(rawValue:))
    }
}
