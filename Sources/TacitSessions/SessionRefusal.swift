/// Why a request about a session was refused. It says nothing of what the session holds.
package enum SessionRefusal: Error, Sendable, Equatable {
    /// There is no token, or the text is none. What the server holds was not looked at.
    case malformedToken
    /// Deleted, expired, of another server, never there, or not to be opened: nobody is told which.
    case gone
    case tooLarge(limit: Int)
    /// The content type has no proper form.
    case unsupportedType
    /// Seconds that may be asked for.
    case lifetime(most: Int64)
    /// There are as many sessions as there may be.
    case tooMany(limit: Int)
    /// Nothing was changed; the same request may be sent again.
    case unavailable(SessionStoreError)
    /// Others kept changing the session at the same time; the same request may be sent again.
    case contended
    /// The answer is not to what was asked, or comes too late.
    case consentGone
    /// What is asked for names no category.
    case consentMalformed
}
