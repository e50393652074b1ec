import Foundation
package import TacitSeal

/// The tokens of a state folder: `tokens.json`, which its owner alone can read.
///
/// It stays when the last token is revoked: a collector that once asked for tokens does not stop asking by that.
package struct TokenFile: Sendable {
    package let path: String

    package init(in state: String) { path = state + "/tokens.json" }

    private struct Content: Codable {
        var format = 1
        var tokens: [TokenRecord] = []
    }

    /// All that were ever made; none where there is no file.
    package func read() throws(FileFault) -> [TokenRecord] {
        guard Files.exist(path) else { return [] }
        let bytes = try Files.content(of: path)
        guard let content = try? JSONDecoder().decode(Content.self, from: Data(bytes)), content.format == 1 else {
            throw FileFault(.damaged, at: path, remedy: "put the file back from your backup of the state folder")
        }
        return content.tokens
    }

    /// Makes a token; the one that is returned is the only copy of it.
    package func create(
        project: String, role: AccessRole, lasting seconds: Int64?, now: Int64
    ) throws(FileFault) -> (token: AccessToken, record: TokenRecord) {
        try change { tokens in
            var token = AccessToken()
            while tokens.contains(where: { $0.id == token.id }) { token = AccessToken() }
            let record = TokenRecord(
                id: token.id, project: project, role: role, digest: Hex.text(token.digest), created: now,
                expires: seconds.map { now + $0 })
            tokens.append(record)
            return (token, record)
        }
    }

    /// Takes a token back for good; `nil` where there is none of that name.
    package func revoke(_ id: String, now: Int64) throws(FileFault) -> TokenRecord? {
        try change { tokens in
            guard let index = tokens.firstIndex(where: { $0.id == id }) else { return nil }
            tokens[index].revoked = tokens[index].revoked ?? now
            return tokens[index]
        }
    }

    private func change<T>(_ body: (inout [TokenRecord]) -> T) throws(FileFault) -> T {
        let lock = try FileLock.take(path + ".lock")
        defer { withExtendedLifetime(lock) {} }
        var content = Content(tokens: try read())
        let result = body(&content.tokens)
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
        guard let bytes = try? encoder.encode(content) else {
            throw FileFault(.damaged, at: path, remedy: "put the file back from your backup of the state folder")
        }
        try Files.replace(path, with: bytes)
        return result
    }
}
