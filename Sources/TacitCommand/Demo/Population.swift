import Crypto
import Foundation
import Tacit
import TacitPrivacy

/// Made-up installations with habits: what they use, how often, on which version. The same seed makes the same population.
struct Population {
    let installations: [Installation]

    init(count: Int, seed: UInt64) {
        var random = SyntheticRandom(seed: seed)
        installations = (0..<count).map { _ in Installation(using: &random) }
    }
}

struct Installation {
    let contributor: DailyContributor
    let language: String
    let version: String
    /// The chance to be in use on a working day.
    let activity: Double
    let routes: [String]
    let features: [String]
    /// Requests and uses of features on a day of use.
    let intensity: Double

    init(using random: inout SyntheticRandom) {
        contributor = DailyContributor(
            secret: SymmetricKey(data: (0..<32).map { _ in UInt8.random(in: 0...255, using: &random) }))
        language = Choice.of(
            ["swift": 40, "webjs": 25, "java": 15, "python": 10, "go": 6, "dotnet": 4], using: &random)
        version = Choice.of(["1.30.1": 45, "1.29.0": 25, "1.28.2": 15, "1.31.0": 10, "1.24.0": 5], using: &random)
        activity = Double.random(in: 0.2...0.95, using: &random)
        let favourite = Choice.of(
            ["/": 34, "/search": 26, "/items/{id}": 18, "/users/{id}": 12, "/export": 6, "/admin": 1], using: &random)
        routes = favourite == "/" ? ["/"] : ["/", favourite]
        let second = Choice.of(["search": 50, "share": 20, "export": 15, "sync": 10, "settings": 5], using: &random)
        features = ["open", second]
        intensity = Double.random(in: 1...4, using: &random)
    }
}

/// Draws that look like people.
enum Choice {
    /// One of the names, by weight.
    static func of(_ weights: KeyValuePairs<String, Int>, using random: inout SyntheticRandom) -> String {
        var rest = Int.random(in: 0..<weights.reduce(0) { $0 + $1.value }, using: &random)
        for (name, weight) in weights {
            if rest < weight { return name }
            rest -= weight
        }
        return weights[0].key
    }

    /// A count with this mean, at least 1 and at most `limit`.
    static func count(mean: Double, limit: Int, using random: inout SyntheticRandom) -> Int {
        var (count, product) = (0, Double.random(in: 0..<1, using: &random))
        let end = exp(-mean)
        while product > end {
            count += 1
            product *= Double.random(in: 0..<1, using: &random)
        }
        return min(max(count, 1), limit)
    }

    /// Milliseconds with this median and a long tail.
    static func duration(median: Double, using random: inout SyntheticRandom) -> Double {
        let angle = Double.random(in: 0..<(2 * .pi), using: &random)
        let radius = (-2 * log(1 - Double.random(in: 0..<1, using: &random))).squareRoot()
        return median * exp(0.7 * radius * cos(angle))
    }
}
