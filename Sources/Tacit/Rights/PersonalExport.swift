import TacitSeal

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Everything that is kept of a person on this machine, to read and to take along.
///
/// ```swift
/// let export = await telemetry.export()
/// export.json            // decisions, what waits and what was sent, readable, with the OTLP bytes in base64
/// export.waitingOTLP     // one OpenTelemetry logs request
/// ```
///
/// It holds no key. The contributor tokens in what was sent are the ones that the collector got: one a day.
public struct PersonalExport: Sendable, Hashable {
    public static let formatVersion = 1

    public let project: String
    public let exportedOn: ConsentDay
    let consent: ConsentExport?
    /// What waits to be sent, as an OTLP message; also what consent does not cover now. Empty where nothing waits.
    public let waitingOTLP: [UInt8]
    /// What was sent and is still kept, oldest first.
    public let sent: [SentEntry]
    /// What can't be read, and so is not here.
    public let faults: [TelemetryFault]

    /// The OTLP messages that were sent.
    public var sentOTLP: [[UInt8]] { sent.map(\.bytes) }

    /// All of it as JSON, with `format_version` 1.
    public var json: String { ReadableJSON.text(Document(self)) }

    /// Writes `export.json`, and the OTLP messages as `waiting.pb` and `sent-0001.pb`, …, into a folder that is made if it is
    /// not there; for its owner alone. An earlier export stays as it is: there it throws.
    public func write(to folder: String) throws(TelemetryFault) {
        guard !Files.exist(folder + "/export.json") else {
            throw TelemetryFault(
                .log, problem: "an export is there already", place: folder, remedy: "name another folder")
        }
        do throws(FileFault) {
            try Files.makeFolder(folder)
            try Files.replace(folder + "/export.json", with: Array(json.utf8))
            if !waitingOTLP.isEmpty { try Files.replace(folder + "/waiting.pb", with: waitingOTLP) }
            for (index, message) in sentOTLP.enumerated() {
                let number = "\(index + 1)"
                let padded = String(repeating: "0", count: max(0, 4 - number.count)) + number
                try Files.replace(folder + "/sent-\(padded).pb", with: message)
            }
        } catch {
            throw TelemetryFault(.log, error)
        }
    }

    private struct Document: Encodable {
        let formatVersion = PersonalExport.formatVersion
        let project: String
        let exportedOn: String
        let consent: ConsentExport?
        let waiting: SentMessage.Document?
        let sent: [SentEntry.Document]
        let faults: [TelemetryFault]

        init(_ export: PersonalExport) {
            project = export.project
            exportedOn = export.exportedOn.description
            consent = export.consent
            waiting = export.waitingOTLP.isEmpty ? nil : SentMessage.Document(export.waitingOTLP)
            sent = export.sent.map(SentEntry.Document.init)
            faults = export.faults
        }
    }

    init(
        project: String, exportedOn: ConsentDay, consent: ConsentExport?, waitingOTLP: [UInt8], sent: [SentEntry],
        faults: [TelemetryFault]
    ) {
        self.project = project
        self.exportedOn = exportedOn
        self.consent = consent
        self.waitingOTLP = waitingOTLP
        self.sent = sent
        self.faults = faults
    }
}

extension Telemetry {
    /// Everything that is kept here, for the person whose machine it is. What can't be read is named, and the rest is there.
    public func export() async -> PersonalExport {
        await scribe.drain()
        let today = ConsentDay(daysSince1970: Int(clock.day))
        var faults: [TelemetryFault] = []
        var consent: ConsentExport?
        do throws(ConsentFault) {
            let entries = try state.trail.entries()
            consent = entries.isEmpty ? nil : ConsentExport(project: project, entries: entries, on: today)
        } catch {
            faults.append(TelemetryFault(error))
        }
        var waiting: [UInt8] = []
        var sent: [SentEntry] = []
        if state.exists {
            do throws(FileFault) {
                waiting = try await courier.waitingMessage()
            } catch {
                faults.append(TelemetryFault(.queue, error))
            }
            do throws(FileFault) {
                sent = try state.open().log.entries()
            } catch {
                faults.append(TelemetryFault(.log, error))
            }
        }
        return PersonalExport(
            project: project, exportedOn: today, consent: consent, waitingOTLP: waiting, sent: sent,
            faults: faults.reduce(into: []) { if !$0.contains($1) { $0.append($1) } })
    }
}

extension Courier {
    /// All that waits, as one message, for messages of OTLP that follow each other are one; empty where nothing does.
    fileprivate func waitingMessage() throws(FileFault) -> [UInt8] {
        let contents = try state.open()
        let records = try contents.outbox.waiting()
        guard !records.isEmpty else { return [] }
        let stamp = freshStamp(for: records)
        return (0..<stamp.parts).flatMap {
            content.bytes(Array(stamp.part($0, of: records)), stamp, contents.installation)
        }
    }
}
