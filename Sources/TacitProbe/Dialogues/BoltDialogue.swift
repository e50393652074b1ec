import TacitLocal

/// The handshake of Bolt, with which Neo4j agrees on a version.
struct BoltDialogue: Dialogue {
    func connected() -> Step {
        // 5.8 down to 5.0, 4.4 down to 4.2, 4.1, 3.0.
        .say([0x60, 0x60, 0xB0, 0x17] + [0, 8, 8, 5] + [0, 2, 4, 4] + [0, 0, 1, 4] + [0, 0, 0, 3])
    }

    func answered(_ bytes: ArraySlice<UInt8>) -> Step {
        guard bytes.count >= 4 else { return .listen }
        let answer = Array(bytes.prefix(4))
        // Four zeros mean that no version suits; four letters, that something else listens there.
        guard answer[0] == 0, answer[1] == 0, (3...5).contains(answer[3]) else { return .down(.unexpected) }
        return .up
    }
}
