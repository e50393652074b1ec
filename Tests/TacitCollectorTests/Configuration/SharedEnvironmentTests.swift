import Tacit
import TacitCollector
import Testing

@Suite("A program with the SDK and a collector can share one environment")
struct SharedEnvironmentTests {
    @Test("the collector leaves every variable of the SDK alone")
    func variables() throws {
        var environment: [String: String] = [:]
        for variable in Tacit.Configuration.variables where variable != "TACIT_ENABLED" { environment[variable] = "?" }
        let document = try ConfigurationDocument(file: nil, environment: environment, overrides: [:])
        #expect(document.configuration == CollectorConfiguration())
    }
}
