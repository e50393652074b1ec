#if Logging
    public import Logging

    /// Who may read a value in the metadata of a log line.
    ///
    /// ```swift
    /// logger.info("order placed", metadata: [
    ///     "customer": .private(customer.name),                   // [PRIVATE]
    ///     "order": "\(order.id, sensitivity: .private)",         // [PRIVATE]
    ///     "shop": .public(shop.name),                            // through the scrubber
    /// ])
    /// ```
    ///
    /// ``ScrubbingLogHandler`` heeds it; a handler that stands alone, without it, does not.
    public enum Sensitivity: Int64, Sendable, CaseIterable, Logger.MetadataValueAttributes.Attribute {
        /// Anybody who may read the log. It goes through the scrubber all the same.
        case `public` = 1
        /// Nobody: `[PRIVATE]` takes its place.
        case `private` = 2
    }

    extension Logger.MetadataValue {
        /// A value that no log shows.
        public static func `private`(_ value: some CustomStringConvertible & Sendable) -> Self {
            .attributed(value, attributes: [Sensitivity.private])
        }

        /// A value that a log may show, where the handler takes unmarked ones for private.
        public static func `public`(_ value: some CustomStringConvertible & Sendable) -> Self {
            .attributed(value, attributes: [Sensitivity.public])
        }
    }

    extension Logger.MetadataValue.StringInterpolation {
        /// What is private in one part of a text makes the whole text private, whatever the other parts say.
        public mutating func appendInterpolation<Value>(_ value: Value, sensitivity: Sensitivity) {
            appendInterpolation(
                value,
                attributes: { attributes in
                    if attributes[Sensitivity.self] != .private { attributes[Sensitivity.self] = sensitivity }
                })
        }
    }
#endif
