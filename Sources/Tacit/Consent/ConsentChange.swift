/// One decision, as it is remembered.
package enum ConsentChange: Sendable, Hashable {
    case granted(ConsentGrant)
    /// A no to the category as it stands; remembered, so that nobody is asked twice.
    case refused(category: String, version: Int, digest: String)
    /// Consent is taken back.
    case withdrawn(category: String)
    /// The category is off, and a later version of it does not ask again.
    case objected(category: String)
    /// The time for which it was given is over.
    case ended(category: String)
    /// All is kept as it is; nothing is recorded or sent.
    case restricted
    case resumed

    package static func refused(_ category: ConsentCategory) -> Self {
        .refused(category: category.name, version: category.version, digest: category.digest)
    }
}

/// A decision at its place in the trail.
package struct ConsentEntry: Sendable, Hashable {
    /// One more than that of the decision before it. Positions say what came first also when the clock was moved.
    ///
    /// A trail begins at a random one: records that are marked with positions of a trail that is gone match none of the
    /// next, so that they are not sent under it.
    package let position: Int
    package let day: ConsentDay
    package let change: ConsentChange

    package init(position: Int, day: ConsentDay, change: ConsentChange) {
        self.position = position
        self.day = day
        self.change = change
    }
}

/// What a decision asks of the rest of the SDK. It is due as soon as the decision is on the disk.
package enum ConsentAction: Sendable, Hashable {
    /// What was recorded for the category above a level must go: out of the queue, stamped batches and memory.
    case purge(category: String, above: ConsentLevel)
    /// The collector must hear that consent to the category was taken back.
    case tellCollector(category: String)
    /// Nothing may be recorded or sent until ``resume``.
    case stop
    case resume
}
