import Foundation
import GRDB
import TacitKeys
import TacitSeal
import TacitStores
import TestHarness
import Testing

@testable import TacitCollector

@Suite("Every stored byte is looked at, and what is looked for is found wherever it lies")
struct StoredBytesTests {
    @Test(
        "each needle is found at each place, however many there are and however long",
        arguments: [(40, 2), (3000, 8), (3000, 2)]) func needles(count: Int, shortest: Int)
    {
        var random = SystemRandomNumberGenerator()
        let needles = Needles(
            (0..<count).map { number in
                (0..<shortest + number % 40).map { _ in UInt8.random(in: 0...255, using: &random) }
            })
        for number in stride(from: 0, to: count, by: max(1, count / 100)) {
            let needle = needles.needles.bytes[needles.needles.range(of: number)]
            for start in [0, 1, 7, 300] {
                let bytes = [UInt8](repeating: 0xA5, count: start) + needle + [0x5A]
                var found: [Int] = []
                bytes.withUnsafeBytes { needles.forEachMatch(in: $0) { if $0 == number { found.append($1) } } }
                #expect(found.contains(start))
            }
        }
        var found = 0
        [1, 2, 3].withUnsafeBytes { Needles([]).forEachMatch(in: $0) { _, _ in found += 1 } }
        #expect(found == 0)
    }

    @Test("many that are alike up to their end, and the same twice, are told apart") func alike() {
        func feature(_ number: Int) -> [UInt8] { Array("feature.\(number)".utf8) + [UInt8](repeating: 0, count: 9) }
        let needles = Needles((0..<2000).map { feature(1000 + $0 % 1999) })
        let bytes = (0..<3).flatMap { [UInt8(ascii: "a")] + feature(1500 + $0) }
        var found: [Int] = []
        bytes.withUnsafeBytes { needles.forEachMatch(in: $0) { number, _ in found.append(number) } }
        #expect(found == [500, 501, 502])
        found = []
        feature(1000).withUnsafeBytes { needles.forEachMatch(in: $0) { number, _ in found.append(number) } }
        #expect(found.sorted() == [0, 1999])
    }

    @Test("cells as they are sealed, with labels and without, are found among zeros and behind what they begin with")
    func cells() {
        func cell(_ number: Int) -> [UInt8] {
            var exact = ExactBytes(capacity: 100)
            let labels = number % 3 == 0 ? [] : ["feature.\(1000 + number)"]
            exact.append(labels: labels, contributors: Int64(1 + number % 5), figures: [Int64(number * number), 0])
            return exact.bytes
        }
        let cells = (0..<3000).map(cell)
        let needles = Needles(cells)
        let zeros = [UInt8](repeating: 0, count: 301)
        let bytes = zeros + stride(from: 0, to: cells.count, by: 7).flatMap { cells[$0] + zeros.prefix($0 % 11) }
        var found: Set<Int> = []
        bytes.withUnsafeBytes { bytes in
            needles.forEachMatch(in: bytes) { number, place in
                found.insert(number)
                #expect(bytes[place..<place + cells[number].count].elementsEqual(cells[number]))
            }
        }
        #expect(found.isSuperset(of: stride(from: 0, to: cells.count, by: 7)))
    }

