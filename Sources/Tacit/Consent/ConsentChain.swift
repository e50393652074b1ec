import TacitSeal

/// The bytes of a trail: lines of which each is sealed with the one before it, under a key that only this installation has.
///
/// Nobody without the key can alter, swap, insert or leave out a line so that it goes unnoticed. That the last lines were
/// cut off as a whole, or that an old copy was put back, can't be seen from the file alone.
struct ConsentChain {
    /// What came of reading it.
    struct Reading {
        var entries: [ConsentEntry] = []
        /// The bytes up to the end of the last whole line. What follows was never acknowledged and is cut off.
        var soundBytes = 0
        var seal = [UInt8](repeating: 0, count: 32)
    }

    /// A line that is not what it should be.
    struct Break: Error {
        let line: Int
        let isNewer: Bool
    }

    private static let opening = Array(#","seal":""#.utf8)
    private static let closing = Array(#""}"#.utf8)
    private static let newline = UInt8(ascii: "\n")

    let codes: KeyedCodes

    /// Reads a trail. A last line that a crash cut short, or that a power cut left as zeros, is not part of it.
    func read(_ bytes: [UInt8]) throws(Break) -> Reading {
        var reading = Reading()
        var rest = bytes[...]
        while let end = rest.firstIndex(of: Self.newline) {
            let line = rest[..<end]
            // Zeros at the very end of the file, and a line end among them, are a torn write as well.
            if line.allSatisfy({ $0 == 0 }), bytes[end...].dropFirst().allSatisfy({ $0 == 0 }), !line.isEmpty { break }
            try take(line, into: &reading)
            rest = rest[rest.index(after: end)...]
            reading.soundBytes = rest.startIndex
        }
        return reading
    }

    /// The lines of further decisions, and the seal of the last.
    func lines(of entries: [ConsentEntry], after seal: [UInt8]) throws -> [UInt8] {
        var seal = seal
        var lines: [UInt8] = []
        for entry in entries {
            let body = try ConsentLine(entry).body()
            seal = codes.code(of: seal + body)
            lines += body + Self.opening + Array(Hex.text(seal).utf8) + Self.closing + [Self.newline]
        }
        return lines
    }

    private func take(_ line: ArraySlice<UInt8>, into reading: inout Reading) throws(Break) {
        let number = reading.entries.count + 1
        let sealed = line.suffix(Self.opening.count + 64 + Self.closing.count)
        let body = line.dropLast(sealed.count)
        let code = codes.code(of: reading.seal + body)
        // The key is this installation's own and the comparison is of public bytes: it need not take constant time.
        guard sealed.elementsEqual(Self.opening + Array(Hex.text(code).utf8) + Self.closing) else {
            throw Break(line: number, isNewer: false)
        }
        do throws(ConsentLine.Refusal) {
            let entry = try ConsentLine.entry(of: body)
            let isNext = reading.entries.last.map { $0.position + 1 == entry.position } ?? (entry.position > 0)
            guard isNext else { throw .malformed }
            reading.entries.append(entry)
        } catch {
            throw Break(line: number, isNewer: error == .newer)
        }
        reading.seal = code
    }
}
