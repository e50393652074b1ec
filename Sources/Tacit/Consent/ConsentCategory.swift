import Crypto
import TacitSeal

/// What somebody is asked to agree to, in the words in which they are asked.
///
/// ```swift
/// ConsentCategory(
///     name: "analytics", title: "Feature use", what: "Which commands are run, and whether they succeed",
///     why: "To see what is used before changing it", benefit: "The commands that you use get better first",
///     retention: "Figures over all users are kept for a year", sharing: "With nobody", version: 1)
/// ```
///
/// Consent covers exactly one ``version`` and one ``digest``: who changes what is collected, why, for how long or who sees
/// it asks again, for this category only.
public struct ConsentCategory: Sendable, Hashable {
    public let name: String
    public let title: String
    public let what: String
    public let why: String
    public let benefit: String
    public let retention: String
    public let sharing: String
    public let version: Int
    /// Asked together with any other category, and first. It is not collected without consent either.
    public let isEssential: Bool
    /// SHA-256 of what is agreed to: what, why, retention and sharing. Title and benefit only present it.
    ///
    /// 64 hexadecimal digits. Each text is preceded by its length, so that no two sets of texts run together.
    public let digest: String

    public init(
        name: String, title: String, what: String, why: String, benefit: String, retention: String, sharing: String,
        version: Int = 1, isEssential: Bool = false
    ) {
        self.name = name
        self.title = title
        self.what = what
        self.why = why
        self.benefit = benefit
        self.retention = retention
        self.sharing = sharing
        self.version = version
        self.isEssential = isEssential
        digest = Self.digest(of: [what, why, retention, sharing])
    }

    private static func digest(of texts: [String]) -> String {
        var hash = SHA256()
        hash.update(data: Array("tacit consent purpose 1\n".utf8))
        for text in texts { hash.update(data: Array("\(text.utf8.count)\n\(text)\n".utf8)) }
        return Hex.text(hash.finalize())
    }
}

extension ConsentCategory: Codable {
    /// The digest is not among them: it is made of the texts that were read.
    private enum CodingKeys: String, CodingKey {
        case name, title, what, why, benefit, retention, sharing, version, isEssential
    }

    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        let text = { (key: CodingKeys) in try values.decode(String.self, forKey: key) }
        self.init(
            name: try text(.name), title: try text(.title), what: try text(.what), why: try text(.why),
            benefit: try text(.benefit), retention: try text(.retention), sharing: try text(.sharing),
            version: try values.decode(Int.self, forKey: .version),
            isEssential: try values.decode(Bool.self, forKey: .isEssential))
    }
}
