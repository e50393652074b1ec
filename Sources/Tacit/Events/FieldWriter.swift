/// Takes the values of one event, a word each, in the order of its definition. Generated code calls it.
///
/// Numbers, enums, durations and versions are written into the queue's own memory; texts are the only values that may
/// allocate.
public struct FieldWriter: ~Copyable {
    /// The most fields that an event has.
    public static let capacity = 28

    // Invariant: `words` points at `capacity` words that nobody else reads or writes while this value lives; `count`
    // never passes it.
    private let words: UnsafeMutablePointer<UInt64>
    private var count = 0
    /// A bit for each field that has a value.
    private(set) var present: UInt32 = 0
    /// The texts of the event, whose words are their positions.
    private(set) var texts: [String] = []

    init(words: UnsafeMutablePointer<UInt64>) { self.words = words }

    private mutating func append(_ word: UInt64?) {
        precondition(count < Self.capacity, "an event has at most 28 fields")
        words[count] = word ?? 0
        if word != nil { present |= 1 << UInt32(count) }
        count += 1
    }

    public mutating func bool(_ value: Bool?) { append(value.map { $0 ? 1 : 0 }) }

    /// The position of a case among the enum's.
    public mutating func choice(_ position: Int?) { append(position.map { UInt64($0) }) }

    public mutating func number(_ value: Double?) { append(value.map(\.bitPattern)) }

    public mutating func number(_ value: Int?) { append(value.map { Double($0).bitPattern }) }

    public mutating func duration(_ value: Duration?) {
        append(
            value.map { duration in
                let (seconds, attoseconds) = duration.components
                return (Double(seconds) * 1e3 + Double(attoseconds) * 1e-15).bitPattern
            })
    }

    public mutating func version(_ value: Version?) { append(value?.word) }

    public mutating func code(_ value: Code?) { text(value?.text) }

    public mutating func text(_ value: Scrubbed?) { text(value?.text) }

    private mutating func text(_ value: String?) {
        append(value.map { _ in UInt64(texts.count) })
        if let value { texts.append(value) }
    }
}
