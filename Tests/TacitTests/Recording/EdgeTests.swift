import TacitPrivacy
import TacitWire
import Testing

@testable import Tacit

@Suite("What leaves the caller's thread is bounded, rounded and cut on this machine")
struct EdgeTests {
    private func fields(_ event: some TelemetryEvent, catalog: TelemetryCatalog = Sample.catalog) -> [String: String]? {
        let ring = EventRing(capacity: 2)
        _ = ring.push(event, time: 86_400_000_000_000)
        var record: EdgeRecord?
        var noise = SecureRandom()
        ring.drain { record = Edge(catalog).record($0, position: 3, using: &noise) }
        guard let record else { return nil }
        #expect(record.position == 3 && record.recordedAt == 86_400_000)
        #expect(EdgeRecord(stored: record.stored) == record)
        var writer = OTLPLogWriter(resource: [])
        writer.append(record: record.body, time: 1)
        guard let message = SentMessage(otlp: writer.finish()), let sent = message.records.first else { return nil }
        return Dictionary(sent.fields.map { ($0.key, $0.value) }) { $1 }
    }

    @Test("numbers are clamped to their bounds and rounded to their granularity") func numbers() {
        #expect(fields(.used(.open, count: 12))?["count"] == "10")
        #expect(fields(.used(.open, count: 13))?["count"] == "15")
        #expect(fields(.used(.open, count: -7))?["count"] == "0")
        #expect(fields(.used(.open, count: .max))?["count"] == "100")
        #expect(fields(.used(.open, duration: .milliseconds(44)))?["duration_ms"] == "40")
        #expect(fields(.used(.open, duration: .seconds(Int64.max)))?["duration_ms"] == "1000")
    }

    @Test("versions are cut, texts shortened at a whole character, absent fields left out") func texts() {
        #expect(fields(.used(.open, version: "6.3.1"))?["version"] == "6.3")
        #expect(fields(.used(.open, version: "6"))?["version"] == "6")
        #expect(fields(.used(.open))?["version"] == nil)
        let long = fields(.failed("E-1", Scrubbed(String(repeating: "é", count: 100))))
        #expect(long?["error.message"] == String(repeating: "é", count: 30))
        #expect(fields(.failed("E-1"))?.count == 1)
    }

    @Test("text is scrubbed when it becomes a field, and a code with a finding in it is none") func scrubbing() {
        #expect(
            fields(.failed("E-1", Scrubbed("no mail to jane@example.com")))?["error.message"] == "no mail to [EMAIL]")
        // A literal is the author's own, and trusted; these come at run time.
        func code(_ text: String) -> String? { Code(text)?.text }
        for text in ["jane@example.com", "4111111111111111", "", String(repeating: "a", count: 121), "a b", "é"] {
            #expect(code(text) == nil)
        }
        #expect(code("TELEMETRY-1001") == "TELEMETRY-1001")
        #expect(Code(typeOf: Refused())?.text == "Refused")
    }

    private struct Refused: Error { let secret = "jane@example.com" }

    @Test("an answer that goes through randomized response is the true one as often as its epsilon says")
    func localNoise() {
        let noisy = TelemetryCatalog(
            name: "noisy", digest: Sample.digest, categories: Sample.catalog.categories,
            events: [
                EventDefinition(
                    name: "feature.used", eventName: "feature.used", description: "", purpose: "", category: 0,
                    level: .basic, expires: 30_000,
                    fields: Sample.Use.definition.fields.map { field in
                        FieldDefinition(
                            name: field.name, key: field.key, description: "", kind: field.kind,
                            isOptional: field.isOptional, localEpsilon: field.name == "feature" ? 1 : nil)
                    })
            ])
        let edge = Edge(noisy)
        let ring = EventRing(capacity: 4)
        var noise = SecureRandom()
        var truths = 0
        let count = 20_000
        for _ in 0..<count {
            _ = ring.push(.used(.export), time: 0)
            ring.drain { raw in
                let body = edge.record(raw, position: 0, using: &noise)?.body ?? []
                if String(decoding: body, as: UTF8.self).contains("export") { truths += 1 }
            }
        }
        // p = e / (e + 2) = 0.576; six standard deviations leave a false alarm in a billion.
        let share = Double(truths) / Double(count)
        #expect(abs(share - 0.5761) < 6 * (0.5761 * 0.4239 / Double(count)).squareRoot())
    }

    @Test("versions are read from what people write") func versions() {
        func version(_ text: String) -> String? { Version(text)?.text(numbers: 3) }
        #expect(version("v1.2.3-beta+7") == "1.2.3")
        #expect(version("14") == "14")
        #expect(version("1.x.3") == "1")
        #expect(version("65536.1") == nil)
        #expect(version("beta") == nil)
        for version in [Version(1), Version(1, 2), Version(1, 2, 3), Version(65_535, 0, 65_535)] {
            #expect(Version(word: version.word) == version)
        }
    }
}
