#if canImport(FoundationEssentials)
    package import FoundationEssentials
#else
    package import Foundation
#endif

extension SecretBytes {
    /// A copy of the bytes, which are overwritten.
    package init(taking bytes: inout [UInt8]) {
        self.init(copying: bytes)
        bytes.withUnsafeMutableBytes { wipe($0) }
    }

    /// A copy of the bytes, which are overwritten.
    package init(taking data: inout Data) {
        var bytes = Array(data)
        data.withUnsafeMutableBytes { wipe($0) }
        self.init(taking: &bytes)
    }
}
