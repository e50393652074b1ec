/// Exact cells as bytes, which are sealed and overwritten at once.
///
/// Their number is padded to a power of two, so that the size of an envelope says little of how many cells there are.
package struct ExactBytes {
    package private(set) var bytes: [UInt8] = []

    private static let smallest = 4096

    /// Room for so many bytes from the start: an array that grows leaves what it held in the memory that it gives back.
    package init(capacity: Int) {
        var size = Self.smallest
        while size < capacity + 8 { size *= 2 }
        bytes.reserveCapacity(size)
    }

    /// The bytes that a cell takes.
    package static func size(labels: [String], figures: Int) -> Int {
        labels.reduce(8 * (3 + figures)) { $0 + 8 + $1.utf8.count }
    }

    package mutating func append(labels: [String], contributors: Int64, figures: some Collection<Int64>) {
        add(Int64(labels.count))
        for label in labels {
            add(Int64(label.utf8.count))
            bytes.append(contentsOf: label.utf8)
        }
        add(contributors)
        add(Int64(figures.count))
        for figure in figures { add(figure) }
    }

    /// The bytes, padded; nothing is left in this value.
    package mutating func finish() -> [UInt8] {
        add(-1)
        var size = Self.smallest
        while size < bytes.count { size *= 2 }
        bytes.append(contentsOf: repeatElement(0, count: size - bytes.count))
        defer { bytes = [] }
        return bytes
    }

    private mutating func add(_ number: Int64) {
        withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) }
    }

    /// The cells; `nil` where the bytes are none.
    package static func cells(in bytes: some RandomAccessCollection<UInt8>) -> [ExactWindow.Cell]? {
        var rest = bytes[...]
        func number() -> Int64? {
            guard rest.count >= 8 else { return nil }
            defer { rest = rest.dropFirst(8) }
            return rest.prefix(8).reversed().reduce(Int64(0)) { $0 << 8 | Int64($1) }
        }
        func count() -> Int? { number().flatMap { (0...Int64(rest.count)).contains($0) ? Int($0) : nil } }
        var cells: [ExactWindow.Cell] = []
        while let labels = number(), labels >= 0 {
            var cell = ExactWindow.Cell(labels: [], contributors: 0, figures: [])
            for _ in 0..<labels {
                guard let size = count() else { return nil }
                cell.labels.append(String(decoding: rest.prefix(size), as: UTF8.self))
                rest = rest.dropFirst(size)
            }
            guard let contributors = number(), let figures = count() else { return nil }
            cell.contributors = contributors
            for _ in 0..<figures {
                guard let figure = number() else { return nil }
                cell.figures.append(figure)
            }
            cells.append(cell)
        }
        return cells
    }
}
