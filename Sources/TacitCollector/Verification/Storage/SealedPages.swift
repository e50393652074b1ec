import TacitStores

/// The sealed values of a store, found by its bytes alone: in the pages in force, and in those that its log still has.
///
/// What lies within one that opens is no text, whatever it looks like. All else is what it was found to be: a value that does not open,
/// what stands behind it in its last page, a row's other columns.
struct SealedPages {
    private let image: SQLiteImage
    private var findingsByPage: [SQLiteImage.Place: [PageFinding]]
    /// Pages in which the rest of a payload began that was looked at.
    private var seen: Set<SQLiteImage.Place> = []
    /// Pages that may still be read. Those of a sound store are read once, and again where a row beside has a finding.
    private var left: Int

    /// What is said of a row by the bytes: whether its last two values are a key and a box that open.
    typealias IsSealed = ([SQLiteValue]) -> Bool

    init(in image: SQLiteImage, with findings: [PageFinding]) {
        self.image = image
        findingsByPage = Dictionary(grouping: findings, by: \.page)
        left = 4 * (image.pageCount + (image.log?.frames ?? 0))
    }

    /// Those that are left, in the order of their places.
    var findings: [PageFinding] {
        findingsByPage.values.joined().sorted {
            ($0.page.isInLog ? 1 : 0, $0.page.offset, $0.range.lowerBound)
                < ($1.page.isInLog ? 1 : 0, $1.page.offset, $1.range.lowerBound)
        }
    }

    /// Looks at each row that may hold a sealed value, and takes away the findings that lie within one.
    mutating func dropSealed(_ isSealed: IsSealed) {
        for (index, use) in image.uses.enumerated() {
            guard case .tree(let tree) = use, image.trees[tree].columns.suffix(2) == ["key", "box"],
                let place = image.place(of: index + 1)
            else { continue }
            look(at: place, isSealed) { [image] in image.place(of: $0) }
        }
        lookAtLog(isSealed)
    }

    // MARK: Log

    /// The frames of each transaction, those of earlier rounds too, which lie behind the newest.
    private mutating func lookAtLog(_ isSealed: IsSealed) {
        guard let file = image.logFile, let log = image.log else { return }
        var pages: [Int: SQLiteImage.Place] = [:]
        var transaction: [(number: Int, place: SQLiteImage.Place)] = []
        var salt: ArraySlice<UInt8> = []
        for frame in 0..<log.frames {
            let start = WriteAheadLog.place(of: frame, pageSize: image.pageSize)
            let head = file.read(WriteAheadLog.frameHeaderSize, from: start)
            guard head.count == WriteAheadLog.frameHeaderSize else { break }
            if head[8..<16] != salt {
                look(at: transaction, pages, isSealed)
                (pages, transaction, salt) = ([:], [], head[8..<16])
            }
            let (number, count) = head.withUnsafeBytes {
                (SQLiteBytes.number($0, at: 0, bytes: 4), SQLiteBytes.number($0, at: 4, bytes: 4))
            }
            let place = SQLiteImage.Place(isInLog: true, offset: start + head.count)
            pages[number] = place
            transaction.append((number, place))
            guard count > 0 else { continue }
            look(at: transaction, pages, isSealed)
            transaction = []
        }
        look(at: transaction, pages, isSealed)
    }

    private mutating func look(
        at transaction: [(number: Int, place: SQLiteImage.Place)], _ pages: [Int: SQLiteImage.Place],
        _ isSealed: IsSealed
    ) {
        for frame in transaction where frame.number != 1 {
            look(at: frame.place, isSealed) { [image] in pages[$0] ?? image.placeInFile(of: $0) }
        }
    }

    // MARK: Rows

