/// `pmf_tables.json`: exact probabilities, as decimal text.
struct ProbabilityTables: Decodable {
    struct Law: Decodable, CustomStringConvertible, Sendable {
        let family: String
        let scale: Double?
        let sigma: Double?
        let variance: String
        let fourthMoment: String?
        let pmfNonneg: [String: String]
        let tailGtKOneSided: String
        let last: Int

        enum CodingKeys: String, CodingKey {
            case family, scale, sigma, variance, fourthMoment, pmfNonneg, tailGtKOneSided
            case last = "K"
        }

        var description: String { "\(family) \(scale ?? sigma ?? 0)" }
        var probabilities: [Double] { (0...last).map { Double(pmfNonneg[String($0)]!)! } }
        var upperTail: Double { Double(tailGtKOneSided)! }
    }

    struct Selection: Decodable, Sendable {
        let scores: [Int64]
        let epsilon: Double
        let permuteAndFlip: [String]
        let exponentialMechanism: [String]
    }

    struct Response: Decodable, Sendable {
        let k: Int
        let epsilon: Double
        let pTruth: String
        let pEachOther: String
        let variancePerUserAtF0: String
    }

    struct Unary: Decodable, Sendable {
        struct Kind: Decodable, Sendable {
            let p: String
            let q: String
            let variancePerUser: String
        }

        let epsilon: Double
        let oue: Kind
        let sueRapporBasic: Kind
    }

    struct Coin: Decodable, Sendable {
        let gamma: Double
        let probability: String

        enum CodingKeys: String, CodingKey {
            case gamma
            case probability = "P"
        }
    }

    let pmf: [Law]
    let selection: [Selection]
    let kRandomizedResponse: [Response]
    let unaryEncoding: [Unary]
    let bernoulliExpMinusGamma: [Coin]

    static let all = try! Vectors.load("pmf_tables", as: ProbabilityTables.self)
}
