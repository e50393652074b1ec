import Foundation
import TacitWire
import Testing

extension EndToEnd {
    /// Texts that a catalog lets through are where personal values arrive by accident. Each phrase comes from so many
    /// contributors that it is shown, so it is the scrubber, and nothing but the scrubber, that keeps the value out.
    @Suite("What each detector looks for is found by none who read a shown text")
    struct PlantedPhraseTests {
        private struct Phrase {
            let label: String
            let text: String
            let value: String

            /// The value stands between bars.
            init(_ label: String, _ marked: String) {
                let parts = marked.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
                self.label = label
                text = parts.joined()
                value = parts[1]
            }
        }

        /// Joined here, so that no scanner of repositories takes them for real.
        private static let phrases = [
            Phrase("EMAIL", "reset for |quill.vane@example.com| sent"),
            Phrase("EMAIL", "to |quill.vane%40example.net|&x=1"),
            Phrase("EMAIL", "body |cXVpbGwudmFuZUBleGFtcGxlLmVkdQ==| end"),
            Phrase("PHONE", "sms to |+1 415 555 0178| queued"),
            Phrase("CREDIT_CARD", "charge |4111 1111 1111 1111| declined"),
            Phrase("CREDIT_CARD", "exp 12/28 cvv |7391| ok"),
            Phrase("IBAN", "debit |GB33BUKB20201555555555| failed"),
            Phrase("BANK_ACCOUNT", "account number |000123456789| unknown"),
            Phrase("US_SSN", "ssn |219-09-9998| on file"),
            Phrase("NATIONAL_ID", "cpf |529.982.247-25| rejected"),
            Phrase("NATIONAL_ID", "pesel |44051401359| rejected"),
            Phrase("PASSPORT", "passport number |C01X00T47| expired"),
            Phrase("DRIVER_LICENSE", "driver license |D1234567| uploaded"),
            Phrase("DATE_OF_BIRTH", "born on |3 March 1979| in town"),
            Phrase("IP_ADDRESS", "peer |203.0.113.177| refused"),
            Phrase("IP_ADDRESS", "peer |2001:db8:77::beef| refused"),
            Phrase("MAC_ADDRESS", "lease for |3c:22:fb:9a:01:7e| ended"),
            Phrase("URL_CREDENTIAL", "connect postgres://svc:|Tr0ub4dor!3|@db.example.com/shop"),
            Phrase("SECRET", "Authorization: Bearer |x7Kd92LmQpZr4TvWb8NsYc1H|"),
            Phrase("SECRET", "login password=|corr3ct-h0rse| failed"),
            Phrase("SECRET", "using |gh" + "p_x7Kd92LmQpZr4TvWb8NsYc1HfJg5AeUo3iRq| now"),
            Phrase("SECRET", "your verification code is |482913|"),
            Phrase("JWT", "got |ey" + "JhbGciOiJIUzI1NiJ9.ey" + "JzdWIiOiIxMjM0In0.c2lnbmF0dXJlLXNpZ25hdHVyZQ| back"),
            Phrase("PRIVATE_KEY", "-----BEGIN " + "PRIVATE KEY-----\\n|MIIEvQIBADANBgkqhkiG9w0BAQEFAASC|\\n-----END"),
            Phrase("CRYPTO_WALLET", "paid |bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4| out"),
            Phrase("PERSON", "customer_name=\"|Quilla Vanterpool|\" ok"),
            Phrase("STREET_ADDRESS", "ship to |742 Quillback Terrace, Springfield| today"),
            Phrase("GEO_COORDINATE", "lat=|48.858370| accuracy=5"),
            Phrase("USERNAME_IN_PATH", "open /home/|quillavane|/notes failed"),
            Phrase("DEVICE_ID", "idfa=|AEBE52E7-03EE-455A-B3C4-E57283966239|"),
            Phrase("MONEY_AMOUNT", "account balance: |$91,234.56| low"),
        ]

        private static let catalog = """
            catalog: 1
            name: notes
            contributor: [enduser.id]
            budget: {epsilon: 100, delta: 1e-7}
            defaults: {window: day, epsilon: 7, delta: 1e-8, max_cells: 1, max_per_cell: 1, k: 5}
            events:
              note.made:
                description: A note.
                purpose: Test that texts are scrubbed.
                consent: {category: essential, level: basic}
                class: 2
                owner: tests
                expires: 2028-12-31
                fields: {text: {type: scrubbed, max_length: 200, description: The text of the note.}}
                sources:
                  - log: {event: note.made}
                    fields: {text: note.text}
            metrics:
              notes: {description: Notes by their text, event: note.made, type: count, by: [text]}
            """

        @Test("every class has a phrase, and no phrase leaves its value anywhere")
        func nothingIsFound() async throws {
            let phrases = Self.phrases
            #expect(Set(phrases.map(\.label)).count == 23)
            let forms = PlantedForms(
                phrases.map { "\($0.value)\t\(Data($0.value.utf8).base64EncodedString())\n" }.joined())
            try await RunningCollector.withFolder(CollectorSetup(catalog: .custom(Self.catalog))) { folder in
                let collector = try await folder.start()
                for phrase in phrases {
                    var writer = OTLPLogWriter(resource: [("service.name", "shop")], scope: "shop", version: "1")
                    for contributor in 0..<40 {
                        writer.append(
                            eventName: "note.made", time: UInt64(Moment.seconds) * 1_000_000_000,
                            attributes: [
                                ("note.text", .string(phrase.text)),
                                ("enduser.id", .string("\(phrase.value)-\(contributor)")),
                            ])
                    }
                    #expect(try await collector.post(.logs, writer.finish()).status == 200)
                }
                try await collector.moveClock(to: Moment.seconds + 3 * Moment.day)

                let labels = try await collector.report().metrics.flatMap(\.windows).flatMap(\.cells).flatMap(\.labels)
                // The texts are shown, with a placeholder where the value was.
                for label in Set(phrases.map(\.label)) {
                    #expect(labels.contains { $0.contains("[\(label)]") }, "no text shows [\(label)]")
                }
                var evidence = Evidence()
                for path in ["/", "/metric/notes", "/held", "/metrics", "/api/report"] {
                    evidence.add(path, try await collector.get(path).bytes)
                }
                #expect(await collector.stop() == 0)
                for file in try folder.written() { evidence.add(file.name, file.bytes) }
                #expect(evidence.finds(of: forms) == [])
            }
        }
    }
}
