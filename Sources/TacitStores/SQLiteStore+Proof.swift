import GRDB
import TacitCatalog
package import TacitSeal

/// What whoever reads the stored bytes holds them against.
extension SQLiteStore {
    /// Every table, index and trigger that a store has, by name, with the statement that makes it.
    package static func declaredSchema() throws -> [String: String] {
        let queue = try DatabaseQueue()
        try SQLiteSchema.migrator.migrate(queue)
        return try queue.read { try statements($0) }
    }

    /// The same of this store.
    package func schema() async throws -> [String: String] { try await read { try Self.statements($0) } }

    private static func statements(_ db: Database) throws -> [String: String] {
        let rows = try Row.fetchAll(db, sql: "SELECT name, sql FROM sqlite_schema")
        return Dictionary(rows.map { ($0["name"], $0["sql"] ?? "") }) { first, _ in first }
    }

    /// All that is kept encrypted.
    package func sealed() async throws -> (windows: [SealedWindow], steps: [SealedSteps]) {
        let (kept, running) = try await read { db in
            (
                try Row.fetchAll(db, sql: "SELECT DISTINCT metric, length FROM exact").map { row -> (String, String) in
                    (row["metric"], row["length"])
                },
                try String.fetchAll(db, sql: "SELECT metric FROM steps")
            )
        }
        var sealed: (windows: [SealedWindow], steps: [SealedSteps]) = ([], [])
        for (metric, length) in kept {
            guard let length = WindowLength(rawValue: length) else { continue }
            sealed.windows += try await sealedWindows(of: metric, length, in: .min ..< .max)
        }
        for metric in running { if let steps = try await steps(of: metric) { sealed.steps.append(steps) } }
        return sealed
    }

    /// Calls `body` with each exact cell that somebody was in, as the bytes that it was before it was sealed; an error where the envelope
    /// does not open, and `false` where it holds no cells.
    package func forEachCell(
        in envelope: Envelope?, context: String, _ body: (UnsafeRawBufferPointer) -> Void
    ) throws -> Bool {
        let key = try ownKey
        return try envelope?.open(context: context, with: key) { ExactBytes.forEachCell(in: $0, body) } ?? false
    }

    /// How many rows a removal would find; one that is meant in two ways counts twice.
    package func count(_ removal: Removal) async throws -> Int {
        try await read { db in
            var count = 0
            for kind in Deletion.Kind.allCases {
                for condition in removal.conditions(for: kind) {
                    count +=
                        try Int.fetchOne(
                            db, sql: "SELECT count(*) FROM \(kind.table) WHERE \(condition.sql)",
                            arguments: condition.arguments) ?? 0
                }
            }
            return count
        }
    }

    /// Cells that belong to no release.
    package func strayCells() async throws -> Int {
        try await read {
            try Int.fetchOne($0, sql: "SELECT count(*) FROM cell WHERE release NOT IN (SELECT id FROM release)") ?? 0
        }
    }

    /// Seconds since 1970 until the end of the year 9999.
    private static let times: ClosedRange<Int64> = 0...253_402_300_799

    /// Rows whose times or windows no collector has written, by table; none of a table that has none.
    package func strangeRows() async throws -> [(table: String, count: Int)] {
        let lengths = WindowLength.allCases.map { "'\($0.rawValue)'" }.joined(separator: ", ")
        let columns = [
            ("release", ["start", "released_at", "expires_at"]), ("exact", ["start", "sealed_at", "expires_at"]),
            ("steps", ["start", "sealed_at", "expires_at"]), ("answer", ["answered_at", "expires_at"]),
            ("intake", ["day"]),
        ]
        return try await read { db in
            try columns.compactMap { table, times in
                let conditions =
                    times.map { "\($0) NOT BETWEEN \(Self.times.lowerBound) AND \(Self.times.upperBound)" }
                    + (table == "intake" ? [] : ["length NOT IN (\(lengths))"])
                let sql = "SELECT count(*) FROM \(table) WHERE \(conditions.joined(separator: " OR "))"
                let count = try Int.fetchOne(db, sql: sql) ?? 0
                return count > 0 ? (table, count) : nil
            }
        }
    }

    /// Since when a row is there, and until when it says that it stays.
    package struct End: Sendable {
        package let metric: String
        package let window: WindowID
        package let isExact: Bool
        package let made: Int64
        package let expires: Int64
    }

    /// Of all but strange rows.
    package func ends() async throws -> [End] {
        try await read { db in
            try Row.fetchAll(
                db,
                sql: """
                    SELECT metric, length, start, 0 AS exact, released_at AS made, expires_at FROM release
                    UNION ALL SELECT metric, length, start, 1, sealed_at, expires_at FROM exact
                    """
            ).compactMap { row in
                let times: [Int64] = [row["start"], row["made"], row["expires_at"]]
                guard let length = WindowLength(rawValue: row["length"]), times.allSatisfy(Self.times.contains) else {
                    return nil
                }
                return End(
                    metric: row["metric"], window: WindowID(length: length, start: row["start"]),
                    isExact: row["exact"], made: row["made"], expires: row["expires_at"])
            }
        }
    }
}
