import Foundation
import TacitCollector
import TacitKeys

/// What a purge has to know of the configuration: where the folder, the page and the sessions are.
struct PurgeSettings {
    let state: String
    /// Whether somebody named it, so that it is meant and no other.
    let isStateNamed: Bool
    /// Where the folder's master key comes from; the file in it, where nobody says otherwise.
    let keys: KeySource
    /// `nil` where the configuration can't be read.
    let sessions: SessionSettings?
    /// Such as `http://127.0.0.1:4320`; `nil` where nobody knows it.
    let page: String?
    /// What is wrong with the configuration, if something is.
    let fault: String?

    init(_ named: CollectorFolder) {
        isStateNamed = named.state != nil || named.config != nil
        do {
            let configuration = try named.configuration()
            (state, keys) = try (configuration.state, configuration.masterKey)
            sessions = configuration.sessions
            let endpoint = configuration.listen.dashboard
            page =
                endpoint.port == 0
                ? nil : (configuration.tls.covers(.dashboard) ? "https" : "http") + "://\(endpoint)"
            fault = nil
        } catch {
            state = named.state ?? CollectorConfiguration().state
            keys = .standard(in: state)
            sessions = nil
            page = nil
            fault = "\(error)"
        }
    }
}
