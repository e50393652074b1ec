import Crypto

extension SignedLog {
    /// Whether every line is as it was written.
    package struct Check: Sendable {
        /// How many lines there are.
        package var lines = 0
        package var faults: [LogFault] = []
        package var isTorn = false

        package var holds: Bool { faults.isEmpty }
    }

    /// Where a log ends: kept elsewhere, it shows that lines were cut off.
    package struct Head: Sendable, Codable, Equatable {
        package let number: Int
        /// SHA-256 of the last line, in hexadecimal.
        package let digest: String

        /// A log that ends with this entry.
        package init(_ entry: Entry) {
            number = entry.number
            digest = Hex.text(SHA256.hash(data: entry.json))
        }
    }

    /// Looks at every line: its form, that it follows on the one before, and both signatures.
    ///
    /// - Parameters:
    ///   - keys: those that may have signed. A log brings them too, in lines that may be gone.
    ///   - head: where the log once ended. One from before is good: a log only grows.
    package func verify(trusting keys: [VerifyingKey], head: Head? = nil) throws(FileFault) -> Check {
        check(try read(), trusting: keys, head: head)
    }

    /// The same of what has been read.
    package func check(_ content: Lines, trusting keys: [VerifyingKey], head: Head? = nil) -> Check {
        var check = Check(lines: content.lines.count, isTorn: content.isTorn)
        var previous: [UInt8]? = [UInt8](repeating: 0, count: 32)
        for line in content.lines {
            let fault = fault(of: line, after: previous, trusting: keys)
            if let fault { check.faults.append(fault) }
            // What follows on a line that is not as it was written is not blamed for that.
            previous = fault == nil ? line.digest : nil
        }
        if let head, !content.lines.contains(where: { Hex.text($0.digest) == head.digest }),
            !check.faults.contains(where: { $0.line == head.number })
        {
            check.faults.append(
                LogFault(
                    .missing, of: Content.log, path: path, line: min(content.lines.count + 1, head.number),
                    remedy: "what stood there is gone, with what came after it; put the log back from a backup"))
        }
        return check
    }

    private func fault(of line: Line, after previous: [UInt8]?, trusting keys: [VerifyingKey]) -> LogFault? {
        func fault(_ kind: LogFault.Kind, _ remedy: String) -> LogFault {
            LogFault(kind, of: Content.log, path: path, line: line.number, remedy: remedy)
        }
        let restore = "find out who could write to the log, and put it back from a backup"
        guard let entry = try? line.entry.get() else {
            return fault(.malformed, "it is no \(Content.title); \(restore)")
        }
        guard let key = keys.first(where: { $0.id == entry.key }) else {
            return fault(.untrusted, "another key signed it than the collector's; \(restore)")
        }
        guard (try? entry.verify(by: key)) != nil else {
            return fault(.altered, "it is not as it was written; \(restore)")
        }
        if let previous, entry.previous != previous {
            return fault(
                .broken,
                line.number == 1
                    ? "what stood before it is missing; \(restore)"
                    : "it does not follow on the line before: one is missing or slipped in; \(restore)")
        }
        return nil
    }
}

/// One line of a log that is not as it was written. It names the line, and nothing that stands in it.
package struct LogFault: Error, Sendable, Equatable, CustomStringConvertible {
    package enum Kind: String, Sendable {
        /// It is no entry.
        case malformed
        /// At least one of its two signatures is not of what it says.
        case altered
        /// It does not hold the digest of the line before.
        case broken
        /// It was signed by a key that is not the collector's.
        case untrusted
        /// Lines were cut off at the end.
        case missing
    }

    /// The log and the kind, such as `deletions.altered`.
    package let code: String
    package let place: String
    package let line: Int
    package let remedy: String

    init(_ kind: Kind, of log: String, path: String, line: Int, remedy: String) {
        code = "\(log).\(kind.rawValue)"
        self.line = line
        self.remedy = remedy
        place = "\(path), line \(line)"
    }

    package var description: String { "\(code): \(place): \(remedy)" }
}