    /// - Parameter place: where pages lay when this one was written.
    private mutating func look(
        at page: SQLiteImage.Place, _ isSealed: IsSealed, _ place: (Int) -> SQLiteImage.Place?
    ) {
        // A row's two values lie in its page, or where its payload goes on.
        guard left > 0, !findingsByPage.isEmpty else { return }
        let hasFindings = findingsByPage[page] != nil
        let payloads = image.withPage(at: page) { bytes in
            // Cells of a sound page don't overlap; those of another could hold all of it, each of them.
            var room = bytes.count
            return SQLitePage(bytes, isFirst: false, reserved: image.reserved)?.payloads
                .prefix { payload in
                    room -= payload.local.count
                    return room >= 0
                }
                .filter { hasFindings || $0.overflow != nil }
                .map { (payload: Payload(bytes[$0.local], $0.local, in: page), size: $0.size, overflow: $0.overflow) }
        }
        for (payload, size, overflow) in (payloads ?? nil) ?? [] {
            var payload = payload
            if let overflow {
                guard let first = place(overflow), seen.insert(first).inserted || hasFindings else {
                    continue
                }
                follow(overflow, to: size, &payload, place)
            }
            guard payload.bytes.count == size, payload.parts.contains(where: { findingsByPage[$0.page] != nil }),
                let row = Row(payload.bytes), isSealed(row.values)
            else { continue }
            takeAway(within: row.sealed, of: payload)
        }
    }

    /// Reads the rest of a payload.
    private mutating func follow(
        _ overflow: Int, to size: Int, _ payload: inout Payload, _ place: (Int) -> SQLiteImage.Place?
    ) {
        var next = overflow
        while payload.bytes.count < size, left > 0, let page = place(next) {
            left -= 1
            let rest = 4..<min(image.usable, 4 + size - payload.bytes.count)
            let number = image.withPage(at: page) { bytes in
                payload.append(bytes[rest], rest, in: page)
                return SQLiteBytes.number(bytes, at: 0, bytes: 4)
            }
            guard let number else { return }
            next = number
        }
    }

    private mutating func takeAway(within sealed: Range<Int>, of payload: Payload) {
        for part in payload.parts {
            findingsByPage[part.page]?.removeAll { finding in
                // A page where a payload goes on begins with four bytes that say where the next one is.
                let start = max(4, finding.range.lowerBound)
                guard start < finding.range.upperBound, part.range.lowerBound <= start,
                    finding.range.upperBound <= part.range.upperBound
                else { return false }
                let move = part.start - part.range.lowerBound
                return sealed.lowerBound <= start + move && finding.range.upperBound + move <= sealed.upperBound
            }
            if findingsByPage[part.page]?.isEmpty == true { findingsByPage[part.page] = nil }
        }
    }
}

extension SealedPages {
    /// What a cell holds, put together from its pages.
    private struct Payload {
        private(set) var bytes: [UInt8] = []
        /// Where its bytes lie, and with which byte of it each stretch begins.
        private(set) var parts: [(page: SQLiteImage.Place, range: Range<Int>, start: Int)] = []

        init(_ bytes: Slice<UnsafeRawBufferPointer>, _ range: Range<Int>, in page: SQLiteImage.Place) {
            append(bytes, range, in: page)
        }

        mutating func append(_ more: Slice<UnsafeRawBufferPointer>, _ range: Range<Int>, in page: SQLiteImage.Place) {
            parts.append((page, range, bytes.count))
            bytes.append(contentsOf: more)
        }
    }

    /// A row whose last two values may be a wrapped key and a box.
    private struct Row {
        let values: [SQLiteValue]
        /// Where the two lie in the payload.
        let sealed: Range<Int>

        init?(_ payload: [UInt8]) {
            var found: [(type: Int64, range: Range<Int>)] = []
            let values: [SQLiteValue]? = payload.withUnsafeBytes { bytes in
                guard SQLiteBytes.readRecord(bytes, in: 0..<bytes.count, into: &found) else { return nil }
                return found.map { SQLiteValue(bytes, $0.range, type: $0.type) }
            }
            guard let values, values.count >= 2 else { return nil }
            self.values = values
            sealed = found[found.count - 2].range.lowerBound..<found[found.count - 1].range.upperBound
        }
    }
}

extension SQLiteValue {
    fileprivate init(_ bytes: UnsafeRawBufferPointer, _ range: Range<Int>, type: Int64) {
        if let integer = SQLiteBytes.integer(bytes, range, type: type) {
            self = .integer(integer)
        } else if SQLiteBytes.isText(type) {
            self = .text(String(decoding: bytes[range], as: UTF8.self))
        } else if type >= 12 {
            self = .blob(Array(bytes[range]))
        } else {
            self = .other
        }
    }
}
