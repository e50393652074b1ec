import Foundation
import TacitSeal
import TestHarness
import Testing

@Suite("The master key is made once, read by its owner alone, and never said")
struct MasterKeyTests {
    private let folder: TemporaryFolder
    private var path: String { folder.path + "/master.key" }

    init() throws { folder = try TemporaryFolder() }

    @Test("of twenty who make it at once all have the same one, and the file is the owner's") func race() async throws {
        let codes = try await withThrowingTaskGroup(of: [UInt8].self) { group in
            for _ in 0..<20 {
                group.addTask { try MasterKey(file: path, creating: true).codes(for: .ledger).code(of: [1, 2, 3]) }
            }
            return try await group.reduce(into: Set<[UInt8]>()) { $0.insert($1) }
        }
        #expect(codes.count == 1)
        #expect(try folder.mode(of: "master.key") == 0o600)
        #expect(try folder.bytes().keys.sorted() == ["master.key"])
    }

    @Test("keys for different purposes have nothing in common, and their codes show nothing of the master")
    func purposes() throws {
        let key = try MasterKey(file: path, creating: true)
        let code = key.codes(for: .ledger).code(of: [1])
        #expect(code != key.codes(for: .exactFigures).code(of: [1]))
        #expect(code == (try MasterKey(file: path, creating: false)).codes(for: .ledger).code(of: [1]))
    }

    @Test("a key that is missing, cut, too long, a link or readable by others is refused with its remedy")
    func refused() throws {
        func code() -> KeyError.Code? {
            do throws(KeyError) {
                _ = try MasterKey(file: path, creating: false)
                return nil
            } catch {
                #expect(!error.remedy.isEmpty && error.description.contains(path))
                return error.code
            }
        }
        func write(_ count: Int, mode: Int = 0o600) throws {
            try Data(repeating: 1, count: count).write(to: URL(fileURLWithPath: path))
            try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path)
        }
        #expect(code() == .missing)
        for count in [0, 31, 33] {
            try write(count)
            #expect(code() == .damaged)
        }
        try write(32, mode: 0o640)
        #expect(code() == .exposed)
        try write(32)
        #expect(code() == nil)
        try FileManager.default.moveItem(atPath: path, toPath: folder.path + "/elsewhere")
        try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: folder.path + "/elsewhere")
        #expect(code() == .unreadable)
    }
}
