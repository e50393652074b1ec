import TacitPages
import TacitSeal
import TacitStores

/// All bytes of all files, whatever they are.
extension StorageInspection {
    /// How far a text or a key may reach from one block into the next.
    private static let overlap = 4096
    /// So much of a store is one part of the work.
    private static let share = 4 << 20

    func lookAtBytes() async {
        var work: [ByteLook.Work] = []
        for file in files where file.kind == .file {
            switch StoredKind(file) {
            case .database: work += lookAtDatabase(file)
            case .databaseLog: break
            case let kind: work.append(lookAtFile(file, kind))
            }
        }
        if image == nil {
            // What lies in the store's place, or is left of it, is looked at like all else.
            work += files.filter { [.database, .databaseLog].contains(StoredKind($0)) && $0.kind == .file }.map {
                lookAtFile($0, nil)
            }
        }
        var inPages: [PageFinding] = []
        for found in await ByteLook.share(work, for: SoughtBytes(keys: keys, exact: exact, texts: texts)) {
            checks.add(found.checks)
            inPages += found.inPages
        }
        for finding in await outsideOfEnvelopes(inPages) { checks.tell(finding.kind, at: finding.place) }
        checks.addresses.examined = checks.clean.examined
        if (try? TokenFile(in: state).read()) == nil {
            fault(
                \.envelopes, at: prefix + "tokens.json", "can't be read",
                remedy: "put the file back from your backup of the folder")
        }
    }

    /// The findings without those that lie within an envelope that opens: ciphertext may look like anything.
    private func outsideOfEnvelopes(_ findings: [PageFinding]) async -> [PageFinding] {
        guard !findings.isEmpty, let image, ring != nil, let envelopes = try? await store?.envelopes() else {
            return findings
        }
        var pages = SealedPages(in: image, with: findings)
        pages.dropSealed(envelopes.opens)
        return pages.findings
    }

    private func lookAtFile(_ file: StoredFile, _ kind: StoredKind?) -> ByteLook.Work {
        let name = prefix + file.name
        let ciphertext = ciphertext[file.name] ?? 0..<0
        return { look in
            guard let bytes = StoredBytes(file.path) else {
                guard Files.exist(file.path) else { return }
                return look.checks.fault(
                    \.known, at: name, "can't be read", remedy: "run this as the folder's owner")
            }
            look.checks.clean.examined += file.size
            bytes.forEachBlock(overlap: Self.overlap) { bytes, start, _ in
                func place(_ offset: Int) -> String { "\(name), offset \(start + offset)" }
                look.search(bytes, isMasterKey: kind == .masterKey, place)
                let sealed = ciphertext.lowerBound - start..<ciphertext.upperBound - start
                look.scrub(bytes, hasCodes: kind?.hasCodes == true, except: sealed, place)
            }
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

    private func lookAtDatabase(_ file: StoredFile) -> [ByteLook.Work] {
        let place = prefix + file.name
        guard let image = image(of: file) else {
            fault(\.sound, at: place, "is no SQLite file", remedy: "restore it from a backup")
            return []
        }
        self.image = image
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
        let store = StoreLook(name: place, image: image, endings: image.trees.map(ending), latest: latest)
        return Self.shares(of: image.file.size, each: Self.share).map { range in
            { store.lookAtPages(in: range, $0) }
        } + lookAtLog(of: store)
    }

    private func lookAtLog(of store: StoreLook) -> [ByteLook.Work] {
        guard let file = store.image.logFile, file.size > 0 else { return [] }
        guard store.image.log != nil else {
            checks.clean.examined += file.size
            // Whatever it is, it is no log.
            return [{ store.lookAtBytesOfLog(overlap: Self.overlap, $0) }]
        }
        let frame = store.image.pageSize + WriteAheadLog.frameHeaderSize
        return Self.shares(of: file.size, from: WriteAheadLog.headerSize, each: Self.share / frame * frame).map {
            range in
            { store.lookAtFrames(in: range, $0) }
        }
    }

    /// Ranges of so many bytes each. To the last belongs whatever has been added meanwhile.
    private static func shares(of size: Int, from start: Int = 0, each share: Int) -> [Range<Int>] {
        let starts = [start] + stride(from: start + share, to: size, by: share)
        return zip(starts, starts.dropFirst() + [.max]).map { $0..<$1 }
    }

    private func ending(of tree: SQLiteImage.Tree) -> StoreLook.Ending? {
        let (name, after): (Substring, Int64) =
            tree.name == "intake" ? ("day", limits.operational.seconds) : ("expires_at", 0)
        return tree.columns.firstIndex(of: name).map {
            StoreLook.Ending(table: tree.name, column: $0, columns: tree.columns.count, after: after)
        }
    }

    /// The purge runs every hour.
    var latest: Int64 { now - 2 * 3600 }
}
