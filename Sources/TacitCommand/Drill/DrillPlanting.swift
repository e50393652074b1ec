import Foundation
import Tacit
import TacitCollector
import TacitSeal

/// Sends the canaries of every entry of a collector.
struct DrillPlanting {
    let client: DrillClient
    /// Where OTLP over HTTP is taken.
    let address: String
    let findings: DrillFindings
    /// In seconds since 1970.
    let time: Int64
    /// What makes the collector refuse everything: then nothing went in.
    private(set) var faults: [String] = []
    /// By what the sealed batch is known, and the key that it was sealed to.
    private(set) var batch: (id: BatchID, key: SealingPublicKey)?

    init(_ client: DrillClient, _ address: String, _ findings: DrillFindings, time: Int64) {
        self.client = client
        self.address = address
        self.findings = findings
        self.time = time
    }

    func requests(_ entry: Canaries.Entry) -> DrillRequests {
        DrillRequests(values: findings.canaries[entry], time: time)
    }

    /// - Returns: what could not be sent, and why.
    mutating func plant() async throws {
        try await send(.logs, "/v1/logs", type: "application/x-protobuf", requests(.logs).logs)
        try await send(.traces, "/v1/traces", type: "application/json", requests(.traces).spans)
        try await send(.metrics, "/v1/metrics", type: "application/json", requests(.metrics).points)
        try await sealed()
        try await templates()
        try await refusals()
    }

    private mutating func send(_ entry: Canaries.Entry, _ path: String, type: String, _ body: [UInt8]) async throws {
        let answer = try await client.send("POST", address + path, type: type, body)
        took(entry, answer, wanted: 200)
    }

    /// What comes back holds nothing of what was sent, and says that it was taken.
    private mutating func took(_ entry: Canaries.Entry, _ answer: DrillClient.Answer, wanted: Int) {
        findings.search(answer.bytes, .pages, "in the answer", at: "answer to \(entry.rawValue)")
        findings.planted(entry)
        if answer.status != wanted {
            faults.append("\(entry.rawValue): answered with \(answer.status), so what was sent may not have gone in")
        }
    }

    private mutating func sealed() async throws {
        let answer = try await client.send("GET", address + "/v1/keys")
        guard answer.status == 200, let keys = try? CollectorKeys(json: Data(answer.bytes)),
            let key = keys.sealing.first?.key
        else { return findings.leaveOut(.sealed, "the collector offers no key") }
        let id = BatchID.random()
        self.batch = (id, key)
        let batch = try SealedBatch(sealing: Gzip.compress(requests(.sealed).logs), id: id, to: key)
        took(
            .sealed,
            try await client.send("POST", address + "/v1/sealed", type: SealedBatch.contentType, Array(batch.bytes)),
            wanted: 200)
    }

    private mutating func templates() async throws {
        let answer = try await client.send(
            "POST", address + "/v1/templates", type: "text/plain", requests(.templates).letter)
        // The template is its sender's own: it may say what the letter said.
        findings.planted(.templates)
        guard answer.status == 200, let made = try? JSONDecoder().decode(Template.self, from: Data(answer.bytes)) else {
            return faults.append("templates: answered with \(answer.status)")
        }
        if !made.isDiscarded { faults.append("templates: the answer says that the letter was not overwritten") }
        if !made.isCleared { faults.append("templates: the answer says that memory was not cleared") }
    }

    /// What the collector has measured of its own memory.
    private struct Template: Decodable {
        let isDiscarded: Bool
        let isCleared: Bool

        private enum CodingKeys: String, CodingKey {
            case isDiscarded = "input_discarded"
            case isCleared = "memory_cleared"
        }
    }

    /// Figures and labels that are shown for a time, and exact figures that never are.
    mutating func plant(_ held: DrillHeld) async throws {
        try await send(.figures, "/v1/logs", type: "application/x-protobuf", held.weights(time))
        try await send(.labels, "/v1/logs", type: "application/x-protobuf", held.topics(time))
    }

    private mutating func refusals() async throws {
        findings.planted(.errors)
        for refused in requests(.errors).refused {
            let answer = try await client.send(
                "POST", address + refused.path, type: refused.type, headers: refused.headers, refused.body)
            findings.search(answer.bytes, .pages, "in the answer", at: "refusal of \(refused.body.count) bytes")
            if answer.status < 400 { faults.append("refused requests: one was taken, with \(answer.status)") }
        }
    }

    // MARK: Sessions

    /// A session that is made, read and written.
    mutating func beginSession() async throws -> String? {
        let url = address + "/v1/sessions"
        let content = requests(.sessions).session
        let answer = try await client.send("POST", url, type: "text/plain", content)
        guard answer.status == 201, let made = try? JSONDecoder().decode(Made.self, from: Data(answer.bytes)) else {
            findings.leaveOut(.sessions, "the collector keeps none")
            return nil
        }
        findings.planted(.sessions)
        let read = try await client.send("GET", url, token: made.token)
        if read.status != 200 || read.bytes != content {
            faults.append("sessions: what was kept did not come back")
        }
        let written = try await client.send("PUT", url, type: "text/plain", token: made.token, content)
        if written.status != 200 { faults.append("sessions: answered with \(written.status)") }
        return made.token
    }

    mutating func endSession(_ token: String) async throws {
        let ended = try await client.send("DELETE", address + "/v1/sessions", token: token)
        let gone = try await client.send("GET", address + "/v1/sessions", token: token)
        if ended.status != 200 || gone.status != 410 { faults.append("sessions: one did not end when it was ended") }
    }

    private struct Made: Decodable { let token: String }
}
