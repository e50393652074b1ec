import Foundation

/// How central each sentence is among the others: those that share rare words with many central ones (LexRank with
/// continuous weights). The same text always gives the same numbers.
struct SentenceGraph {
    /// By place among the chosen sentences, 1 for the most central one.
    private(set) var centrality: [Double]

    private static let damping = 0.85
    private static let rounds = 40

    init(sentences: [Sentence], words: [Word], chosen: [Int]) {
        let count = chosen.count
        centrality = Array(repeating: 1, count: count)
        guard count > 1 else { return }
        var postings: [Int32: [(place: Int, weight: Double)]] = [:]
        for (place, index) in chosen.enumerated() {
            var counts: [Int32: Double] = [:]
            for word in words[sentences[index].words] where !word.isStop && !word.isNumber {
                counts[word.stem, default: 0] += 1
            }
            for (stem, weight) in counts { postings[stem, default: []].append((place, weight)) }
        }
        var norms = Array(repeating: 0.0, count: count)
        // In one order, so that rounding is the same each time.
        let ordered = postings.sorted { $0.key < $1.key }.map(\.value)
        for entries in ordered {
            let rarity = Self.rarity(of: entries.count, among: count)
            for (place, weight) in entries { norms[place] += (weight * rarity) * (weight * rarity) }
        }
        var likeness = Array(repeating: 0.0, count: count * count)
        for entries in ordered {
            let rarity = Self.rarity(of: entries.count, among: count)
            for (a, first) in entries.enumerated() {
                for second in entries[(a + 1)...] {
                    let product = first.weight * second.weight * rarity * rarity
                    likeness[first.place * count + second.place] += product
                    likeness[second.place * count + first.place] += product
                }
            }
        }
        for a in 0..<count {
            for b in 0..<count where likeness[a * count + b] > 0 {
                likeness[a * count + b] /= (norms[a] * norms[b]).squareRoot()
            }
        }
        rank(likeness, count)
    }

    private static func rarity(of entries: Int, among count: Int) -> Double {
        log(1 + Double(count) / Double(entries))
    }

    private mutating func rank(_ likeness: [Double], _ count: Int) {
        var degrees = Array(repeating: 0.0, count: count)
        for a in 0..<count { for b in 0..<count { degrees[a] += likeness[a * count + b] } }
        var ranks = Array(repeating: 1 / Double(count), count: count)
        for _ in 0..<Self.rounds {
            var next = Array(repeating: (1 - Self.damping) / Double(count), count: count)
            for a in 0..<count {
                guard degrees[a] > 0 else {
                    next[a] += Self.damping * ranks[a]
                    continue
                }
                let share = Self.damping * ranks[a] / degrees[a]
                for b in 0..<count { next[b] += share * likeness[a * count + b] }
            }
            ranks = next
        }
        // A sentence alone keeps its own rank, which says nothing of the others.
        for place in 0..<count where degrees[place] == 0 { ranks[place] = 0 }
        let most = ranks.max() ?? 1
        centrality = ranks.map { most > 0 ? $0 / most : 0 }
    }
}
