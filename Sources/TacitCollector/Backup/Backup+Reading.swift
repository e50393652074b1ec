import Foundation
import TacitKeys
import TacitSeal

extension Backup {
    /// What can be seen without the passphrase.
    package func head() throws -> Head { try begin().head }

    private func begin() throws -> (head: Head, line: [UInt8], file: FileReader) {
        let file = try FileReader(path)
        var line: [UInt8] = []
        while line.last != 0x0A {
            guard line.count < Head.longest, let byte = try file.read(1).first else { throw malformed }
            line.append(byte)
        }
        guard let head = try? JSONDecoder().decode(Head.self, from: Data(line)), head.format == 1 else {
            throw malformed
        }
        return (head, line, file)
    }

    /// Gives each part to `body`, which reads all of it; that the file is whole is known when this returns.
    func forEachPart(
        with passphrase: Passphrase, _ body: (Part, inout PartReader) throws -> Void
    ) throws {
        let (head, line, file) = try begin()
        let key = try head.lock.open(with: passphrase, at: path)
        let stream = try SealedStreamReader(
            key: key.derived(for: .backup), context: Self.context(line), at: path, from: file.read)
        var reader = PartReader(stream, malformed)
        while let part = try reader.begin() { try body(part, &reader) }
    }

    /// Reads what a stream holds, part by part.
    struct PartReader {
        private let stream: SealedStreamReader
        let malformed: StreamError
        private var waiting: ArraySlice<UInt8> = []
        /// Bytes of the part that are still to come.
        private(set) var left = 0

        init(_ stream: SealedStreamReader, _ malformed: StreamError) {
            self.stream = stream
            self.malformed = malformed
        }

        /// The next part; `nil` at the end.
        mutating func begin() throws -> Part? {
            guard left == 0 else { throw malformed }
            guard let count = try take(1)?.first else { return nil }
            guard let name = try take(Int(count)), let size = try take(8),
                let part = Part(rawValue: String(decoding: name, as: UTF8.self))
            else { throw malformed }
            left = Int(clamping: size.reduce(UInt64(0)) { $0 << 8 | UInt64($1) })
            return part
        }

        /// Some bytes of the part; `nil` behind its last.
        mutating func next() throws -> ArraySlice<UInt8>? {
            guard left > 0 else { return nil }
            if waiting.isEmpty, let more = try stream.next() { waiting = more[...] }
            let bytes = waiting.prefix(left)
            guard !bytes.isEmpty else { throw malformed }
            waiting = waiting.dropFirst(bytes.count)
            left -= bytes.count
            return bytes
        }

        /// So many bytes; `nil` where there are none at all.
        private mutating func take(_ count: Int) throws -> [UInt8]? {
            var bytes: [UInt8] = []
            while bytes.count < count {
                if waiting.isEmpty {
                    guard let more = try stream.next() else { break }
                    waiting = more[...]
                    if more.isEmpty { break }
                }
                let part = waiting.prefix(count - bytes.count)
                bytes += part
                waiting = waiting.dropFirst(part.count)
            }
            guard bytes.isEmpty || bytes.count == count else { throw malformed }
            return bytes.isEmpty ? nil : bytes
        }
    }
}
