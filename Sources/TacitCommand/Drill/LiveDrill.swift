import Foundation
import TacitCollector
import TacitSeal

/// A drill at a collector that runs: what can be sent from outside, and what can be looked at from here.
struct LiveDrill {
    let collector: String
    let page: String?
    let authority: String?
    let state: String?
    /// Files and folders that are searched too.
    let also: [String]
    let process: Int32?
    let wire: Bool
    let token: String?

    func run() async throws -> DrillReport {
        let findings = DrillFindings(Canaries())
        let (address, relay) = try await wired()
        let client = DrillClient(authority: authority, token: token, relayed: relay == nil ? nil : host)
        var planting = DrillPlanting(client, address, findings, time: Int64(Date().timeIntervalSince1970))
        findings.leaveOut(.grpc, "a drill at a running collector sends over HTTP")
        if relay == nil { findings.blind(.wire, "ask for it with --wire") }
        let planted = Array(findings.canaries[.control].sentence.utf8)
        findings.prove(planted, .pages)
        if let process {
            _ = try await client.send(
                "POST", address + "/v1/templates", type: "text/plain", parts: (planted, Array(" end".utf8))
            ) { _ = findings.search(memoryOf: process, "while a request was under way") }
        } else {
            findings.blind(.memory, "name its --process")
        }
        let session = try await planting.beginSession()
        try await planting.plant()
        if let session { try await planting.endSession(session) }
        await client.close()
        if let relay {
            findings.prove(planted, .wire)
            findings.search(relay.bytes, .wire, "on its way", at: "the wire")
            await relay.close()
        }
        try await look(at: page, findings)
        look(at: planted, findings)
        if let process {
            try await Task.sleep(for: .seconds(1))
            _ = findings.search(memoryOf: process, "after the session had ended")
        }
        return findings.report(planting.faults)
    }

    private var host: String { URL(string: collector)?.host() ?? "" }

    /// Where to send to: to the collector, or to a relay that passes everything on.
    private func wired() async throws -> (address: String, relay: DrillRelay?) {
        let url = URL(string: collector)
        let scheme = url?.scheme ?? "http"
        let port = url?.port ?? (scheme == "https" ? 443 : 80)
        guard wire else { return ("\(scheme)://\(host):\(port)", nil) }
        let relay = try await DrillRelay(to: host, port)
        return ("\(scheme)://\(host):\(relay.port)", relay)
    }

    private func look(at page: String?, _ findings: DrillFindings) async throws {
        guard let page else { return findings.blind(.pages, "name its --page") }
        let client = DrillClient(authority: authority, token: token)
        for path in ["/", "/dictionary", "/held", "/metrics", "/api/report"] {
            let answer = try await client.send("GET", page + path)
            findings.search(answer.bytes, .pages, "after the session had ended", at: path)
        }
        await client.close()
    }

    private func look(at planted: [UInt8], _ findings: DrillFindings) {
        let files = [DrillFindings.Place.store, .freePages, .log, .journal, .files]
        for place in files where state == nil { findings.blind(place, "name its --state folder") }
        if let state {
            for place in files { findings.prove(planted, place) }
            findings.search(folder: state, "after the session had ended")
        }
        if also.isEmpty { findings.blind(.output, "name its logs with --also") }
        for path in also {
            findings.prove(planted, .output)
            findings.search(path: path, .output)
        }
    }
}
