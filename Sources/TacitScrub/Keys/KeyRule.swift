/// What a key says about its value.
struct KeyRule: Sendable {
    enum Scope: Sendable {
        /// The value is taken whole wherever the key stands: attribute, JSON, query, header, logfmt.
        case everywhere
        /// Only as the key of an attribute; in running text the word is too common.
        case attribute
    }

    enum Form: Sendable {
        case plain
        /// A scheme may come first, and the value may run to the end of the line.
        case authorization
        /// `name=value; name=value`
        case cookie
        /// An IP address or host; loopback is none.
        case address
        /// Four numbers with dots are a version here, and no address.
        case version
        /// The key is common, so only a value that looks drawn at random is taken: `key=x7Kd92…`.
        case opaque
        /// The key is common, so only a name of several words is taken: `owner: Jane Doe`.
        case name
        /// The key counts things as well (`pass=12 fail=3`), so only a value that no word or number is like is taken.
        case strange
        /// A short code of digits: `otp=482913`.
        case code
        /// The key is common, so only twelve hex digits are taken: `mac=3c22fb019a7e`.
        case hardware
        /// The key is common, so only a name with a mail address behind it is taken:
        /// `From: Jane Doe <jane@example.com>`.
        case mailbox
        /// Twelve words or more that a wallet is restored from.
        case phrase
        /// The key is common, so only a card with its check digit is taken: `card=4111 1111 1111 1111`.
        case checked
        /// The key says nothing, but a name in the field beside it does: `{name: DB_PASSWORD, value: x}`.
        case pair
        /// A part of a name in a directory: `uid=jane,ou=people,dc=example,dc=com`.
        case directory
        /// The key looks like one that is sensitive, but is not: `public_key`, `next_page_token`.
        case harmless
    }

    let kind: Kind
    let rule: RuleID
    let scope: Scope
    let form: Form

    /// Whether the key alone says little: `key`, `name`, `value`, `uid`.
    var isCommon: Bool {
        switch form {
        case .opaque, .name, .pair, .directory, .checked, .hardware, .mailbox: true
        default: false
        }
    }
}
