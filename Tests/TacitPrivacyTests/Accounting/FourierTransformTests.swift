import Foundation
import TacitPrivacy
import Testing

@Suite("Convolution by Fourier transform is that by definition")
struct FourierTransformTests {
    private func power(_ law: [Double], _ exponent: Int, count: Int) -> [Double] {
        let transform = FourierTransform(count: count)
        var (signal, product) = (ComplexSignal(zeros: count), ComplexSignal(zeros: count))
        for (index, mass) in law.enumerated() { signal.real[index % count] += mass }
        for index in 0..<count { product.real[index] = 1 }
        transform.forward(&signal)
        product.multiply(by: signal, power: exponent)
        transform.backward(&product)
        return product.real.map { $0 / Double(count) }
    }

    private func naivePower(_ law: [Double], _ exponent: Int, count: Int) -> [Double] {
        var result = [Double](repeating: 0, count: count)
        result[0] = 1
        for _ in 0..<exponent {
            var next = [Double](repeating: 0, count: count)
            for (place, mass) in result.enumerated() where mass > 0 {
                for (offset, factor) in law.enumerated() { next[(place + offset) % count] += mass * factor }
            }
            result = next
        }
        return result
    }

    @Test("for random laws, powers and sizes, folded or not", arguments: [1, 2, 4, 8, 64, 256])
    func againstDefinition(count: Int) {
        var random = SyntheticRandom(seed: UInt64(count))
        for exponent in [1, 2, 3, 5, 17] {
            let weights = (0..<Int.random(in: 1...20, using: &random)).map { _ in
                Double.random(in: 0...1, using: &random)
            }
            let law = weights.map { $0 / weights.reduce(0, +) }
            let (fast, slow) = (power(law, exponent, count: count), naivePower(law, exponent, count: count))
            let error = zip(fast, slow).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }.squareRoot()
            #expect(error <= Double(exponent + 1) * 12 * Double(count.trailingZeroBitCount + 1) * 0x1p-53)
        }
    }

    @Test("there and back errs by less than what is claimed", arguments: [2, 1_024, 65_536])
    func claimedError(count: Int) {
        var random = SyntheticRandom(seed: 3)
        let transform = FourierTransform(count: count)
        var signal = ComplexSignal(zeros: count)
        for index in 0..<count { signal.real[index] = Double.random(in: -1...1, using: &random) }
        let before = signal
        transform.forward(&signal)
        transform.backward(&signal)
        let norm = before.real.reduce(0) { $0 + $1 * $1 }.squareRoot()
        let error = zip(signal.real, before.real).reduce(0) { sum, pair in
            let difference = pair.0 / Double(count) - pair.1
            return sum + difference * difference
        }
        #expect(error.squareRoot() <= 2 * transform.relativeError * norm)
        #expect(signal.imaginary.allSatisfy { abs($0) / Double(count) < 1e-12 })
    }
}
