import TacitPrivacy

/// The file `accounting_vectors.json`.
struct AccountingVectors: Decodable {
    var epsilonVectors: [EpsilonVector]
    var deltaProfiles: [DeltaProfile]
    var rdpCurves: [RenyiCurve]
    var rdpConversion: [RenyiConversion]
    var zcdpConversion: [ConcentratedConversion]

    static func load() throws -> AccountingVectors {
        try Vectors.load("accounting_vectors", as: AccountingVectors.self)
    }

    struct EpsilonVector: Decodable {
        var family: String
        var mechanism: Mechanism?
        var eps0: Double?
        var compositions: Int
        var delta: Double
        var epsilonExact: Double?
        var epsilonLowerPld: Double?
        var epsilonUpperPld: Double?
        var pureEpsilonSum: Double?
        var epsilonBasic: Double?
        var epsilonDrvTanh: Double?
        var epsilonZcdpBs16: Double?
        var epsilonKovOptimalContinuous: Double?
        var epsilonRdpDefaultOrders: Double?

        /// Not above the truth.
        var lower: Double { epsilonExact ?? epsilonLowerPld ?? epsilonKovOptimalContinuous ?? .nan }
        /// Not below the truth.
        var upper: Double { max(epsilonUpperPld ?? 0, epsilonExact ?? 0, epsilonKovOptimalContinuous ?? 0) }

        func accountant(_ method: Accountant.Method) throws -> Accountant {
            var accountant = Accountant(method)
            if let eps0 { try accountant.add(.pure(Epsilon(eps0)), times: compositions) }
            for part in mechanism?.parts ?? [] { try accountant.add(part.mechanism(), times: part.n) }
            if let mechanism, mechanism.parts == nil { try accountant.add(mechanism.mechanism(), times: compositions) }
            return accountant
        }
    }

    struct Mechanism: Decodable {
        var type: String
        var eps0: Double?
        var a: Double?
        var sensitivity: Int64?
        var sigma: Double?
        var pUniform: Double?
        var k: Int?
        var samplingProb: Double?
        var parts: [Part]?

        func mechanism() throws -> AccountedMechanism {
            switch type {
            case "laplace": try .laplace(epsilon: eps0!)
            case "discrete_laplace": try .discreteLaplace(rate: a!, shift: sensitivity!)
            case "discrete_gaussian": try .discreteGaussian(sigma: sigma!, shift: sensitivity!)
            case "k_rr": try .response(uniform: pUniform!, choices: k!)
            default:
                try samplingProb.map { try .sampledGaussian(probability: $0, shift: 1 / sigma!) }
                    ?? .gaussian(shift: 1 / sigma!)
            }
        }
    }

    struct Part: Decodable {
        var type: String
        var param: Parameters
        var n: Int

        func mechanism() throws -> AccountedMechanism {
            switch type {
            case "laplace": try .laplace(epsilon: param.first)
            case "gaussian": try .gaussian(shift: 1 / param.first)
            case "k_rr": try .response(uniform: param.first, choices: Int(param.second))
            case "discrete_laplace": try .discreteLaplace(rate: param.first, shift: Int64(param.second))
            default: try .discreteGaussian(sigma: param.first, shift: Int64(param.second))
            }
        }
    }

    /// One number or two.
    struct Parameters: Decodable {
        var first: Double
        var second: Double

        init(from decoder: any Decoder) throws {
            let container = try decoder.singleValueContainer()
            let numbers = try (try? [container.decode(Double.self)]) ?? container.decode([Double].self)
            (first, second) = (numbers[0], numbers.last!)
        }
    }

    struct DeltaProfile: Decodable {
        var mechanism: String
        var eps0: Double?
        var a: Double?
        var sigma: Double?
        var sensitivity: Int64?
        var compositions: Int
        var epsilon: Double
        var deltaExact: Double

        func accounted() throws -> AccountedMechanism {
            try Mechanism(type: mechanism, eps0: eps0, a: a, sensitivity: sensitivity, sigma: sigma).mechanism()
        }
    }

    struct RenyiCurve: Decodable {
        var mechanism: String
        var eps0: Double?
        var sigma: Double?
        var pUniform: Double?
        var k: Int?
        var samplingProb: Double?
        var orders: [Double]
        var rdp: [Double]

        func accounted() throws -> AccountedMechanism {
            let type = mechanism == "k_rr_replace_one" ? "k_rr" : mechanism
            return try Mechanism(
                type: type, eps0: eps0, sigma: sigma, pUniform: pUniform, k: k, samplingProb: samplingProb
            ).mechanism()
        }
    }

    struct RenyiConversion: Decodable {
        var gaussian: Double?
        var laplaceScale: Double?
        var n: Int
        var delta: Double
        var epsilonRdp: Double

        func accounted() throws -> AccountedMechanism {
            try gaussian.map { try .gaussian(shift: 1 / $0) } ?? .laplace(epsilon: 1 / laplaceScale!)
        }
    }

    struct ConcentratedConversion: Decodable {
        var rho: Double
        var delta: Double
        var epsilonBs16: Double
        var epsilonCks20: Double
        var epsilonGaussianExact: Double
    }
}
