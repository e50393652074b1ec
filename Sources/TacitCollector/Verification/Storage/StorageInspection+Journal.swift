import Crypto
import TacitCatalog
import TacitPages
import TacitSeal
import TacitStores

/// The journal: only windows that are open have a key, and only they have anything in it.
extension StorageInspection {
    func lookAtJournal() {
        defer {
            keys.prepare()
            checks.keys.examined += keys.count
        }
        var open: [WindowID: WindowKey] = [:]
        for file in files {
            guard case .windowKey(let window) = StoredKind(file) else { continue }
            checks.closed.examined += 1
            let place = prefix + file.name
            if isClosed(window) {
                fault(
                    \.closed, at: place, "is the key of a window that has closed",
                    remedy: "start the collector, which destroys it; copies of the folder made before can still be read"
                )
            }
            guard let ring else { continue }
            checks.envelopes.examined += 1
            if let key = try? WindowKey.read(file.path, context: Journal.context(window), with: ring) {
                open[window] = key
            } else {
                fault(
                    \.envelopes, at: place, "does not open with the folder's keys",
                    remedy: "put both back from one backup, or remove it, and what its window has gathered is lost")
            }
        }
        for file in files where StoredKind(file) == .segment {
            checks.closed.examined += 1
            look(at: file, open)
        }
    }

    private func isClosed(_ window: WindowID) -> Bool { window.end <= closedUntil[window.length] ?? .min }

    private func look(at file: StoredFile, _ open: [WindowID: WindowKey]) {
        let place = prefix + file.name
        // An empty one was made, and not written to any more.
        guard let ring, let bytes = Files.read(file.path), !bytes.isEmpty else { return }
        guard let segment = JournalSegment(bytes, ring) else {
            return fault(
                \.envelopes, at: place, "is no journal, or its beginning is gone",
                remedy: "what it held is lost; remove it")
        }
        keys.add(segment.own, named: "the key for requests in \(place)")
        for (window, key) in open {
            let name = "the key for \(window.length.rawValue) \(window.start) in \(place)"
            keys.add(key.derived(for: segment.id), named: name)
        }
        var windows: Set<WindowID> = []
        var frames = 0
        let ending = segment.forEachFrame(in: bytes) { frame in
            frames += 1
            checks.envelopes.examined += 1
            let isWhole =
                frame.map { frame in
                    windows.formUnion(frame.sections.map(\.window))
                    return (frame.request.isEmpty || segment.request(of: frame) != nil)
                        && frame.sections.allSatisfy { window, box in
                            open[window].map { segment.open(box, in: frame, with: $0) != nil } ?? true
                        }
                } ?? false
            guard !isWhole else { return }
            fault(
                \.envelopes, at: "\(place), frame \(frames)", "was altered or moved",
                remedy: "find out who could write to it; the collector leaves it out")
        }
        if case .damaged = ending {
            fault(
                \.envelopes, at: "\(place), behind frame \(frames)", "was altered, and what lies behind can't be read",
                remedy: "find out who could write to it; the collector keeps the rest")
        }
        ciphertext[file.name] = segment.head.count..<ending.whole(of: bytes.count)
        if !windows.isEmpty, windows.allSatisfy(isClosed) {
            fault(
                \.closed, at: place, "holds nothing of a window that is open",
                remedy: "start the collector, which removes it")
        }
    }
}
