import Crypto
import TacitSeal

/// How a file that only grows is divided into frames: before each its length, twice, the second time with all bits turned around.
enum Framing {
    /// A frame as it is written.
    static func bytes(_ body: [UInt8]) -> [UInt8] {
        let count = UInt32(body.count)
        return count.littleEndianBytes + (~count).littleEndianBytes + body
    }

    /// What lies behind the last frame that can be read.
    enum Ending {
        case nothing
        /// From there on a frame that was being written when the process ended, and was never acknowledged.
        case unfinished(from: Int)
        /// From there on something was altered: nobody can tell where the next frame begins.
        case damaged(from: Int)

        /// How many of a file's bytes stand before it.
        func whole(of count: Int) -> Int {
            switch self {
            case .nothing: count
            case .unfinished(let place), .damaged(let place): place
            }
        }
    }

    /// Calls `body` with each frame behind the first `start` bytes.
    static func forEach(in bytes: [UInt8], from start: Int, _ body: (ArraySlice<UInt8>) -> Void) -> Ending {
        func word(_ place: Int) -> UInt32 { UInt32(littleEndianBytes: bytes[place..<(place + 4)]) }
        var place = start
        while place < bytes.count {
            guard place + 8 <= bytes.count else { return .unfinished(from: place) }
            let (count, check) = (word(place), word(place + 4))
            // Where a write got lost the file may have been made longer all the same.
            guard count != 0 || check != 0 else { return .unfinished(from: place) }
            guard count == ~check, count > 0 else { return .damaged(from: place) }
            let end = place + 8 + Int(count)
            guard end <= bytes.count else { return .unfinished(from: place) }
            body(bytes[(place + 8)..<end])
            place = end
        }
        return .nothing
    }

    /// The nonce of a frame's number, under a key that its file alone has and that has each number once.
    static func nonce(_ number: UInt64) -> AES.GCM.Nonce? {
        try? AES.GCM.Nonce(data: [0, 0, 0, 0] + number.littleEndianBytes)
    }
}
