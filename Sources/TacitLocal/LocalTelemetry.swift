import Synchronization
import TacitSeal

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// What a program tells of its own health, into files on the machine of its owner and nowhere else.
///
/// ```swift
/// let local = LocalTelemetry(component: Name("store")!)
/// local.error(ErrorCode("DB-1001")!, severity: .critical)
/// local.level(Name("consciousness")!, 0.82)
/// try local.flush()                         // at the end of the program; otherwise once a minute
/// ```
///
/// Nothing is kept, and no file is made, until the owner has switched a part on (`tacit local on errors levels`);
/// `TACIT_ENABLED=false` wins over that. Errors are counted by code in memory, a thousand kinds at most, so that a flood of
/// them costs a line a minute. No network is ever used.
public final class LocalTelemetry: Sendable {
    private struct Kind: Hashable {
        let code: ErrorCode
        let severity: ErrorEvent.Severity
    }

    private struct Waiting {
        var count = 0
        var message: String?
    }

    private struct State {
        var settings = Settings()
        var errors: [Kind: Waiting] = [:]
        var levels: [Name: Double] = [:]
        var unwritten: [any LocalRecord] = []
        var problem: String?
    }

    private static let kinds = 1000
    /// Where more kinds than that come in a minute.
    // Capital letters are a code.
    private static let others = ErrorCode("OTHER")!

    private let component: Name
    private let folder: LocalFolder?
    private let declared: [LocalConfiguration.Level]
    private let isForbidden: Bool
    private let now: @Sendable () -> Moment
    private let state = Mutex(State())

    /// - Parameters:
    ///   - component: the part of the system that speaks.
    ///   - folder: where the files lie; by default where `tacit local` has them.
    ///   - levels: what is functional, and over which time a level is judged, for levels that need other than the default.
    public convenience init(component: Name, folder: String? = nil, levels: [LocalConfiguration.Level] = []) {
        var environment: [String: String] = [:]
        for name in ["TACIT_ENABLED", "TACIT_LOCAL_FOLDER", "XDG_STATE_HOME", "HOME"] {
            environment[name] = getenv(name).map { String(cString: $0) }
        }
        self.init(component: component, folder: folder, levels: levels, environment: environment) {
            Moment(seconds: Int64(time(nil)))
        }
        Task.detached(priority: .background) { [weak self] in
            while !Task.isCancelled {
                try await Task.sleep(for: .seconds(60))
                guard let self else { return }
                try? self.flush()
            }
        }
    }

    package init(
        component: Name, folder: String?, levels: [LocalConfiguration.Level] = [], environment: [String: String],
        now: @escaping @Sendable () -> Moment
    ) {
        self.component = component
        self.folder = (folder ?? LocalFolder.standardPath(in: environment)).map { LocalFolder($0) }
        self.declared = levels
        self.now = now
        isForbidden = Silence.holds(in: environment)
        renew()
    }

    /// Why nothing is kept, or what could not be written; `nil` where all is well.
    public var problem: String? { state.withLock(\.problem) }

    /// Counts an error. The message is scrubbed, and the last one of a minute stays.
    public func error(_ code: ErrorCode, severity: ErrorEvent.Severity = .error, message: String? = nil) {
        state.withLock { state in
            guard state.settings.parts.contains(.errors) else { return }
            var kind = Kind(code: code, severity: severity)
            if state.errors[kind] == nil, state.errors.count >= Self.kinds {
                kind = Kind(code: Self.others, severity: severity)
            }
            state.errors[kind, default: Waiting()].count += 1
            if let message { state.errors[kind]?.message = message }
        }
    }

    /// Says how high a level is, from 0 to 1; what lies outside is no level, and is not kept.
    public func level(_ name: Name, _ value: Double) {
        guard (0...1).contains(value) else { return }
        state.withLock { state in
            guard state.settings.parts.contains(.levels) else { return }
            state.levels[name] = value
        }
    }

    /// Writes down what came since the last time. What could not be written is kept for the next time, a thousand lines at most.
    public func flush() throws {
        guard let folder, !isForbidden else { return }
        let taken = state.withLock { state in
            defer { (state.errors, state.levels, state.unwritten) = ([:], [:], []) }
            return state
        }
        renew()
        let moment = now()
        var records = taken.unwritten
        for (kind, waiting) in taken.errors {
            records.append(
                ErrorEvent(
                    timestamp: moment, code: kind.code, component: component, severity: kind.severity,
                    count: waiting.count, message: waiting.message))
        }
        for (name, value) in taken.levels {
            let level = declared.first { $0.name == name } ?? .init(name: name)
            records.append(folder.status(of: level, value, at: moment))
        }
        let parts = state.withLock(\.settings.parts)
        let (unwritten, fault) = folder.write(records.filter { parts.contains(type(of: $0).part) })
        guard let fault else { return }
        state.withLock { state in
            state.unwritten = Array((unwritten + state.unwritten).suffix(Self.kinds))
            state.problem = fault.description
        }
        throw fault
    }

    /// Reads again what is on.
    private func renew() {
        guard let folder, !isForbidden else { return }
        do throws(FileFault) {
            let settings = try Settings(in: folder)
            state.withLock { ($0.settings, $0.problem) = (settings, nil) }
        } catch {
            state.withLock { ($0.settings, $0.problem) = (Settings(), error.description) }
        }
    }
}
