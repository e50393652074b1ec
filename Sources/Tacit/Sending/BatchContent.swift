import TacitPrivacy
import TacitWire

/// The bytes of a batch: an OpenTelemetry logs request in which nothing says who, and no more than the privacy level
/// allows says when.
struct BatchContent: Sendable {
    /// What is said about the software itself.
    let resource: [(String, OTLPLogWriter.Value)]
    let level: PrivacyLevel

    /// Before which record each request ends that these go out in.
    ///
    /// A window counts an installation under one name. So where records say when something was done, those of another day
    /// carry that day's name, in a request of its own: two names in one would tell whoever reads it that they are one's.
    func ends(of records: [EdgeRecord]) -> [Int] {
        guard level != .maximum else { return [records.count] }
        // What is gone has no day.
        let kept = records.indices.filter { !records[$0].isGone }
        let newDays = zip(kept, kept.dropFirst())
            .filter { day(records[$0].recordedAt) != day(records[$1].recordedAt) }
        return newDays.map(\.1) + [records.count]
    }

    /// The request for records of one part, of which there are some; the same for the same records and stamp.
    func bytes(_ records: [EdgeRecord], _ stamp: Batch.Stamp, _ installation: DailyContributor) -> [UInt8] {
        let token = installation.token(day: day(records.first.map { time(of: $0, stamp) } ?? stamp.time))
        // What the person has agreed to, as far as these records need it: the collector counts nothing else.
        let categories = Set(records.map(\.category)).sorted().joined(separator: ",")
        let level = records.map(\.level).max() ?? .basic
        let person: [(String, OTLPLogWriter.Value)] = [
            ("tacit.contributor", .string(token)), ("tacit.consent", .string(categories)),
            ("tacit.consent.level", .string(level.name)),
        ]
        var writer = OTLPLogWriter(resource: resource + person, scope: "tacit", version: SDK.version)
        for record in records {
            writer.append(record: record.body, time: UInt64(clamping: time(of: record, stamp)) * 1_000_000)
        }
        return writer.finish()
    }

    private func day(_ milliseconds: Int64) -> Int64 { milliseconds.floorDivided(by: 86_400_000) }

    /// In milliseconds.
    private func time(of record: EdgeRecord, _ stamp: Batch.Stamp) -> Int64 {
        switch level {
        // A figure counts when it was reported, and when something was done stays here.
        case .maximum: stamp.time
        case .balanced: level.timeBucket(record.recordedAt.floorDivided(by: 1000)) * 1000
        case .minimal: record.recordedAt
        }
    }
}

extension Int64 {
    func floorDivided(by divisor: Int64) -> Int64 {
        let (quotient, rest) = quotientAndRemainder(dividingBy: divisor)
        return rest < 0 ? quotient - 1 : quotient
    }
}

/// This library.
enum SDK {
    static let version = "0.1.0"

    /// As OpenTelemetry's `os.type` names it.
    static let system: String = {
        #if os(Linux)
            "linux"
        #elseif os(Windows)
            "windows"
        #else
            "darwin"
        #endif
    }()
}
