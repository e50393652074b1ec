import TacitSeal

/// What one frame holds: records of one hour, with the words that they use.
///
/// It tells all that is needed to read it, whatever the catalog says by then.
struct DetailFrame {
    /// Frames have whole multiples of so many bytes before they are encrypted, so that a file's length tells little of how many
    /// records it holds.
    static let grain = 1024

    private var words: [String] = []
    private var numbers: [String: Int] = [:]
    private var shapes: [Shape] = []
    private var shapeNumbers: [Shape: Int] = [:]
    private var content = JournalWriter()
    private(set) var count = 0

    /// What records have in common: event, metrics, and names and units of fields, as words.
    private struct Shape: Hashable {
        let event: Int
        let metrics: [Int]
        let fields: [Int]
    }

    init() {}

    /// About how long it is.
    var size: Int { content.bytes.count }

    mutating func add(_ record: DetailRecord) {
        let shape = Shape(
            event: number(of: record.event), metrics: record.metrics.map { number(of: $0) },
            fields: record.fields.flatMap { [number(of: $0.name), number(of: $0.unit)] })
        content.write(number(of: shape))
        for field in record.fields {
            switch field.value {
            case .absent: content.write(0)
            case .number(let number):
                content.write(1)
                content.write(number.bitPattern.littleEndianBytes)
            case .text(let text):
                content.write(2)
                content.write(number(of: text))
            }
        }
        count += 1
    }

    private mutating func number(of word: String) -> Int {
        if let number = numbers[word] { return number }
        numbers[word] = words.count
        words.append(word)
        return words.count - 1
    }

    private mutating func number(of shape: Shape) -> Int {
        if let number = shapeNumbers[shape] { return number }
        shapeNumbers[shape] = shapes.count
        shapes.append(shape)
        return shapes.count - 1
    }

    /// Words, shapes, then records, and zeros up to the next multiple of ``grain``.
    var bytes: [UInt8] {
        var writer = JournalWriter()
        writer.write(words.count)
        for word in words { writer.write(word.utf8) }
        writer.write(shapes.count)
        for shape in shapes {
            writer.write(shape.event)
            writer.write(shape.metrics.count)
            for metric in shape.metrics { writer.write(metric) }
            writer.write(shape.fields.count / 2)
            for word in shape.fields { writer.write(word) }
        }
        writer.write(count)
        let bytes = writer.bytes + content.bytes
        return bytes + [UInt8](repeating: 0, count: (Self.grain - bytes.count % Self.grain) % Self.grain)
    }
}

extension DetailFrame {
    /// Calls `word` with every word of a frame and `record` with every record of it, which is of this hour.
    static func read(
        _ bytes: [UInt8], hour: Int64, word: (String) -> Void = { _ in }, record: (DetailRecord) -> Void
    ) throws(JournalReader.Fault) {
        var reader = JournalReader(bytes)
        var words: [String] = []
        for _ in 0..<(try reader.count()) { words.append(try reader.text()) }
        words.forEach(word)
        var shapes: [DetailRecord] = []
        for _ in 0..<(try reader.count()) { shapes.append(try shape(from: &reader, words, hour)) }
        for _ in 0..<(try reader.count()) {
            var read = shapes[try reader.index(below: shapes.count)]
            for field in read.fields.indices { read.fields[field].value = try value(from: &reader, words) }
            record(read)
        }
    }

    private static func shape(
        from reader: inout JournalReader, _ words: [String], _ hour: Int64
    ) throws(JournalReader.Fault) -> DetailRecord {
        var record = DetailRecord(
            hour: hour, event: words[try reader.index(below: words.count)], metrics: [], fields: [])
        for _ in 0..<(try reader.count()) { record.metrics.append(words[try reader.index(below: words.count)]) }
        for _ in 0..<(try reader.count()) {
            let (name, unit) = (try reader.index(below: words.count), try reader.index(below: words.count))
            record.fields.append(.init(name: words[name], unit: words[unit], value: .absent))
        }
        return record
    }

    private static func value(
        from reader: inout JournalReader, _ words: [String]
    ) throws(JournalReader.Fault) -> DetailRecord.Value {
        switch try reader.number() {
        case 0: return .absent
        case 1:
            let bytes = try reader.bytes()
            guard bytes.count == 8 else { throw JournalReader.Fault() }
            return .number(Double(bitPattern: UInt64(littleEndianBytes: bytes)))
        case 2: return .text(words[try reader.index(below: words.count)])
        default: throw JournalReader.Fault()
        }
    }
}
