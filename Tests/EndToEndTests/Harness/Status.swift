import Foundation

/// The body of a refusal, `google.rpc.Status`, in the encoding that its content type names.
struct Status {
    let code: Int
    let message: String

    init?(_ answer: Answer) {
        if answer.contentType == "application/json" {
            struct Body: Decodable {
                var code: Int
                var message: String
            }
            guard let body = try? JSONDecoder().decode(Body.self, from: Data(answer.bytes)) else { return nil }
            (code, message) = (body.code, body.message)
        } else {
            guard let fields = ProtoFields(answer.bytes), let number = fields.numbers[1] else { return nil }
            (code, message) = (Int(number), fields.text(2))
        }
    }
}
