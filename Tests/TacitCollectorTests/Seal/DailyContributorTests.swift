import Crypto
import Foundation
import Testing

@testable import Tacit

@Suite("An installation has another name every day")
struct DailyContributorTests {
    private let secret = SymmetricKey(data: (0..<32).map { UInt8($0) })

    /// Computed with another implementation: Python's `hmac.new(secret, b"tacit contributor day N", hashlib.sha256)`.
    @Test(
        "by HMAC-SHA256 of the day",
        arguments: [
            (Int64(0), "7413d892aadde77866cea27ebcf3ccf1caa5d7ccbe9e0287a2464f0500f40f8f"),
            (20748, "f2c5dcc00145e4b1f8dab94529c63aeb2de1d06fb96be55d1e598f878b5b2b1c"),
            (-1, "d38430fe801796e9c0b17790197efd306cf936df5c757ad0bb2b57873e154110"),
        ])
    func vectors(day: Int64, token: String) {
        #expect(DailyContributor(secret: secret).token(day: day) == token)
    }

    @Test("the day is that of UTC, from its first second to its last") func days() {
        let contributor = DailyContributor(secret: secret)
        let noon = Date(timeIntervalSince1970: 20748 * 86400 + 43200)
        let token = contributor.token(on: noon)
        #expect(token == contributor.token(day: 20748))
        #expect(contributor.token(on: noon.addingTimeInterval(-43200)) == token)
        #expect(contributor.token(on: noon.addingTimeInterval(43199.9)) == token)
        #expect(contributor.token(on: noon.addingTimeInterval(43200)) == contributor.token(day: 20749))
        #expect(contributor.token(on: Date(timeIntervalSince1970: -0.5)) == contributor.token(day: -1))
    }

    @Test("two installations are never alike") func installations() {
        let tokens = (0..<100).map { _ in DailyContributor(secret: SymmetricKey(size: .bits256)).token(day: 1) }
        #expect(Set(tokens).count == 100)
        #expect(tokens.allSatisfy { $0.count == 64 && $0.allSatisfy(\.isHexDigit) })
    }
}
