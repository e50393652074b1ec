import TacitScrub

/// Why somebody reads sealed detail, as it is written down: one line that names nobody.
package struct ReadingReason: Sendable, Equatable {
    package static let lengths = 10...200

    package let text: String

    /// Why a reason is not taken, with what to write instead. It never quotes it.
    package struct Refusal: Error, Sendable, Equatable, CustomStringConvertible {
        package let description: String
    }

    /// Refuses what is no reason, and what the scrubber takes for personal: a log of readings is kept for ever.
    package init(_ text: String) throws(Refusal) {
        try self.init(written: String(text.drop(while: \.isWhitespace)))
        if let finding = Scrubber().findings(in: self.text).first {
            throw Refusal(
                description: "The reason holds \(finding.kind), and the log keeps it for ever; name a ticket, and no "
                    + "person.")
        }
    }

    /// One that was taken before.
    init(written text: String) throws(Refusal) {
        guard Self.lengths.contains(text.count) else {
            throw Refusal(
                description: "A reason has from \(Self.lengths.lowerBound) to \(Self.lengths.upperBound) characters; "
                    + "say what you look for, such as: crash of the export, ticket 4711.")
        }
        guard text.unicodeScalars.allSatisfy(\.isShown) else {
            throw Refusal(description: "A reason is one line of plain text; leave control characters out.")
        }
        self.text = text
    }
}
