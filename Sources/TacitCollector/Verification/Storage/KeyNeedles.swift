import Crypto
import Foundation
import TacitSeal

/// Keys that must lie nowhere but in their own files.
struct KeyNeedles {
    private var names: [String] = []
    private var bytes: [[UInt8]] = []
    private(set) var needles = Needles([])
    /// How many keys there are.
    private(set) var count = 0

    mutating func add(_ key: [UInt8], named name: String) {
        count += 1
        for form in HiddenForms.of(key) {
            names.append(form.name == .plain ? name : "\(name), as \(form.name.rawValue)")
            bytes.append(form.bytes)
        }
    }

    mutating func add(_ key: SymmetricKey, named name: String) {
        add(key.withUnsafeBytes { Array($0) }, named: name)
    }

    /// To be called once all are added.
    mutating func prepare() { needles = Needles(bytes) }

    func name(of needle: Int) -> String { names[needle] }
}
