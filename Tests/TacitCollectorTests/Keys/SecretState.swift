import Foundation
import TacitCatalog
import TacitCollector
import TacitKeys
import TacitSeal
import TacitStores
import TestHarness
import Testing

/// A state folder with one of each thing that a generation of the key ring wraps.
final class SecretState {
    let folder: TemporaryFolder
    let source: KeySource
    private let verifyingKey: VerifyingKey
    private static let window = WindowID(length: .day, start: 1_800_057_600)
    private static let figure: Int64 = 12_345_678_901

    var path: String { folder.path }
    private var windowKey: String { "\(path)/journal/day-1800057600.key" }

    init(_ source: ((String) throws -> KeySource)? = nil) async throws {
        folder = try TemporaryFolder()
        self.source = try source?(folder.path) ?? .standard(in: folder.path)
        let store = try SQLiteStore(path: folder.database, keys: self.source)
        let ring = try store.ownKey
        verifyingKey = try SigningKey(file: folder.path + "/signing.key", ring: ring, creating: true).verifyingKey
        try Files.makeFolder(folder.path + "/journal")
        try WindowKey(since: 5).save(
            to: "\(folder.path)/journal/day-1800057600.key", context: "window day 1800057600", with: ring)
        let release = Self.release
        var exact = Self.cells
        var sealed = SealedWindow(
            metric: "asked", window: Self.window, observedFrom: 0, sealedAt: 1, expiresAt: 2_000_000_000,
            unit: .contributor, terms: release.terms)
        sealed.envelope = try store.seal(&exact, context: sealed.context)
        var totals = Self.cells
        var steps = SealedSteps(
            metric: "uses", window: Self.window, step: 1, sealedAt: 1, terms: release.terms)
        steps.envelope = try store.seal(&totals, context: steps.context)
        try await store.commit(
            ClosedWindow(Self.window, releases: [release], sealed: [sealed], steps: [steps]), limits: .test("9"), at: 1)
        try await store.setDocument("summary", to: "a summary")
        try store.close()
    }

    private static var release: Release {
        var release = Release.test(
            "uses", start: window.start, length: .day, delta: 10, cells: [.test("a", figures: 7)]
        ) { $0.horizon = 30 }
        release.step = 1
        return release
    }

    private static var cells: [UInt8] {
        var exact = ExactBytes(capacity: 100)
        exact.append(labels: ["a"], contributors: 3, figures: [figure])
        return exact.finish()
    }

    /// All that was written opens and is what it was, under the one source or the other.
    func expectWhole(_ source: KeySource? = nil, _ comment: Comment? = nil) async throws {
        let source = source ?? self.source
        let store = try SQLiteStore(reading: folder.database, keys: source)
        let windows = try await store.sealedWindows(of: "asked", .day, in: 0..<Int64.max)
        #expect(try windows.map { try store.open($0).cells.first?.figures } == [[Self.figure]], comment)
        let steps = try #require(try await store.steps(of: "uses"), comment)
        #expect(try store.open(steps).first?.figures == [Self.figure], comment)
        #expect(try await store.alterations().isEmpty, comment)
        #expect(try await store.sealedDocument("summary") == "a summary", comment)
        let ring = try store.ownKey
        let signing = try SigningKey(file: path + "/signing.key", ring: ring, creating: false)
        #expect(signing.verifyingKey == verifyingKey, comment)
        #expect(try WindowKey.read(windowKey, context: "window day 1800057600", with: ring).since == 5, comment)
    }

    /// The bytes of every file, by name.
    func bytes() throws -> [String: Data] {
        var files: [String: Data] = [:]
        for name in try FileManager.default.subpathsOfDirectory(atPath: path) {
            files[name] = FileManager.default.contents(atPath: "\(path)/\(name)")
        }
        return files
    }

    func passphrase(_ text: String = "a passphrase " + "of some length", _ name: String = "passphrase") throws
        -> Passphrase
    {
        let file = "\(path)/\(name)"
        try Data(text.utf8).write(to: URL(fileURLWithPath: file))
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: file)
        return Passphrase(.file(file), asking: "")
    }
}
