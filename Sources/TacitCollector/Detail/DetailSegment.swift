import Crypto
import TacitSeal
import TacitStores

/// One file of sealed detail: records of one hour, in frames of which each was written at once.
///
/// A frame is AES-256-GCM under a key that only this file has, of its day. The nonce is the frame's number, and it is bound to the
/// file's head, its hour and the file's number: none opens in another place, and no copy of a file under another name.
struct DetailSegment {
    private static let magic = Array("TDS1".utf8)
    private static let idSize = 16
    static let headSize = magic.count + idSize

    /// All bytes before the first frame: what it is, and 16 random bytes.
    let head: [UInt8]
    private let hour: WindowID
    private let number: Int

    /// A new one.
    ///
    /// - Parameter number: which of the hour's files it is, as its name says.
    init(of hour: WindowID, number: Int) {
        var random = SystemRandomNumberGenerator()
        head = Self.magic + (0..<Self.idSize).map { _ in UInt8.random(in: 0...255, using: &random) }
        self.hour = hour
        self.number = number
    }

    /// That of a file; `nil` where it is none of ours, or its head is not whole.
    init?(_ bytes: [UInt8], of hour: WindowID, number: Int) {
        guard bytes.count >= Self.headSize, bytes.starts(with: Self.magic) else { return nil }
        head = Array(bytes.prefix(Self.headSize))
        self.hour = hour
        self.number = number
    }

    /// The file's own key, of its day's.
    func key(day: DetailKey) -> SymmetricKey { day.derived(for: head) }

    /// The bytes of a frame, its length first.
    ///
    /// - Parameter number: counts from 0; a file has each once.
    func bytes(_ number: Int, _ content: [UInt8], under key: SymmetricKey) -> [UInt8]? {
        guard let nonce = Framing.nonce(UInt64(number)),
            let box = try? AES.GCM.seal(content, using: key, nonce: nonce, authenticating: context)
        else { return nil }
        return Framing.bytes(Array(box.ciphertext) + Array(box.tag))
    }

    /// Calls `body` with what each frame holds, `nil` for one that is not what was written there.
    func forEachFrame(
        in bytes: [UInt8], under key: SymmetricKey, _ body: ([UInt8]?) -> Void
    ) -> Framing.Ending {
        var number = 0
        return Framing.forEach(in: bytes, from: head.count) { frame in
            body(open(frame, number, under: key))
            number += 1
        }
    }

    private func open(_ frame: ArraySlice<UInt8>, _ number: Int, under key: SymmetricKey) -> [UInt8]? {
        guard frame.count >= 16, let nonce = Framing.nonce(UInt64(number)),
            let box = try? AES.GCM.SealedBox(nonce: nonce, ciphertext: frame.dropLast(16), tag: frame.suffix(16)),
            let content = try? AES.GCM.open(box, using: key, authenticating: context)
        else { return nil }
        return Array(content)
    }

    private var context: [UInt8] { head + Array("hour \(hour.start) file \(number)".utf8) }
}
