import TacitPages
import TacitSeal
import TacitStores

/// All bytes of all files, whatever they are.
extension StorageInspection {
    /// How far a text or a key may reach from one block into the next.
    private static let overlap = 4096

    func lookAtBytes() {
        for file in files where file.kind == .file {
            let place = prefix + file.name
            switch StoredKind(file) {
            case .database: lookAtDatabase(file)
            case .databaseLog: break
            default:
                guard let bytes = StoredBytes(file.path) else {
                    guard Files.exist(file.path) else { continue }
                    fault(\.known, at: place, "can't be read", remedy: "run this as the folder's owner")
                    continue
                }
                checks.clean.examined += file.size
                bytes.forEachBlock(overlap: Self.overlap) { bytes, start in
                    search(bytes, of: file) { "\(place), offset \(start + $0)" }
                    let sealed = ciphertext[file.name].map { $0.lowerBound - start..<$0.upperBound - start } ?? 0..<0
                    scrub(bytes, hasCodes: StoredKind(file)?.hasCodes == true, except: sealed) {
                        "\(place), offset \(start + $0)"
                    }
                }
            }
        }
        checks.addresses.examined = checks.clean.examined
        if (try? TokenFile(in: state).read()) == nil {
            fault(
                \.envelopes, at: prefix + "tokens.json", "can't be read",
                remedy: "put the file back from your backup of the folder")
        }
    }

    /// Looks for keys and exact figures.
    func search(_ bytes: UnsafeRawBufferPointer, of file: StoredFile, _ place: (Int) -> String) {
        let isMaster = StoredKind(file) == .masterKey
        keys.needles.forEachMatch(in: bytes) { needle, offset in
            // In its own file it lies as it is, and there is nothing else.
            if isMaster, offset == 0, keys.name(of: needle) == "the master key" { return }
            fault(
                \.keys, at: place(offset), "holds \(keys.name(of: needle))",
                remedy: "take the key for known to others: find out what wrote it, delete it, and begin a new folder")
        }
        exact.forEachMatch(in: bytes) { _, offset in
            fault(
                \.exact, at: place(offset), "holds an exact figure of a closed window",
                remedy: "do not pass the folder on; find out what wrote it, delete it and `VACUUM`")
        }
    }

    // MARK: Store

    /// A collector may be bringing its log into the store just now: what does not fit together is looked at anew.
    private func image(of file: StoredFile) -> SQLiteImage? {
        var image = SQLiteImage(file.path)
        for _ in 0..<5 where image?.faults.isEmpty == false {
            image = SQLiteImage(file.path)
        }
        return image
    }

    private func lookAtDatabase(_ file: StoredFile) {
        let place = prefix + file.name
        guard let image = image(of: file) else {
            fault(\.sound, at: place, "is no SQLite file", remedy: "restore it from a backup")
            return
        }
        self.image = image
        endings = image.trees.map(ending)
        for fault in image.faults {
            self.fault(
                \.sound, at: "\(place), page \(fault.page)", fault.what,
                remedy: "copy the folder, then run `PRAGMA integrity_check` on it, and restore it from a backup")
        }
        if image.needsRewriting {
            fault(
                \.free, at: place, "was not written anew since rows were removed from it",
                remedy: "start the collector, which does it, and see its log where it can't")
        }
        checks.sound.examined += image.pageCount
        image.file.forEachBlock(overlap: image.pageSize) { bytes, start in
            checks.clean.examined += bytes.count - (start == 0 ? 0 : image.pageSize)
            search(bytes, of: file) { offset in
                self.place(place, image, page: (start + offset) / image.pageSize + 1, start + offset)
            }
            // A block begins with the last page of the one before it.
            var offset = start == 0 ? 0 : image.pageSize
            while offset < bytes.count {
                let page = UnsafeRawBufferPointer(rebasing: bytes[offset..<min(offset + image.pageSize, bytes.count)])
                lookAtPage(page, (start + offset) / image.pageSize + 1, image, in: place, at: start + offset)
                offset += image.pageSize
            }
        }
        lookAtLog(of: image, file)
    }

    private func place(_ file: String, _ image: SQLiteImage, page: Int, _ offset: Int) -> String {
        let use = page <= image.uses.count ? image.name(of: image.uses[page - 1]) : "behind the end"
        return "\(file), page \(page) (\(use)), offset \(offset)"
    }

    /// - Parameter start: where the page lies in its file.
    private func lookAtPage(
        _ page: UnsafeRawBufferPointer, _ number: Int, _ image: SQLiteImage, in file: String, at start: Int
    ) {
        let use = number <= image.uses.count ? image.uses[number - 1] : .unknown
        func raw(_ range: Range<Int>, _ what: String = "") {
            scrub(UnsafeRawBufferPointer(rebasing: page[range])) { offset in
                place(file, image, page: number, start + range.lowerBound + offset) + what
            }
        }
        if use == .free || use == .trunk {
            checks.free.examined += 1
            // Those of the list hold page numbers alone.
            if use == .free, image.log?.pages[number] == nil, page.contains(where: { $0 != 0 }) {
                fault(
                    \.free, at: place(file, image, page: number, start), "is free and was not overwritten",
                    remedy: "stop the collector and run `VACUUM` on it; then find out what deleted without overwriting")
            }
            return raw(0..<page.count)
        }
        guard case .tree(let tree) = use,
            let parts = SQLitePage(page, isFirst: number == 1, reserved: image.reserved)
        else { return raw(0..<page.count) }
        let isInForce = image.log?.pages[number] == nil
        let isWhole = parts.forEachPart(
            { record in
                for value in record.values where value.type >= 12 {
                    if SQLiteBytes.isText(value.type), isNumbers(page[value.range]) { continue }
                    raw(value.range, ", row \(record.cell + 1) of the page")
                }
                look(at: record, page, endings[tree], isInForce: isInForce) { offset in
                    place(file, image, page: number, start + offset)
                }
            }, rest: { raw($0) },
            freed: { freed in
                lookAtFreed(page[freed], place(file, image, page: number, start + freed.lowerBound))
            })
        // As it was read, not as it is in force: a log holds what is newer.
        if !isWhole, isInForce, number <= image.pageCount {
            fault(
                \.sound, at: place(file, image, page: number, start), "has bytes that belong to no row",
                remedy: "copy the folder, then run `PRAGMA integrity_check` on it")
        }
    }

