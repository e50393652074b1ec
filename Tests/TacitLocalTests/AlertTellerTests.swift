import Testing

@testable import TacitLocal

@Suite("A teller of alerts", .timeLimit(.minutes(1)))
struct AlertTellerTests {
    @Test("ends what it started when it ends")
    func end() {
        var configuration = LocalConfiguration()
        configuration.command = ["/bin/sleep", "600"]
        let teller = AlertTeller(configuration, environment: [:]) { _ in }
        teller.tell([
            AlertEvent(timestamp: Moment(seconds: 0), rule: .systemDown, subject: .system, state: .raised)
        ])
        #expect(teller.runs == 1)
        teller.end()
        #expect(teller.runs == 0)
    }
}
