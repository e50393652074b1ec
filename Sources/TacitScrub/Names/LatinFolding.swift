/// Letters of Latin script without their accents: `é` as `e`, `Ł` as `L`, `ø` as `o`.
enum LatinFolding {
    /// The ASCII letter for what stands at `i` and how many bytes it has, or `nil` where no Latin letter stands.
    @inline(__always) static func letter(in text: Text, at i: Int) -> (letter: UInt8, width: Int)? {
        let byte = text[i]
        if byte.isLetter { return (byte, 1) }
        guard 0xC3...0xC5 ~= byte, text[i + 1] & 0xC0 == 0x80 else { return nil }
        // Safe: two bytes C3 80 to C5 BF are U+00C0 to U+017F, and the literal has a byte for each of these.
        let letter = letters.utf8Start[Int(byte - 0xC3) << 6 | Int(text[i + 1] & 0x3F)]
        return letter == "-" ? nil : (letter, 2)
    }

    private static let letters: StaticString = """
        AAAAAAACEEEEIIIIDNOOOOO-OUUUUYTsaaaaaaaceeeeiiiidnooooo-ouuuuyty\
        AaAaAaCcCcCcCcDdDdEeEeEeEeEeGgGgGgGgHhHhIiIiIiIiIi--JjKk-LlLlLl-\
        -LlNnNnNn-NnOoOoOoOoRrRrRrSsSsSsSsTtTt--UuUuUuUuUuUuWwYyYZzZzZz-
        """
}
