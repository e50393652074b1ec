/// Short texts in which nothing was found: most of what is stored is stored again and again, and in the same order.
///
/// A text counts as seen where it is the same byte for byte. What is kept is bounded; then it begins anew.
final class CleanTexts {
    static let longest = 127
    /// Bytes of all texts that are kept.
    static let most = 1 << 21

    private var table = Table()

    func contains(_ text: UnsafeRawBufferPointer) -> Bool {
        text.count <= Self.longest && table.contains(text)
    }

    func insert(_ text: UnsafeRawBufferPointer) {
        guard text.count <= Self.longest else { return }
        if table.size + text.count <= Self.most, table.insert(text) { return }
        table = Table()
        _ = table.insert(text)
    }

    private struct Table {
        private static let power = 17
        /// How many slots a text may be in.
        private static let reach = 8

        /// Each behind a byte with its length.
        private var texts: [UInt8] = []
        /// One more than where a text begins; 0 where there is none.
        private var slots = [UInt32](repeating: 0, count: 1 << power)
        /// What was kept behind the text that was found last is asked for next more often than not.
        private var next = 0

        var size: Int { texts.count }

        mutating func contains(_ text: UnsafeRawBufferPointer) -> Bool {
            if isKept(text, at: next) {
                next += 1 + text.count
                return true
            }
            for slot in Self.slots(of: text) {
                guard slots[slot] != 0 else { return false }
                let start = Int(slots[slot]) - 1
                guard isKept(text, at: start) else { continue }
                next = start + 1 + text.count
                return true
            }
            return false
        }

        private func isKept(_ text: UnsafeRawBufferPointer, at start: Int) -> Bool {
            guard start < texts.count, texts[start] == text.count else { return false }
            return texts.withUnsafeBytes { texts in
                UnsafeRawBufferPointer(rebasing: texts[start + 1..<start + 1 + text.count]).equals(text)
            }
        }

        /// Whether there was room for it.
        mutating func insert(_ text: UnsafeRawBufferPointer) -> Bool {
            guard let free = Self.slots(of: text).first(where: { slots[$0] == 0 }) else { return false }
            slots[free] = UInt32(texts.count + 1)
            texts.append(UInt8(text.count))
            texts.append(contentsOf: text)
            return true
        }

        private static func slots(of text: UnsafeRawBufferPointer) -> Range<Int> {
            let first = min(ByteHash.of(text, power: power), (1 << power) - reach)
            return first..<first + reach
        }
    }
}
