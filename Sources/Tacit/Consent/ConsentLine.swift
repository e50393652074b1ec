#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// One decision as a line of JSON.
///
/// ```
/// {"category":"analytics","change":"granted","day":"2026-03-01","digest":"…","level":"basic","n":81234,"origin":"prompt",
///  "version":1,"seal":"…"}
/// ```
///
/// The seal, always the last member, is the code of all bytes before it together with the seal of the line before.
struct ConsentLine: Codable {
    private enum Kind: String, Codable {
        case granted, refused, withdrawn, objected, ended, restricted, resumed
    }

    private var n: Int
    private var day: String
    private var change: String
    private var category: String?
    private var level: ConsentLevel?
    private var version: Int?
    private var digest: String?
    private var conditions: [String]?
    private var expires: String?
    private var origin: String?

    /// Why a line is no decision.
    enum Refusal: Error {
        case malformed
        /// It says something that this version does not know.
        case newer
    }

    init(_ entry: ConsentEntry) {
        n = entry.position
        day = entry.day.description
        switch entry.change {
        case .granted(let grant):
            change = Kind.granted.rawValue
            category = grant.category
            level = grant.level
            version = grant.version
            digest = grant.digest
            conditions = grant.conditions.isEmpty ? nil : grant.conditions.map(\.rawValue).sorted()
            expires = grant.expires?.description
            origin = grant.origin.rawValue
        case .refused(let name, let version, let digest):
            change = Kind.refused.rawValue
            category = name
            self.version = version
            self.digest = digest
        case .withdrawn(let name): (change, category) = (Kind.withdrawn.rawValue, name)
        case .objected(let name): (change, category) = (Kind.objected.rawValue, name)
        case .ended(let name): (change, category) = (Kind.ended.rawValue, name)
        case .restricted: change = Kind.restricted.rawValue
        case .resumed: change = Kind.resumed.rawValue
        }
    }

    /// The line without its seal and closing brace.
    func body() throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return Array(try encoder.encode(self).dropLast())
    }

    static func entry(of body: some Sequence<UInt8>) throws(Refusal) -> ConsentEntry {
        guard let line = try? JSONDecoder().decode(ConsentLine.self, from: Data(Array(body) + [UInt8(ascii: "}")]))
        else { throw .malformed }
        return try line.entry()
    }

    private func entry() throws(Refusal) -> ConsentEntry {
        guard let kind = Kind(rawValue: change) else { throw .newer }
        guard let day = ConsentDay(self.day) else { throw .malformed }
        return ConsentEntry(position: n, day: day, change: try decision(kind))
    }

    private func decision(_ kind: Kind) throws(Refusal) -> ConsentChange {
        switch kind {
        case .restricted: return .restricted
        case .resumed: return .resumed
        case .withdrawn: return .withdrawn(category: try required(category))
        case .objected: return .objected(category: try required(category))
        case .ended: return .ended(category: try required(category))
        case .refused:
            return .refused(
                category: try required(category), version: try required(version), digest: try required(digest))
        case .granted:
            guard let origin = ConsentOrigin(rawValue: try required(origin)) else { throw .newer }
            var known: Set<ConsentCondition> = []
            for name in conditions ?? [] {
                guard let condition = ConsentCondition(rawValue: name) else { throw .newer }
                known.insert(condition)
            }
            var end: ConsentDay?
            if let expires {
                guard let day = ConsentDay(expires) else { throw .malformed }
                end = day
            }
            return .granted(
                ConsentGrant(
                    category: try required(category), level: try required(level), version: try required(version),
                    digest: try required(digest), conditions: known, expires: end, origin: origin))
        }
    }

    private func required<Value>(_ value: Value?) throws(Refusal) -> Value {
        guard let value else { throw .malformed }
        return value
    }
}
