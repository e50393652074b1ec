import CTacitScan

extension NationalIDTable {
    /// Says to the scan how numbers are written that no word needs to stand before: the groups that cards, phone
    /// numbers and the numbers of states are written in, and the formats that tell by themselves.
    func write(to tables: UnsafeMutablePointer<tacit_scan_tables>) {
        let all = range(Self.lengths.lowerBound).lowerBound..<range(Self.lengths.upperBound).upperBound
        // Social security numbers, North American phone numbers, Korean driving licences.
        var grouped = [0x324, 0x334, 0x2262].map { tacit_format(digitsIn: $0) }
        grouped += Scanner.cardShapes.map { tacit_format(digitsIn: $0) }
        // Safe: `all` are the indices of the formats.
        for i in all {
            for k in 0..<4 where formats[i].shapes[k] != 0 {
                grouped.append(tacit_format(formats[i]))
                grouped[grouped.count - 1].shape = formats[i].shapes[k]
            }
        }
        let shapes = UnsafeMutablePointer<UInt64>.allocate(capacity: 256)
        shapes.initialize(repeating: 0, count: 256)
        for format in grouped {
            let hash = tacit_shape_hash(format.shape)
            // Safe: a hash is below 16384.
            shapes[Int(hash >> 6)] |= 1 << UInt64(hash & 63)
        }
        grouped.sort { tacit_shape_hash($0.shape) & 255 < tacit_shape_hash($1.shape) & 255 }
        let alone = all.filter { formats[$0].trust == .alone }
        let heads = alone.map { tacit_format(formats[$0]) }
        tables.pointee.shapes = UnsafePointer(shapes)
        tables.pointee.grouped = Self.kept(grouped)
        tables.pointee.formats = Self.kept(heads)
        withUnsafeMutableBytes(of: &tables.pointee.countries) { words in
            // Safe: ten bits of 1024.
            let bits = words.bindMemory(to: UInt64.self)
            for (first, second) in Scanner.ibanCountries {
                let country = Int(first & 31) << 5 | Int(second & 31)
                bits[country >> 6] |= 1 << UInt64(country & 63)
            }
        }
        withUnsafeMutableBytes(of: &tables.pointee.grouped_starts) { starts in
            for hash in 0..<starts.count / 2 {
                let first = grouped.firstIndex { tacit_shape_hash($0.shape) & 255 >= hash } ?? grouped.count
                // Safe: two bytes an entry.
                starts.storeBytes(of: UInt16(first), toByteOffset: 2 * hash, as: UInt16.self)
            }
        }
        withUnsafeMutableBytes(of: &tables.pointee.beginnings) { words in
            // Safe: twelve bits of 4096.
            let bits = words.bindMemory(to: UInt64.self)
            for format in grouped {
                for beginning in format.shape.beginnings {
                    bits[Int(beginning >> 6)] |= 1 << UInt64(beginning & 63)
                }
            }
        }
        withUnsafeMutableBytes(of: &tables.pointee.format_starts) { starts in
            for length in 0..<starts.count / 2 {
                let first = alone.firstIndex { formats[$0].pattern.utf8CodeUnitCount >= length } ?? alone.count
                // Safe: two bytes an entry.
                starts.storeBytes(of: UInt16(first), toByteOffset: 2 * length, as: UInt16.self)
            }
        }
    }

    /// A copy that is never freed.
    private static func kept(_ formats: [tacit_format]) -> UnsafePointer<tacit_format> {
        let copy = UnsafeMutableBufferPointer<tacit_format>.allocate(capacity: max(1, formats.count))
        _ = copy.initialize(from: formats)
        return UnsafePointer(copy.baseAddress!)
    }
}

extension tacit_format {
    /// Digits alone in the groups that a shape says.
    fileprivate init(digitsIn shape: Int) {
        var count = 0
        var rest = shape
        while rest > 0 {
            count += rest & 15
            rest >>= 4
        }
        self.init()
        digits = 1 << UInt64(count) - 1
        self.shape = UInt32(shape)
    }

    fileprivate init(_ id: NationalID) {
        self.init()
        digits = id.digits
        letters = id.letters
        switch id.trust {
        case .alone: words = 0
        case .grouped, .whole: words = 1
        case .worded, .divided: words = 2
        }
        for i in 0..<min(8, id.pattern.utf8CodeUnitCount) {
            // Safe: a StaticString literal holds utf8CodeUnitCount bytes for the life of the process.
            let byte = id.pattern.utf8Start[i]
            // `9` stands for any digit.
            guard byte.isDigit, byte != "9" else { continue }
            head |= UInt64(byte) << UInt64(8 * i)
            head_mask |= 0xFF << UInt64(8 * i)
        }
    }
}

extension UInt32 {
    /// The first three of the lengths in a shape, with all that may follow where there are but two.
    fileprivate var beginnings: ClosedRange<UInt32> {
        if self < 0x100 { return self << 4...(self << 4 | 15) }
        return self < 0x1000 ? self...self : (self >> 4).beginnings
    }
}
