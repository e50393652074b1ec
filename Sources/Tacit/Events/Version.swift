/// The version of some software: up to three numbers, and nothing of what follows them.
///
/// ```swift
/// let version: Version = "6.3.1"
/// Version("14.2-beta+build.77")        // 14.2
/// ```
public struct Version: Sendable, Hashable {
    public let major: UInt16
    public let minor: UInt16?
    public let patch: UInt16?

    public init(_ major: UInt16, _ minor: UInt16? = nil, _ patch: UInt16? = nil) {
        self.major = major
        self.minor = minor
        self.patch = minor == nil ? nil : patch
    }

    /// The numbers at the start of `text`, after a `v`; `nil` where there is none below 65,536.
    public init?(_ text: some StringProtocol) {
        var rest = Substring(text)
        if rest.first == "v" || rest.first == "V" { rest.removeFirst() }
        var numbers: [UInt16] = []
        for part in rest.split(separator: ".", maxSplits: 3, omittingEmptySubsequences: false).prefix(3) {
            let digits = part.utf8.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
            guard let number = UInt16(String(digits) ?? "") else { break }
            numbers.append(number)
            if digits.count < part.utf8.count { break }
        }
        guard let major = numbers.first else { return nil }
        self.init(major, numbers.count > 1 ? numbers[1] : nil, numbers.count > 2 ? numbers[2] : nil)
    }

    /// Cut to `numbers` of its numbers.
    func text(numbers: Int) -> String {
        var text = "\(major)"
        if numbers > 1, let minor { text += ".\(minor)" }
        if numbers > 2, let patch { text += ".\(patch)" }
        return text
    }
}

extension Version: ExpressibleByStringLiteral {
    public init(stringLiteral value: StaticString) {
        guard let version = Version(value.description) else { preconditionFailure("a version begins with a number") }
        self = version
    }
}

extension Version {
    /// One word: three numbers, and how many of them there are.
    var word: UInt64 {
        let count: UInt64 = patch != nil ? 3 : minor != nil ? 2 : 1
        return UInt64(major) | UInt64(minor ?? 0) << 16 | UInt64(patch ?? 0) << 32 | count << 48
    }

    init(word: UInt64) {
        let count = word >> 48
        self.init(
            UInt16(truncatingIfNeeded: word), count > 1 ? UInt16(truncatingIfNeeded: word >> 16) : nil,
            count > 2 ? UInt16(truncatingIfNeeded: word >> 32) : nil)
    }
}
