/// A fixed beginning that a verifier stands behind.
struct Literal: Sendable {
    enum Verifier: Sendable {
        case jwt
        case privateKey
        case homePath
        case vendorToken(VendorToken)
    }

    let prefix: StaticString
    let verifier: Verifier
    /// The index of the byte that triggers: the rarest one in logs, from the third on, no digit.
    let anchor: Int

    /// `prefix` has three bytes or more, with a byte that is no digit among them from the third on.
    init(_ prefix: StaticString, _ verifier: Verifier) {
        self.prefix = prefix
        self.verifier = verifier
        precondition(prefix.utf8CodeUnitCount >= 3)
        // Safe: the index is below utf8CodeUnitCount.
        anchor = (2..<prefix.utf8CodeUnitCount).reversed()
            .min { Self.commonness(prefix.utf8Start[$0]) < Self.commonness(prefix.utf8Start[$1]) }!
        precondition(!Byte.isDigit(prefix.utf8Start[anchor]))
    }

    static let standard: [Literal] =
        [
            Literal("eyJ", .jwt),
            Literal("-----BEGIN", .privateKey),
            Literal("/home/", .homePath),
            Literal("/Users/", .homePath),
            Literal("\\Users\\", .homePath),
        ] + VendorToken.all.map { Literal($0.prefix, .vendorToken($0)) }

    /// A rough rank of how often a byte stands in logs. `_`, `-` and `/` rank low, since they trigger anyway.
    private static func commonness(_ byte: UInt8) -> Int {
        switch byte {
        case UInt8(ascii: "_"), UInt8(ascii: "-"): 0
        case UInt8(ascii: "\\"), UInt8(ascii: "J"), UInt8(ascii: "G"): 1
        case UInt8(ascii: "/"), UInt8(ascii: "z"), UInt8(ascii: "q"), UInt8(ascii: "x"): 2
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): 3
        case UInt8(ascii: "."): 4
        case UInt8(ascii: "0")...UInt8(ascii: "9"): 9
        default: 5
        }
    }
}

extension Scanner {
    /// Compares the literals whose anchor may be at `at`, and runs the verifier of the one that stands there.
    mutating func literal(endingAt at: Int) -> Match? {
        var number = triggers.firstLiteral(in: text, at: at)
        while number != 0 {
            let literal = triggers.literal(number)
            let start = at - literal.anchor
            if start >= state.floor, text.has(literal.prefix, at: start),
                let match = verify(literal, at: start)
            {
                return match
            }
            number = triggers.literal(after: number)
        }
        return nil
    }

    private mutating func verify(_ literal: Literal, at start: Int) -> Match? {
        let end = start + literal.prefix.utf8CodeUnitCount
        switch literal.verifier {
        case .jwt: return webToken(at: start)
        case .privateKey: return privateKey(at: start)
        case .homePath: return userName(after: end, from: start)
        case .vendorToken(let token): return vendorToken(token, at: start, afterPrefix: end)
        }
    }
}
