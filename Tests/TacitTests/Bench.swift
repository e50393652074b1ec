import Crypto
import Foundation
import TacitSeal
import TacitTestKit

@testable import Tacit

/// A test's own folder, clock and collector.
struct Bench {
    let folder: String
    let clock = ManualClock()
    let sink = TelemetrySink()

    /// The project's state folder.
    var state: String { folder + "/state/test" }

    static func with(_ body: (Bench) async throws -> Void) async throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("tacit-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: false)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try await body(Bench(folder: folder))
    }

    var surroundings: Surroundings {
        Surroundings(
            environment: ["TACIT_STATE_HOME": folder + "/state"], home: folder, policyPath: folder + "/policy")
    }

    func telemetry(
        _ configuration: Configuration = Configuration(), environment: [String: String] = [:],
        arguments: [String] = [], say: @escaping @Sendable (String) -> Void = { _ in }
    ) throws -> Telemetry {
        try Telemetry.forTesting(
            Sample.catalog, folder: folder, configuration: configuration, transport: sink, clock: clock.clock,
            environment: environment, arguments: arguments, say: say)
    }

    /// The same project as a command opens it.
    func command(_ name: String? = nil) throws -> Telemetry {
        try ProjectTelemetry.open(name, surroundings: surroundings, transport: sink, clock: clock.clock)
    }

    /// The names of all files in the state folder.
    var files: [String] {
        get throws {
            try FileManager.default.subpathsOfDirectory(atPath: state).filter { name in
                var isFolder: ObjCBool = false
                return FileManager.default.fileExists(atPath: "\(state)/\(name)", isDirectory: &isFolder)
                    && !isFolder.boolValue
            }.sorted()
        }
    }

    /// Changes a bit of a file.
    func flip(_ name: String, at place: (Int) -> Int = { $0 / 2 }) throws {
        let url = URL(fileURLWithPath: "\(state)/\(name)")
        var bytes = try Data(contentsOf: url)
        bytes[place(bytes.count)] ^= 1
        try bytes.write(to: url)
    }
}

/// A collector of Tacit's own, as far as an SDK sees it.
struct SealingCollector: Sendable {
    let signing: SigningKey
    let sealing: SealingKey

    /// Keys take long to make in a debug build: one pair for all tests.
    static let shared = SealingCollector(signing: try! SigningKey(), sealing: try! SealingKey())
    static let other = SealingCollector(signing: try! SigningKey(), sealing: shared.sealing)

    func answer(_ request: OutgoingRequest) -> TransportAnswer {
        do {
            switch request.path {
            case "/v1/keys":
                let keys = try CollectorKeys(
                    offering: [OfferedKey(key: sealing.publicKey, notAfter: 4_000_000_000)], signedBy: signing)
                return TransportAnswer(status: 200, body: Array(keys.json))
            case "/v1/sealed":
                let receipt = try Receipt(
                    .init(
                        batch: SealedBatch(Data(request.body)).id, digest: Array(SHA256.hash(data: request.message)),
                        receivedAt: 1_728_000_000, accepted: 1, refused: 0, reasons: [:]), signedBy: signing)
                return TransportAnswer(status: 200, body: Array(receipt.json))
            case "/v1/erasure":
                let asked = try ErasureRequest(json: Data(request.body))
                let receipt = try ErasureReceipt(
                    .init(request: asked.digest, receivedAt: 1_728_000_000, windows: 2, contributions: 7),
                    signedBy: signing)
                return TransportAnswer(status: 200, body: Array(receipt.json))
            default: return TransportAnswer(status: 404)
            }
        } catch {
            return TransportAnswer(status: 500)
        }
    }
}
