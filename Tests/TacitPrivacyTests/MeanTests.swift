import TacitPrivacy
import Testing

@Suite("A mean is noised in both parts and its interval holds")
struct MeanTests {
    struct Setting: Sendable {
        let values: ValueRange
        let sum: DiscreteLaplace
        let count: DiscreteLaplace

        init(_ range: ClosedRange<Double>, granularity: Double, maxPerCell: Int, epsilon: String) throws {
            values = try ValueRange(range, granularity: granularity)
            let bounds = try ContributionBounds(maxCells: 1, maxPerCell: maxPerCell, values: values)
            let price = try BudgetSplit.price(of: .mean, epsilon: Epsilon(epsilon), delta: .zero)
            sum = try DiscreteLaplace(sensitivity: .centeredSum(bounds), epsilon: price.values[0])
            count = try DiscreteLaplace(sensitivity: .count(bounds), epsilon: price.values[1])
        }

        func mean(centeredSum: Int64, count records: Int64) -> RatioInterval {
            RatioInterval(
                noisyCenteredSum: centeredSum, sumNoise: sum, noisyCount: records, countNoise: count, values: values)
        }
    }

    /// 4,000 releases each; 0.93 is more than 5.8 standard deviations below 0.95.
    @Test("measured coverage is at least 95 % with many, few and no contributors", arguments: [0, 1, 5, 50, 2000])
    func coverage(people: Int64) throws {
        let setting = try Setting(0...60, granularity: 0.01, maxPerCell: 2, epsilon: "1")
        var data = SyntheticRandom(seed: 3)
        var random = SecureRandom()
        var exact: Int64 = 0
        for _ in 0..<people { exact += try setting.values.quantize(.random(in: -5...20, using: &data)) }
        let truth = people == 0 ? 30 : setting.values.value(ofQuanta: Double(exact) / Double(people))
        let centered = exact - people * setting.values.middleQuanta
        let releases = 4000
        let held = (0..<releases).count { _ in
            let mean = setting.mean(
                centeredSum: setting.sum.addNoise(to: centered, using: &random),
                count: setting.count.addNoise(to: people, using: &random))
            return mean.interval.contains(truth)
        }
        #expect(Double(held) / Double(releases) > 0.93)
    }

    @Test("the interval holds every mean that the noise of the sum alone would explain, and is not twice as wide")
    func parts() throws {
        let setting = try Setting(-40...10, granularity: 0.1, maxPerCell: 2, epsilon: "2")
        let half = setting.sum.interval() - 1
        for sum in [-9000, -1500, -10, 0, 10, 1500, 9000] as [Int64] {
            for count in [60, 600, 40_000] as [Int64] {
                let mean = setting.mean(centeredSum: sum, count: count)
                func exact(_ sum: Int64) -> Double {
                    let quanta = Double(setting.values.middleQuanta) + Double(sum) / Double(count)
                    return min(max(setting.values.value(ofQuanta: quanta), -40), 10)
                }
                #expect(mean.interval.contains(exact(sum - half)) && mean.interval.contains(exact(sum + half)))
                guard count > 60 else { continue }
                let width = mean.interval.upperBound - mean.interval.lowerBound
                #expect(width <= 2 * (exact(sum + half + 2) - exact(sum - half - 2)))
            }
        }
    }

    @Test("the interval is within the declared range and holds its estimate, whatever the noise did")
    func clamped() throws {
        let setting = try Setting(-10...10, granularity: 0.5, maxPerCell: 3, epsilon: "0.5")
        for sum in [.min, -1_000_000, -3, 0, 3, 1_000_000, .max] as [Int64] {
            for count in [.min, -50, 0, 1, 50, 100_000, .max] as [Int64] {
                let mean = setting.mean(centeredSum: sum, count: count)
                #expect(mean.interval.lowerBound >= -10)
                #expect(mean.interval.upperBound <= 10)
                #expect(mean.interval.contains(mean.estimate))
            }
        }
    }

    @Test("many records give a narrow interval around the mean")
    func narrow() throws {
        let setting = try Setting(0...100, granularity: 1, maxPerCell: 1, epsilon: "1")
        let mean = setting.mean(centeredSum: -2_000_000, count: 100_000)
        #expect(mean.estimate == 30)
        #expect(mean.interval.upperBound - mean.interval.lowerBound < 0.2)
    }
}
