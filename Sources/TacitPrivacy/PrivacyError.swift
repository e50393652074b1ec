/// A privacy parameter or bound that can't be used, with the reason and what to do.
///
/// Errors speak of declared parameters (epsilon, bounds, budgets) only. A collected value never appears in one.
///
/// ```swift
/// do {
///     let epsilon = try Epsilon("0")
/// } catch {
///     print(error.code)    // epsilonOutOfRange
///     print(error.remedy)  // Declare an epsilon from 0.000001 to 100.
/// }
/// ```
public struct PrivacyError: Error, Hashable, Sendable {
    /// A stable name for the kind of fault; texts may change, codes don't.
    public enum Code: String, Hashable, Sendable, CaseIterable {
        case notANumber
        case epsilonOutOfRange
        case epsilonTooFine
        case deltaOutOfRange
        case deltaTooFine
        case deltaTooLarge
        case deltaMissing
        case confidenceOutOfRange
        case contributionLimitOutOfRange
        case rangeNotFinite
        case rangeReversed
        case rangeOverflow
        case granularityNotPositive
        case rangeMissing
        case sensitivityZero
        case sensitivityOverflow
        case noiseMismatch
        case thresholdOutOfRange
        case budgetTooSmall
        case budgetOverflow
        case rhoOutOfRange
        case compositionOutOfRange
        case choicesOutOfRange
        case hierarchyNotNested
        case valueNotANumber
    }

    /// The stable name of the fault.
    public let code: Code
    /// What is wrong, in one sentence, with the arithmetic where there is some.
    public let what: String
    /// The parameter that is at fault, such as `epsilon` or `granularity`.
    public let place: String
    /// What to do about it.
    public let remedy: String

    init(_ code: Code, _ what: String, at place: String, remedy: String) {
        self.code = code
        self.what = what
        self.place = place
        self.remedy = remedy
    }
}

extension PrivacyError: CustomStringConvertible {
    public var description: String { "\(place): \(what) \(remedy) [\(code.rawValue)]" }
}
