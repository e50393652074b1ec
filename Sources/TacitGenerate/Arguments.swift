import TacitCatalog

/// A call of `tacit-generate`.
struct Arguments: Equatable {
    enum Command: String, CaseIterable {
        case swift
        case privacyInfo = "privacy-info"
        case consentTexts = "consent-texts"
        case dictionary, lint, diff, help

        var fileCount: Int {
            switch self {
            case .swift, .privacyInfo, .consentTexts, .dictionary, .lint: 1
            case .diff: 2
            case .help: 0
            }
        }
    }

    var command: Command
    var files: [String] = []
    var output: String?
    var access: Catalog.Access?

    static let usage = """
        tacit-generate swift CATALOG [--output FILE] [--access internal|package|public]
        tacit-generate privacy-info CATALOG [--output FILE]     Apple's PrivacyInfo.xcprivacy
        tacit-generate consent-texts CATALOG [--output FILE]    what people are asked with, in Markdown
        tacit-generate dictionary CATALOG [--output FILE]       everything that is collected, in words
        tacit-generate lint CATALOG                             what stands in the way
        tacit-generate diff OLD NEW [--output FILE]             what changed, in words; exits 3 where nobody is asked for it
        """

    init(_ words: [String]) throws(UsageError) {
        guard let first = words.first else { throw UsageError("Name what to generate.") }
        if ["help", "--help", "-h"].contains(first) {
            command = .help
            return
        }
        guard let command = Command(rawValue: first) else { throw UsageError("There is no such thing to generate.") }
        self.command = command
        var rest = words.dropFirst()
        while let word = rest.popFirst() {
            switch word {
            case "--output", "-o":
                guard let file = rest.popFirst() else { throw UsageError("--output needs a file.") }
                output = file
            case "--access" where command == .swift:
                guard let access = rest.popFirst().flatMap({ Catalog.Access(rawValue: $0) }) else {
                    throw UsageError("--access needs internal, package or public.")
                }
                self.access = access
            default:
                guard !word.hasPrefix("-") else { throw UsageError("There is no such option here.") }
                files.append(word)
            }
        }
        guard files.count == command.fileCount else {
            throw UsageError("It takes \(command.fileCount == 1 ? "one catalog" : "\(command.fileCount) catalogs").")
        }
    }
}

/// A call that can't be understood.
struct UsageError: Error, Equatable {
    let message: String

    init(_ message: String) { self.message = message }
}
