import Foundation

/// The open vectors for differential privacy, read from `Tests/Vectors/dp`.
enum Vectors {
    static func load<Content: Decodable>(_ name: String, as type: Content.Type) throws -> Content {
        let tests = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        return try decoder.decode(type, from: Data(contentsOf: tests.appending(path: "Vectors/dp/\(name).json")))
    }
}
