/// Why a request can't be read: what is wrong, where, and what to do. It never holds any part of the request's content.
///
/// ```swift
/// WireError(code: .truncated, offset: 17, place: "LogRecord.attributes").description
/// // "truncated at byte 17 in LogRecord.attributes: the request ends before … Send the whole message."
/// ```
package struct WireError: Error, Equatable, CustomStringConvertible {
    /// Stable names: they may be logged, counted and compared.
    package enum Code: String, Sendable, CaseIterable {
        /// The bytes end inside a field.
        case truncated
        /// The bytes follow no rule of the encoding.
        case malformed
        /// A string is not UTF-8, or JSON text escapes half of a surrogate pair.
        case invalidUTF8 = "invalid-utf-8"
        /// More messages inside each other than the limits allow.
        case tooDeep = "too-deep"
        /// More bytes than a protobuf message may have.
        case tooLarge = "too-large"
        /// More records, spans or data points than the limits allow.
        case tooManyItems = "too-many-items"
        /// A JSON value is not of the kind, or not in the range, that its field has.
        case wrongType = "wrong-type"
    }

    package var code: Code
    /// The byte of the request at which it was noticed.
    package var offset: Int
    /// The field of the schema, as in `LogRecord.attributes`; names of the schema only.
    package var place: String

    package init(code: Code, offset: Int, place: String) {
        self.code = code
        self.offset = offset
        self.place = place
    }

    package var description: String {
        "\(code.rawValue) at byte \(offset) in \(place): \(code.happened) \(code.remedy)"
    }
}

extension WireError.Code {
    var happened: String {
        switch self {
        case .truncated: "the request ends before the value that it announces."
        case .malformed: "the bytes there are not a valid encoding."
        case .invalidUTF8: "a string there is not valid UTF-8."
        case .tooDeep: "values are nested deeper than the limit."
        case .tooLarge: "the request is larger than a protobuf message can be."
        case .tooManyItems: "the request has more items than the limit."
        case .wrongType: "the value there is not of the type that the field has."
        }
    }

    var remedy: String {
        switch self {
        case .truncated: "Send the whole message, and check Content-Length and compression."
        case .malformed: "Check that the body is OTLP in the encoding that Content-Type names."
        case .invalidUTF8: "Encode text as UTF-8, or send it as bytes_value."
        case .tooDeep: "Flatten the value, or raise the collector's nesting limit."
        case .tooLarge: "Send smaller batches."
        case .tooManyItems: "Send smaller batches, or raise limits.items."
        case .wrongType: "Encode the field as the OTLP specification says."
        }
    }
}

/// What goes wrong inside a reader: small enough to be thrown in registers. It becomes a ``WireError`` at the module's edge.
struct Fault: Error {
    var code: WireError.Code
    var offset: Int
}
