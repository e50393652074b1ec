import Tacit
import TacitPrivacy
import Testing

/// Texts that were damaged at random: cut, repeated, with bytes changed.
private func damaged(_ text: String, using random: inout SyntheticRandom) -> String {
    var bytes = Array(text.utf8)
    for _ in 0..<Int.random(in: 1...4, using: &random) where !bytes.isEmpty {
        let index = Int.random(in: 0..<bytes.count, using: &random)
        switch Int.random(in: 0..<5, using: &random) {
        case 0: bytes.removeSubrange(index...)
        case 1: bytes.remove(at: index)
        case 2: bytes.insert(bytes[index], at: index)
        case 3: bytes[index] = Array("\"\\{}[],:# \n\r\0'".utf8).randomElement(using: &random)!
        default: bytes[index] = UInt8.random(in: 0...255, using: &random)
        }
    }
    return String(decoding: bytes, as: UTF8.self)
}

@Suite("No text makes the program fail")
struct MalformedTextTests {
    @Test("configurations", arguments: [ConfigurationTests.lines, ConfigurationTests.json])
    func configurations(text: String) {
        var random = SyntheticRandom(seed: 7)
        for _ in 0..<2000 {
            var layers = ConfigurationLayers()
            layers.file = .init(path: "file", content: .text(damaged(text, using: &random)))
            let (configuration, faults) = layers.resolved
            #expect(faults.allSatisfy { $0.place.hasPrefix("file:") || $0.place == "the configuration" })
            // Whatever was taken is something that could be given again.
            var again = ConfigurationLayers()
            again.code = configuration
            if faults.isEmpty { #expect(again.resolved.faults.isEmpty) }
        }
    }

    @Test("policies: whatever no longer says on says off or nothing")
    func policies() {
        var random = SyntheticRandom(seed: 8)
        for _ in 0..<2000 {
            var switches = SwitchSetting.consenting
            switches.policy = .text(damaged("# ours\ntelemetry: off\n", using: &random))
            let reading = switches.decision.all.first { $0.source == .machinePolicy }
            #expect(reading?.verdict != .on)
        }
    }
}
