/// Small damage to bytes, as networks and enemies do it.
enum Mutation {
    static func apply(_ bytes: inout [UInt8], _ random: inout SeededGenerator) {
        for _ in 0..<Int.random(in: 1...3, using: &random) where !bytes.isEmpty {
            let at = Int.random(in: 0..<bytes.count, using: &random)
            switch Int.random(in: 0...6, using: &random) {
            case 0: bytes[at] ^= 1 << UInt8.random(in: 0...7, using: &random)
            case 1: bytes[at] = UInt8.random(in: 0...255, using: &random)
            case 2: bytes.remove(at: at)
            case 3: bytes.insert(UInt8.random(in: 0...255, using: &random), at: at)
            case 4: bytes.removeLast(bytes.count - at)
            case 5: bytes[at] = [0x0A, 0x12, 0x1A, 0x80, 0xFF, 0x0B, 0x0C, 0x00].randomElement(using: &random)!
            default:
                let end = Int.random(in: at..<bytes.count, using: &random)
                bytes.insert(contentsOf: bytes[at..<end], at: at)
            }
        }
    }
}
