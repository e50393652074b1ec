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
    package static func cells(in bytes: UnsafeRawBufferPointer) -> [ExactWindow.Cell]? {
        var reader = Reader(bytes)
        var cells: [ExactWindow.Cell] = []
        while let labels = reader.number(), labels >= 0 {
            var cell = ExactWindow.Cell(labels: [], contributors: 0, figures: [])
            for _ in 0..<labels {
                guard let label = reader.label() else { return nil }
                cell.labels.append(String(decoding: label, as: UTF8.self))
            }
            guard let contributors = reader.number(), let figures = reader.count() else { return nil }
            cell.contributors = contributors
            for _ in 0..<figures {
                guard let figure = reader.number() else { return nil }
                cell.figures.append(figure)
            }
            cells.append(cell)
        }
        return cells
    }

    /// Calls `body` with the bytes of each cell that somebody was in; `false` where the bytes are no cells.
    package static func forEachCell(in bytes: UnsafeRawBufferPointer, _ body: (UnsafeRawBufferPointer) -> Void) -> Bool
    {
        var reader = Reader(bytes)
        var start = 0
        while let labels = reader.number(), labels >= 0 {
            for _ in 0..<labels where reader.label() == nil { return false }
            guard let contributors = reader.number(), let figures = reader.count() else { return false }
            var tells = contributors != 0
            for _ in 0..<figures {
                guard let figure = reader.number() else { return false }
                tells = tells || figure != 0
            }
            if tells { body(UnsafeRawBufferPointer(rebasing: bytes[start..<reader.place])) }
            start = reader.place
        }
        return true
    }

    /// Takes apart what ``append(labels:contributors:figures:)`` has written; `nil` where the bytes end before.
    private struct Reader {
        private let bytes: UnsafeRawBufferPointer
        private(set) var place = 0

        init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

        mutating func number() -> Int64? {
            guard bytes.count - place >= 8 else { return nil }
            defer { place += 8 }
            return Int64(littleEndian: bytes.loadUnaligned(fromByteOffset: place, as: Int64.self))
        }

        /// How many bytes or numbers follow.
        mutating func count() -> Int? {
            number().flatMap { (0...Int64(bytes.count - place)).contains($0) ? Int($0) : nil }
        }

        mutating func label() -> Slice<UnsafeRawBufferPointer>? {
            guard let count = count() else { return nil }
            defer { place += count }
            return bytes[place..<place + count]
        }
    }
}
