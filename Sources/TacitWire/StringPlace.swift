/// Where in the schema a string is: the field that holds it, and the record's field that it belongs to.
///
/// For an attribute value of a log record the two are `AnyValue.string_value` and `LogRecord.attributes`, however deep it
/// is nested in arrays and lists; for a span's name both are `Span.name`.
package struct StringPlace: Sendable, Hashable, CustomStringConvertible {
    /// The message that holds the string, and the field's number in it.
    package var message: OTLPMessage
    package var field: UInt8
    /// The innermost message around it that is not a part of a value, and the number of its field that leads here.
    package var holder: OTLPMessage
    package var holderField: UInt8

    package init(message: OTLPMessage, field: UInt8, holder: OTLPMessage, holderField: UInt8) {
        self.message = message
        self.field = field
        self.holder = holder
        self.holderField = holderField
    }

    /// What kind of text is to be expected there.
    package enum Role: Sendable {
        /// The key of an attribute, or of a pair in a nested list.
        case key
        /// The string of an attribute, a body or a nested value.
        case value
        /// `AnyValue.bytes_value`: not text by its type, and not checked for UTF-8.
        case bytes
        /// A number or truth value of an attribute, a body or a nested value. Told of only where asked for.
        case scalar
        /// A field of its own, as `Span.name` or `Status.message`.
        case text
    }

    package var role: Role {
        switch message {
        case .keyValue: .key
        case .anyValue: field == 1 ? .value : field == 7 ? .bytes : .scalar
        default: .text
        }
    }

    /// Names of the schema only, as in `AnyValue.string_value in LogRecord.attributes`.
    package var description: String {
        let own = Self.name(message, field)
        return message.isValue ? "\(own) in \(Self.name(holder, holderField))" : own
    }

    private static func name(_ message: OTLPMessage, _ number: UInt8) -> String {
        let field = OTLPSchema.fields(of: message).first { $0.number == number }
        return field.map { "\(message.name).\($0.name)" } ?? message.name
    }
}