    /// Room in a page from which something was deleted.
    ///
    /// Where such stretches were joined, the four bytes with which one began may stay, and three of a gap before them: more that is
    /// no zero was somebody's.
    private func lookAtFreed(_ bytes: Slice<UnsafeRawBufferPointer>, _ place: @autoclosure () -> String) {
        checks.free.examined += 1
        var run = 0
        for byte in bytes {
            run = byte == 0 ? 0 : run + 1
            guard run > 7 else { continue }
            return fault(
                \.free, at: place(), "has room from which something was deleted and not overwritten",
                remedy: "stop the collector and run `VACUUM` on it; then find out what deleted without overwriting")
        }
    }

    private func isNumbers(_ text: Slice<UnsafeRawBufferPointer>) -> Bool {
        text.allSatisfy { $0 &- 0x30 < 10 || $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "-") }
    }

    /// When the rows of a table end: the column that says it, and how much later they must be gone.
    struct Ending {
        let table: String
        let column: Int
        let columns: Int
        let after: Int64
    }

    private func ending(of tree: SQLiteImage.Tree) -> Ending? {
        let (name, after): (Substring, Int64) =
            tree.name == "intake" ? ("day", limits.operational.seconds) : ("expires_at", 0)
        return tree.columns.firstIndex(of: name).map {
            Ending(table: tree.name, column: $0, columns: tree.columns.count, after: after)
        }
    }

    /// - Parameter isInForce: a page of an earlier time may have been another table's.
    private func look(
        at record: SQLitePage.Record, _ page: UnsafeRawBufferPointer, _ end: Ending?, isInForce: Bool,
        _ place: (Int) -> String
    ) {
        guard let end, end.column < record.values.count, isInForce || record.values.count == end.columns
        else { return }
        checks.expired.examined += 1
        let value = record.values[end.column]
        guard let expires = SQLiteBytes.integer(page, value.range, type: value.type), expires + end.after < latest
        else { return }
        fault(
            \.expired, at: place(value.range.lowerBound),
            "holds a row of \(end.table) that expired on \(TimeText.day(expires + end.after))",
            remedy: "start the collector, which deletes it, and see its log")
    }

    /// The purge runs every hour.
    var latest: Int64 { now - 2 * 3600 }

    private func lookAtLog(of image: SQLiteImage, _ file: StoredFile) {
        guard let log = image.logFile, log.size > 0 else { return }
        let place = prefix + file.name + "-wal"
        checks.clean.examined += log.size
        func inLog(_ offset: Int) -> String {
            let step = image.pageSize + WriteAheadLog.frameHeaderSize
            let frame = max(0, offset - WriteAheadLog.headerSize) / step
            let head = log.read(4, from: WriteAheadLog.place(of: frame, pageSize: image.pageSize))
            let number = head.withUnsafeBytes { SQLiteBytes.number($0, at: 0, bytes: 4) }
            return "\(place), frame \(frame + 1) (page \(number)), offset \(offset)"
        }
        log.forEachBlock(overlap: Self.overlap) { bytes, start in
            search(bytes, of: file) { inLog(start + $0) }
            if image.log == nil { scrub(bytes) { "\(place), offset \(start + $0)" } }
        }
        guard image.log != nil else { return }
        let frame = UnsafeMutableRawBufferPointer.allocate(
            byteCount: image.pageSize + WriteAheadLog.frameHeaderSize, alignment: 8)
        defer { frame.deallocate() }
        var start = WriteAheadLog.headerSize
        while true {
            let count = log.read(into: frame, from: start)
            guard count > WriteAheadLog.frameHeaderSize else { return }
            let bytes = UnsafeRawBufferPointer(rebasing: frame[..<count])
            lookAtFrame(
                UnsafeRawBufferPointer(rebasing: bytes[WriteAheadLog.frameHeaderSize...]),
                SQLiteBytes.number(bytes, at: 0, bytes: 4), image, at: start + WriteAheadLog.frameHeaderSize, inLog)
            start += count
        }
    }

    /// A page as it was at some time.
    private func lookAtFrame(
        _ page: UnsafeRawBufferPointer, _ number: Int, _ image: SQLiteImage, at start: Int, _ place: (Int) -> String
    ) {
        func raw(_ range: Range<Int>) {
            scrub(UnsafeRawBufferPointer(rebasing: page[range])) { place(start + range.lowerBound + $0) }
        }
        guard page.count == image.pageSize,
            let parts = SQLitePage(page, isFirst: number == 1, reserved: image.reserved)
        else { return raw(0..<page.count) }
        var end: Ending?
        if number >= 1, number <= image.uses.count, case .tree(let index) = image.uses[number - 1] {
            end = endings[index]
        }
        _ = parts.forEachPart(
            { record in
                for value in record.values where value.type >= 12 {
                    if SQLiteBytes.isText(value.type), isNumbers(page[value.range]) { continue }
                    raw(value.range)
                }
                look(at: record, page, end, isInForce: false) { place(start + $0) }
            }, rest: { raw($0) }, freed: { lookAtFreed(page[$0], place(start + $0.lowerBound)) })
    }
}
