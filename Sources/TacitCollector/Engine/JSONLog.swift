import Foundation
package import Logging

/// One JSON object a line on standard error. Messages are constants and metadata names rules, counts and times: no address
/// and no collected value ever reaches a log line.
package struct JSONLog: LogHandler {
    package var metadata: Logger.Metadata = [:]
    package var logLevel: Logger.Level

    package init(level: Logger.Level) { logLevel = level }

    package subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    package func log(event: LogEvent) {
        var fields = ["level": event.level.rawValue, "message": event.message.description]
        fields["time"] = Date().formatted(.iso8601)
        for (key, value) in metadata.merging(event.metadata ?? [:], uniquingKeysWith: { $1 }) {
            fields[key] = value.description
        }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        // A dictionary of strings always encodes.
        guard let line = try? encoder.encode(fields) else { return }
        // Where the log can't be written, on a full disk above all, its lines are lost; the collector goes on.
        try? FileHandle.standardError.write(contentsOf: line + Data("\n".utf8))
    }
}
