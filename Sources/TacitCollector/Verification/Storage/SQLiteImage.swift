/// A SQLite file with its write-ahead log, as they lie on the disk: which page is what, found from the bytes alone.
///
/// No lock is taken and nothing is asked of SQLite: whoever writes to the file is not kept from it.
struct SQLiteImage: Sendable {
    enum Use: Equatable, Sendable {
        /// Nothing leads to it.
        case unknown
        case tree(Int)
        /// Where a value of a tree goes on.
        case overflow(Int)
        /// A page of the list of free pages, and one that it names.
        case trunk, free
        case pointerMap, lock
    }

    /// A table or an index.
    struct Tree: Sendable {
        let name: String
        /// The table that it is, or is of.
        let table: String
        let root: Int
        /// Of a table, in the order in which a row has them.
        let columns: [Substring]

        init(name: String, table: String, sql: String, root: Int) {
            self.name = name
            self.table = table
            self.root = root
            columns = sql.hasPrefix("CREATE TABLE") ? SQLiteColumns.names(in: sql) : []
        }
    }

    let pageSize: Int
    let reserved: Int
    /// Whether it says itself that it is to be written anew, because of what was removed from it.
    let needsRewriting: Bool
    let pageCount: Int
    let log: WriteAheadLog?
    /// What lies beside it as its log; `nil` where nothing does.
    let logFile: StoredBytes?
    /// The first one is the list of the others.
    private(set) var trees: [Tree] = [Tree(name: "sqlite_schema", table: "sqlite_schema", sql: "", root: 1)]
    /// By page number less one.
    private(set) var uses: [Use]
    /// Pages that are not as the format says, with what is wrong.
    private(set) var faults: [(page: Int, what: String)] = []
    let file: StoredBytes

    /// `nil` where there is no file of SQLite's.
    init?(_ path: String) {
        guard let file = StoredBytes(path) else { return nil }
        let logFile = StoredBytes(path + "-wal")
        let log = logFile.flatMap { WriteAheadLog($0) }
        let head = (log?.pages[1].map { (logFile ?? file).read(100, from: $0) }) ?? file.read(100, from: 0)
        guard head.count == 100, head.starts(with: Array("SQLite format 3\0".utf8)) else { return nil }
        let size = head.withUnsafeBytes { SQLiteBytes.number($0, at: 16, bytes: 2) }
        let pageSize = size == 1 ? 65536 : size
        guard pageSize >= 512, pageSize & (pageSize - 1) == 0, pageSize - Int(head[20]) >= 480,
            (log?.pageSize ?? pageSize) == pageSize
        else {
            return nil
        }
        self.pageSize = pageSize
        reserved = Int(head[20])
        needsRewriting = head.withUnsafeBytes { head in
            SQLiteBytes.number(head, at: 60, bytes: 4) > SQLiteBytes.number(head, at: 40, bytes: 4)
        }
        let told = head.withUnsafeBytes { SQLiteBytes.number($0, at: 28, bytes: 4) }
        let there = (file.size + pageSize - 1) / pageSize
        // A number that nothing stands behind must not take memory.
        let most = there + (log?.frames ?? 0)
        pageCount = min(most, log?.pageCount ?? (told > 0 && told <= there ? told : there))
        self.file = file
        self.log = log
        self.logFile = logFile
        uses = [Use](repeating: .unknown, count: max(1, pageCount))
        walkSchema()
        for tree in trees.indices.dropFirst() { walk(tree) { _, _ in } }
        walkFreePages(head)
        markSpecialPages(head)
    }

    var usable: Int { pageSize - reserved }

    /// How the place of a page is said.
    func name(of use: Use) -> String {
        switch use {
        case .unknown: "nothing leads to it"
        case .tree(let tree): trees[tree].name
        case .overflow(let tree): "\(trees[tree].name), long values"
        case .trunk, .free: "free"
        case .pointerMap: "pointers"
        case .lock: "never used"
        }
    }

    /// Where a page lies as it was written at some time.
    struct Place: Hashable, Sendable {
        let isInLog: Bool
        /// Of the file.
        let offset: Int
    }

    /// Where a page lies as it is in force; `nil` where there is none of that number.
    func place(of number: Int) -> Place? {
        guard number >= 1, number <= pageCount else { return nil }
        return log?.pages[number].map { Place(isInLog: true, offset: $0) } ?? placeInFile(of: number)
    }

    /// Where a page lies that no log has.
    func placeInFile(of number: Int) -> Place? {
        number >= 1 && number <= pageCount ? Place(isInLog: false, offset: (number - 1) * pageSize) : nil
    }

