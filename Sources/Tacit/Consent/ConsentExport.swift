#if canImport(FoundationEssentials)
    package import FoundationEssentials
#else
    package import Foundation
#endif

/// What somebody decided, to take along: JSON with `format_version` 1.
///
/// ```json
/// {"decisions": [{"category": "analytics", "digest": "…", "ends": "2027-03-01", "granted_at": "2026-03-01",
///                 "level": "basic", "standing": "granted", "version": 1}],
///  "exported_on": "2026-04-01", "format_version": 1, "history": [ … ], "project": "acme", "restricted": false}
/// ```
///
/// It holds no key, no seal and nothing that names the installation.
package struct ConsentExport: Codable, Sendable, Hashable {
    package static let formatVersion = 1

    package let formatVersion: Int
    package let project: String
    package let exportedOn: String
    package let restricted: Bool
    package let decisions: [Item]
    /// Every decision in its order.
    package let history: [Event]

    package struct Item: Codable, Sendable, Hashable {
        package let category: String
        package let standing: String
        package let level: ConsentLevel?
        package let version: Int?
        package let digest: String?
        package let grantedAt: String?
        package let conditions: [String]?
        package let ends: String?

        enum CodingKeys: String, CodingKey {
            case category, standing, level, version, digest, conditions, ends
            case grantedAt = "granted_at"
        }
    }

    package struct Event: Codable, Sendable, Hashable {
        package let day: String
        package let change: String
        package let category: String?
        package let level: ConsentLevel?
        package let version: Int?
    }

    enum CodingKeys: String, CodingKey {
        case project, restricted, decisions, history
        case formatVersion = "format_version"
        case exportedOn = "exported_on"
    }

    package init(project: String, entries: [ConsentEntry], on today: ConsentDay) {
        let consent = Consent(replaying: entries)
        formatVersion = Self.formatVersion
        self.project = project
        exportedOn = today.description
        restricted = consent.isRestricted
        decisions = consent.decisions.sorted { $0.key < $1.key }.map { Item($0.key, $0.value) }
        history = entries.map(Event.init)
    }

    package func json() throws -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return try encoder.encode(self)
    }

    /// Reads an export, of this format only.
    package init(json: Data) throws(ConsentFault) {
        struct Head: Decodable {
            let formatVersion: Int
            enum CodingKeys: String, CodingKey { case formatVersion = "format_version" }
        }
        let head = try? JSONDecoder().decode(Head.self, from: json)
        if let version = head?.formatVersion, version != Self.formatVersion {
            throw ConsentFault(
                code: .export, problem: "it has a format of another version", place: "the export",
                remedy: "export it anew with this version of the program")
        }
        guard let export = try? JSONDecoder().decode(Self.self, from: json) else {
            throw ConsentFault(
                code: .export, problem: "it is no export of decisions", place: "the export",
                remedy: "export it anew, and don't change it")
        }
        self = export
    }

    /// What bringing these decisions along changes: consent to what the categories say now, and every no. A no on this
    /// machine is not overruled, no time starts afresh, and consent to other texts is left behind.
    package func changes(
        about categories: [ConsentCategory], in consent: Consent, on today: ConsentDay
    ) -> [ConsentChange] {
        let named = Dictionary(categories.map { ($0.name, $0) }) { first, _ in first }
        let changes = decisions.compactMap { item in
            named[item.category].flatMap { item.change(of: $0, in: consent, on: today) }
        }
        return changes + (restricted ? [.restricted] : [])
    }
}

extension ConsentExport.Item {
    fileprivate init(_ name: String, _ decision: CategoryDecision) {
        category = name
        switch decision.kind {
        case .granted(let grant, _):
            standing = "granted"
            level = grant.level
            (version, digest) = (grant.version, grant.digest)
            grantedAt = decision.day.description
            conditions = grant.conditions.isEmpty ? nil : grant.conditions.map(\.rawValue).sorted()
            ends = grant.end(givenOn: decision.day)?.description
            return
        case .refused(let of, let texts):
            standing = "refused"
            (version, digest) = (of, texts)
        case .withdrawn: (standing, version, digest) = ("withdrawn", nil, nil)
        case .objected: (standing, version, digest) = ("objected", nil, nil)
        case .ended(let of): (standing, version, digest) = ("ended", of, nil)
        }
        (level, grantedAt, conditions, ends) = (nil, nil, nil, nil)
    }

    fileprivate func change(
        of category: ConsentCategory, in consent: Consent, on today: ConsentDay
    ) -> ConsentChange? {
        switch standing {
        case "granted":
            guard let level, version == category.version, digest == category.digest,
                consent.needsAnswer(category, on: today)
            else { return nil }
            let end = ends.flatMap { ConsentDay($0) }
            // An end that can't be read, or that has come, is an end.
            guard ends == nil || end.map({ $0 > today }) == true else { return nil }
            let known = Set((conditions ?? []).compactMap(ConsentCondition.init(rawValue:)))
            guard known.count == conditions?.count ?? 0 else { return nil }
            return .granted(
                ConsentGrant(category, level: level, conditions: known, expires: end, origin: .imported))
        case "refused":
            guard version == category.version, digest == category.digest else { return nil }
            return .refused(category)
        case "withdrawn": return .withdrawn(category: category.name)
        case "objected": return .objected(category: category.name)
        default: return nil
        }
    }
}

extension ConsentExport.Event {
    fileprivate init(_ entry: ConsentEntry) {
        day = entry.day.description
        switch entry.change {
        case .granted(let grant):
            (change, category, level, version) = ("granted", grant.category, grant.level, grant.version)
        case .refused(let name, let of, _): (change, category, level, version) = ("refused", name, nil, of)
        case .withdrawn(let name): (change, category, level, version) = ("withdrawn", name, nil, nil)
        case .objected(let name): (change, category, level, version) = ("objected", name, nil, nil)
        case .ended(let name): (change, category, level, version) = ("ended", name, nil, nil)
        case .restricted: (change, category, level, version) = ("restricted", nil, nil, nil)
        case .resumed: (change, category, level, version) = ("resumed", nil, nil, nil)
        }
    }
}
