import TacitCatalog
package import TacitWire

/// Everything that an operator can set, from `tacit.yaml`, `TACIT_…` in the environment and the command line.
package struct CollectorConfiguration: Sendable, Equatable {
    /// The kill switch: `false` wins over all else, and nothing is collected.
    package var enabled = true
    package var catalog = "catalog.yaml"
    package var state = ".state"
    /// One-minute windows for all metrics, so that a newcomer sees a release at once.
    package var firstLook = false
    package var listen = Listen()
    package var tls = TLS()
    package var access = Access()
    package var consent = ConsentGround(categories: ["essential"], level: .basic)
    package var limits = Limits()
    package var windows = WindowLimits()
    package var sealed = Sealed()
    /// Writes down what was taken before its sender is told so.
    package var journal = true
    /// Keeps single records too, sanitized and encrypted, for as long as the class `detail` allows.
    package var detail = false
    package var sessions = SessionSettings()
    package var retention = RetentionSettings()
    package var keys = KeySettings()
    package var logLevel = "info"
    package var clock = Clock.system

    package init() {}

    package struct Listen: Sendable, Equatable {
        package var otlpHTTP = Endpoint(host: "127.0.0.1", port: 4318)
        package var otlpGRPC = Endpoint(host: "127.0.0.1", port: 4317)
        package var dashboard = Endpoint(host: "127.0.0.1", port: 4320)
        /// Lets a listener leave the loopback interface although there is no TLS on it.
        package var plaintextOffLoopback = false

        package subscript(name: ListenerName) -> Endpoint {
            switch name {
            case .otlpHTTP: otlpHTTP
            case .otlpGRPC: otlpGRPC
            case .dashboard: dashboard
            }
        }
    }

    package struct Endpoint: Sendable, Equatable, CustomStringConvertible {
        package var host: String
        /// 0: any free one.
        package var port: Int

        package init(host: String, port: Int) {
            self.host = host
            self.port = port
        }

        package var description: String { host.contains(":") ? "[\(host)]:\(port)" : "\(host):\(port)" }
    }

    /// A listener's name, as the section `listen` has it.
    package enum ListenerName: String, Sendable, CaseIterable {
        case otlpHTTP = "otlp_http"
        case otlpGRPC = "otlp_grpc"
        case dashboard
    }

    package struct TLS: Sendable, Equatable {
        /// Paths of files in PEM.
        package var certificate: String?
        package var key: String?
        package var clientCA: String?
        /// Those that speak TLS where there is a certificate.
        package var listeners = Set(ListenerName.allCases)
        /// Those that ask for a client's certificate where there is an authority for it.
        package var clientCAListeners = Set(ListenerName.allCases)
        package var requirePostQuantum = false
    }

    package struct Access: Sendable, Equatable {
        package var requireToken = false
        package var page = Page.auto

        /// Who may read the page.
        package enum Page: String, Sendable, CaseIterable {
            /// Whoever is on this machine; from elsewhere, those with a token.
            case auto
            case token
            case open
        }
    }

    package struct Limits: Sendable, Equatable {
        /// Bytes of a request's body, compressed and not.
        package var bodyBytes = 64 << 20
        package var wire = WireLimits()
        /// Bytes of all bodies that are in memory at once.
        package var inFlightBytes = 512 << 20
        package var connections = 1024
        package var idleSeconds = 60
        package var headerBytes = 16 << 10
        package var headerSeconds = 10
        /// How long a request's body may take to arrive, however steadily it comes.
        package var bodySeconds = 30
        /// Requests of one token in a second; 0: as many as come.
        package var requestsPerSecond = 0
        /// Batches that are remembered.
        package var batches = 1_000_000
    }

    package struct Sealed: Sendable, Equatable {
        /// Seconds for which a key is offered; it opens for as long again.
        package var rotate: Int64 = 3600
    }

    package enum Clock: Sendable, Equatable {
        case system
        /// Starts at this second and moves only when told to.
        case simulated(start: Int64)
    }
}