    /// Lends the bytes of a page as they are in force; `nil` where there is none of that number.
    func withPage<T>(_ number: Int, _ body: (UnsafeRawBufferPointer) -> T) -> T? {
        place(of: number).flatMap { withPage(at: $0, body) }
    }

    /// Lends the bytes of a page as they lie in a place; `nil` where it is gone.
    func withPage<T>(at place: Place, _ body: (UnsafeRawBufferPointer) -> T) -> T? {
        guard let source = place.isInLog ? logFile : file else { return nil }
        return withUnsafeTemporaryAllocation(byteCount: pageSize, alignment: 8) { page in
            source.read(into: page, from: place.offset) == pageSize ? body(UnsafeRawBufferPointer(page)) : nil
        }
    }

    // MARK: Trees

    private mutating func claim(_ number: Int, as use: Use) -> Bool {
        guard number >= 1, number <= pageCount else {
            faults.append((number, "is named and is not there"))
            return false
        }
        guard uses[number - 1] == .unknown else {
            faults.append((number, "is used twice"))
            return false
        }
        uses[number - 1] = use
        return true
    }

    /// Calls `body` with each page of a tree that holds records.
    private mutating func walk(_ tree: Int, _ body: (SQLitePage, Int) -> Void) {
        var waiting = [trees[tree].root]
        while let number = waiting.popLast() {
            guard claim(number, as: .tree(tree)) else { continue }
            let next: (children: [Int], overflows: [Int])? =
                withPage(number) { bytes -> (children: [Int], overflows: [Int])? in
                    guard let page = SQLitePage(bytes, isFirst: number == 1, reserved: reserved) else { return nil }
                    body(page, number)
                    return (page.children, page.payloads.compactMap(\.overflow))
                } ?? nil
            guard let next else {
                faults.append((number, "is no page of \(trees[tree].name)"))
                continue
            }
            waiting += next.children
            for overflow in next.overflows { follow(overflow, tree) }
        }
    }

    private mutating func follow(_ first: Int, _ tree: Int) {
        var number = first
        while number != 0, claim(number, as: .overflow(tree)) {
            number = withPage(number) { SQLiteBytes.number($0, at: 0, bytes: 4) } ?? 0
        }
    }

    private mutating func walkSchema() {
        var found: [Tree] = []
        walk(0) { page, _ in
            guard page.kind == .tableLeaf else { return }
            _ = page.forEachPart(
                { record in
                    guard record.values.count >= 5 else { return }
                    let texts = record.values.map { String(decoding: page.bytes[$0.range], as: UTF8.self) }
                    let root = SQLiteBytes.integer(page.bytes, record.values[3].range, type: record.values[3].type) ?? 0
                    if root > 0 { found.append(Tree(name: texts[1], table: texts[2], sql: texts[4], root: Int(root))) }
                }, rest: { _ in })
        }
        trees += found
    }

    // MARK: The rest

    private mutating func walkFreePages(_ head: [UInt8]) {
        let first = head.withUnsafeBytes { SQLiteBytes.number($0, at: 32, bytes: 4) }
        let told = head.withUnsafeBytes { SQLiteBytes.number($0, at: 36, bytes: 4) }
        var (trunk, count) = (first, 0)
        while trunk != 0, claim(trunk, as: .trunk) {
            count += 1
            let named: (next: Int, leaves: [Int])? = withPage(trunk) { bytes in
                let count = min(SQLiteBytes.number(bytes, at: 4, bytes: 4), usable / 4 - 2)
                return (
                    SQLiteBytes.number(bytes, at: 0, bytes: 4),
                    (0..<max(0, count)).map { SQLiteBytes.number(bytes, at: 8 + 4 * $0, bytes: 4) }
                )
            }
            for leaf in named?.leaves ?? [] where claim(leaf, as: .free) { count += 1 }
            trunk = named?.next ?? 0
        }
        if count != told { faults.append((1, "says another number of free pages than there are")) }
    }

    private mutating func markSpecialPages(_ head: [UInt8]) {
        let lock = (1 << 30) / pageSize + 1
        if lock <= pageCount, uses[lock - 1] == .unknown { uses[lock - 1] = .lock }
        if head.withUnsafeBytes({ SQLiteBytes.number($0, at: 52, bytes: 4) }) > 0 {
            for number in stride(from: 2, through: pageCount, by: usable / 5 + 1) where uses[number - 1] == .unknown {
                uses[number - 1] = .pointerMap
            }
        }
        for (index, use) in uses.enumerated() where use == .unknown {
            faults.append((index + 1, "belongs to nothing"))
        }
    }
}
