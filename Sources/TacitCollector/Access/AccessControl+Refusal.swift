import Foundation
import TacitWire

extension AccessControl.Refusal {
    private static let unauthenticatedMessage =
        """
        A token is needed, as `Authorization: Bearer TOKEN`; whoever runs the collector makes one with `tacit token create --project NAME`, \
        and `--role viewer` for who reads or `--role officer` for who decides.
        """
    private static let forbiddenMessage =
        "This token is for something else; ask whoever runs the collector for one that is for this."
    private static let tooManyMessage =
        "More requests came with this token than it may send; try again later, with larger batches."

    var rule: Rule {
        switch self {
        case .unauthenticated: .accessUnauthenticated
        case .forbidden: .accessForbidden
        case .tooMany: .accessTooMany
        }
    }

    var status: RPCStatus {
        switch self {
        case .unauthenticated: RPCStatus(code: .unauthenticated, message: Self.unauthenticatedMessage)
        case .forbidden: RPCStatus(code: .permissionDenied, message: Self.forbiddenMessage)
        case .tooMany: RPCStatus(code: .resourceExhausted, message: Self.tooManyMessage)
        }
    }

    /// A `google.rpc.Status` with `RetryInfo`, in Base64: without it clients of OTLP take RESOURCE_EXHAUSTED for final.
    var details: String? {
        guard case .tooMany(let seconds) = self else { return nil }
        var retry = ProtoWriter()
        retry.message(1) { delay in delay.varint(1, UInt64(seconds)) }
        var message = ProtoWriter()
        message.varint(1, UInt64(status.code.rawValue))
        message.string(2, status.message)
        message.message(3) { any in
            any.string(1, "type.googleapis.com/google.rpc.RetryInfo")
            any.bytes(2, retry.bytes)
        }
        return Data(message.bytes).base64EncodedString()
    }
}
