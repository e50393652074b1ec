/// `google.rpc.Status`: the body of an OTLP/HTTP answer to a request that was refused as a whole.
///
/// ```swift
/// RPCStatus(code: .invalidArgument, message: "truncated at byte 17").json
/// // {"code":3,"message":"truncated at byte 17"}
/// ```
package struct RPCStatus: Sendable, Equatable {
    /// The codes of gRPC that a collector answers with.
    package enum Code: Int32, Sendable, CaseIterable {
        case unknown = 2
        case invalidArgument = 3
        case deadlineExceeded = 4
        case notFound = 5
        case alreadyExists = 6
        case permissionDenied = 7
        case resourceExhausted = 8
        case unimplemented = 12
        case `internal` = 13
        case unavailable = 14
        case unauthenticated = 16
    }

    package var code: Code
    package var message: String

    package init(code: Code, message: String) {
        self.code = code
        self.message = message
    }

    package var protobuf: [UInt8] {
        var writer = ProtoWriter()
        writer.varint(1, UInt64(code.rawValue))
        if !message.isEmpty { writer.string(2, message) }
        return writer.bytes
    }

    package var json: [UInt8] {
        var out = Array("{\"code\":\(code.rawValue)".utf8)
        if !message.isEmpty { out += Array(",\"message\":".utf8) + JSONText.quoted(message) }
        return out + Array("}".utf8)
    }
}
