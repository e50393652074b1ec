import Foundation
import TacitPrivacy

/// Exact discrete Laplace noise, beside OpenDP's where a Python has it.
enum NoiseBenchmark {
    static func run(python: String?) throws {
        print("Exact discrete Laplace noise from the cryptographic generator, one core")
        for (cells, each, epsilon) in [(1, 1, "1"), (1, 10, "1"), (4, 25, "0.3"), (100, 10_000, "1")] {
            let bounds = try ContributionBounds(maxCells: cells, maxPerCell: each)
            let noise = try DiscreteLaplace(sensitivity: .count(bounds), epsilon: Epsilon(epsilon))
            var source = SecureRandom()
            var sum: Int64 = 0
            let count = 2_000_000
            let seconds = best { for _ in 0..<count { sum &+= noise.sample(using: &source) } }
            precondition(sum != .max)
            row(
                "scale \(rounded(noise.scale))",
                "\(rounded(Double(count) / seconds / 1e6)) million samples per CPU second")
        }
        if let python { try openDP(python) }
        print("")
    }

    private static func openDP(_ python: String) throws {
        let program = """
            import time
            import opendp.prelude as dp
            dp.enable_features("contrib")
            noise = dp.m.make_laplace(dp.vector_domain(dp.atom_domain(T=int)), dp.l1_distance(T=int), scale=10.0)
            values = [0] * 100_000
            start = time.process_time()
            noise(values)
            print(100_000 / (time.process_time() - start) / 1e6)
            """
        let process = Process()
        process.executableURL = URL(fileURLWithPath: python)
        process.arguments = ["-c", program]
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        let output = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        if let rate = Double(output.trimmingCharacters(in: .whitespacesAndNewlines)) {
            row("OpenDP, scale 10", "\(rounded(rate)) million samples per CPU second")
        }
    }
}
