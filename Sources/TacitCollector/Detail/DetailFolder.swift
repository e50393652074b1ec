import TacitCatalog
import TacitPages
package import TacitSeal
package import TacitStores

/// The files of sealed detail in a state folder, whether or not anybody writes to them: a key for each day, and the hours that it opens.
///
/// ```swift
/// let folder = DetailFolder(in: ".state")
/// let gone = folder.expire(limit, at: now)     // keys first, then what they opened
/// ```
package struct DetailFolder: Sendable {
    package let path: String

    package init(in state: String) { path = StateFolder.detail(in: state) }

    package var exists: Bool { Files.exist(path) }

    // MARK: Names

    func keyFile(_ day: WindowID) -> String { "\(path)/\(TimeText.day(day.start)).key" }

    func file(_ hour: WindowID, _ number: Int) -> String {
        "\(path)/\(TimeText.day(hour.start))-\(Self.digits(hour.start / 3600 % 24, 2))-\(Self.digits(number, 6)).detail"
    }

    /// What a day's key is bound to.
    static func context(_ day: WindowID) -> String { "detail \(TimeText.day(day.start))" }

    /// The day of a key's file; `nil` where it is none.
    static func day(ofKey name: String) -> WindowID? {
        guard name.hasSuffix(".key"), let date = CalendarDate(name.dropLast(4)) else { return nil }
        return WindowID(length: .day, start: date.unixSeconds)
    }

    /// The hour and the number of a file; `nil` where it is none.
    static func segment(_ name: String) -> (hour: WindowID, number: Int)? {
        let parts = name.dropLast(".detail".count).split(separator: "-")
        guard name.hasSuffix(".detail"), parts.count == 5, let date = CalendarDate(name.prefix(10)),
            let hour = Int64(parts[3]), (0..<24).contains(hour), let number = Int(parts[4]), number > 0
        else { return nil }
        let window = WindowID(length: .hour, start: date.unixSeconds + hour * 3600)
        // Written as it is written here, so that no two names mean one file.
        return DetailFolder(path: "").file(window, number) == "/" + name ? (window, number) : nil
    }

    private init(path: String) { self.path = path }

    private static func digits(_ number: some BinaryInteger, _ width: Int) -> String {
        let text = String(number)
        return String(repeating: "0", count: max(0, width - text.count)) + text
    }

    static func day(of hour: WindowID) -> WindowID { WindowID(length: .day, containing: hour.start) }

    // MARK: What there is

    /// A day of which there is a key.
    package struct Day: Sendable, Equatable {
        package let day: WindowID
        /// When it goes, in seconds since 1970.
        package let expires: Int64
    }

    /// In order.
    ///
    /// - Parameter limit: for how many seconds detail may be kept now. A lower one counts for what is there already, a higher one
    ///   prolongs nothing.
    package func days(_ limit: Int64) throws(FileFault) -> [Day] {
        try keyDays().map { day in
            let latest = day.start + min(limit, RetentionSettings.Class.detail.longest)
            let said = try? DetailKey.expiry(of: keyFile(day))
            return Day(day: day, expires: min(said ?? latest, latest))
        }
    }

    typealias Segment = (hour: WindowID, number: Int, path: String)

    /// The files of records, by hour and then in the order in which they were begun.
    var segments: [Segment] {
        get throws(FileFault) {
            try Files.names(in: path).compactMap { name in
                Self.segment(name).map { ($0.hour, $0.number, "\(path)/\(name)") }
            }
        }
    }

    // MARK: Keys

    package var keyCount: Int { get throws(FileFault) { try keyDays().count } }

    private func keyDays() throws(FileFault) -> [WindowID] { try Files.names(in: path).compactMap(Self.day(ofKey:)) }

    /// Has the ring's current generation wrap those that earlier ones wrap; how many.
    func rewrapKeys(with ring: KeyRing) throws(FileFault) -> Int {
        var count = 0
        for day in try keyDays() {
            if try DetailKey.rewrap(keyFile(day), context: Self.context(day), with: ring) { count += 1 }
        }
        return count
    }

    // MARK: Destroying

    /// What was destroyed, and what could not be.
    package struct Destroyed: Sendable {
        package var removed: [Deletion] = []
        package var fault: FileFault?
    }

    /// Destroys the keys of the days that have reached their limit, and removes what they opened.
    package func expire(_ limit: Int64, at now: Int64, noting note: ShreddingNote? = nil) -> Destroyed {
        destroy(noting: note) { () throws(FileFault) in try days(limit).filter { $0.expires <= now }.map(\.day) }
    }

    /// Destroys all keys, and removes everything.
    package func destroyAll(noting note: ShreddingNote? = nil) -> Destroyed { destroy(noting: note, keyDays) }

    /// Keys first, so that nothing opens any more, wherever copies of it lie. What fails stops none of the others.
    private func destroy(
        noting note: ShreddingNote?, _ choose: () throws(FileFault) -> [WindowID]
    ) -> Destroyed {
        let days: [WindowID]
        do throws(FileFault) { days = try choose().sorted() } catch { return Destroyed(fault: error) }
        let keys = days.map { (day: $0, bytes: Files.read(keyFile($0)) ?? []) }
        note?.add(keys.map { (keyFile($0.day), $0.bytes) }, removing: Self.deletions(keys))
        var fault: FileFault?
        let destroyed = keys.filter { key in
            do throws(FileFault) {
                try Files.shred(keyFile(key.day))
                return true
            } catch {
                fault = error
                return false
            }
        }
        do throws(FileFault) { try removeOrphans() } catch { fault = fault ?? error }
        return Destroyed(removed: Self.deletions(destroyed), fault: fault)
    }

    /// Days that follow on each other are one.
    private static func deletions(_ keys: [(day: WindowID, bytes: [UInt8])]) -> [Deletion] {
        var deletions: [Deletion] = []
        var fingerprint = KeyFingerprint()
        for (day, bytes) in keys {
            // A day is one record, however many it held: that would tell what the counters hide with noise.
            if let last = deletions.last?.span, last.upperBound == day.start {
                deletions[deletions.count - 1].span = last.lowerBound..<day.end
                deletions[deletions.count - 1].records += 1
            } else {
                fingerprint = KeyFingerprint()
                deletions.append(
                    Deletion(.detail, dataClass: "detail", length: .day, span: day.start..<day.end, records: 1))
            }
            fingerprint.add(bytes)
            deletions[deletions.count - 1].keys = fingerprint.count
            deletions[deletions.count - 1].fingerprint = fingerprint.text
        }
        return deletions
    }

    /// Removes what no key opens, whatever left it, and what a crash left of a key that was being made.
    func removeOrphans() throws(FileFault) {
        let names = try Files.names(in: path)
        let days = Set(names.compactMap(Self.day(ofKey:)))
        for name in names {
            if name.hasSuffix(".new") { try Files.shred("\(path)/\(name)") }
            guard let segment = Self.segment(name), !days.contains(Self.day(of: segment.hour)) else { continue }
            try Files.remove("\(path)/\(name)")
        }
    }
}
