import Foundation
import TacitSeal

/// A key for a whole suite: making one takes milliseconds in a release and far longer in a debug build.
let signer = try! SigningKey()
let stranger = try! SigningKey()

let batchID = BatchID(hex: "000102030405060708090a0b0c0d0e0f")!

func receipt(by key: SigningKey = signer, reasons: [String: Int64] = ["field.type": 1, "window.late": 2]) throws
    -> Receipt
{
    try Receipt(
        .init(
            batch: batchID, digest: Array(0..<32), receivedAt: 1_764_028_861, accepted: 5, refused: 3, reasons: reasons),
        signedBy: key)
}

extension SealError {
    /// The code of what a body throws.
    static func code(_ body: () throws -> Void) -> Code? {
        do {
            try body()
            return nil
        } catch {
            return (error as? SealError)?.code
        }
    }
}

/// The JSON of a document with one field changed.
func changed(_ json: Data, _ change: (inout [String: Any]) -> Void) throws -> Data {
    var object = try JSONSerialization.jsonObject(with: json) as! [String: Any]
    change(&object)
    return try JSONSerialization.data(withJSONObject: object)
}
