import TacitScrub

/// Text that has been through the scrubber. There is no other way for text into an event.
///
/// ```swift
/// let message = Scrubbed("can't open /home/ada/notes.txt")     // can't open /home/[USER]/notes.txt
/// ```
public struct Scrubbed: Sendable, Hashable {
    public let text: String

    public init(_ text: String) { self.text = Self.scrubber.scrub(text) }

    static let scrubber = Scrubber()
}
