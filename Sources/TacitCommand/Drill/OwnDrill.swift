import Foundation
import TacitCollector
import TacitKeys
import TacitSeal

/// A drill with a collector of its own, at which everything can be looked.
struct OwnDrill {
    /// Files and folders that are searched too.
    let also: [String]
    /// What its collector is told beside its configuration.
    var environment: [String: String] = [:]

    func run() async throws -> DrillReport {
        let folder = NSTemporaryDirectory() + "/tacit-drill-" + UUID().uuidString.lowercased()
        try Files.makeFolder(folder)
        defer { try? Files.removeAll(folder) }
        let collector = try DrillCollector(in: folder, now: Date())
        do {
            let report = try await run(collector)
            await collector.stop()
            return report
        } catch {
            await collector.stop()
            throw error
        }
    }

    private func run(_ collector: DrillCollector) async throws -> DrillReport {
        let findings = DrillFindings(Canaries())
        try await proveSight(findings, collector)
        try await collector.run(environment)
        // Not before: what the collector forbids itself must not come from here.
        CoreDumps.forbid()
        let (http, grpc, page) = (collector.addresses[0], collector.addresses[1], collector.addresses[2])
        let wire = try await DrillRelay(to: http.host, http.port)
        let wireOfGRPC = try await DrillRelay(to: grpc.host, grpc.port)
        let client = DrillClient(authority: collector.certificate, token: nil)
        let address = "https://localhost:\(wire.port)"
        let pages = "https://localhost:\(page.port)"

        var planting = DrillPlanting(client, address, findings, time: collector.start)
        try await prove(memoryOf: collector, client, address, findings)
        let session = try await planting.beginSession()
        // Nobody ends this one.
        let left = try await planting.beginSession()
        try await planting.plant()
        let held = DrillHeld()
        try await planting.plant(held)
        try await DrillGRPC.export(
            planting.requests(.grpc).logs, to: wireOfGRPC.port, authority: collector.certificate)
        findings.planted(.grpc)
        for token in [session, left].compactMap(\.self) { held.note(session: token) }
        held.note(planting.batch)
        try held.noteWindowKeys(in: collector.state)
        held.see(memoryOf: collector.identifier)
        findings.search(folder: collector.state, "while the windows were open")

        // A minute and what it waits for: its window closes. The day stays open, with its journal.
        _ = try await client.send("POST", pages + "/simulated-clock?now=\(collector.start + 90)")
        try await look(at: pages, client, findings, "after windows had closed")
        findings.search(folder: collector.state, "after windows had closed")
        try await held.noteStoredKeys(in: collector.state)
        held.see(in: collector.state)
        if let session { try await planting.endSession(session) }
        _ = try await client.send("POST", pages + "/simulated-clock?now=\(collector.start + 3 * 86400)")
        for entry in DrillHeld.entries { findings.planted(entry) }
        for entry in held.unseen { findings.leaveOut(entry, "they were not seen while the collector held them") }
        findings.expectGone(held.traces)
        await client.close()
        await lookAtMemory(of: collector, findings)
        let protection = ProcessProtection(of: collector.identifier).faults ?? []
        let visitor = DrillClient(authority: collector.certificate, token: nil)
        try await look(at: pages, visitor, findings, "after all windows had closed")
        await visitor.close()
        findings.search(folder: collector.state, "after all windows had closed and the session had ended")
        let verification = await StorageVerifier(
            state: collector.state, keys: .standard(in: collector.state), wall: collector.start
        ).verify()
        await collector.stop()
        findings.search(folder: collector.state, "after the stop")
        for file in collector.output { findings.search(path: file, .output) }
        for path in also { findings.search(path: path, .files) }
        for relay in [wire, wireOfGRPC] {
            findings.search(relay.bytes, .wire, "on its way", at: "the wire")
            await relay.close()
        }
        let faults = planting.faults + held.faults + protection
        let broken = verification.checks.flatMap { check in check.faults.map { "\(check.id): \($0.place) \($0.what)" } }
        return findings.report(faults + broken)
    }

    // MARK: Sight

    /// Puts a value where it is to be found, in each kind of place: whoever does not find it there is blind.
    private func proveSight(_ findings: DrillFindings, _ collector: DrillCollector) async throws {
        let text = findings.canaries[.control].sentence
        let folder = collector.folder + "/control"
        try Files.makeFolder(folder + "/journal")
        defer { try? Files.removeAll(folder) }
        try Files.replace(folder + "/journal/00000001.journal", with: Array(text.utf8))
        try Files.replace(folder + "/other", with: Array(text.utf8))
        try await ControlStore.plant(text, in: folder) { findings.search(folder: folder, "before the drill") }
        for place in [DrillFindings.Place.output, .pages] { findings.search(path: folder + "/other", place) }
    }

    /// While a request with it is under way, a value is in the memory of the collector; and what goes over the relay is in its
    /// copy.
    private func prove(
        memoryOf collector: DrillCollector, _ client: DrillClient, _ address: String, _ findings: DrillFindings
    ) async throws {
        let planted = Array(findings.canaries[.control].sentence.utf8)
        _ = try await client.send(
            "POST", address + "/v1/templates", type: "text/plain", parts: (planted, Array(" end".utf8))
        ) { _ = findings.search(memoryOf: collector.identifier, "while a request was under way") }
        let http = collector.addresses[0]
        let relay = try await DrillRelay(to: http.host, http.port)
        // Without TLS, which the listener does not answer: it need not, it is on the wire.
        let plain = DrillClient(authority: nil, token: nil)
        _ = try? await plain.send(
            "POST", "http://127.0.0.1:\(relay.port)/", type: "text/plain",
            headers: [("x-control", findings.canaries[.control].sentence)], planted)
        await plain.close()
        findings.search(relay.bytes, .wire, "before the drill", at: "control")
        await relay.close()
    }

    // MARK: Places

    private func look(
        at pages: String, _ client: DrillClient, _ findings: DrillFindings, _ moment: String
    ) async throws {
        for path in [
            "/", "/metric/notes", "/metric/kept", "/metric/daily", "/dictionary", "/held", "/metrics", "/api/report",
        ] {
            let answer = try await client.send("GET", pages + path)
            findings.search(answer.bytes, .pages, moment, at: path)
        }
    }

    /// What is freed when connections end is looked at after they have.
    private func lookAtMemory(of collector: DrillCollector, _ findings: DrillFindings) async {
        try? await Task.sleep(for: .seconds(1))
        _ = findings.search(memoryOf: collector.identifier, "after all windows had closed and the session had ended")
    }
}
