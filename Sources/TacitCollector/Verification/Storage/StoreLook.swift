import TacitPages

/// Looks at the pages of a store, those in its log among them, record by record.
struct StoreLook: Sendable {
    /// What the file is called in findings.
    let name: String
    let image: SQLiteImage
    /// By tree of the store.
    let endings: [Ending?]
    /// What ended before should be gone.
    let latest: Int64

    /// When the rows of a table end: the column that says it, and how much later they must be gone.
    struct Ending: Sendable {
        let table: String
        let column: Int
        let columns: Int
        let after: Int64
    }

    /// Pages that are read together.
    private static let block = 1 << 18

    // MARK: The file

    /// Looks at a range of whole pages.
    func lookAtPages(in range: Range<Int>, _ look: ByteLook) {
        let size = image.pageSize
        image.file.forEachBlock(in: range, overlap: size, block: max(size, Self.block)) { bytes, start, seen in
            look.checks.clean.examined += bytes.count - seen
            look.search(bytes) { place(page: (start + $0) / size + 1, start + $0) }
            for offset in stride(from: seen, to: bytes.count, by: size) {
                let page = UnsafeRawBufferPointer(rebasing: bytes[offset..<min(offset + size, bytes.count)])
                lookAtPage(page, (start + offset) / size + 1, at: start + offset, look)
            }
        }
    }

    private func place(page: Int, _ offset: Int) -> String {
        let use = page <= image.uses.count ? image.name(of: image.uses[page - 1]) : "behind the end"
        return "\(name), page \(page) (\(use)), offset \(offset)"
    }

    /// - Parameter start: where the page lies in its file.
    private func lookAtPage(_ page: UnsafeRawBufferPointer, _ number: Int, at start: Int, _ look: ByteLook) {
        let use = number <= image.uses.count ? image.uses[number - 1] : .unknown
        let isInForce = image.log?.pages[number] == nil
        if use == .free || use == .trunk {
            look.checks.free.examined += 1
            // Those of the list hold page numbers alone.
            if use == .free, isInForce, page.contains(where: { $0 != 0 }) {
                look.checks.fault(
                    \.free, at: place(page: number, start), "is free and was not overwritten",
                    remedy: "stop the collector and run `VACUUM` on it; then find out what deleted without overwriting")
            }
        }
        let lies = SQLiteImage.Place(isInLog: false, offset: start)
        guard case .tree(let tree) = use,
            let parts = SQLitePage(page, isFirst: number == 1, reserved: image.reserved)
        else { return look.scrub(page, in: lies) { place(page: number, start + $0) } }
        let isWhole = lookAtParts(of: parts, lies, endings[tree], isInForce: isInForce, look) { offset, row in
            place(page: number, start + offset) + (row.map { ", row \($0 + 1) of the page" } ?? "")
        }
        // As it was read, not as it is in force: a log holds what is newer.
        if !isWhole, isInForce, number <= image.pageCount {
            look.checks.fault(
                \.sound, at: place(page: number, start), "has bytes that belong to no row",
                remedy: "copy the folder, then run `PRAGMA integrity_check` on it")
        }
    }

    // MARK: Its log

    /// Looks at a range of whole frames, and at the log's head before the first.
    func lookAtFrames(in range: Range<Int>, _ look: ByteLook) {
        let step = frameSize
        let block = max(1, Self.block / step) * step
        image.logFile?.forEachBlock(in: range, overlap: step, block: block) { bytes, start, seen in
            look.checks.clean.examined += start == 0 ? bytes.count : bytes.count - seen
            look.search(bytes) { place(inLog: start + $0) }
            for offset in stride(from: seen, to: bytes.count, by: step) {
                let frame = UnsafeRawBufferPointer(rebasing: bytes[offset..<min(offset + step, bytes.count)])
                // Behind the last whole frame anything may stand.
                guard frame.count == step else {
                    look.scrub(frame) { place(inLog: start + offset + $0) }
                    continue
                }
                let (head, page) = (frame[..<WriteAheadLog.frameHeaderSize], frame[WriteAheadLog.frameHeaderSize...])
                look.scrub(UnsafeRawBufferPointer(rebasing: head)) { place(inLog: start + offset + $0) }
                let at = start + offset + head.count
                let number = SQLiteBytes.number(frame, at: 0, bytes: 4)
                lookAtFrame(UnsafeRawBufferPointer(rebasing: page), number, at: at, look)
            }
        }
    }

    /// Looks at all of what lies in the log's place and is none.
    func lookAtBytesOfLog(overlap: Int, _ look: ByteLook) {
        image.logFile?.forEachBlock(overlap: overlap) { bytes, start, _ in
            look.search(bytes) { place(inLog: start + $0) }
            look.scrub(bytes) { "\(name)-wal, offset \(start + $0)" }
        }
    }

