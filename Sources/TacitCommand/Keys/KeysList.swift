import ArgumentParser
import Foundation
import TacitCollector

extension Keys {
    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Show which keys there are, since when, and what they wrap.",
            discussion: "Exits 3 where a rotation was cut off: what it began, `tacit keys rotate` ends.")

        @OptionGroup var options: CollectorFolder

        @Flag(help: "Write JSON.")
        var json = false

        func run() async throws {
            let listing = try await Failure.awaiting {
                let (state, keys) = try options.existing()
                return try await KeyListing.read(in: state, with: keys)
            }
            print(json ? JSON.text(listing) : text(of: listing))
            if listing.isUnfinished { throw ExitCode(3) }
        }

        private func text(of listing: KeyListing) -> String {
            var lines = [
                "Master key    \(listing.master)  from a \(listing.source)",
                "Root          \(listing.root)  chains, codes, journal",
            ]
            for generation in listing.generations {
                let made = Date(timeIntervalSince1970: Double(generation.made)).formatted(.iso8601)
                let number = "\(generation.number)".padding(toLength: 2, withPad: " ", startingAt: 0)
                lines.append("Generation \(number) \(generation.fingerprint)  made \(made)")
            }
            let wraps = listing.wraps
            let counts = [
                (wraps.exactWindows, "window kept for questions", "windows kept for questions"),
                (wraps.runningTotals, "running total", "running totals"),
                (wraps.openWindows, "open window", "open windows"),
                (wraps.detailDays, "day of sealed detail", "days of sealed detail"),
                (wraps.signingKeys, "signing key", "signing keys"),
            ]
            lines.append("Wraps         " + counts.map { "\($0) \($0 == 1 ? $1 : $2)" }.joined(separator: ", "))
            if listing.isUnfinished { lines += ["", "A rotation was cut off. End it with: tacit keys rotate"] }
            return lines.joined(separator: "\n")
        }
    }
}
