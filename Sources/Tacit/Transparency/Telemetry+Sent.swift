import TacitSeal

extension Telemetry {
    /// Every message that went out and is still kept, oldest first.
    public func sent() async throws(TelemetryFault) -> [SentEntry] {
        guard state.exists else { return [] }
        do throws(FileFault) {
            return try state.open().log.entries()
        } catch {
            throw TelemetryFault(.log, error)
        }
    }

    /// Checks, without a network, that the log holds every message that it was given, each as it was sent, and that the
    /// collector's receipts are genuine, for these messages, and by the key that is known as the collector's.
    public func verifyLog() async throws(TelemetryFault) -> LogProof {
        guard state.exists else { return LogProof(entries: 0, receipts: 0, faults: []) }
        do throws(FileFault) {
            let known = configuration.collectorKey ?? state.files.keys()?.signing.id
            return try state.open().log.verify(signedBy: known)
        } catch {
            throw TelemetryFault(.log, error)
        }
    }
}
