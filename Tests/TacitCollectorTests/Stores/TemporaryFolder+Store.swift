import Foundation
import TacitStores
import TestHarness

extension TemporaryFolder {
    var database: String { StateFolder.database(in: path) }

    /// The bytes of all files in it.
    func bytes() throws -> [String: Data] {
        Dictionary(uniqueKeysWithValues: try names.map { ($0, Data(try read($0))) })
    }
}
