import TacitPrivacy
import Testing

@Suite("Budgets are exact")
struct BudgetTests {
    @Test(
        "epsilon is read exactly",
        arguments: [
            ("0.000001", 1), ("0.1", 100_000), ("1", 1_000_000), ("1.", 1_000_000), ("100", 100_000_000),
            ("1e-3", 1000),
            ("+2.50", 2_500_000), ("1E2", 100_000_000), ("0.50000000000", 500_000), ("0000.5", 500_000),
        ] as [(String, Int64)])
    func epsilonText(text: String, millionths: Int64) throws {
        #expect(try Epsilon(text).millionths == millionths)
    }

    @Test(
        "an epsilon that can't be meant is refused by name",
        arguments: [
            ("0", .epsilonOutOfRange), ("0.0", .epsilonOutOfRange), ("-0", .epsilonOutOfRange),
            ("-1", .epsilonOutOfRange), ("100.000001", .epsilonOutOfRange), ("1e30", .epsilonOutOfRange),
            ("1e99999", .epsilonOutOfRange), ("1e999999", .notANumber), ("0.0000001", .epsilonTooFine),
            ("0.1234567", .epsilonTooFine),
            ("1e-9", .epsilonTooFine), ("nan", .notANumber), ("inf", .notANumber), ("", .notANumber),
            (".", .notANumber), (".5", .notANumber), ("1.2.3", .notANumber), ("1e", .notANumber),
            ("0x1", .notANumber), ("1 ", .notANumber), ("٣", .notANumber), ("1e1e1", .notANumber),
            (String(repeating: "1", count: 70), .notANumber),
        ] as [(String, PrivacyError.Code)])
    func epsilonRefused(text: String, code: PrivacyError.Code) {
        #expect(throws: PrivacyError.self) { try Epsilon(text) }
        do {
            _ = try Epsilon(text)
        } catch {
            #expect(error.code == code)
        }
    }

    @Test("numbers count by their shortest decimal form; NaN, infinities, zero and negatives are refused")
    func epsilonNumbers() throws {
        #expect(try Epsilon(0.1).millionths == 100_000)
        #expect(try Epsilon(1e-6).millionths == 1)
        // 0.1 + 0.2 is 0.30000000000000004, and what is meant can only be guessed.
        for value in [0.1 + 0.2, 0, -0.0, -1, .nan, .infinity, -.infinity, 100.5, 1e-7, .leastNonzeroMagnitude, 1e300] {
            #expect(throws: PrivacyError.self) { try Epsilon(value) }
        }
        #expect(throws: PrivacyError.self) { try Epsilon(millionths: 0) }
        #expect(throws: PrivacyError.self) { try Epsilon(millionths: .min) }
        #expect(throws: PrivacyError.self) { try Epsilon(millionths: 100_000_001) }
    }

    @Test(
        "shows the number alone, shortest, and reads it back",
        arguments: [1, 10, 500_000, 1_000_000, 12_345_678] as [Int64])
    func description(millionths: Int64) throws {
        let epsilon = try Epsilon(millionths: millionths)
        #expect(try Epsilon(epsilon.description) == epsilon)
        #expect(try Epsilon(millionths: 500_000).description == "0.5")
        #expect(try Epsilon(millionths: 1_000_000).description == "1")
        #expect(try Delta("1e-8").description == "0.00000001")
    }

    @Test("delta is a whole number of 10⁻¹⁵ below 1")
    func delta() throws {
        #expect(try Delta("1e-8").units == 10_000_000)
        #expect(try Delta(1e-15).units == 1)
        #expect(try Delta("0") == .zero)
        for text in ["1", "-0.1", "1e-16", "2", "nan", "1e400"] {
            #expect(throws: PrivacyError.self) { try Delta(text) }
        }
        for value in [1, -1e-9, .nan, .infinity] {
            #expect(throws: PrivacyError.self) { try Delta(value) }
        }
    }

    @Test("parts add up to the whole, to the millionth, for every metric", arguments: BudgetSplit.Metric.allCases)
    func split(metric: BudgetSplit.Metric) throws {
        for millionths in Array((metric == .variance ? 9 : 6)...2000) + [333_333, 1_000_000, 99_999_999, 100_000_000] {
            let epsilon = try Epsilon(millionths: Int64(millionths))
            let price = try BudgetSplit.price(of: metric, epsilon: epsilon, delta: .zero)
            #expect(price.epsilon == epsilon)
            #expect(price.contributors.millionths > 0)
            #expect(price.values.allSatisfy { $0.millionths > 0 })
            if metric != .contributors {
                let value = price.values.reduce(0) { $0 + $1.millionths }
                #expect(value >= 2 * price.contributors.millionths)
            }
            #expect(price == (try BudgetSplit.price(of: metric, epsilon: epsilon, delta: .zero)))
        }
        #expect(try BudgetSplit.price(of: .mean, epsilon: Epsilon("0.9"), delta: .zero).values.count == 2)
        #expect(try BudgetSplit.price(of: .contributors, epsilon: Epsilon("1"), delta: .zero).values.isEmpty)
    }

    @Test("an epsilon too small to divide is refused, not rounded to nothing")
    func tooSmall() throws {
        #expect(throws: PrivacyError.self) {
            try BudgetSplit.price(of: .mean, epsilon: Epsilon(millionths: 5), delta: .zero)
        }
        #expect(throws: PrivacyError.self) {
            try BudgetSplit.price(of: .count, epsilon: Epsilon(millionths: 2), delta: .zero)
        }
    }

    /// A budget kept in `Double` takes 0.1 ten times and is not at 1: the eleventh is then judged by rounding.
    @Test("ten tenths are one, and one millionth more is too much")
    func limit() throws {
        let limit = try PrivacySpend(epsilonMillionths: 1_000_000, deltaUnits: 10_000_000)
        let price = try BudgetSplit.price(of: .count, epsilon: Epsilon("0.1"), delta: Delta("1e-9"))
        let spent = try LedgerArithmetic.total(repeatElement(price.spend, count: 9))
        #expect(!LedgerArithmetic.wouldExceed(limit: limit, spent: spent, adding: price.spend))
        let full = try LedgerArithmetic.total([spent, price.spend])
        #expect(full == limit)
        let least = try PrivacySpend(epsilonMillionths: 1, deltaUnits: 0)
        #expect(LedgerArithmetic.wouldExceed(limit: limit, spent: full, adding: least))
        let leastDelta = try PrivacySpend(epsilonMillionths: 0, deltaUnits: 1)
        #expect(LedgerArithmetic.wouldExceed(limit: limit, spent: full, adding: leastDelta))
        #expect(!LedgerArithmetic.wouldExceed(limit: limit, spent: full, adding: .zero))
    }

    @Test("a total that overflows is refused, and always exceeds")
    func overflow() throws {
        let most = try PrivacySpend(epsilonMillionths: .max, deltaUnits: 0)
        let one = try PrivacySpend(epsilonMillionths: 1, deltaUnits: 0)
        #expect(throws: PrivacyError.self) { try LedgerArithmetic.total([most, one]) }
        #expect(LedgerArithmetic.wouldExceed(limit: most, spent: most, adding: one))
        #expect(throws: PrivacyError.self) { try PrivacySpend(epsilonMillionths: -1, deltaUnits: 0) }
        #expect(throws: PrivacyError.self) { try PrivacySpend(epsilonMillionths: 0, deltaUnits: -1) }
    }
}
