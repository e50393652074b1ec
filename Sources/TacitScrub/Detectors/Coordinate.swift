extension Scanner {
    /// A degree with four decimals or more behind a word such as `lat`, `gps` or `location`; a pair of them is one
    /// finding.
    ///
    /// Not decimals that no word of place stands before: they are durations and measures.
    func coordinate(_ groups: Groups, words: inout WordsBefore) -> Match? {
        guard groups.count >= 2, groups.joint(after: 1) == ".", groups.length(1) <= 3 else { return nil }
        return coordinate(at: groups.start, words: &words)
    }

    private func coordinate(at start: Int, words: inout WordsBefore) -> Match? {
        let start = text[start - 1] == "-" ? start - 1 : start
        let before = text[start - 1]
        guard !before.isWord, before != ".", before != ":",
            !text[start - 2].isDigit || before == " ",
            text[start] != "0" || text[start + 1] == ".", let first = degreeEnd(at: start, decimals: 4),
            case let pair = pairEnd(behind: first, decimals: 3),
            words.contexts(in: self, before: start).all.contains(.place) || isPlace(behind: pair)
                || pair != nil && text.has("/@", at: start - 2),
            !isInVector(before: start), !isMeasure(start..<(pair ?? first), isPair: pair != nil)
        else { return nil }
        return Match(.geoCoordinate, start, pair ?? first, RuleID("coordinate"))
    }

    /// `vec3(12.44, -3.22, 77.01)`, `Vector3(x, y, z)`: the arguments of what programs call a vector.
    private func isInVector(before start: Int) -> Bool {
        var i = start
        while start - i < 48, text[i - 1].isDigit || Self.joinsNumbers(text[i - 1]) { i -= 1 }
        guard text[i - 1] == "(" else { return false }
        let end = i - 1
        i = end
        while end - i < 16, text[i - 1].isAlphanumeric { i -= 1 }
        return Self.vectors.contains { text.hasAnyCase($0, at: i) }
    }

    /// `gps init 12.3456 ms`, `lat (usec): avg=45.1234`, `412.5432, 98.1234`, `camera position 12.3456, 64.0000`: a time, the
    /// second of two numbers the first of which is no degree, or a place on a screen or in a game.
    private func isMeasure(_ numbers: Range<Int>, isPair: Bool) -> Bool {
        let start = numbers.lowerBound
        if text[start - 1] == " ", text[start - 2] == ",", text[start - 3].isDigit {
            var i = start - 3
            while start - i < 16, text[i].isDigit { i -= 1 }
            if text[i] == ".", text[i - 1].isDigit { return true }
        }
        if !isPair {
            let blank = text[numbers.upperBound] == " " ? 1 : 0
            for unit in Self.units where text.has(unit, at: numbers.upperBound + blank) {
                return !text[numbers.upperBound + blank + unit.utf8CodeUnitCount].isWord
            }
            if Self.statistics.contains(where: { text.has($0, at: start - $0.utf8CodeUnitCount) }) { return true }
        }
        return Self.scenes.contains { scene in
            (max(text.lower, start - 32)..<start).contains { text.hasAnyCase(scene, at: $0) }
        }
    }

    private static let units: [StaticString] = [
        "%", "ms", "us", "ns", "s", "sec", "secs", "seconds", "px", "pt", "em", "rem", "kB", "KB", "MB", "MiB", "Hz",
    ]
    private static let statistics: [StaticString] = ["avg=", "mean=", "stdev=", "min=", "max=", "p50=", "p95=", "p99="]
    private static let scenes: [StaticString] = [
        "camera", "player", "pointer", "cursor", "mouse", "scroll", "spawn", "sprite", "vertex", "pixel", "viewport",
    ]

    private static func joinsNumbers(_ b: UInt8) -> Bool { b == "," || b == " " || b == "." || b == "-" }

    private static let vectors: [StaticString] = [
        "vec", "dvec", "ivec", "float", "double", "point3", "quat", "color", "rgb", "hsl", "matrix", "simd", "glm",
        "translate", "rotate", "scale", "cgpoint", "cgrect", "cgsize", "nspoint", "scnvector",
    ]

    /// The end of a coordinate or a pair of them that stands as a value of a key.
    func coordinateEnd(at start: Int, decimals: Int) -> Int? {
        guard let first = degreeEnd(at: start, decimals: decimals) else { return nil }
        return pairEnd(behind: first, decimals: decimals) ?? first
    }

    /// Whether a pair is said to be a place right behind it.
    private func isPlace(behind pair: Int?) -> Bool {
        guard let pair else { return false }
        for i in pair..<(pair + 12) {
            for word in ["location", "position", "coordinates", "gps "] as [StaticString]
            where text.hasAnyCase(word, at: i) {
                return true
            }
        }
        return false
    }

    private func pairEnd(behind first: Int, decimals: Int) -> Int? {
        var i = first
        while i < first + 4, text[i] == " " || text[i] == "," || text[i] == ";" || text[i] == "/" { i += 1 }
        guard i > first, text[first] != "/" || decimals > 0 else { return nil }
        return degreeEnd(at: i, decimals: max(decimals, 1))
    }

    /// `-122.4194`, `48.8566N`, `48.8566°`: from -180 to 180.
    private func degreeEnd(at start: Int, decimals: Int) -> Int? {
        var i = start
        if text[i] == "-" || text[i] == "+" { i += 1 }
        let whole = i
        var value = 0
        while text[i].isDigit, i - whole < 4 {
            value = value * 10 + Int(text[i] & 15)
            i += 1
        }
        guard i > whole, value <= 180, !text[i].isDigit else { return nil }
        if text[i] == ".", text[i + 1].isDigit {
            let point = i
            i += 1
            while text[i].isDigit, i - point < 20 { i += 1 }
            if i - point - 1 < decimals { return nil }
        } else if decimals > 0 {
            return nil
        }
        if text[i] == 0xC2, text[i + 1] == 0xB0 { i += 2 }
        let direction = text[i] == " " ? i + 1 : i
        switch text[direction] {
        case "N", "S", "E", "W": if !text[direction + 1].isWord { i = direction + 1 }
        default: break
        }
        return text[i].isWord || (text[i] == "." && text[i + 1].isDigit) ? nil : i
    }
}
