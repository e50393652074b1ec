/// Says where matches of the user's patterns, or names in prose, may begin: never too little.
///
/// An automaton reads each line backwards, once for all patterns together: what it has read accepts where a match
/// begins there. So patterns that may begin anywhere (`[a-z]+-[0-9]+`) are only tried where one does. If that automaton
/// would be too large, the bytes that a match may begin with have to do.
final class PatternMarker: @unchecked Sendable {
    // Sendable: written once, in `init`; the blocks are freed with the marker.

    /// 256 entries, non-zero for bytes that a name may begin with, or a pattern where there is no automaton.
    private let starts: UnsafeMutablePointer<UInt8>
    /// By the state times `width`, plus the column of the byte: the next state, times two, plus one if a match begins.
    private let table: UnsafeMutablePointer<UInt16>?
    private let columns: UnsafeMutablePointer<UInt8>
    private let width: Int
    private let hasStarts: Bool

    init(_ patterns: [ScrubPattern], orWhere mayBegin: (UInt8) -> Bool) {
        let reverse = ReverseAutomaton(patterns.map(\.tree))
        starts = .allocate(capacity: 256)
        columns = .allocate(capacity: 256)
        var hasStarts = false
        for byte in UInt8.min...UInt8.max {
            let isStart = mayBegin(byte) || reverse == nil && patterns.contains { $0.mayBegin(with: byte) }
            if isStart { hasStarts = true }
            // Safe: 256 entries each.
            (starts + Int(byte)).initialize(to: isStart ? 1 : 0)
            (columns + Int(byte)).initialize(to: reverse?.columns[Int(byte)] ?? 0)
        }
        self.hasStarts = hasStarts
        width = reverse?.width ?? 0
        table = reverse.map { reverse in
            let table = UnsafeMutablePointer<UInt16>.allocate(capacity: reverse.table.count)
            table.initialize(from: reverse.table, count: reverse.table.count)
            return table
        }
    }

    deinit {
        starts.deallocate()
        columns.deallocate()
        table?.deallocate()
    }

    /// Sets a bit of `words` for each byte of a range that a match may begin at.
    func mark(_ words: UnsafeMutablePointer<UInt64>, _ range: Range<Int>, of text: Text) {
        let (cursor, end) = (range.lowerBound, range.upperBound)
        // Safe here and below: there is a word for every 64 bytes, and every index lies in the range.
        for block in 0..<(range.count + 63) >> 6 { words[block] = 0 }
        if hasStarts {
            for i in cursor..<end where starts[Int(text[i])] != 0 {
                words[(i - cursor) >> 6] |= 1 << UInt64((i - cursor) & 63)
            }
        }
        guard let table, cursor < end else { return }
        // A match is at most so long, and does not leave its line.
        var last = end
        let limit = min(text.count, end + Reach.shape)
        while last < limit, !text[last].isLineEnd { last += 1 }
        text.bytes(cursor..<last).withMemoryRebound(to: UInt8.self) { bytes in
            var state = 0
            var i = last - cursor
            while i > end - cursor {
                i -= 1
                // Safe: a state is a row of the table; a column is below the width; `i` lies in the bytes.
                state = Int(table[state &* width &+ Int(columns[Int(bytes[i])])] >> 1)
            }
            while i > 0 {
                i -= 1
                let next = table[state &* width &+ Int(columns[Int(bytes[i])])]
                state = Int(next >> 1)
                words[i >> 6] |= UInt64(next & 1) << UInt64(i & 63)
            }
        }
    }
}

/// The automaton that reads patterns from their ends to their beginnings, each of which may end anywhere.
private struct ReverseAutomaton {
    let columns: [UInt8]
    let width: Int
    let table: [UInt16]

    /// `nil` where there is no pattern, or the automaton would be too large.
    init?(_ trees: [PatternSyntax.Tree]) {
        guard !trees.isEmpty else { return nil }
        var builder = PatternAutomaton.Positions()
        var firsts: Set<Int32> = []
        var lasts: Set<Int32> = []
        for tree in trees {
            guard let part = builder.add(tree, limit: PatternAutomaton.mostPositions) else { return nil }
            firsts.formUnion(part.first)
            lasts.formUnion(part.last)
        }
        var before = Array(repeating: Set<Int32>(), count: builder.follow.count)
        for (position, follow) in builder.follow.enumerated() {
            for next in follow { before[Int(next)].insert(Int32(position)) }
        }
        // Line ends stand apart: no match reaches over one.
        let ends = ByteSet { $0.isLineEnd }
        let (columns, members) = PatternAutomaton.columns(of: builder.sets + [ends])
        var numbers: [[Int32]: Int] = [[]: 0]
        var states: [[Int32]] = [[]]
        var table: [UInt16] = []
        var i = 0
        while i < states.count {
            let candidates = states[i].reduce(into: lasts) { $0.formUnion(before[Int($1)]) }
            for byte in members {
                let reached =
                    ends.contains(byte)
                    ? [] : candidates.filter { builder.sets[Int($0)].contains(byte) }.sorted()
                if numbers[reached] == nil {
                    guard states.count < PatternAutomaton.mostStates else { return nil }
                    numbers[reached] = states.count
                    states.append(reached)
                }
                let begins = reached.contains { firsts.contains($0) }
                table.append(UInt16(numbers[reached]! << 1 | (begins ? 1 : 0)))
            }
            i += 1
        }
        self.columns = columns
        width = members.count
        self.table = table
    }
}
