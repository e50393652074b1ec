package import TacitSeal

/// The one folder in which everything lies: lines of JSON by part and day, readable with any editor.
///
/// ```swift
/// let folder = LocalFolder("/home/ada/.local/state/tacit/local")
/// try folder.append([SystemHealth(timestamp: now, status: .healthy, uptimeSeconds: 60, criticalErrors: 0)])
/// ```
///
/// Several processes may write at once: each takes the lock, cuts off a line that a crash left unfinished, adds whole lines and
/// waits until they are on the disk.
public struct LocalFolder: Sendable, Hashable {
    public let path: String
    /// How many bytes the files may have together.
    public let limit: Int

    public static let standardLimit = 1_000_000_000

    public init(_ path: String, limit: Int = standardLimit) {
        self.path = path
        self.limit = limit
    }

    /// Where it lies unless somebody says otherwise: `$TACIT_LOCAL_FOLDER`, `$XDG_STATE_HOME/tacit/local` or
    /// `~/.local/state/tacit/local`; `nil` where none of them is known.
    public static func standardPath(in environment: [String: String]) -> String? {
        func given(_ name: String) -> String? { environment[name].flatMap { $0.hasPrefix("/") ? $0 : nil } }
        return given("TACIT_LOCAL_FOLDER") ?? given("XDG_STATE_HOME").map { $0 + "/tacit/local" }
            ?? given("HOME").map { $0 + "/.local/state/tacit/local" }
    }

    // MARK: Files

    /// The lines of one part on one day.
    public struct File: Sendable, Hashable, Comparable {
        public let part: Part
        /// Days since 1970-01-01 UTC.
        public let day: Int64

        package var name: String { "\(part.rawValue)-\(Moment(day: day).date).jsonl" }

        package init(part: Part, day: Int64) {
            self.part = part
            self.day = day
        }

        package init?(name: String) {
            guard name.hasSuffix(".jsonl"), let dash = name.firstIndex(of: "-"),
                let part = Part(rawValue: String(name[..<dash])),
                let moment = Moment(date: name[name.index(after: dash)...].dropLast(6))
            else { return nil }
            self.init(part: part, day: moment.day)
        }

        /// The first moment at which no line of it may be there any more.
        public var goes: Moment { Moment(day: day + part.days) }

        public static func < (left: File, right: File) -> Bool {
            (left.day, left.part.rawValue) < (right.day, right.part.rawValue)
        }
    }

    /// Oldest first; none where the folder can't be listed.
    public var files: [File] { ((try? Files.names(in: path)) ?? []).compactMap(File.init).sorted() }

    package func path(of file: File) -> String { "\(path)/\(file.name)" }

    package func bytes(of file: File) -> [UInt8] { Files.read(path(of: file)) ?? [] }

    // MARK: Writing

    /// Adds the lines and waits until they are on the disk.
    package func append(_ records: [any LocalRecord]) throws(FileFault) {
        if let fault = write(records).fault { throw fault }
    }

    /// Adds the lines of every file that can be written, and waits until they are on the disk; answers with the others, and why.
    ///
    /// Files that hold nothing but expired lines go first. Where the files would become too many bytes, the oldest go.
    package func write(_ records: [any LocalRecord]) -> (unwritten: [any LocalRecord], fault: FileFault?) {
        guard let now = records.map(\.timestamp).max() else { return ([], nil) }
        var unwritten: [any LocalRecord] = []
        var fault: FileFault?
        let byFile = Dictionary(grouping: records) { File(part: type(of: $0).part, day: $0.timestamp.day) }
        do throws(FileFault) {
            try locked { () throws(FileFault) in
                if isSteady(at: now) { for file in files where file.goes <= now { try? Files.remove(path(of: file)) } }
                makeRoom(for: records.reduce(0) { $0 + $1.line.count })
                for (file, records) in byFile.sorted(by: { $0.key < $1.key }) {
                    do throws(FileFault) {
                        try Files.appendLines(records.flatMap(\.line), to: path(of: file))
                    } catch {
                        unwritten += records
                        fault = error
                    }
                }
            }
        } catch {
            return (records, error)
        }
        return (unwritten, fault)
    }

    /// Whether the clock says about what it said when something was written last. One that went wrong must not cost what is kept.
    package func isSteady(at now: Moment) -> Bool {
        files.last { $0.day <= now.day }.map { $0.day >= now.day - 2 } ?? true
    }

    /// The oldest go; and where one part has more than its share of a quarter, its oldest before all others.
    private func makeRoom(for count: Int) {
        var sizes = files.map { (file: $0, bytes: Files.size(path(of: $0)) ?? 0) }
        while sizes.reduce(count, { $0 + $1.bytes }) > limit {
            let shares = Dictionary(grouping: sizes, by: \.file.part).mapValues { $0.reduce(0) { $0 + $1.bytes } }
            let greedy = shares.filter { $0.value > limit / 4 }.max { $0.value < $1.value }?.key
            guard let index = sizes.firstIndex(where: { greedy == nil || $0.file.part == greedy }) else { return }
            try? Files.remove(path(of: sizes[index].file))
            sizes.remove(at: index)
        }
    }

    /// What changes files happens under one lock.
    package func locked<Result>(_ body: () throws(FileFault) -> Result) throws(FileFault) -> Result {
        try Files.makeFolder(path)
        let lock = try FileLock.take("\(path)/lines.lock")
        defer { withExtendedLifetime(lock) {} }
        return try body()
    }
}
