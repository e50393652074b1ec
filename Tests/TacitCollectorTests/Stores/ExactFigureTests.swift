import Foundation
import GRDB
import TacitCatalog
import TacitSeal
import TacitStores
import TestHarness
import Testing

@Suite("Exact figures that are kept for questions are ciphertext wherever they lie, and end on time")
struct ExactFigureTests {
    private let folder: TemporaryFolder
    private let store: SQLiteStore
    private let window = WindowID(length: .day, start: 1_800_057_600)
    private let terms = Release.test("uses").terms
    private static let label = "a-label-that-nobody-may-find"

    init() throws {
        folder = try TemporaryFolder()
        store = try SQLiteStore(path: folder.database)
    }

    private var cells: [ExactWindow.Cell] {
        [
            .init(labels: [Self.label, ""], contributors: 12_345_678_901, figures: [.max, .min, -1]),
            .init(labels: ["é \u{0}"], contributors: 0, figures: []),
        ]
    }

    private func seal(expires: Int64 = 2_000_000_000) throws -> SealedWindow {
        var exact = ExactBytes(capacity: 100)
        for cell in cells {
            exact.append(labels: cell.labels, contributors: cell.contributors, figures: cell.figures)
        }
        var bytes = exact.finish()
        #expect(bytes.count == 4096)
        var sealed = SealedWindow(
            metric: "uses", window: window, observedFrom: window.start, sealedAt: window.end, expiresAt: expires,
            unit: .contributor, terms: terms)
        sealed.envelope = try store.seal(&bytes, context: sealed.context)
        #expect(bytes.allSatisfy { $0 == 0 }, "the exact figures are overwritten")
        return sealed
    }

    private func keep(_ sealed: SealedWindow) async throws {
        try await store.commit(ClosedWindow(window, sealed: [sealed]), limits: .test("1"), at: 1)
    }

    private func held() async throws -> [SealedWindow] {
        try await store.sealedWindows(of: "uses", .day, in: window.start..<window.end)
    }

    @Test("what was sealed opens as it was, after a restart too") func roundTrip() async throws {
        let sealed = try seal()
        try await keep(sealed)
        #expect(try await held() == [sealed])
        let reopened = try SQLiteStore(reading: folder.database)
        let exact = try reopened.open(sealed)
        #expect(exact.cells == cells && exact.window == window && exact.terms == terms)
        #expect(try await store.closedUntil(.day) == window.end)
        #expect(try await store.sealedWindows(of: "uses", .day, in: window.end..<window.end + 1).isEmpty)
        #expect(try await store.sealedWindows(of: "uses", .hour, in: 0..<Int64.max).isEmpty)
    }

    @Test("no file has a label or a figure in the clear") func ciphertext() async throws {
        try await keep(try seal())
        let figure = withUnsafeBytes(of: Int64(12_345_678_901).littleEndian) { Data($0) }
        for (name, bytes) in try folder.bytes() {
            #expect(bytes.range(of: Data(Self.label.utf8)) == nil, "\(name)")
            #expect(bytes.range(of: figure) == nil, "\(name)")
        }
    }

    @Test("what is moved to another window, metric, end or terms, or has one bit changed, does not open") func bound()
        throws
    {
        let sealed = try seal()
        var moved = sealed
        moved.window.start += 86400
        var renamed = sealed
        renamed.metric = "other"
        var later = sealed
        later.expiresAt += 1
        var loosened = sealed
        loosened.terms.maxPerCell += 1
        let envelope = try #require(sealed.envelope)
        var changed = sealed
        var box = envelope.box
        box[box.count / 2] ^= 1
        changed.envelope = Envelope(wrappedKey: envelope.wrappedKey, box: box)
        var swapped = sealed
        swapped.envelope = Envelope(wrappedKey: try #require(try seal().envelope).wrappedKey, box: envelope.box)
        for bad in [moved, renamed, later, loosened, changed, swapped] {
            let error = #expect(throws: StoreError.self) { try store.open(bad) }
            #expect(error?.code == .altered)
        }
    }

    @Test("when their time is over they are gone, key and all") func expiry() async throws {
        let sealed = try seal(expires: 100)
        try await keep(sealed)
        #expect(try await store.purge(now: 99) == 0)
        #expect(try await held().count == 1)
        #expect(try await store.purge(now: 100) > 0)
        #expect(try await held().isEmpty)
        for (name, bytes) in try folder.bytes() {
            #expect(bytes.range(of: try #require(sealed.envelope).wrappedKey) == nil, "\(name)")
        }
    }

    @Test("bytes that are no cells are refused, never trapped on") func damaged() {
        var exact = ExactBytes(capacity: 10)
        for cell in cells { exact.append(labels: cell.labels, contributors: cell.contributors, figures: cell.figures) }
        let bytes = exact.finish()
        func read(_ bytes: some Sequence<UInt8>) -> [ExactWindow.Cell]? {
            Array(bytes).withUnsafeBytes { ExactBytes.cells(in: $0) }
        }
        func count(_ bytes: some Sequence<UInt8>) -> Int? {
            var count = 0
            return Array(bytes).withUnsafeBytes { ExactBytes.forEachCell(in: $0) { _ in count += 1 } } ? count : nil
        }
        #expect(read(bytes) == cells)
        #expect(count(bytes) == 1, "nobody was in the other one")
        for length in 0..<200 {
            if let read = read(bytes.prefix(length)) { #expect(read.count <= cells.count) }
            var flipped = bytes
            flipped[length] = 255
            #expect((count(flipped) == nil) == (read(flipped) == nil))
        }
    }
}
