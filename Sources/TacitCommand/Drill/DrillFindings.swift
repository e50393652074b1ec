import Foundation
import Synchronization
import TacitCollector
import TacitSeal

/// What a drill has looked at, and what it has found where.
final class DrillFindings: Sendable {
    /// Where somebody may look who wants what was sent.
    enum Place: String, CaseIterable, Sendable, Codable {
        case store
        case freePages = "free pages"
        case log
        case journal
        case files = "other files"
        case output
        case pages
        case wire
        case memory

        init(_ place: StoredSearch.Place) {
            self =
                switch place {
                case .store: .store
                case .freePages: .freePages
                case .log: .log
                case .journal: .journal
                case .files: .files
                }
        }
    }

    struct Hit: Codable, Sendable, Hashable {
        let entry: Canaries.Entry
        let place: Place
        let moment: String
        let at: String
        let form: String
    }

    private struct State {
        var hits: Set<Hit> = []
        /// Bytes that were searched, by place.
        var read: [Place: Int] = [:]
        /// Whether the search has found there what was put there to be found.
        var seen: Set<Place> = []
        var blind: [Place: String] = [:]
        var entries: Set<Canaries.Entry> = []
        var left: [Canaries.Entry: String] = [:]
        /// What was held for a time that is over.
        var ended: Traces?
    }

    let canaries: Canaries
    private let state = Mutex(State())

    init(_ canaries: Canaries) { self.canaries = canaries }

    /// From now on these must be found nowhere either.
    func expectGone(_ traces: Traces) { state.withLock { $0.ended = traces } }

    /// All that must not be found.
    var sought: [Traces] { [canaries.traces] + state.withLock { $0.ended.map { [$0] } ?? [] } }

    func note(_ needle: Int, of traces: Traces, _ place: Place, _ moment: String, at where: String) {
        let entry = traces.entry(of: needle)
        // The control is put where it is to be found.
        if entry == .control { return state.withLock { _ = $0.seen.insert(place) } }
        let hit = Hit(entry: entry, place: place, moment: moment, at: `where`, form: traces.form(of: needle))
        state.withLock { _ = $0.hits.insert(hit) }
    }

    /// Shows that the search finds in such a place what was put there.
    func prove(_ planted: [UInt8], _ place: Place) { look(into: planted, place, "before the drill", at: "control") }

    /// Searches bytes that are at hand.
    func search(_ bytes: [UInt8], _ place: Place, _ moment: String, at where: String) {
        add(bytes.count, to: place)
        look(into: bytes, place, moment, at: `where`)
    }

    private func look(into bytes: [UInt8], _ place: Place, _ moment: String, at where: String) {
        for traces in sought {
            bytes.withUnsafeBytes { bytes in
                traces.needles.forEachMatch(in: bytes) { needle, offset in
                    note(needle, of: traces, place, moment, at: "\(`where`), offset \(offset)")
                }
            }
        }
    }

    /// Searches a file, or every byte of a folder, at the end.
    func search(path: String, _ place: Place) {
        if let bytes = Files.read(path) {
            search(bytes, place, "at the end", at: (path as NSString).lastPathComponent)
        } else {
            search(folder: path, "at the end", as: place)
        }
    }

    /// Searches every byte of a folder.
    func search(folder: String, _ moment: String, as place: Place? = nil) {
        var read: [StoredSearch.Place: Int] = [:]
        for traces in sought {
            read = StoredSearch(traces.needles).look(in: folder) { needle, kind, at in
                note(needle, of: traces, place ?? Place(kind), moment, at: at)
            }
        }
        for (kind, count) in read { add(count, to: place ?? Place(kind)) }
    }

    func add(_ count: Int, to place: Place) { state.withLock { $0.read[place, default: 0] += count } }

    func planted(_ entry: Canaries.Entry) { state.withLock { _ = $0.entries.insert(entry) } }
    func leaveOut(_ entry: Canaries.Entry, _ reason: String) { state.withLock { $0.left[entry] = reason } }

    /// A place that can't be looked at, and why.
    func blind(_ place: Place, _ reason: String) { state.withLock { $0.blind[place] = reason } }

    func sees(_ place: Place) -> Bool { state.withLock { $0.seen.contains(place) } }

    func report(_ faults: [String]) -> DrillReport {
        state.withLock { state in
            DrillReport(
                entries: Canaries.Entry.allCases.filter { state.entries.contains($0) },
                left: state.left, read: state.read, seen: state.seen, blind: state.blind,
                hits: state.hits.sorted {
                    ($0.entry.rawValue, $0.place.rawValue, $0.at) < ($1.entry.rawValue, $1.place.rawValue, $1.at)
                },
                faults: faults)
        }
    }
}
