/// What a person wants collected: nothing, until they say otherwise.
public struct Settings: Sendable, Hashable {
    /// The parts that are on.
    public var parts: Set<Part>

    public init(parts: Set<Part> = []) { self.parts = parts }
}
