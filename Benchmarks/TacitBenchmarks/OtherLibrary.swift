import Foundation

/// The same work done by another library: OpenDP and Google's dp-accounting, run by `Benchmarks/privacy.py`.
struct OtherLibrary {
    let python: String
    let script: String

    /// Processor seconds for a part of the given size; `nil` where the Python lacks the library.
    func seconds(_ part: String, _ size: Int) throws -> Double? {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: python)
        process.arguments = [script, part, "\(size)"]
        // One core on both sides.
        process.environment = ProcessInfo.processInfo.environment.merging(
            ["OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "RAYON_NUM_THREADS": "1"]
        ) { $1 }
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        let output = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        return Double(output.trimmingCharacters(in: .whitespacesAndNewlines))
    }
}
