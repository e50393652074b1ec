/// A deterministic automaton over bytes: one look-up a byte, no way back.
struct PatternAutomaton: Sendable {
    /// No match can come any more.
    static let dead = -1
    static let mostPositions = 2000
    static let mostStates = 2000

    /// Bytes that no part of the pattern tells apart share a column.
    private let columns: [UInt8]
    private let width: Int
    private let table: [Int16]
    private let accepting: [Bool]

    func next(_ state: Int, _ byte: UInt8) -> Int { Int(table[state * width + Int(columns[Int(byte)])]) }

    func accepts(_ state: Int) -> Bool { accepting[state] }

    /// Refuses a pattern whose automaton would be too large.
    init(_ tree: PatternSyntax.Tree) throws(ScrubPolicyError) {
        var builder = Positions()
        guard let root = builder.add(tree, limit: Self.mostPositions) else { throw .patternSize }

        let (columns, members) = Self.columns(of: builder.sets)
        // Subsets: state 0 stands before the first byte; a position is active once its byte was read.
        var numbers: [[Int32]: Int] = [:]
        var states: [(positions: [Int32], follow: [Int32], accepts: Bool)] = [
            ([], root.first.sorted(), root.isOptional)
        ]
        var table: [Int16] = []
        var i = 0
        while i < states.count {
            for byte in members {
                let reached = states[i].follow.filter { builder.sets[Int($0)].contains(byte) }
                guard !reached.isEmpty else {
                    table.append(Int16(Self.dead))
                    continue
                }
                if numbers[reached] == nil {
                    guard states.count < Self.mostStates else { throw .patternSize }
                    numbers[reached] = states.count
                    let follow = reached.reduce(into: Set<Int32>()) { $0.formUnion(builder.follow[Int($1)]) }
                    states.append((reached, follow.sorted(), reached.contains { root.last.contains($0) }))
                }
                table.append(Int16(numbers[reached]!))
            }
            i += 1
        }
        self.columns = columns
        width = members.count
        self.table = table
        accepting = states.map(\.accepts)
    }

    /// A column for each byte, and a byte of each column.
    static func columns(of all: [ByteSet]) -> (columns: [UInt8], members: [UInt8]) {
        var kinds: [[Bool]: UInt8] = [:]
        var columns: [UInt8] = []
        var members: [UInt8] = []
        let sets = Array(Set(all))
        for byte in UInt8.min...UInt8.max {
            let key = sets.map { $0.contains(byte) }
            if kinds[key] == nil {
                kinds[key] = UInt8(kinds.count)
                members.append(byte)
            }
            columns.append(kinds[key]!)
        }
        return (columns, members)
    }

    /// Glushkov's construction: every byte set of the pattern is a position, with those that may follow it.
    struct Positions {
        struct Part {
            var first: Set<Int32> = []
            var last: Set<Int32> = []
            var isOptional = true
        }

        private(set) var sets: [ByteSet] = []
        private(set) var follow: [Set<Int32>] = []

        /// `nil` where the pattern has more than `limit` positions.
        mutating func add(_ tree: PatternSyntax.Tree, limit: Int) -> Part? {
            switch tree {
            case .bytes(let set):
                guard sets.count < limit else { return nil }
                let position = Int32(sets.count)
                sets.append(set)
                follow.append([])
                return Part(first: [position], last: [position], isOptional: false)
            case .sequence(let items):
                var whole = Part()
                for item in items {
                    guard let part = add(item, limit: limit) else { return nil }
                    whole = join(whole, part)
                }
                return whole
            case .choice(let branches):
                var whole = Part(isOptional: false)
                for branch in branches {
                    guard let part = add(branch, limit: limit) else { return nil }
                    whole.first.formUnion(part.first)
                    whole.last.formUnion(part.last)
                    whole.isOptional = whole.isOptional || part.isOptional
                }
                return whole
            case .repeated(let item, let least, let most):
                var whole = Part()
                for count in 0..<max(least, most ?? max(least, 1)) {
                    guard var part = add(item, limit: limit) else { return nil }
                    if count >= least { part.isOptional = true }
                    if most == nil, count + 1 >= least {
                        for position in part.last { follow[Int(position)].formUnion(part.first) }
                    }
                    whole = join(whole, part)
                }
                return whole
            }
        }

        private mutating func join(_ a: Part, _ b: Part) -> Part {
            for position in a.last { follow[Int(position)].formUnion(b.first) }
            return Part(
                first: a.isOptional ? a.first.union(b.first) : a.first,
                last: b.isOptional ? a.last.union(b.last) : b.last, isOptional: a.isOptional && b.isOptional)
        }
    }
}