    @Test("a text that was found clean is known again byte for byte, and what is remembered is bounded") func clean() {
        let clean = CleanTexts()
        func bytes(_ text: String, _ body: (UnsafeRawBufferPointer) -> Bool) -> Bool {
            Array(text.utf8).withUnsafeBytes(body)
        }
        func insert(_ text: String) { Array(text.utf8).withUnsafeBytes { clean.insert($0) } }
        let texts = (0..<1000).map { #"["feature.\#($0 % 40).opened","2.\#($0)"]"# }
        texts.forEach(insert)
        #expect(texts.count { bytes($0) { clean.contains($0) } } > 990)
        for text in texts { #expect(!bytes(String(text.dropLast()) + "}") { clean.contains($0) }) }
        let long = String(repeating: "x", count: CleanTexts.longest + 1)
        insert(long)
        #expect(!bytes(long) { clean.contains($0) })
        for number in 0...CleanTexts.most / 100 { insert(String(repeating: "y", count: 93) + "\(1_000_000 + number)") }
        #expect(!bytes(texts[0]) { clean.contains($0) }, "it began anew")
    }

    @Test("what a clean text was remembered for does not hide the next one with a finding in it") func remembered() {
        let (texts, clean) = (TextLook(known: []), CleanTexts())
        var found = 0
        for text in ["peer 203.0.113.177 refused", "peer of no address refused", "peer 203.0.113.177 refused"] {
            Array(text.utf8).withUnsafeBytes { texts.forEachFinding(in: $0, clean) { _, _ in found += 1 } }
        }
        #expect(found == 2)
    }

    @Test("each byte of a file is new once, however it is divided") func blocks() throws {
        let folder = try TemporaryFolder()
        let content = (0..<5000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
        try Data(content).write(to: URL(fileURLWithPath: folder.path + "/x"))
        let file = try #require(StoredBytes(folder.path + "/x"))
        for (start, share, overlap, block) in [(0, 1000, 100, 300), (32, 999, 500, 111), (0, 9999, 4096, 64)] {
            var new: [UInt8] = []
            let starts = Array(stride(from: start, to: content.count, by: share))
            for (from, to) in zip(starts, starts.dropFirst() + [.max]) {
                file.forEachBlock(in: from..<to, overlap: overlap, block: block) { bytes, start, seen in
                    #expect(bytes.elementsEqual(content[start..<start + bytes.count]))
                    #expect(start + seen == start + bytes.count || seen == min(overlap, start + seen))
                    new += bytes.dropFirst(seen)
                }
            }
            #expect(new == Array(content[start...]))
        }
    }

    @Test("what there is too much of is cut off for each claim by itself") func many() {
        var checks = StorageChecks()
        for number in 0..<StorageChecks.most + 500 {
            checks.fault(\.clean, at: "a file, offset \(number)", "holds EMAIL", remedy: "delete it")
        }
        checks.fault(\.keys, at: "a file", "holds the master key", remedy: "delete it")
        #expect(checks.clean.faults.count == StorageChecks.most + 1 && checks.keys.faults.count == 1)
        var all = StorageChecks()
        for _ in 0..<2 { all.add(checks) }
        #expect(all.clean.faults.count == StorageChecks.most + 1 && all.keys.faults.count == 1)
    }

    @Test("what stands by chance in a signature is no finding in a file of signatures; the rest of its lines is")
    func codes() throws {
        let (texts, clean) = (TextLook(known: []), CleanTexts())
        func findings(_ text: String, hasCodes: Bool = true) -> Int {
            var count = 0
            Array(text.utf8).withUnsafeBytes { bytes in
                texts.forEachFinding(in: bytes, hasCodes: hasCodes, clean) { _, _ in count += 1 }
            }
            return count
        }
        let digits = "kQ7xY2bVn8aZr0LmT4cUe6WsJ1hGd5Fp"
        let signed = #"{"ml_dsa_65":"\#(digits)+DL+D1234567+\#(digits)"}"#
        #expect(findings(signed) == 0)
        #expect(findings(signed, hasCodes: false) > 0)
        let key = #"{"ed25519":"yR+K1Dl+mUXZPFLxlHWWMbyVva7+qh1rFAP76oY5We0="}"#
        #expect(findings(key) == 0 && findings(key, hasCodes: false) > 0)
        // The story: a signature ended in letters that mean an insurance's number, and a time stood behind it.
        for rest in [#"NI="},"to":1795478400}"#, #"Dl80A="},"signing":{"ed25519":""#] {
            #expect(findings(digits + digits + rest) == 0 && findings(digits + digits + rest, hasCodes: false) > 0)
        }
        #expect(findings(#"{"reason":"the holder of DL D1234567"}"#) > 0)
        #expect(findings(signed + #" {"reason":"the holder of DL D1234567"}"#) > 0)
        #expect(findings(#"{"reason":"DL+D1234567"}"#) > 0, "so few digits are no signature")
    }

    @Test("a value is found in base64 whatever stands before it, in hexadecimal, percent-encoded and in 16 bits")
    func forms() {
        let value = "quill.vane+1@example.com"
        let forms = HiddenForms.of(value)
        let needles = Needles(forms.map(\.bytes))
        func finds(_ bytes: [UInt8], _ name: HiddenForms.Name) -> Bool {
            var found = false
            bytes.withUnsafeBytes {
                needles.forEachMatch(in: $0) { number, _ in found = found || forms[number].name == name }
            }
            return found
        }
        for before in 0..<4 {
            let text = Data([UInt8](repeating: 0x51, count: before) + value.utf8 + [0x52, 0x53]).base64EncodedString()
            #expect(finds(Array(text.utf8), .base64))
        }
        #expect(finds(Array("x\(value)y".utf8), .plain))
        #expect(finds(Array("quill.vane%2B1%40example.com".utf8), .percent))
        #expect(finds(value.utf16.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }, .utf16))
        #expect(finds(Array(value.utf8.map { String($0, radix: 16) }.joined().utf8), .hex))
        #expect(!finds(Array("somebody@example.com".utf8), .plain))
    }

    @Test("what is printable is found whole, between any bytes and at any place") func runs() {
        for start in 0..<20 {
            for length in [5, 6, 7, 8, 15, 16, 17, 100] {
                let bytes =
                    [UInt8](repeating: 0xFF, count: start) + [UInt8](repeating: 0x41, count: length) + [0, 0x41, 0x80]
                var runs: [Range<Int>] = []
                bytes.withUnsafeBytes { PrintableRuns.forEach(in: $0) { runs.append($0) } }
                #expect(runs == (length < 6 ? [] : [start..<start + length]))
            }
        }
    }

    @Test("whatever SQLite does to a file, each byte of it has its place") func pages() throws {
        let folder = try TemporaryFolder()
        let queue = try DatabaseQueue(path: folder.path + "/x.sqlite")
        try queue.write { db in
            try db.execute(
                sql: """
                    CREATE TABLE a (id INTEGER PRIMARY KEY, text TEXT, blob BLOB, expires_at INTEGER);
                    CREATE INDEX a_text ON a (text);
                    CREATE TABLE b (x TEXT, y INTEGER, z TEXT, PRIMARY KEY (y, x)) WITHOUT ROWID;
                    """)
            for number in 0..<600 {
                try db.execute(
                    sql: "INSERT INTO a VALUES (?, ?, zeroblob(?), ?)",
                    arguments: [number, String(repeating: "t", count: number), number * 37 % 20_000, number])
                try db.execute(
                    sql: "INSERT INTO b VALUES (?, ?, ?)",
                    arguments: ["x\(number)", number, String(repeating: "z", count: number * 7 % 5000)])
            }
            try db.execute(sql: "DELETE FROM a WHERE id % 3 = 0; DELETE FROM b WHERE y % 5 = 0")
            try db.execute(sql: "UPDATE a SET text = text || 'u' WHERE id % 7 = 0")
        }
        try queue.close()
        let image = try #require(SQLiteImage(folder.path + "/x.sqlite"))
        #expect(image.faults.isEmpty, "\(image.faults)")
        #expect(image.uses.contains(.free) && !image.uses.contains(.unknown))
        #expect(image.trees.map(\.name).sorted() == ["a", "a_text", "b", "sqlite_schema"])
        #expect(image.trees.first { $0.name == "a" }?.columns == ["id", "text", "blob", "expires_at"])
        #expect(image.trees.first { $0.name == "b" }?.columns == ["y", "x", "z"])
        var rows = 0
        for number in 1...image.pageCount {
            guard case .tree(let tree) = image.uses[number - 1] else { continue }
            let isWhole = image.withPage(number) { bytes in
                SQLitePage(bytes, isFirst: number == 1, reserved: image.reserved)?.forEachPart(
                    { if image.trees[tree].name == "b", $0.values.count == 3 { rows += 1 } }, rest: { _ in })
            }
            #expect(isWhole == true, "page \(number) of \(image.trees[tree].name)")
        }
        #expect(rows == 480)
    }

    @Test("a file of any bytes is read to its end without a fault of the reader's own") func hostile() throws {
        let folder = try TemporaryFolder()
        let path = folder.path + "/x.sqlite"
        let queue = try DatabaseQueue(path: path)
        try queue.write { db in
            try db.execute(sql: "CREATE TABLE a (text TEXT); CREATE INDEX i ON a (text)")
            for number in 0..<300 { try db.execute(sql: "INSERT INTO a VALUES (?)", arguments: ["text \(number)"]) }
        }
        try queue.close()
        let good = try Data(contentsOf: URL(fileURLWithPath: path))
        var random = SystemRandomNumberGenerator()
        for _ in 0..<200 {
            var bytes = good
            for _ in 0..<20 {
                bytes[Int.random(in: 16..<bytes.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
            }
            try bytes.write(to: URL(fileURLWithPath: path))
            guard let image = SQLiteImage(path) else { continue }
            for number in 1...max(1, min(image.pageCount, 100)) {
                _ = image.withPage(number) { bytes in
                    SQLitePage(bytes, isFirst: number == 1, reserved: image.reserved)?.forEachPart(
                        { _ in }, rest: { _ in })
                }
            }
        }
    }

    @Test("a folder that can't be listed is told from an empty one, and named") func unlisted() async throws {
        let folder = try TemporaryFolder()
        let journal = folder.path + "/journal"
        try FileManager.default.createDirectory(atPath: journal, withIntermediateDirectories: false)
        // As whoever may list everything sees a disk that fails.
        let listing: StoredFile.Listing = { path throws(FileFault) in
            guard path != journal else { throw FileFault(.unreadable, at: path, remedy: "a remedy of the test") }
            return try Files.names(in: path)
        }
        let files = StoredFile.all(in: folder.path, listing: listing)
        #expect(files.map(\.name) == ["", "journal"])
        #expect(files.map(\.unlisted?.code) == [nil, .unreadable])
        #expect(await unlisted(in: folder, listing) == ["journal → a remedy of the test"])
        #expect(await unlisted(in: folder, Files.names).isEmpty)
    }

    private func unlisted(in folder: TemporaryFolder, _ listing: StoredFile.Listing) async -> [String] {
        let inspection = StorageInspection(
            state: folder.path, prefix: "", .standard(in: folder.path), listing: listing)
        await inspection.run(wall: 0)
        return inspection.checks.known.faults.filter { $0.what.hasPrefix("can't be listed") }
            .map { "\($0.place) → \($0.remedy)" }
    }
}
