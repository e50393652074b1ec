import Crypto
import Foundation
import TacitCatalog
import TacitSeal
import TacitStores

/// One file of a journal: who it is and which metrics its numbers mean, then frames.
///
/// A frame is what one request did. Each of its boxes is AES-256-GCM under a key that only this file has, of one window or of the
/// folder; the nonce is the frame's number, which this file has once, and the box is bound to the file's head, so that none opens
/// in another place.
struct JournalSegment {
    static let magic = Array("TJS1".utf8)
    private static let idSize = 16

    /// 16 random bytes.
    let id: [UInt8]
    /// What only this file has, of the folder.
    let own: SymmetricKey
    /// All bytes before the first frame, and their SHA-256.
    let head: [UInt8]
    private let digest: [UInt8]
    /// The metrics that the numbers in it mean.
    let metrics: [Metric]

    struct Metric: Equatable {
        let name: String
        /// Of its terms: under others its numbers mean something else.
        let digest: [UInt8]
    }

    /// A new one.
    init(metrics: [Metric], _ master: KeyRing) {
        var random = SystemRandomNumberGenerator()
        id = (0..<Self.idSize).map { _ in UInt8.random(in: 0...255, using: &random) }
        own = Self.key(master, id)
        self.metrics = metrics
        var table = JournalWriter()
        table.write(metrics.count)
        for metric in metrics {
            table.write(metric.name.utf8)
            table.write(metric.digest)
        }
        var head = JournalWriter()
        head.write(table.bytes)
        self.head = Self.magic + id + head.bytes
        digest = Array(SHA256.hash(data: self.head))
    }

    /// The head of a file; `nil` where it is none of ours, or is not whole.
    init?(_ bytes: [UInt8], _ master: KeyRing) {
        let start = Self.magic.count + Self.idSize
        guard bytes.count > start, bytes.starts(with: Self.magic) else { return nil }
        id = Array(bytes[Self.magic.count..<start])
        own = Self.key(master, id)
        var reader = JournalReader(bytes[start...].prefix(Self.longestTable))
        guard let table = try? Array(reader.bytes()), let metrics = try? Self.metrics(table) else { return nil }
        self.metrics = metrics
        var head = JournalWriter()
        head.write(table)
        self.head = Self.magic + id + head.bytes
        digest = Array(SHA256.hash(data: self.head))
    }

    private static let longestTable = 16 << 20

    private static func metrics(_ table: [UInt8]) throws(JournalReader.Fault) -> [Metric] {
        var reader = JournalReader(table)
        var metrics: [Metric] = []
        for _ in 0..<(try reader.count()) {
            metrics.append(Metric(name: try reader.text(), digest: Array(try reader.bytes())))
        }
        return metrics
    }

    // MARK: Frames

    struct Frame {
        let number: UInt64
        let kind: JournalEntry.Kind
        /// Under the folder's key.
        var request: [UInt8] = []
        var sections: [(window: WindowID, box: [UInt8])] = []
    }

    /// The bytes of a frame, its length first.
    func bytes(_ number: UInt64, _ entry: JournalEntry) -> [UInt8]? {
        var body = JournalWriter()
        body.write(number)
        body.write(Int(entry.kind.rawValue))
        var request: [UInt8] = []
        if let content = entry.request?.bytes {
            guard let box = seal(content, number, entry.kind, own) else { return nil }
            request = box
        }
        body.write(request)
        body.write(entry.sections.count)
        for (window, section) in entry.sections {
            body.write(window.length.rawValue.utf8)
            body.write(signed: window.start)
            guard let box = seal(section.content.bytes, number, entry.kind, section.key.derived(for: id)) else {
                return nil
            }
            body.write(box)
        }
        return Framing.bytes(body.bytes)
    }

    /// Calls `body` with each frame, `nil` for one that is not what was written.
    func forEachFrame(in bytes: [UInt8], _ body: (Frame?) -> Void) -> Framing.Ending {
        Framing.forEach(in: bytes, from: head.count) { body(try? Self.frame($0)) }
    }

    private static func frame(_ bytes: ArraySlice<UInt8>) throws(JournalReader.Fault) -> Frame {
        var reader = JournalReader(bytes)
        let number = try reader.number()
        guard let kind = JournalEntry.Kind(rawValue: UInt8(clamping: try reader.number())) else {
            throw JournalReader.Fault()
        }
        var frame = Frame(number: number, kind: kind)
        frame.request = Array(try reader.bytes())
        for _ in 0..<(try reader.count()) {
            guard let length = WindowLength(rawValue: try reader.text()) else { throw JournalReader.Fault() }
            frame.sections.append((WindowID(length: length, start: try reader.signed()), Array(try reader.bytes())))
        }
        return frame
    }

    // MARK: Boxes

    private static func key(_ master: KeyRing, _ id: [UInt8]) -> SymmetricKey {
        HKDF<SHA256>.deriveKey(inputKeyMaterial: master.derived(for: .journal), info: id, outputByteCount: 32)
    }

    private func seal(
        _ content: [UInt8], _ number: UInt64, _ kind: JournalEntry.Kind, _ key: SymmetricKey
    ) -> [UInt8]? {
        guard let nonce = Framing.nonce(number),
            let box = try? AES.GCM.seal(content, using: key, nonce: nonce, authenticating: digest + [kind.rawValue])
        else { return nil }
        return Array(box.ciphertext) + Array(box.tag)
    }

    /// The request of a frame; `nil` where it was changed, moved, or is under another key.
    func request(of frame: Frame) -> [UInt8]? { open(frame.request, in: frame, own) }

    /// What a frame holds of a window; `nil` as above.
    func open(_ box: [UInt8], in frame: Frame, with window: WindowKey) -> [UInt8]? {
        open(box, in: frame, window.derived(for: id))
    }

    private func open(_ box: [UInt8], in frame: Frame, _ key: SymmetricKey) -> [UInt8]? {
        guard box.count >= 16, let nonce = Framing.nonce(frame.number),
            let sealed = try? AES.GCM.SealedBox(
                nonce: nonce, ciphertext: box.dropLast(16), tag: box.suffix(16)),
            let content = try? AES.GCM.open(sealed, using: key, authenticating: digest + [frame.kind.rawValue])
        else { return nil }
        return Array(content)
    }
}
