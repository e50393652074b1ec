public struct Configuration: Sendable, Hashable {
    public var isEnabled: Bool? = nil
    public var endpoint: String? = nil
    public var certificates: String? = nil
    public var collectorKey: String? = nil
    public enum Sealing: String, Sendable { case auto, required, off }
    public var sealing = Sealing.auto
    public var autoTransmit = true
    public var transmissionInterval: Duration = .seconds(86400)
    public var minBatchSize = 10
    public var maxQueueSize = 1000
    public var maxQueueBytes = 5_000_000
    public var privacyLevel = PrivacyLevel.maximum
    public var stateFolder: String? = nil
    public var flushBound: Duration = .milliseconds(150)
    public var syncInterval: Duration = .seconds(1)
    public var logDays = 90
    public init() {}
}
public import TacitPrivacy
public struct ConfigurationFault: Error, CustomStringConvertible { public var description: String { "" } }
extension Configuration { static func load(project: String, surroundings: Surroundings) throws(ConfigurationFault) -> Configuration { Configuration() } }
extension Surroundings { func stateFolder(of project: String) -> String { "/tmp/x/" + project } }
