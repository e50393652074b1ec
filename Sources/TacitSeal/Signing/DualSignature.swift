#if canImport(FoundationEssentials)
    package import FoundationEssentials
#else
    package import Foundation
#endif

/// Two signatures of the same bytes, Ed25519 and ML-DSA-65. Only both together count, so that a break of either scheme is
/// not enough.
package struct DualSignature: Codable, Hashable, Sendable {
    package let ed25519: Data
    package let mlDSA65: Data

    package init(ed25519: Data, mlDSA65: Data) {
        self.ed25519 = ed25519
        self.mlDSA65 = mlDSA65
    }

    private enum CodingKeys: String, CodingKey {
        case ed25519
        case mlDSA65 = "ml_dsa_65"
    }
}
