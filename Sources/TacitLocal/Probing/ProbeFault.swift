/// What a declared probe lacks, or has and can't have: the service, and what to write instead.
package struct ProbeFault: Error, Sendable, Hashable, CustomStringConvertible {
    package enum Code: String, Sendable {
        case host, port, path, name, command, time
    }

    package let code: Code
    package let service: String
    package let remedy: String

    package var description: String { "probe.\(code.rawValue): \(service): \(remedy)" }
}
