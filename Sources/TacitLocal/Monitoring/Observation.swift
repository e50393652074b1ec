/// What one round saw.
package struct Observation: Sendable {
    package var now: Moment
    /// Minutes after midnight where the machine stands.
    package var localMinute: Int
    package var uptime: Int64
    /// In percent; what can't be read, or is switched off, is not there.
    package var resources: [ResourceAlert.Resource: Int] = [:]
    package var services: [Probe.Result] = []
    package var levels: [LevelStatus] = []
    /// The latest of those that programs wrote by themselves.
    package var reported: [LevelStatus] = []
    /// Since the round before, from whichever program.
    package var criticalErrors = 0
    /// Whether something could not be written, or old lines not removed, since the round before.
    package var isWritingBroken = false
    package var isCleaningBroken = false

    package init(now: Moment, localMinute: Int, uptime: Int64) {
        self.now = now
        self.localMinute = localMinute
        self.uptime = uptime
    }
}
