import Foundation
import TacitPrivacy

/// What real systems did wrong, and two that are right, each on two inputs that differ by one contributor.
enum BrokenMechanisms {
    typealias Draw = (Bool) -> Int64

    /// Names that are not among the published controls.
    static let further = ["no noise", "seeded generator", "scale from L∞ instead of L1", "double-spent budget"]

    static var all: [String: Draw] {
        get throws {
            var random = SecureRandom()
            let one = try SamplerLawTests.noise(sensitivity: 1, epsilon: "1")
            let half = try SamplerLawTests.noise(sensitivity: 1, epsilon: "2")
            let response = try RandomizedResponse(choices: 2, epsilon: Epsilon("1"))
            var table: [String: Draw] = [
                "pos_dlap": { one.addNoise(to: $0 ? 11 : 10, using: &random) },
                "pos_rr2": { Int64(response.respond($0 ? 1 : 0, using: &random)) },
                "neg_half_scale": { half.addNoise(to: $0 ? 11 : 10, using: &random) },
                "neg_contrib3": { one.addNoise(to: $0 ? 13 : 10, using: &random) },
                "neg_raw_threshold": { $0 ? one.addNoise(to: 20, using: &random) : .min },
                "neg_renoise16": { isIn in
                    (0..<16).reduce(0) { sum, _ in sum + one.addNoise(to: isIn ? 11 : 10, using: &random) }
                },
                "neg_mean_true_count": { isIn in
                    let mean = Double(one.addNoise(to: 2, using: &random)) / (isIn ? 3 : 2)
                    return Int64((mean * 40).rounded(.down))
                },
                "neg_exact_keys": { $0 ? 1 : 0 },
                "no noise": { $0 ? 11 : 10 },
                "double-spent budget": { isIn in
                    let first = one.addNoise(to: isIn ? 11 : 10, using: &random)
                    return first + one.addNoise(to: isIn ? 11 : 10, using: &random)
                },
                // Two cells of one contributor, noise for one of them.
                "scale from L∞ instead of L1": { isIn in
                    one.addNoise(to: isIn ? 1 : 0, using: &random) + one.addNoise(to: isIn ? 1 : 0, using: &random)
                },
            ]
            // No noise on the entries: which of them are above tells them apart, only the threshold moves.
            table["neg_svt_alg5"] = { isIn in
                let threshold = one.addNoise(to: 0, using: &random)
                let entries = (0..<16).map { Int64(($0 < 8) == isIn ? 1 : 0) }
                func above(_ part: ArraySlice<Int64>) -> Int64 { Int64(part.count { $0 >= threshold }) }
                return 10 * above(entries[..<8]) + above(entries[8...])
            }
            // Floating point: the noise's low digits are gone once 1.0 was added.
            table["neg_float_laplace"] = { isIn in
                let uniform = Double.random(in: 0..<1, using: &random) - 0.5
                let noise = (uniform < 0 ? 1.0 : -1) * log(1 - 2 * abs(uniform))
                let sum = (isIn ? 1.0 : 0) + noise
                guard sum != 0 else { return 0 }
                return Int64(sum.exponent) - 52 + Int64(min(52, sum.significandBitPattern.trailingZeroBitCount))
            }
            let present: Draw = { $0 && one.addNoise(to: 1, using: &random) >= 5 ? 1 : 0 }
            table["neg_delta_off_by_one"] = present
            table["pos_delta_exact"] = present
            #if DEBUG
                // Who knows the seed takes the noise off again.
                table["seeded generator"] = { isIn in
                    var own = SeededRandom.insecureForTesting(seed: 7)
                    var theirs = SeededRandom.insecureForTesting(seed: 7)
                    return one.addNoise(to: isIn ? 11 : 10, using: &own) - one.sample(using: &theirs)
                }
            #endif
            return table
        }
    }
}
