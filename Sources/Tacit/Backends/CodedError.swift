/// An error that says by which code it is known.
///
/// ```swift
/// struct ExportFailed: CodedError {
///     let telemetryCode: Code = "TELEMETRY-1001"
/// }
/// ```
public protocol CodedError: Error {
    var telemetryCode: Code { get }
}

extension Code {
    /// The code of an error: the one it is known by, or else the name of its type. What the error carries is never looked at.
    public init(of error: any Error) {
        self = (error as? any CodedError)?.telemetryCode ?? Code(typeOf: error) ?? "error"
    }
}
