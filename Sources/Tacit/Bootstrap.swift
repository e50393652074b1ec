import Synchronization
import TacitSeal

/// Begins telemetry for a program. One call at its start; nothing is collected until somebody has agreed.
///
/// ```swift
/// let telemetry = try Tacit.bootstrap(.shop, project: "shop", version: "2.1.0")
/// ```
///
/// - Parameters:
///   - catalog: what may be collected; generated from `catalog.yaml`.
///   - project: names the state folder, the switches and the opt-out file: letters, digits, `-`, `_` and `.`.
///   - version: of the program; its first three numbers are sent.
///   - configuration: what the program sets; the machine's policy, the environment and the person's file outweigh it.
/// - Throws: where the project's name is none, or it has telemetry in this process already. Whatever else is wrong turns
///   telemetry off, and ``Telemetry/status()`` says why: an app never fails for its telemetry.
public func bootstrap(
    _ catalog: TelemetryCatalog, project: String, version: String = "", configuration: Configuration? = nil,
    transport: (any Transport)? = nil, clock: TelemetryClock = .system
) throws(TelemetryError) -> Telemetry {
    try start(
        catalog, project: project, version: version, configuration: configuration, transport: transport, clock: clock,
        surroundings: .current())
}

package func start(
    _ catalog: TelemetryCatalog, project: String, version: String, configuration given: Configuration?,
    transport: (any Transport)?, clock: TelemetryClock, surroundings: Surroundings,
    say: @escaping @Sendable (String) -> Void = SpokenTransport.toStandardError
) throws(TelemetryError) -> Telemetry {
    guard TelemetryError.isProject(project) else {
        throw TelemetryError(
            .project, at: "project",
            remedy: "give 1 to 64 letters, digits, '-', '_' or '.', the first a letter or digit")
    }
    var switches = surroundings.switches(of: project)
    switches.code = given?.isEnabled
    var configuration = given ?? Configuration()
    do throws(ConfigurationFault) {
        configuration = try Configuration.load(project: project, surroundings: surroundings, code: configuration)
        switches.configured = .sound(isEnabled: configuration.isEnabled)
    } catch {
        switches.configured = .faulty(error)
    }
    if surroundings.arguments.contains("--telemetry-verbose") { configuration.isVerbose = true }
    let folder = configuration.stateFolder ?? surroundings.stateFolder(of: project)
    guard let registration = Registration(folder: folder) else {
        throw TelemetryError(
            .alreadyStarted, at: "project", remedy: "this process has telemetry for it; share that one instead")
    }
    ErasureNote.finish(in: folder)
    let today = ConsentDay(daysSince1970: Int(clock.day))
    let reading = ConsentTrail(folder: folder)
        .read(deciding: configuration, about: catalog.categories, on: today, unless: !switches.isAllowed)
    switches.consent = reading.consented(to: catalog.categories, on: today)
    switches.hasQuestions = !reading.questions(about: catalog.categories, on: today).isEmpty
    let telemetry = Telemetry(
        catalog: catalog, project: project, version: version, configuration: configuration, switches: switches,
        declaration: Declaration(project: project, version: version, catalog: catalog, code: given ?? Configuration()),
        reading: reading, transport: spoken(transport ?? defaultTransport(configuration), configuration, say),
        clock: clock, registration: registration)
    if telemetry.decision.isOn { telemetry.open(reading.consent, on: today) }
    return telemetry
}

extension ConsentTrail {
    /// What has been decided: with what has ended since, and what the configuration decides where nobody else has.
    fileprivate func read(
        deciding configuration: Configuration, about categories: [ConsentCategory], on today: ConsentDay,
        unless isOff: Bool
    ) -> ConsentReading {
        let reading = read()
        if case .corrupt = reading { return reading }
        func changes(_ consent: Consent) -> [ConsentChange] {
            consent.endings(on: today)
                + (isOff ? [] : configuration.decisions(about: categories, in: consent, on: today))
        }
        guard !changes(reading.consent).isEmpty else { return reading }
        do throws(ConsentFault) {
            return .sound(try record(on: today, changes).consent)
        } catch {
            return .corrupt(error)
        }
    }
}

private func spoken(
    _ transport: any Transport, _ configuration: Configuration, _ say: @escaping @Sendable (String) -> Void
) -> any Transport {
    guard configuration.isVerbose else { return transport }
    return SpokenTransport(transport: transport, endpoint: configuration.endpoint ?? "", say: say)
}

private func defaultTransport(_ configuration: Configuration) -> any Transport {
    guard let endpoint = configuration.endpoint else { return NoTransport(reason: .noEndpoint) }
    #if HTTPClient
        return HTTPTransport(endpoint: endpoint, certificates: configuration.certificates, token: configuration.token)
    #else
        _ = endpoint
        return NoTransport(reason: .unavailable)
    #endif
}

/// Keeps all where it is: nothing can be sent.
private struct NoTransport: Transport {
    let reason: TransportError.Reason

    func send(_ request: OutgoingRequest) async throws(TransportError) -> TransportAnswer {
        throw TransportError(reason)
    }
}

/// Says that a folder has telemetry in this process; ends with this object.
final class Registration: Sendable {
    private static let folders = Mutex<Set<String>>([])
    let folder: String

    init?(folder: String) {
        guard Self.folders.withLock({ $0.insert(folder).inserted }) else { return nil }
        self.folder = folder
    }

    deinit { Self.folders.withLock { _ = $0.remove(folder) } }
}

/// Why telemetry could not begin.
public struct TelemetryError: Error, Sendable, Hashable, CustomStringConvertible {
    /// Stable: scripts and documents may refer to them.
    public enum Code: String, Sendable {
        case project = "telemetry.project"
        case alreadyStarted = "telemetry.already-started"
    }

    public let code: Code
    public let place: String
    public let remedy: String

    init(_ code: Code, at place: String, remedy: String) {
        self.code = code
        self.place = place
        self.remedy = remedy
    }

    public var description: String { "\(code.rawValue): \(place): \(remedy)" }

    static func isProject(_ name: String) -> Bool {
        let bytes = Array(name.utf8)
        guard (1...64).contains(bytes.count), let first = bytes.first else { return false }
        func isWord(_ byte: UInt8) -> Bool {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"):
                true
            default: false
            }
        }
        return isWord(first) && bytes.allSatisfy { isWord($0) || "-_.".utf8.contains($0) }
    }
}
