import ArgumentParser
import Foundation
import TacitCollector
import TacitLocal
import TacitSeal

struct LocalVerify: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract:
            "Prove from the bytes that nothing personal is kept, nothing outlives its limit, and nothing can leave.",
        discussion: "Exit code 3 where anything falls short.")

    @OptionGroup var options: LocalOptions
    @Flag(help: "Write JSON.") var json = false

    func run() throws {
        let folder = try options.open()
        var checks = LocalVerifier(folder, now: .now).checks()
        checks.append(try EgressCheck.trying())
        checks += EgressCheck.running(LocalLock.path(folder))
        if json {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
            print(String(decoding: try encoder.encode(checks.map(Shown.init)), as: UTF8.self))
        } else {
            let style = Terminal.style
            for check in checks {
                print("\(check.holds ? "✓" : "✗")  \(style.bold(check.claim))\n   \(check.evidence)")
                for fault in check.faults { print("   → \(fault)") }
            }
            let short = checks.count { !$0.holds }
            print(
                short == 0 ? "\nAll \(checks.count) claims hold." : "\n\(short) of \(checks.count) claims fall short.")
        }
        if checks.contains(where: { !$0.holds }) { throw ExitCode(3) }
    }

    private struct Shown: Encodable {
        let claim: String
        let holds: Bool
        let evidence: String
        let faults: [String]

        init(_ check: LocalCheck) {
            (claim, holds, evidence, faults) = (check.claim, check.holds, check.evidence, check.faults)
        }
    }
}
