package import TacitSeal

/// The one folder in which everything lies: lines of JSON by part and day, readable with any editor.
///
/// ```swift
/// let folder = LocalFolder("/home/ada/.local/state/tacit/local")
/// try folder.append([SystemHealth(timestamp: now, status: .healthy, uptimeSeconds: 60, criticalErrors: 0)])
/// let lines = folder.lines(.health)          // the files of one part, oldest first
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

    /// Oldest first.
    public var files: [File] { Files.names(in: path).compactMap(File.init).sorted() }

    package func path(of file: File) -> String { "\(path)/\(file.name)" }

    package func bytes(of file: File) -> [UInt8] { Files.read(path(of: file)) ?? [] }

    // MARK: Writing

    /// Adds the lines and waits until they are on the disk. Where the files would become too many bytes, the oldest go first.
    package func append(_ records: [any LocalRecord]) throws(FileFault) {
        guard !records.isEmpty else { return }
        var lines: [File: [UInt8]] = [:]
        for record in records {
            lines[File(part: type(of: record).part, day: record.timestamp.day), default: []] += record.line
        }
        try locked { () throws(FileFault) in
            try makeRoom(for: lines.values.reduce(0) { $0 + $1.count })
            for (file, bytes) in lines.sorted(by: { $0.key < $1.key }) {
                try Files.appendLines(bytes, to: path(of: file))
            }
        }
    }

    private func makeRoom(for count: Int) throws(FileFault) {
        let sizes = files.map { ($0, Files.size(path(of: $0)) ?? 0) }
        var total = sizes.reduce(count) { $0 + $1.1 }
        for (file, size) in sizes where total > limit {
            try Files.remove(path(of: file))
            total -= size
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
