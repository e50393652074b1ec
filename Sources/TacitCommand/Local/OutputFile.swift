import Foundation
import TacitLocal
import TacitSeal

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// A file that a person asked for, outside of the folder that holds the data.
///
/// ```swift
/// let file = try OutputFile("health.html", beside: folder, replaces: force)
/// try file.write(bytes)
/// ```
///
/// It is there complete or not at all, is its owner's alone, and takes the place of another only where that was said. What is no
/// file, such as a pipe or a device, is written into as it is.
struct OutputFile {
    private let path: String
    private let isPlace: Bool
    private let replaces: Bool

    init(_ path: String, beside folder: LocalFolder? = nil, replaces: Bool) throws {
        // Where the name is a link, it is written where that leads.
        let place = Self.resolved(path) ?? Self.inResolvedFolder(path)
        guard let place else {
            throw Failure("\(path): there is no such folder\n  → make it, or write elsewhere")
        }
        if let folder, let held = Self.resolved(folder.path), (place + "/").hasPrefix(held + "/") {
            throw Failure("\(path) lies in the folder of what was collected.\n  → write outside of \(folder.path)")
        }
        let kind = try? FileManager.default.attributesOfItem(atPath: place)[.type] as? FileAttributeType
        guard kind != .typeDirectory else { throw Failure("\(path) is a folder.\n  → name a file in it") }
        guard kind != .typeSymbolicLink else {
            throw Failure("\(path) is a link that leads nowhere.\n  → remove it, or write elsewhere")
        }
        guard kind != .typeRegular || replaces else {
            throw Failure("\(path) is there already; it was left alone.\n  → --force replaces it")
        }
        isPlace = kind != nil && kind != .typeRegular
        self.path = place
        self.replaces = replaces
    }

    func write(_ bytes: [UInt8]) throws {
        guard !isPlace else { return try write(bytes, into: path, O_WRONLY) }
        let next = "\(path).\(UInt32.random(in: .min ... .max)).part"
        try write(bytes, into: next, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW)
        // A link has one name only: it fails where somebody made such a file meanwhile.
        let isThere = replaces ? rename(next, path) == 0 : link(next, path) == 0
        let fault = errno
        if !isThere || !replaces { unlink(next) }
        guard isThere else { throw Self.fault(path, fault) }
    }

    private func write(_ bytes: [UInt8], into path: String, _ mode: CInt) throws {
        let descriptor = open(path, mode | O_CLOEXEC | O_NOCTTY, 0o600)
        guard descriptor >= 0 else { throw Self.fault(path, errno) }
        defer { close(descriptor) }
        guard Files.write(bytes, to: descriptor) else {
            let fault = errno
            if mode & O_EXCL != 0 { unlink(path) }
            throw Self.fault(path, fault)
        }
        // A pipe can't be synchronized, and needs no such thing.
        if mode & O_EXCL != 0 { fsync(descriptor) }
    }

    private static func fault(_ path: String, _ number: CInt) -> Failure {
        Failure(
            "\(path): it can't be written (\(String(cString: strerror(number))))\n  → check the folder and its space")
    }

    private static func resolved(_ path: String) -> String? {
        guard let text = realpath(path, nil) else { return nil }
        defer { free(text) }
        return String(cString: text)
    }

    /// Of a file that is not there yet.
    private static func inResolvedFolder(_ path: String) -> String? {
        let name = path.split(separator: "/").last.map(String.init) ?? ""
        guard !name.isEmpty, !path.hasSuffix("/"), name != ".", name != ".." else { return nil }
        let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? "."
        return resolved(folder).map { $0 == "/" ? "/\(name)" : "\($0)/\(name)" }
    }
}
