import Logging
import ServiceLifecycle

/// Looks once a second whether certificates or tokens have changed. It goes by the machine's clock, also where windows go by a simulated
/// one.
struct Renewing: Service {
    let security: TransportSecurity
    let access: AccessControl
    let log: Logger

    func run() async throws {
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                // Not every file system tells of changes, least of all one that is mounted from elsewhere.
                try? await Task.sleep(for: .seconds(1))
                access.refresh(log: log)
                switch security.renew(now: SystemClock().now) {
                case .unchanged: break
                case .renewed:
                    log.notice("the certificate was renewed; connections begin with the new one from now on")
                case .refused(let fault):
                    log.error(
                        "the new certificate is of no use; the one before goes on",
                        metadata: [
                            "code": "\(fault.code.rawValue)", "file": "\(fault.place)", "remedy": "\(fault.remedy)",
                        ])
                }
            }
        }
    }
}
