/// What a finding is taken for. The raw value is the label that stands in placeholders, reports and policies.
///
/// ```swift
/// Kind.email.label          // "EMAIL"
/// Kind(label: "IBAN")       // .iban
/// ```
public enum Kind: String, Sendable, Hashable, CaseIterable {
    case email = "EMAIL"
    case phone = "PHONE"
    case creditCard = "CREDIT_CARD"
    case iban = "IBAN"
    case usSSN = "US_SSN"
    case nationalID = "NATIONAL_ID"
    case ipAddress = "IP_ADDRESS"
    case macAddress = "MAC_ADDRESS"
    case urlCredential = "URL_CREDENTIAL"
    case secret = "SECRET"
    case jwt = "JWT"
    case privateKey = "PRIVATE_KEY"
    case cryptoWallet = "CRYPTO_WALLET"
    case dateOfBirth = "DATE_OF_BIRTH"
    case person = "PERSON"
    case streetAddress = "STREET_ADDRESS"
    case geoCoordinate = "GEO_COORDINATE"
    case usernameInPath = "USERNAME_IN_PATH"
    case bankAccount = "BANK_ACCOUNT"
    case moneyAmount = "MONEY_AMOUNT"
    case passport = "PASSPORT"
    case driverLicense = "DRIVER_LICENSE"
    case deviceID = "DEVICE_ID"

    /// The name in upper case, as in `[EMAIL]`.
    public var label: String { rawValue }

    /// The kind with this label, if there is one.
    public init?(label: String) { self.init(rawValue: label) }

    /// Whether no policy may keep this kind.
    public var isOnTheFloor: Bool { self == .creditCard || self == .privateKey }
}

extension Kind: CustomStringConvertible {
    public var description: String { label }
}

extension Kind {
    /// A dense number, for tables and counters.
    var index: Int {
        switch self {
        case .email: 0
        case .phone: 1
        case .creditCard: 2
        case .iban: 3
        case .usSSN: 4
        case .nationalID: 5
        case .ipAddress: 6
        case .macAddress: 7
        case .urlCredential: 8
        case .secret: 9
        case .jwt: 10
        case .privateKey: 11
        case .cryptoWallet: 12
        case .dateOfBirth: 13
        case .person: 14
        case .streetAddress: 15
        case .geoCoordinate: 16
        case .usernameInPath: 17
        case .bankAccount: 18
        case .moneyAmount: 19
        case .passport: 20
        case .driverLicense: 21
        case .deviceID: 22
        }
    }
}
