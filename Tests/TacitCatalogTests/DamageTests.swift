import TacitCatalog
import Testing

@Suite("A damaged catalog")
struct DamageTests {
    /// The generator of Lehmer: enough to choose places, and the same on every run.
    struct Places: RandomNumberGenerator {
        var state: UInt64

        mutating func next() -> UInt64 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return state ^ (state >> 29)
        }
    }

    @Test("either loads or says what is wrong with it", arguments: 0..<8)
    func anyDamage(seed: UInt64) throws {
        var places = Places(state: seed)
        let original = seed % 2 == 0 ? Samples.valid : try Files.text("catalog.yaml")
        let lines = original.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        let noise = [
            "{", "}", "[", "]", ":", "- ", "*", "&a ", "'", "\"", "\t", "null", "-1", "1e400", "\u{E000}", "é", "#",
            "!",
        ]
        for _ in 0..<150 {
            var damaged = lines
            for _ in 0...Int.random(in: 0...2, using: &places) {
                let line = Int.random(in: damaged.indices, using: &places)
                switch Int.random(in: 0..<5, using: &places) {
                case 0: damaged.remove(at: line)
                case 1: damaged.insert(damaged[line], at: line)
                case 2: damaged[line] = "  " + damaged[line]
                case 3: damaged[line] = String(damaged[line].dropLast(3))
                default:
                    let offset = Int.random(in: 0...damaged[line].count, using: &places)
                    let index = damaged[line].index(damaged[line].startIndex, offsetBy: offset)
                    damaged[line].insert(contentsOf: noise.randomElement(using: &places)!, at: index)
                }
            }
            let lint = Samples.lint(damaged.joined(separator: "\n"))
            let mustStop = lint.faults.contains { $0.rule != .expiredEvent }
            #expect((lint.catalog == nil) == mustStop, "\(damaged.joined(separator: "\n"))")
            #expect(lint.faults.allSatisfy { $0.line >= 1 && $0.line <= damaged.count + 1 && $0.column >= 1 })
        }
    }

    @Test(
        "is refused with one fault where it is no YAML or no mapping",
        arguments: [
            "", "   \n", "# nothing", "text", "- list", "[]", "a: b\n---\nc: d", "*alias", "\u{7}", "{a: 1",
            String(repeating: "[", count: 100_000),
        ])
    func hopeless(_ yaml: String) {
        let lint = Samples.lint(yaml)
        #expect(lint.catalog == nil && lint.faults.count == 1)
    }

    @Test("may not hide behind the expansion of aliases")
    func aliases() {
        var yaml = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
        for level in 1...20 {
            let alias = "*a\(level - 1)"
            yaml += "a\(level): &a\(level) [\(Array(repeating: alias, count: 10).joined(separator: ", "))]\n"
        }
        #expect(Samples.lint(yaml + "contributor: *a20\n").catalog == nil)
    }
}
