/// What somebody has decided: the state that the trail of decisions replays to.
///
/// ```swift
/// consent.standing(of: analytics, on: today)        // .inForce(.basic)
/// consent.level(of: analytics, on: today)           // .basic; .denied where it is not in force, or restricted
/// consent.needsAnswer(analytics, on: today)         // false
/// ```
///
/// It is a value without clock or disk: it takes decisions and gives back what they ask of the queue. What was recorded
/// before consent was given is never sent, whatever the clock says: records carry the ``position`` of the trail at which
/// they were made, not a time.
public struct Consent: Sendable, Hashable {
    /// That of the last decision; 0 where there is none. A record is marked with it when it is made.
    public internal(set) var position: Int
    /// Whether all is kept as it is, and nothing recorded or sent.
    public internal(set) var isRestricted = false
    var decisions: [String: CategoryDecision] = [:]

    /// - Parameter position: that of the decision before the first one.
    package init(after position: Int = 0) { self.position = position }

    /// The names of the categories that something was decided about.
    public var decided: [String] { decisions.keys.sorted() }

    /// Where a category stands.
    public func standing(of category: ConsentCategory, on today: ConsentDay) -> ConsentStanding {
        guard let decision = decisions[category.name] else { return .undecided }
        switch decision.kind {
        case .withdrawn: return .withdrawn
        case .objected: return .objected
        case .ended: return .ended
        case .refused(let version, let digest):
            return version == category.version && digest == category.digest ? .refused : .changed
        case .granted(let grant, _):
            guard grant.covers(category) else { return .changed }
            switch decision.timing(on: today) {
            case .over: return .ended
            case .early: return .notYet
            case .running: return grant.level == .denied ? .refused : .inForce(grant.level)
            }
        }
    }

    /// Up to which level a category may be recorded today.
    public func level(of category: ConsentCategory, on today: ConsentDay) -> ConsentLevel {
        guard !isRestricted, case .inForce(let level) = standing(of: category, on: today) else { return .denied }
        return level
    }

    /// Whether a record may be sent today: consent to it is in force, and was when it was made.
    ///
    /// - Parameter position: that of the trail when it was recorded.
    package func maySend(
        _ category: ConsentCategory, level: ConsentLevel, recordedAt position: Int, on today: ConsentDay
    ) -> Bool {
        level <= self.level(of: category, on: today)
            && !isVoid(category: category.name, level: level, recordedAt: position)
    }

    /// Whether no consent that is given later can make a record fit to be sent. Such a record is dropped wherever it is met:
    /// a purge that a crash cut short is made up for in this way.
    package func isVoid(category: String, level: ConsentLevel, recordedAt position: Int) -> Bool {
        guard case .granted(let grant, let since)? = decisions[category]?.kind, level > .denied, level <= grant.level
        else { return true }
        return position < since[Int(level.rawValue) - 1] || position > self.position
    }

    /// Whether a person may be asked about a category of their own accord. A no is an answer, and whoever took consent
    /// back or objected knows where to give it; an older program does not ask about what a newer one has settled.
    public func needsAnswer(_ category: ConsentCategory, on today: ConsentDay) -> Bool {
        switch standing(of: category, on: today) {
        case .undecided, .ended: true
        case .changed: (decisions[category.name]?.version ?? 0) <= category.version
        case .inForce, .refused, .withdrawn, .objected, .notYet: false
        }
    }

    /// What has ended of itself and is to be written down, so that no clock brings it back.
    package func endings(on today: ConsentDay) -> [ConsentChange] {
        decisions.filter { $0.value.isGranted && $0.value.timing(on: today) == .over }.keys.sorted()
            .map { .ended(category: $0) }
    }
}
