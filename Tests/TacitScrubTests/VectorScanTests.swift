import CTacitScan
import Testing

@testable import TacitScrub

@Suite("The vector scan")
struct VectorScanTests {
    @Test("marks what the scan without vectors marks, wherever a view begins and ends", arguments: 0..<6)
    func sameMarks(_ seed: UInt64) {
        var generator = SeededGenerator(state: 201 + seed)
        for _ in 0..<400 {
            var text = Array(generator.text(pieces: 1 + 9 * Int(seed)).utf8)
            for _ in 0..<4 where !text.isEmpty {
                let i = text.indices.randomElement(using: &generator)!
                text[i] = UInt8.random(in: 0...255, using: &generator)
            }
            let lower = Int.random(in: 0...text.count / 4, using: &generator)
            let start = Int.random(in: lower...max(lower, text.count / 2), using: &generator)
            let view = lower..<text.count
            let all = marks(text, view, in: start..<text.count, tacit_scan)
            #expect(all == marks(text, view, in: start..<text.count, tacit_scan_portable))
            let end = Int.random(in: start...text.count, using: &generator)
            #expect(marks(text, view, in: start..<end, tacit_scan) == all.map { first(end - start, of: $0) })
        }
    }

    private typealias Scan = (
        UnsafePointer<tacit_scan_tables>?, Int32, UnsafePointer<UInt8>?, Int, Int, Int, Int,
        UnsafeMutablePointer<UInt64>?, UnsafeMutablePointer<UInt64>?
    ) -> Void

    private func marks(_ text: [UInt8], _ view: Range<Int>, in range: Range<Int>, _ scan: Scan) -> [[UInt64]] {
        var marks = [UInt64](repeating: 0, count: (range.count + 63) / 64)
        var literals = marks
        scan(
            TriggerTable.standard.tables, 0, text, view.lowerBound, view.upperBound, range.lowerBound,
            range.upperBound, &marks, &literals)
        return [marks, literals]
    }

    /// The marks of so many bytes.
    private func first(_ count: Int, of marks: [UInt64]) -> [UInt64] {
        var kept = Array(marks.prefix((count + 63) / 64))
        if count % 64 > 0 { kept[count / 64] &= 1 << UInt64(count % 64) - 1 }
        return kept
    }
}
