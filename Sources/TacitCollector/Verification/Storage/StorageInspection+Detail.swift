import TacitPages
import TacitSeal
import TacitStores

/// Sealed detail: only days that have not reached their limit have a key, and what they hold is what may be kept.
extension StorageInspection {
    func lookAtDetail() {
        var days: [WindowID: DetailKey?] = [:]
        for file in files {
            guard case .detailKey(let day) = StoredKind(file) else { continue }
            days[day] = look(atKey: file, of: day)
        }
        for file in files {
            guard case .detailSegment(let hour, let number) = StoredKind(file) else { continue }
            checks.expired.examined += 1
            guard let known = days[DetailFolder.day(of: hour)] else {
                fault(
                    \.envelopes, at: prefix + file.name, "is of a day whose key is gone",
                    remedy: "start the collector, which removes it within an hour")
                continue
            }
            if let key = known { look(at: file, of: hour, number: number, key) }
        }
    }

    private func look(atKey file: StoredFile, of day: WindowID) -> DetailKey? {
        let place = prefix + file.name
        checks.expired.examined += 1
        let limit = day.start + limits.detail.seconds
        let said = (try? DetailKey.expiry(of: file.path)) ?? limit
        if min(said, limit) < latest {
            fault(
                \.expired, at: place, "is the key of a day whose limit was \(TimeText.day(min(said, limit)))",
                remedy: "start the collector, which destroys it; copies of the folder made before can still be read")
        }
        guard let ring else { return nil }
        checks.envelopes.examined += 1
        let key = try? DetailKey.read(file.path, context: DetailFolder.context(day), with: ring)
        if key == nil {
            fault(
                \.envelopes, at: place, "does not open with the folder's keys",
                remedy: "put both back from one copy, or remove it, and what its day holds can't be read any more")
        }
        key?.withBytes { keys.add(Array($0), named: "the key of sealed detail of \(TimeText.day(day.start))") }
        return key
    }

    private func look(at file: StoredFile, of hour: WindowID, number: Int, _ day: DetailKey) {
        let place = prefix + file.name
        guard let bytes = Files.read(file.path), bytes.count >= DetailSegment.headSize else { return }
        guard let segment = DetailSegment(bytes, of: hour, number: number) else {
            return fault(
                \.envelopes, at: place, "is no sealed detail, or its beginning was altered",
                remedy: "what it held is lost; remove it")
        }
        let key = segment.key(day: day)
        let texts = texts
        var frames = 0
        let ending = segment.forEachFrame(in: bytes, under: key) { content in
            frames += 1
            checks.envelopes.examined += 1
            func look(_ word: String) { self.look(at: word, in: "\(place), frame \(frames)", texts) }
            let whole: Void? = content.flatMap { try? DetailFrame.read($0, hour: hour.start, word: look) { _ in } }
            guard whole == nil else { return }
            fault(
                \.envelopes, at: "\(place), frame \(frames)", "was altered or moved",
                remedy: "find out who could write to it; `tacit detail` leaves it out")
        }
        if case .damaged = ending {
            fault(
                \.envelopes, at: "\(place), behind frame \(frames)", "was altered, and what lies behind can't be read",
                remedy: "find out who could write to it; `tacit detail` shows the rest")
        }
        ciphertext[file.name] = DetailSegment.headSize..<ending.whole(of: bytes.count)
    }

    /// What is sealed is looked at like all else.
    private func look(at word: String, in place: String, _ texts: TextLook) {
        var word = word
        checks.clean.examined += word.utf8.count
        word.withUTF8 { bytes in
            texts.forEachFinding(in: UnsafeRawBufferPointer(bytes), clean) { kind, _ in checks.tell(kind, at: place) }
        }
    }

    /// Every line of the log of its readings.
    func lookAtReadings() {
        guard let ring,
            let key = try? SigningKey(file: StateFolder.signingKey(in: state), ring: ring, creating: false)
        else { return }
        guard let check = try? DetailReadingLog(in: state).verify(trusting: [key.verifyingKey], head: read) else {
            return fault(
                \.envelopes, at: prefix + DetailReadingLog.name, "can't be read",
                remedy: "look at its owner and its mode")
        }
        checks.envelopes.examined += check.lines
        for found in check.faults {
            fault(
                \.envelopes, at: "\(prefix)\(DetailReadingLog.name), line \(found.line)",
                "is not as it was written: \(found.code)", remedy: found.remedy)
        }
    }
}
