import Crypto

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif
#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// An append-only file of encrypted frames; what was appended survives `kill -9` and a power cut.
///
/// ```swift
/// let file = FrameFile(path: folder + "/events", key: key, purpose: .queue)
/// try file.append([bytes])
/// let kept = try file.read().frames
/// ```
///
/// Each file has a key of its own, by HKDF from the purpose's key and the file's random name; each frame is AES-256-GCM
/// under a random nonce, bound to the file and to its place in it. A frame that was moved, swapped or changed does not
/// open. A frame that was being written when the process died is cut off by the next append.
///
/// Who appends or reads holds a ``FileLock``: two at once would write over each other.
package struct FrameFile {
    private static let magic = Array("TFF1".utf8)
    private static let headerBytes = 4 + 16

    package let path: String
    private let key: MasterKey
    private let purpose: MasterKey.Purpose

    package init(path: String, key: MasterKey, purpose: MasterKey.Purpose) {
        self.path = path
        self.key = key
        self.purpose = purpose
    }

    package struct Content: Equatable {
        package var frames: [[UInt8]]
        /// Whether a frame was found that does not open: it and what follows it are not among the frames.
        package var isDamaged: Bool
    }

    /// Appends the frames in one write and waits until they are on the disk.
    package func append(_ payloads: [[UInt8]]) throws(FileFault) {
        let file = try Descriptor(path, O_RDWR | O_CREAT)
        var bytes = try file.bytes()
        var out: [UInt8] = []
        let isNew = bytes.count < Self.headerBytes
        if isNew {
            var random = SystemRandomNumberGenerator()
            bytes = Self.magic + (0..<16).map { _ in UInt8.random(in: 0...255, using: &random) }
            out = bytes
        } else if !bytes.starts(with: Self.magic) {
            throw FileFault(.damaged, at: path, remedy: "it is not a file of ours; move it away")
        }
        let end = isNew ? 0 : Self.end(of: bytes)
        let cipher = Cipher(key.derived(for: purpose), header: bytes[..<Self.headerBytes])
        for payload in payloads {
            guard let frame = cipher.seal(payload, at: end + out.count) else {
                throw FileFault(.damaged, at: path, remedy: "a frame could not be encrypted")
            }
            withUnsafeBytes(of: UInt32(frame.count).littleEndian) { out.append(contentsOf: $0) }
            out.append(contentsOf: frame)
        }
        try file.write(out, at: end, truncatingFrom: bytes.count)
    }

    /// Every whole frame; none where there is no file.
    package func read() throws(FileFault) -> Content {
        guard access(path, F_OK) == 0 else { return Content(frames: [], isDamaged: false) }
        let bytes = try Descriptor(path, O_RDONLY).bytes()
        guard bytes.count >= Self.headerBytes else { return Content(frames: [], isDamaged: false) }
        guard bytes.starts(with: Self.magic) else { return Content(frames: [], isDamaged: true) }
        let cipher = Cipher(key.derived(for: purpose), header: bytes[..<Self.headerBytes])
        var content = Content(frames: [], isDamaged: false)
        var place = Self.headerBytes
        while let frame = Self.frame(in: bytes, at: place) {
            guard let payload = cipher.open(bytes[frame], at: place) else {
                content.isDamaged = true
                break
            }
            content.frames.append(payload)
            place = frame.upperBound
        }
        return content
    }

    /// The bytes of the frame at `place`; `nil` where it is not whole.
    private static func frame(in bytes: [UInt8], at place: Int) -> Range<Int>? {
        guard place + 4 <= bytes.count else { return nil }
        let count = (0..<4).reduce(0) { $0 | Int(bytes[place + $1]) << (8 * $1) }
        guard count > 0, place + 4 + count <= bytes.count else { return nil }
        return place + 4..<place + 4 + count
    }

    /// Where the last whole frame ends.
    private static func end(of bytes: [UInt8]) -> Int {
        var place = headerBytes
        while let frame = frame(in: bytes, at: place) { place = frame.upperBound }
        return place
    }
}

private struct Cipher {
    private let key: SymmetricKey
    private let header: [UInt8]

    init(_ key: SymmetricKey, header: ArraySlice<UInt8>) {
        self.header = Array(header)
        self.key = HKDF<SHA256>.deriveKey(
            inputKeyMaterial: key, info: Array("tacit frame file".utf8) + header, outputByteCount: 32)
    }

    private func context(_ place: Int) -> [UInt8] { header + Array("\(place)".utf8) }

    func seal(_ payload: [UInt8], at place: Int) -> [UInt8]? {
        (try? AES.GCM.seal(payload, using: key, authenticating: context(place)))?.combined.map { Array($0) }
    }

    func open(_ frame: ArraySlice<UInt8>, at place: Int) -> [UInt8]? {
        guard let box = try? AES.GCM.SealedBox(combined: Data(frame)),
            let payload = try? AES.GCM.open(box, using: key, authenticating: context(place))
        else { return nil }
        return Array(payload)
    }
}
