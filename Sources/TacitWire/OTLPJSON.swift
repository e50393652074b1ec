/// OTLP/JSON as the protobuf bytes of the same request, so that one reader serves both encodings.
///
/// ```swift
/// let bytes = try OTLPJSON.protobuf(from: body, signal: .logs)
/// ```
///
/// It reads what the OTLP specification and proto3's JSON mapping allow: camel case or original names, ids in hexadecimal,
/// enumerations as numbers or names, 64-bit integers as numbers or strings, base64 in any dialect, null as the default; unknown
/// members are passed over. Text that is not JSON, or a value that its field can't hold, is refused at its byte. A member that
/// comes twice is written twice, which protobuf reads as the last one, or as one list. The time is linear in the text.
package enum OTLPJSON {
    package static func protobuf(
        from text: UnsafeRawBufferPointer, signal: Signal, limits: WireLimits = WireLimits()
    ) throws(WireError) -> [UInt8] {
        var transcoder = JSONTranscoder(text, root: signal.request, limits: limits)
        do throws(Fault) {
            return try transcoder.run()
        } catch {
            throw WireError(code: error.code, offset: error.offset, place: transcoder.place.description)
        }
    }
}
