import TacitSeal
package import TacitStores

/// What a purge removed, and what it could not reach. As JSON its keys are in `snake_case`.
package struct PurgeOutcome: Codable, Sendable, Equatable {
    package var removed: [Deletion] = []
    package var certificates: [Certificate] = []
    package var unreached: [Unreached] = []

    /// A certificate of the log, by its number.
    package struct Certificate: Codable, Sendable, Equatable {
        package var number: Int
        package var at: Int64
        /// The id of the key that signed it.
        package var key: String
    }

    /// Something that may still be there.
    package struct Unreached: Codable, Sendable, Equatable {
        package var what: String
        package var reason: String
        package var remedy: String

        package init(_ what: String, reason: String, remedy: String) {
            self.what = what
            self.reason = reason
            self.remedy = remedy
        }
    }

    package init() {}
}

extension PurgeOutcome.Certificate {
    init(_ certificate: DeletionCertificate) {
        self.init(number: certificate.number, at: certificate.at, key: certificate.key)
    }
}

extension PurgeOutcome.Unreached {
    init(_ what: String, _ error: any Error) {
        switch error {
        case let error as StoreError: self.init(what, reason: error.code.rawValue, remedy: error.remedy)
        default: self.init(what, reason: "\(error)", remedy: "put that right, and purge again")
        }
    }
}
