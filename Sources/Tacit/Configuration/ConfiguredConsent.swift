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
    /// Says of a name that the program has no category of: whoever wrote it believes to have agreed to something. It turns
    /// nothing off, since the variable may be meant for several programs, and nothing hangs on that name.
    ///
    /// A program whose categories are not known is not asked.
    func unknownConsent(in categories: [ConsentCategory]) -> ConfigurationFault? {
        let known = categories.map(\.name)
        guard !known.isEmpty, !consent.keys.allSatisfy(known.contains) else { return nil }
        return ConfigurationFault(
            code: .value, place: "consent (or TACIT_CONSENT)",
            problem: "it names a category that this program does not have, so that nothing is agreed to by that name",
            remedy: "name some of \(known.joined(separator: ", "))")
    }

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
