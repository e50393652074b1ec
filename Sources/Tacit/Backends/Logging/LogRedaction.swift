#if Logging
    import Logging
    import TacitScrub

    /// What becomes of the texts of a log line. What is clean stays the very value that it was, and costs no memory.
    struct LogRedaction: Sendable {
        let scrubber: Scrubber
        /// How values count that are not marked.
        let unmarked: Sensitivity

        static let privateValue: Logger.MetadataValue = "[PRIVATE]"

        private enum Outcome {
            case same
            case changed(Logger.MetadataValue)
            case dropped
        }

        /// The scrubbed text; `nil` where nothing was found.
        func message(_ text: String) -> String? { changed(text) }

        /// A key, without what is personal in it.
        func key(_ text: String) -> String { changed(text) ?? text }

        /// Every value by its key, members of dictionaries by the keys above them too; and keys that are personal themselves.
        func metadata(_ metadata: Logger.Metadata, under path: String = "") -> Logger.Metadata {
            var result = metadata
            for (key, value) in metadata {
                let outcome = outcome(value, key: path.isEmpty ? key : path + key)
                if let safe = changed(key) {
                    result[key] = nil
                    switch outcome {
                    case .same: result[safe] = value
                    case .changed(let value): result[safe] = value
                    case .dropped: break
                    }
                } else {
                    switch outcome {
                    case .same: break
                    case .changed(let value): result[key] = value
                    case .dropped: result[key] = nil
                    }
                }
            }
            return result
        }

        private func outcome(_ value: Logger.MetadataValue, key: String) -> Outcome {
            switch value {
            case .dictionary(let members): return .changed(.dictionary(metadata(members, under: key + ".")))
            case .array(let values):
                let kept = values.compactMap { value -> Logger.MetadataValue? in
                    switch outcome(value, key: key) {
                    case .same: value
                    case .changed(let changed): changed
                    case .dropped: nil
                    }
                }
                return .changed(.array(kept))
            case .string(let text):
                if unmarked == .private { return .changed(Self.privateValue) }
                return outcome(text, key: key, of: nil)
            case .stringConvertible(let convertible):
                let attributes = value.attributes
                guard attributes[Sensitivity.self] ?? unmarked == .public else { return .changed(Self.privateValue) }
                // Asked for its text again it might give another one: what is scrubbed is what goes on.
                return outcome(convertible.description, key: key, of: attributes)
            }
        }

        /// - Parameter attributes: of a value that is no string, and becomes one.
        private func outcome(_ text: String, key: String, of attributes: Logger.MetadataValueAttributes?) -> Outcome {
            var (text, key) = (text, key)
            var output: [UInt8] = []
            let scrubbed = text.withUTF8 { text in
                key.withUTF8 { key in
                    scrubber.scrub(UnsafeRawBufferPointer(text), key: UnsafeRawBufferPointer(key), into: &output)
                }
            }
            switch scrubbed {
            case .dropped: return .dropped
            case .clean where attributes == nil: return .same
            case .clean: break
            case .scrubbed: text = String(decoding: output, as: UTF8.self)
            }
            guard let attributes, attributes != Logger.MetadataValueAttributes() else { return .changed(.string(text)) }
            return .changed(.attributed(text, attributes: attributes))
        }

        private func changed(_ text: String) -> String? {
            var text = text
            var output: [UInt8] = []
            let outcome = text.withUTF8 { scrubber.scrub(UnsafeRawBufferPointer($0), into: &output) }
            return outcome.isClean ? nil : String(decoding: output, as: UTF8.self)
        }
    }
#endif
