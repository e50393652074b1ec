import Foundation
import TacitCatalog
import TacitPrivacy
import TacitStores
import TacitWire
import Testing

@testable import TacitCollector

/// From the bytes of an OTLP request to the release of its window, with one contributor more and without. That contributor
/// sends far more than its bounds. `TACIT_AUDIT` holds the number of samples of a long audit.
///
/// A pipeline that keeps its claim is refuted by chance with probability at most 10⁻⁸.
@Suite("From request to release nobody learns more of one contributor than was declared, and a break would be found")
struct PipelineAuditTests {
    private static let samples =
        ProcessInfo.processInfo.environment["TACIT_AUDIT"].flatMap { Int($0) }.map { max(3000, $0 / 20) } ?? 3000
    private static let audit = PrivacyAudit(samples: samples, miss: 1e-8)
    private static let claim = PrivacyAudit.Claim(epsilon: 1)
    private static let window = WindowID(length: .minute, start: Line.start)

    private static func line(maxPerCell: Int = 3) throws -> Line {
        try Line(
            [
                TestCatalog.event(
                    fields: [("kind", .enumeration(values: ["a", "b"], other: nil))],
                    sources: [TestCatalog.source(.log, fields: ["kind": [.attribute("kind")]])])
            ],
            [try TestCatalog.metric("uses", by: ["kind"], epsilon: "1", maxCells: 1, maxPerCell: maxPerCell, k: 2)])
    }

    private static func logs(of contributor: String, kind: String, times: Int) -> [OTLP.Log] {
        (0..<times).map { _ in OTLP.Log(attributes: [("kind", .string(kind)), ("installation", .string(contributor))]) }
    }

    /// Twelve contributors; and one more, with fifteen records in each of both cells.
    private static let requests: [Bool: [UInt8]] = {
        let base = (0..<12).flatMap { logs(of: "c\($0)", kind: "a", times: 1) }
        let extra = logs(of: "extra", kind: "a", times: 15) + logs(of: "extra", kind: "b", times: 15)
        return [false: OTLP.logs(base), true: OTLP.logs(base + extra)]
    }()

    private static func gather(_ isIn: Bool, _ line: Line) throws -> GatheringWindow {
        var windows = Windows(plan: line.plan, limits: WindowLimits(), closedUntil: [:])
        _ = try line.add(requests[isIn] ?? [], .logs, to: &windows)
        let taken = windows.take(window)
        return try #require(taken)
    }

    /// The figure that is shown of the first cell.
    private static func outcome(_ releases: [Release]) -> Int64 {
        releases.first?.cells.first { $0.labels == ["a"] }?.figures[0] ?? -1000
    }

    @Test("the pipeline keeps its claim, and uses a good part of it") func pipeline() throws {
        let line = try Self.line()
        var random = SecureRandom()
        let verdict = try Self.audit.run(claim: Self.claim) { isIn in
            Self.outcome(
                Closing.releases(of: try Self.gather(isIn, line), plan: line.plan, now: 0, using: &random))
        }
        #expect(!verdict.isRefuted, "\(verdict)")
        #expect(verdict.epsilonAtLeast > 0.1, "\(verdict)")
    }

    @Test("a contributor that is not bounded is found") func unbounded() throws {
        let (loose, line) = (try Self.line(maxPerCell: 100), try Self.line())
        var random = SecureRandom()
        let verdict = try Self.audit.run(claim: Self.claim) { isIn in
            // Gathered under looser bounds than those that the noise is made for.
            Self.outcome(
                Closing.releases(of: try Self.gather(isIn, loose), plan: line.plan, now: 0, using: &random))
        }
        #expect(verdict.isRefuted, "\(verdict)")
    }

    @Test("a window that is released again with fresh noise is found") func releasedAgain() throws {
        let line = try Self.line()
        var random = SecureRandom()
        let verdict = try Self.audit.run(claim: Self.claim) { isIn in
            let window = try Self.gather(isIn, line)
            let figures = (0..<16).compactMap { _ in
                Closing.releases(of: window, plan: line.plan, now: 0, using: &random).first?.cells.first?.figures[0]
            }
            return figures.reduce(0, +) / Int64(max(1, figures.count))
        }
        #expect(verdict.isRefuted, "\(verdict)")
    }

    @Test("noise that can be foreseen is found") func seeded() throws {
        let line = try Self.line()
        let verdict = try Self.audit.run(claim: Self.claim) { isIn in
            var random = SeededRandom.insecureForTesting(seed: 7)
            return Self.outcome(
                Closing.releases(of: try Self.gather(isIn, line), plan: line.plan, now: 0, using: &random))
        }
        #expect(verdict.isRefuted, "\(verdict)")
    }
}
