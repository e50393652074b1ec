/// `analytics, performance=full`: categories that are agreed to in a configuration, `basic` where no level is named.
enum ConfiguredConsent {
    static func parse(_ text: String) -> [String: ConsentLevel]? {
        var consent: [String: ConsentLevel] = [:]
        for item in text.split(whereSeparator: { $0 == "," || $0.isWhitespace }) {
            let parts = item.split(separator: "=", omittingEmptySubsequences: false)
            guard parts.count <= 2, isName(String(parts[0])), consent[String(parts[0])] == nil,
                let level = parts.count == 2 ? ConsentLevel(name: parts[1]) : .basic
            else { return nil }
            consent[String(parts[0])] = level
        }
        return consent
    }

    static func isName(_ name: String) -> Bool {
        !name.isEmpty && name.utf8.count <= 64
            && name.utf8.allSatisfy {
                switch $0 {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): true
                default: "_-.".utf8.contains($0)
                }
            }
    }
}

extension Configuration {
    /// The decisions that the configuration makes: for categories that nobody has decided about. What has changed since is
    /// asked anew, of a person.
    package func decisions(
        about categories: [ConsentCategory], in consent: Consent, on today: ConsentDay
    ) -> [ConsentChange] {
        categories.compactMap { category in
            guard let level = self.consent[category.name], consent.standing(of: category, on: today) == .undecided
            else { return nil }
            return level == .denied
                ? .refused(category)
                : .granted(ConsentGrant(category, level: level, origin: .configuration))
        }
    }
}
