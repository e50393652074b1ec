import ArgumentParser
import TacitCollector
import TacitSeal

/// The entries of a signed log, each line checked, as they are shown.
struct SignedLogList<Content: LogContent, Row: Encodable> {
    /// What its entries are called, such as `certificates`.
    let name: String
    let row: (SignedEntry<Content>) -> Row
    let text: (Row) -> String

    private struct Listed: Encodable {
        let log: String
        let key: String
        let entries: [Row]
        let faults: [String]
        let isTorn: Bool
    }

    /// Exits 3 where a line is not as it was written.
    ///
    /// - Parameters:
    ///   - key: the one that may have signed.
    ///   - head: where the log ended when somebody last looked.
    func show(_ log: SignedLog<Content>, trusting key: VerifyingKey, head: SignedLog<Content>.Head?, json: Bool) throws
    {
        let (content, check) = try Failure.of {
            let content = try log.read()
            return (content, log.check(content, trusting: [key], head: head))
        }
        let rows = content.entries.map(row)
        if json {
            let faults = check.faults.map(\.description)
            print(JSON.text(Listed(log: log.path, key: key.id, entries: rows, faults: faults, isTorn: check.isTorn)))
        } else {
            for row in rows { print(text(row)) }
            for fault in check.faults { print("✗ \(fault)") }
            if check.isTorn { print("? The last line is not whole; it was cut off, or is being written.") }
            print(
                check.holds
                    ? "\(check.lines) \(name), all signed by \(key.id), none altered or missing in between."
                    : "What is not as it was written in \(check.lines) lines: \(check.faults.count).")
        }
        if !check.holds { throw ExitCode(3) }
    }
}
