import Foundation

/// What the SDK may cost, from a file in which each line is `name <= number unit` or `name >= number unit`.
struct Thresholds {
    struct Line {
        let name: String
        let isAtMost: Bool
        let limit: Double
        let unit: String
    }

    struct Fault: Error, CustomStringConvertible {
        let description: String
    }

    let lines: [Line]

    init(file: String) throws {
        lines = try String(contentsOfFile: file, encoding: .utf8).split(separator: "\n").compactMap { text in
            let words = text.prefix { $0 != "#" }.split(separator: " ").map(String.init)
            guard !words.isEmpty else { return nil }
            guard words.count >= 3, ["<=", ">="].contains(words[1]), let limit = Double(words[2]) else {
                throw Fault(description: "\(file): a line is not `name <= number unit`")
            }
            return Line(
                name: words[0], isAtMost: words[1] == "<=", limit: limit,
                unit: words.dropFirst(3).joined(separator: " "))
        }
    }

    /// Says of each limit whether it is kept. A limit of which nothing was measured is not kept.
    func check(_ measured: [String: Double]) throws {
        var passed = 0
        for line in lines
        where measured.keys.contains(where: { $0.prefix { $0 != "." } == line.name.prefix { $0 != "." } }) {
            let value = measured[line.name]
            let isKept = value.map { line.isAtMost ? $0 <= line.limit : $0 >= line.limit } ?? false
            let limit = "\(line.isAtMost ? "at most" : "at least") \(line.limit.formatted()) \(line.unit)"
            row(
                "\(isKept ? "kept  " : "PASSED")  \(line.name)",
                "\(value.map { rounded($0, 3) } ?? "not measured"), \(limit)")
            if !isKept { passed += 1 }
        }
        if passed > 0 { throw Fault(description: "\(passed) limits are passed") }
    }
}
