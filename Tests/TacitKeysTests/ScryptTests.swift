import Crypto
import Foundation
import TacitKeys
import TacitSeal
import Testing

@Suite("scrypt is that of RFC 7914")
struct ScryptTests {
    struct Vector: Sendable {
        let passphrase: String
        let salt: String
        let cost: Int
        let blockSize: Int
        let parallelism: Int
        let key: String
    }

    // Section 12; the first has no passphrase at all, which is refused here before it comes so far.
    static let vectors = [
        Vector(
            passphrase: "password", salt: "NaCl", cost: 10, blockSize: 8, parallelism: 16,
            key: "fdbabe1c9d3472007856e7190d01e9fe7c6ad7cbc8237830e77376634b373162"
                + "2eaf30d92e22a3886ff109279d9830dac727afb94a83ee6d8360cbdfa2cc0640"),
        Vector(
            passphrase: "pleaseletmein", salt: "SodiumChloride", cost: 14, blockSize: 8, parallelism: 1,
            key: "7023bdcb3afd7348461c06cd81fd38ebfda8fbba904f8e3ea9b543f6545da1f2"
                + "d5432955613f0fcf62d49705242a9af9e61e85dc0d651e40dfcf017b45575887"),
    ]

    @Test("the vectors", arguments: vectors) func published(_ vector: Vector) throws {
        let key = try Scrypt.key(
            of: Array(vector.passphrase.utf8), salt: Array(vector.salt.utf8), cost: vector.cost,
            blockSize: vector.blockSize, parallelism: vector.parallelism, count: 64)
        #expect(key.withUnsafeBytes { Hex.text($0) } == vector.key)
    }
}
