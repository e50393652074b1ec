/// Where a category stands today.
public enum ConsentStanding: Sendable, Hashable {
    /// It may be recorded up to a level, and no more than that.
    case inForce(ConsentLevel)
    /// Nobody has decided yet.
    case undecided
    case refused
    case withdrawn
    case objected
    /// It was agreed to until a day that has come.
    case ended
    /// What was decided was about another version of the category.
    case changed
    /// It was given on a day that has not come yet: the clock is wrong now, or was then.
    case notYet
}
