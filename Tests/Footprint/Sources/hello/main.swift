import Foundation

#if TACIT
    import Tacit

    let catalog = TelemetryCatalog(name: "hello", digest: "aa", categories: [], events: [])
    let telemetry = try Tacit.bootstrap(catalog, project: "hello")
    print(telemetry.decision.isOn ? "on" : "off", await telemetry.flush())
#endif
print("Hello, world! It is \(Date().timeIntervalSince1970 > 0 ? "now" : "then").")
