import TacitSeal

/// What a person can do with the record of their decisions.
extension Telemetry {
    /// Every decision, to take along, as JSON with `format_version` 1; `nil` where there is none.
    public func exportConsent() throws(TelemetryFault) -> String? {
        do throws(ConsentFault) {
            let entries = try state.trail.entries()
            guard !entries.isEmpty else { return nil }
            let today = ConsentDay(daysSince1970: Int(clock.day))
            return ReadableJSON.text(ConsentExport(project: project, entries: entries, on: today))
        } catch {
            throw TelemetryFault(error)
        }
    }

    /// Puts the record of decisions aside, with the key if that can't be used, and removes what waited under them. Nothing
    /// is agreed to afterwards, and everything is asked anew: the way out where the record is damaged.
    public func resetConsent() async throws(TelemetryFault) {
        await scribe.stop(catalog.categories.map(\.name))
        let folder = state.folder
        let isKeySound = (try? state.open()) != nil
        do throws(ConsentFault) { try state.trail.setAside() } catch { throw TelemetryFault(error) }
        do throws(FileFault) {
            if isKeySound {
                _ = try state.open().outbox.purge { _ in false }
            } else {
                // Nobody can read any of it without the key.
                try Files.remove(folder + "/queue")
                for name in ["batches", "log"] where Files.exist("\(folder)/\(name)") {
                    try Files.removeAll("\(folder)/\(name)")
                }
            }
        } catch {
            throw TelemetryFault(.queue, error)
        }
        state.close()
        await scribe.forget()
    }
}
