import TacitSeal

/// The decisions of one installation on disk: `consent.jsonl` in the state folder of a project.
///
/// ```swift
/// let trail = ConsentTrail(folder: folder)
/// trail.read()                                              // .absent, and nothing has been created
/// let step = try trail.record(on: today) { _ in [.granted(grant)] }
/// perform(step.actions)                                     // the decision is on the disk by now
/// ```
///
/// A decision is on the disk before it has effect. Lines are only ever added, whole, under a lock, so that several
/// processes may decide at once. Folder (0700), key, lock and trail (0600) come into being with the first decision.
///
/// Where a *withdrawal* can't be written, it takes effect all the same: whoever records it purges and stops first.
package struct ConsentTrail: Sendable {
    /// A decision that was recorded: what is in force from now on, and what is to be done.
    package struct Step: Sendable, Hashable {
        package let consent: Consent
        package let actions: [ConsentAction]
    }

    package let folder: String
    private let firstPosition: @Sendable () -> Int

    static let limit = 16 << 20

    /// - Parameter firstPosition: gives the position at which a new trail begins; chance, unless a test wants to know it.
    package init(
        folder: String, firstPosition: @escaping @Sendable () -> Int = { .random(in: 1...(1 << 48)) }
    ) {
        self.folder = folder
        self.firstPosition = firstPosition
    }

    package var path: String { "\(folder)/consent.jsonl" }
    package var keyPath: String { "\(folder)/install.key" }
    var lockPath: String { "\(folder)/consent.lock" }

    /// What has been decided. Looking creates nothing.
    package func read() -> ConsentReading {
        do throws(ConsentFault) {
            guard let bytes = try content() else { return .absent }
            let reading = try chain(creatingKey: false, over: bytes)
            return reading.entries.isEmpty ? .absent : .sound(Consent(replaying: reading.entries))
        } catch {
            return .corrupt(error)
        }
    }

    /// Every decision, as it was written down.
    package func entries() throws(ConsentFault) -> [ConsentEntry] {
        guard let bytes = try content() else { return [] }
        return try chain(creatingKey: false, over: bytes).entries
    }

    /// Writes down decisions, made in view of what other processes have decided up to this moment.
    package func record(
        on day: ConsentDay, _ decide: (Consent) -> [ConsentChange]
    ) throws(ConsentFault) -> Step {
        // Nothing new to decide in an empty folder creates nothing either.
        let nothing = Consent()
        if try content() == nil, decide(nothing).allSatisfy(nothing.isKnown) {
            return Step(consent: nothing, actions: [])
        }
        let lock = try lock()
        defer { withExtendedLifetime(lock) {} }
        let bytes = try content() ?? []
        let key = try key(creating: bytes.isEmpty)
        let chain = ConsentChain(codes: key.codes(for: .consentTrail))
        let reading = try read(bytes, with: chain)
        var consent =
            reading.entries.isEmpty ? Consent(after: firstPosition() - 1) : Consent(replaying: reading.entries)
        var actions: [ConsentAction] = []
        var entries: [ConsentEntry] = []
        for change in decide(consent) where !consent.isKnown(change) {
            actions += consent.apply(change, on: day)
            entries.append(ConsentEntry(position: consent.position, day: day, change: change))
        }
        guard !entries.isEmpty else { return Step(consent: consent, actions: []) }
        guard let lines = try? chain.lines(of: entries, after: reading.seal),
            reading.soundBytes + lines.count <= Self.limit,
            (try? Files.append(lines, to: path, after: reading.soundBytes)) != nil
        else {
            throw ConsentFault(
                code: .unwritable, problem: "the decision could not be written down", place: path,
                remedy: "check the owner and mode of the folder, and whether the disk is full, and decide again")
        }
        return Step(consent: consent, actions: actions)
    }

    /// Puts a damaged trail aside, as `consent.damaged.jsonl`, and its key if that can't be used either. Nothing is agreed to
    /// afterwards, and everything is asked anew.
    package func setAside() throws(ConsentFault) {
        let lock = try lock()
        defer { withExtendedLifetime(lock) {} }
        let isKeySound = (try? MasterKey(file: keyPath, creating: false)) != nil
        do throws(FileFault) {
            if Files.exist(path) { try Files.move(path, to: "\(folder)/consent.damaged.jsonl") }
            if !isKeySound, Files.exist(keyPath) { try Files.move(keyPath, to: "\(folder)/install.damaged.key") }
        } catch {
            throw ConsentFault(
                code: .unwritable, problem: "the damaged files could not be put aside", place: folder,
                remedy: error.remedy)
        }
    }

    /// Makes the folder where there is none.
    private func lock() throws(ConsentFault) -> FileLock {
        do throws(FileFault) {
            try Files.makeFolder(folder)
            return try FileLock.take(lockPath)
        } catch  where error.code == .busy {
            throw ConsentFault(
                code: .busy, problem: "another process keeps the record of decisions locked", place: lockPath,
                remedy: error.remedy)
        } catch {
            throw ConsentFault(
                code: .unwritable, problem: "it can't be created", place: error.place, remedy: error.remedy)
        }
    }
}

extension Consent {
    /// What decisions amount to.
    package init(replaying entries: [ConsentEntry]) {
        self.init(after: entries.first.map { $0.position - 1 } ?? 0)
        for entry in entries { _ = apply(entry.change, on: entry.day) }
    }
}