    private var frameSize: Int { image.pageSize + WriteAheadLog.frameHeaderSize }

    private func place(inLog offset: Int) -> String {
        let frame = max(0, offset - WriteAheadLog.headerSize) / frameSize
        let head = image.logFile?.read(4, from: WriteAheadLog.place(of: frame, pageSize: image.pageSize)) ?? []
        let number = head.withUnsafeBytes { SQLiteBytes.number($0, at: 0, bytes: 4) }
        return "\(name)-wal, frame \(frame + 1) (page \(number)), offset \(offset)"
    }

    /// A page as it was at some time.
    ///
    /// - Parameter start: where it lies in the log.
    private func lookAtFrame(_ page: UnsafeRawBufferPointer, _ number: Int, at start: Int, _ look: ByteLook) {
        let lies = SQLiteImage.Place(isInLog: true, offset: start)
        guard page.count == image.pageSize,
            let parts = SQLitePage(page, isFirst: number == 1, reserved: image.reserved)
        else { return look.scrub(page, in: lies) { place(inLog: start + $0) } }
        var ending: Ending?
        if number >= 1, number <= image.uses.count, case .tree(let tree) = image.uses[number - 1] {
            ending = endings[tree]
        }
        _ = lookAtParts(of: parts, lies, ending, isInForce: false, look) { offset, _ in place(inLog: start + offset) }
    }

    // MARK: A page

    /// Looks at every value and at all between them; whether each byte belongs to something.
    ///
    /// - Parameters:
    ///   - lies: where the page lies.
    ///   - isInForce: a page of an earlier time may have been another table's.
    ///   - place: says where an offset of the page is, and in which of its rows.
    private func lookAtParts(
        of page: SQLitePage, _ lies: SQLiteImage.Place, _ ending: Ending?, isInForce: Bool, _ look: ByteLook,
        _ place: (Int, Int?) -> String
    ) -> Bool {
        func scrub(_ range: Range<Int>, row: Int? = nil) {
            look.scrub(UnsafeRawBufferPointer(rebasing: page.bytes[range]), in: lies, at: range.lowerBound) {
                place(range.lowerBound + $0, row)
            }
        }
        return page.forEachPart(
            { record in
                for value in record.values where value.type >= 12 {
                    if SQLiteBytes.isText(value.type), isNumbers(page.bytes[value.range]) { continue }
                    scrub(value.range, row: record.cell)
                }
                lookAtEnd(of: record, page.bytes, ending, isInForce: isInForce, look) { place($0, nil) }
            },
            rest: { scrub($0) },
            freed: { lookAtFreed(page.bytes[$0], look, place($0.lowerBound, nil)) })
    }

    /// Room in a page from which something was deleted.
    ///
    /// Where such stretches were joined, the four bytes with which one began may stay, and three of a gap before them: more that is
    /// no zero was somebody's.
    private func lookAtFreed(
        _ bytes: Slice<UnsafeRawBufferPointer>, _ look: ByteLook, _ place: @autoclosure () -> String
    ) {
        look.checks.free.examined += 1
        var run = 0
        for byte in bytes {
            run = byte == 0 ? 0 : run + 1
            guard run > 7 else { continue }
            return look.checks.fault(
                \.free, at: place(), "has room from which something was deleted and not overwritten",
                remedy: "stop the collector and run `VACUUM` on it; then find out what deleted without overwriting")
        }
    }

    private func isNumbers(_ text: Slice<UnsafeRawBufferPointer>) -> Bool {
        text.allSatisfy { $0 &- 0x30 < 10 || $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "-") }
    }

    private func lookAtEnd(
        of record: SQLitePage.Record, _ page: UnsafeRawBufferPointer, _ end: Ending?, isInForce: Bool,
        _ look: ByteLook, _ place: (Int) -> String
    ) {
        guard let end, end.column < record.values.count, isInForce || record.values.count == end.columns
        else { return }
        look.checks.expired.examined += 1
        let value = record.values[end.column]
        guard let since = SQLiteBytes.integer(page, value.range, type: value.type) else { return }
        // Who altered a row may have put any number there.
        let (expires, isAbsurd) = since.addingReportingOverflow(end.after)
        guard !isAbsurd, expires < latest else { return }
        look.checks.fault(
            \.expired, at: place(value.range.lowerBound),
            "holds a row of \(end.table) that expired on \(TimeText.day(expires))",
            remedy: "start the collector, which deletes it, and see its log")
    }
}
