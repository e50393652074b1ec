import Foundation
import TacitSeal

@testable import TacitLocal

/// A folder that goes when the test is over.
struct Bench: ~Copyable {
    static let now = Moment("2026-11-21T09:30:00Z")!

    let folder: LocalFolder

    init(limit: Int = LocalFolder.standardLimit) {
        folder = LocalFolder(NSTemporaryDirectory() + "tacit-local-\(UUID().uuidString)", limit: limit)
    }

    deinit { try? Files.removeAll(folder.path) }

    var names: [String] { (try? Files.names(in: folder.path)) ?? [] }

    func text(_ name: String) -> String {
        Files.read("\(folder.path)/\(name)").map { String(decoding: $0, as: UTF8.self) } ?? ""
    }

    func write(_ text: String, to name: String) throws {
        try Files.makeFolder(folder.path)
        try Files.replace("\(folder.path)/\(name)", with: Array(text.utf8))
    }
}

extension SystemHealth {
    init(_ status: Status = .healthy, at timestamp: Moment, errors: Int = 0) {
        self.init(timestamp: timestamp, status: status, uptimeSeconds: 86_400, criticalErrors: errors)
    }
}

extension Settings {
    func save(in folder: LocalFolder) throws { try Settings.change(in: folder) { $0 = parts } }
}
