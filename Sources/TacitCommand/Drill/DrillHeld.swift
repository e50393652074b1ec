import Foundation
import TacitCollector
import TacitKeys
import TacitSeal
import TacitSessions
import TacitStores
import TacitWire

/// What a collector holds for a time, as it should: keys, identities, exact figures, and labels until they expire.
///
/// While it holds them they must be seen, so that nobody looks for the wrong thing; when their time is over they must be nowhere.
final class DrillHeld {
    private var list = Traces.List()
    private var seen: Set<Traces.Entry> = []
    /// Files of keys, kept open: what they hold is still there when their names are gone.
    private var keyFiles: [(name: String, file: FileHandle)] = []
    private let label = Canaries.letters(24)
    /// Of five bytes each, that nothing else has.
    private let sums = (0..<64).map { _ in UInt64.random(in: 1 << 39..<1 << 40) }

    static let entries: [Traces.Entry] = [.keys, .identities, .figures, .labels]

    init() {
        list.add(label, "label", of: .labels)
        for sum in sums {
            list.add(sum, "sum", of: .figures)
            list.add(String(sum), "sum", of: .figures)
        }
    }

    // MARK: Requests

    /// So many that a topic is shown.
    private static let readers = 20

    /// Topics of many lengths, which expire, and as many shelves, which stay.
    func topics(_ time: Int64) -> [UInt8] {
        var writer = OTLPLogWriter(resource: [("service.name", "drill")], scope: "drill", version: "1")
        for number in 0..<16 {
            func name(_ start: String) -> String {
                "\(start)-\(number)-" + String(repeating: "x", count: Int.random(in: 0...150))
            }
            let (topic, shelf) = (name(label), name("shelf"))
            for reader in 0..<Self.readers {
                writer.append(
                    eventName: "topic.read", time: UInt64(time) * 1_000_000_000,
                    attributes: [
                        ("topic", .string(topic)), ("shelf", .string(shelf)),
                        ("enduser.id", .string("reader-\(number)-\(reader)")),
                    ])
            }
        }
        return writer.finish()
    }

    /// Two of each thing: what they weigh together is said nowhere.
    func weights(_ time: Int64) -> [UInt8] {
        var writer = OTLPLogWriter(resource: [("service.name", "drill")], scope: "drill", version: "1")
        for (thing, sum) in sums.enumerated() {
            let part = UInt64.random(in: sum / 4..<sum / 2)
            for weight in [part, sum - part] {
                writer.append(
                    eventName: "thing.weighed", time: UInt64(time) * 1_000_000_000,
                    attributes: [
                        ("thing", .string("thing-\(thing)")), ("weight", .int(Int64(weight))),
                        ("enduser.id", .string("weigher-\(weight)")),
                    ])
            }
        }
        return writer.finish()
    }

    // MARK: What there is to look for

    /// All that was noted until now.
    var traces: Traces { Traces(list) }

    func note(session token: String) {
        for (what, bytes) in SessionRealm("tacit").traces(of: token) {
            list.add(bytes, "a session's \(what)", of: what == "place" ? .identities : .keys)
        }
    }

    func note(_ batch: (id: BatchID, key: SealingPublicKey)?) {
        guard let batch else { return }
        list.add(batch.id.bytes, "a batch's id", of: .identities)
        list.add(batch.id.high.littleEndianBytes + batch.id.low.littleEndianBytes, "a batch's id", of: .identities)
        // It lies beside the private half, and goes with it.
        list.add(Array(batch.key.raw.prefix(32)), "a key that batches were sealed to", of: .keys)
    }

    /// The keys of open windows, as they are and as they lie wrapped in their files.
    func noteWindowKeys(in state: String) throws {
        let folder = StateFolder.journal(in: state)
        let ring = try KeyRingFile(in: state).open(with: .standard(in: state)).ring
        for (name, key) in try Journal.keys(in: folder, with: ring) {
            list.add(key.withBytes { Array($0) }, "the key of a window", of: .keys)
            if let bytes = Files.read("\(folder)/\(name)") {
                list.add(Array(bytes.suffix(KeyRing.overhead)), "the wrapped key of a window", of: .keys)
            }
            if let file = FileHandle(forReadingAtPath: "\(folder)/\(name)") { keyFiles.append((name, file)) }
        }
    }

    /// The wrapped keys of exact figures that are kept for questions.
    func noteStoredKeys(in state: String) async throws {
        for window in try await SQLiteStore(reading: StateFolder.database(in: state)).sealed().windows {
            guard let key = window.envelope?.wrappedKey else { continue }
            list.add(Array(key), "the wrapped key of kept figures", of: .keys)
        }
    }

    // MARK: While it is held

    func see(memoryOf process: Int32) {
        let traces = traces
        _ = try? ProcessMemory(of: process).read { bytes, _ in
            traces.needles.forEachMatch(in: bytes) { needle, _ in seen.insert(traces.entry(of: needle)) }
        }
    }

    func see(in folder: String) {
        let traces = traces
        _ = StoredSearch(traces.needles).look(in: folder) { needle, _, _ in seen.insert(traces.entry(of: needle)) }
    }

    /// What was not seen while it was held, of which nothing can be said.
    var unseen: [Traces.Entry] { Self.entries.filter { !seen.contains($0) } }

    // MARK: When its time is over

    /// Key files whose names are gone and whose bytes are not.
    var faults: [String] {
        keyFiles.compactMap { name, file in
            guard let bytes = try? file.readToEnd(), bytes.contains(where: { $0 != 0 }) else { return nil }
            return "journal/\(name): its name was removed, and its bytes were not overwritten"
        }
    }
}
