import TacitPrivacy
import Testing

@Suite("Sensitivity comes from declared bounds only")
struct BoundsTests {
    @Test("numbers are rounded to the nearest step and clamped; NaN is refused")
    func quantize() throws {
        let cents = try ValueRange(-1...60, granularity: 0.01)
        #expect(try cents.quantize(1.234) == 123)
        #expect(try cents.quantize(1.236) == 124)
        #expect(try cents.quantize(-0.004) == 0)
        #expect(try cents.quantize(1000) == 6000)
        #expect(try cents.quantize(-1000) == -100)
        #expect(try cents.quantize(.infinity) == 6000)
        #expect(try cents.quantize(-.infinity) == -100)
        #expect(try cents.quantize(.greatestFiniteMagnitude) == 6000)
        #expect(throws: PrivacyError.self) { try cents.quantize(.nan) }
        #expect(throws: PrivacyError.self) { try cents.quantize(.signalingNaN) }
    }

    @Test(
        "a decimal step gives decimal values back",
        arguments: [(0.1, 3, 0.3), (0.01, 29, 0.29), (5, 3, 15), (1, 7, 7)])
    func decimals(granularity: Double, quanta: Int64, value: Double) throws {
        let range = try ValueRange(0...100, granularity: granularity)
        #expect(range.value(ofQuanta: quanta) == value)
        #expect(try range.quantize(value) == quanta)
    }

    @Test("a number of quanta may be a literal, whole or noisy")
    func literals() throws {
        let cents = try ValueRange(0...60, granularity: 0.01)
        #expect(cents.value(ofQuanta: 123) == 1.23)
        #expect(cents.value(ofQuanta: 123.5) == 1.235)
    }

    @Test(
        "a range that can't be used is refused by name",
        arguments: [
            (1, 0, 1, .rangeReversed), (.nan, 1, 1, .rangeNotFinite), (0, .infinity, 1, .rangeNotFinite),
            (-.infinity, 0, 1, .rangeNotFinite), (0, 1, 0, .granularityNotPositive),
            (0, 1, -1, .granularityNotPositive),
            (0, 1, .nan, .granularityNotPositive), (0, 1, .infinity, .granularityNotPositive),
            (0, 1e9, 1e-9, .rangeOverflow), (-1e300, 0, 1e-300, .rangeOverflow),
            (0, 1, .leastNonzeroMagnitude, .rangeOverflow),
        ] as [(Double, Double, Double, PrivacyError.Code)])
    func refusedRanges(lower: Double, upper: Double, granularity: Double, code: PrivacyError.Code) {
        do {
            _ = try ValueRange(lower: lower, upper: upper, granularity: granularity)
            Issue.record("accepted")
        } catch {
            #expect(error.code == code)
        }
    }

    @Test("derives L0, L1 and L∞ for each figure")
    func sensitivities() throws {
        let bounds = try ContributionBounds(
            maxCells: 3, maxPerCell: 20, values: ValueRange(-10...60, granularity: 0.5))
        let contributors = try Sensitivity.contributors(bounds)
        #expect([contributors.l0, contributors.l1, contributors.lInfinity] == [3, 3, 1])
        let count = try Sensitivity.count(bounds)
        #expect([count.l0, count.l1, count.lInfinity] == [3, 60, 20])
        let sum = try Sensitivity.sum(bounds)
        #expect([sum.l0, sum.l1, sum.lInfinity] == [3, 7200, 2400])
        let centered = try Sensitivity.centeredSum(bounds)
        #expect([centered.l0, centered.l1, centered.lInfinity] == [3, 4200, 1400])
        let histogram = try Sensitivity.histogram(bounds)
        #expect([histogram.l0, histogram.l1, histogram.lInfinity] == [60, 60, 20])
    }

    @Test("the middle of an odd range rounds down and the sensitivity covers both sides")
    func oddMiddle() throws {
        let bounds = try ContributionBounds(maxCells: 1, maxPerCell: 1, values: ValueRange(-4...3, granularity: 1))
        #expect(bounds.values?.middleQuanta == -1)
        #expect(try Sensitivity.centeredSum(bounds).l1 == 4)
    }

    @Test("zero and overflowing sensitivities are refused with the arithmetic")
    func refused() throws {
        func code(_ body: () throws(PrivacyError) -> Sensitivity) -> PrivacyError? {
            do {
                _ = try body()
                return nil
            } catch {
                return error
            }
        }
        let zero = try ContributionBounds(maxCells: 2, maxPerCell: 3, values: ValueRange(0...0, granularity: 1))
        let zeroError = code { () throws(PrivacyError) in try Sensitivity.sum(zero) }
        #expect(zeroError?.code == .sensitivityZero)
        #expect(zeroError?.what.contains("2 × 3 × 0 = 0") == true)
        let flat = try ContributionBounds(maxCells: 2, maxPerCell: 3, values: ValueRange(5...5, granularity: 1))
        #expect(code { () throws(PrivacyError) in try Sensitivity.centeredSum(flat) }?.code == .sensitivityZero)
        let huge = try ContributionBounds(
            maxCells: 65_536, maxPerCell: 4_294_967_295, values: ValueRange(0...9e15, granularity: 1))
        let hugeError = code { () throws(PrivacyError) in try Sensitivity.sum(huge) }
        #expect(hugeError?.code == .sensitivityOverflow)
        #expect(hugeError?.what.contains("65536 cells × 4294967295 records × 9000000000000000") == true)
        let plain = try ContributionBounds(maxCells: 1, maxPerCell: 1)
        #expect(code { () throws(PrivacyError) in try Sensitivity.sum(plain) }?.code == .rangeMissing)
        for (cells, records) in [(0, 1), (-1, 1), (65_537, 1), (1, 0), (1, -5), (1, 4_294_967_296)] {
            #expect(throws: PrivacyError.self) { try ContributionBounds(maxCells: cells, maxPerCell: records) }
        }
    }

    @Test("an error says code, place and remedy")
    func errorText() {
        do {
            _ = try ValueRange(lower: 2, upper: 1, granularity: 1)
        } catch {
            #expect(error.description.hasPrefix("range: "))
            #expect(error.description.contains(error.remedy))
            #expect(error.description.hasSuffix("[rangeReversed]"))
        }
    }

    @Test("the error about a value does not contain it")
    func valueErrorNeverContainsTheValue() throws {
        let range = try ValueRange(0...60, granularity: 1)
        do {
            _ = try range.quantize(Double(nan: 12_345, signaling: false))
        } catch {
            #expect(!error.description.contains("12345"))
        }
    }
}
