/// Many byte strings in one piece of memory: so many arrays would take longer to make than to search for.
package struct ByteStrings: Sendable {
    package private(set) var bytes: [UInt8] = []
    private var ends: [Int] = []

    package init() {}

    package init(_ strings: some Sequence<[UInt8]>) { for string in strings { append(string) } }

    package var count: Int { ends.count }

    package mutating func append(_ string: some Sequence<UInt8>) {
        bytes.append(contentsOf: string)
        ends.append(bytes.count)
    }

    /// Where a string lies among the bytes.
    package func range(of number: Int) -> Range<Int> { (number == 0 ? 0 : ends[number - 1])..<ends[number] }
}
