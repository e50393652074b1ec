package import TacitSeal

/// What a person was asked within one session and what they answered. It is kept in the session's ciphertext alone, and ends
/// with it.
package struct SessionConsent: Sendable, Equatable {
    package enum Category: UInt8, Sendable, CaseIterable {
        case essential = 0
        case analytics = 1
        case performance = 2

        package var name: String { "\(self)" }

        package init?(name: String) {
            guard let category = Self.allCases.first(where: { $0.name == name }) else { return nil }
            self = category
        }
    }

    /// Something that was asked and not yet answered. It is over after an hour.
    package struct Request: Sendable, Equatable {
        package static let lifetime: Int64 = 3600

        package let id: BatchID
        package let categories: Set<Category>
        package let expiresAt: Int64
    }

    package struct Decision: Sendable, Equatable {
        package let isGranted: Bool
        package let at: Int64
    }

    package private(set) var pending: Request?
    package private(set) var decisions: [Category: Decision] = [:]

    package init() {}

    /// What is waiting for an answer at this time.
    package func pending(at now: Int64) -> Request? { pending.flatMap { now < $0.expiresAt ? $0 : nil } }

    /// Asks for categories. What was asked before and not answered is over with it.
    package mutating func request(_ categories: Set<Category>, id: BatchID, now: Int64) -> Request {
        let request = Request(id: id, categories: categories, expiresAt: now + Request.lifetime)
        pending = request
        return request
    }

    /// Takes the answer to a request, each category of it granted or denied.
    ///
    /// - Returns: whether there is such a request, it has not expired, and the answer is to all of it and nothing else.
    package mutating func decide(_ id: BatchID, _ answers: [Category: Bool], now: Int64) -> Bool {
        guard let request = pending(at: now), request.id == id, Set(answers.keys) == request.categories else {
            return false
        }
        pending = nil
        for (category, isGranted) in answers { decisions[category] = Decision(isGranted: isGranted, at: now) }
        return true
    }
}

extension SessionConsent {
    /// Nothing for no consent at all; else the pending request (1 or 0, id, categories, expiry) and each decision.
    var bytes: [UInt8] {
        guard pending != nil || !decisions.isEmpty else { return [] }
        var bytes: [UInt8] = []
        if let pending {
            bytes.append(1)
            bytes += pending.id.bytes
            bytes.append(pending.categories.reduce(0) { $0 | 1 << $1.rawValue })
            bytes += Self.bytes(pending.expiresAt)
        } else {
            bytes.append(0)
        }
        for (category, decision) in decisions.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
            bytes += [category.rawValue, decision.isGranted ? 1 : 0] + Self.bytes(decision.at)
        }
        return bytes
    }

    /// `nil` where the bytes have another form.
    init?(_ bytes: [UInt8]) {
        guard let first = bytes.first else { return }
        var rest = bytes.dropFirst()
        if first == 1 {
            guard rest.count >= 25, let id = BatchID(rest.prefix(16)) else { return nil }
            let mask = rest[rest.startIndex + 16]
            pending = Request(
                id: id, categories: Set(Category.allCases.filter { mask & 1 << $0.rawValue != 0 }),
                expiresAt: Self.number(rest.dropFirst(17).prefix(8)))
            rest = rest.dropFirst(25)
        }
        while !rest.isEmpty {
            guard rest.count >= 10, let category = Category(rawValue: rest[rest.startIndex]) else { return nil }
            decisions[category] = Decision(
                isGranted: rest[rest.startIndex + 1] == 1, at: Self.number(rest.dropFirst(2).prefix(8)))
            rest = rest.dropFirst(10)
        }
    }

    private static func bytes(_ number: Int64) -> [UInt8] { withUnsafeBytes(of: number.bigEndian) { Array($0) } }

    private static func number(_ bytes: some Sequence<UInt8>) -> Int64 { bytes.reduce(0) { $0 << 8 | Int64($1) } }
}
