import ArgumentParser
import Foundation
import TacitLocal
import TacitSeal

/// The folder that the commands of `tacit local` work on.
struct LocalOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Where the files lie; $TACIT_LOCAL_FOLDER or ~/.local/state/tacit/local.", valueName: "folder"),
        completion: .directory)
    var folder: String?

    var environment: [String: String] { ProcessInfo.processInfo.environment }

    func path() throws -> String {
        // One that is given and not whole must not lead to another place without a word.
        if folder == nil, let given = environment["TACIT_LOCAL_FOLDER"], !given.isEmpty, !given.hasPrefix("/") {
            throw Failure("TACIT_LOCAL_FOLDER is no whole path.\n  → write it from `/` on, or say --folder")
        }
        guard let path = folder.map(Self.absolute) ?? LocalFolder.standardPath(in: environment) else {
            throw Failure("There is no home folder here. Say where the files should lie: --folder /var/lib/health")
        }
        return path
    }

    private static func absolute(_ path: String) -> String {
        path.hasPrefix("/") ? path : FileManager.default.currentDirectoryPath + "/" + path
    }

    /// What its owner declared in `local.yaml`; the defaults where there is none.
    func configuration(warn: (String) -> Void = { _ in }) throws -> LocalConfiguration {
        let path = try path() + "/local.yaml"
        guard Files.exist(path) else { return LocalConfiguration() }
        guard let bytes = Files.read(path), let text = String(validating: bytes, as: UTF8.self) else {
            throw Failure("\(path): it can't be read as text\n  → check its owner and mode")
        }
        return try LocalConfigurationReader.read(text, path: path, warn: warn)
    }

    func open() throws -> LocalFolder { try LocalFolder(path(), limit: configuration().limit) }

    func picture() throws -> Picture {
        let folder = try open()
        return folder.picture(at: .now, settings: try settings(folder), isMonitored: LocalLock.isHeld(in: folder))
    }

    func settings(_ folder: LocalFolder) throws -> Settings {
        do throws(FileFault) {
            return try Settings(in: folder)
        } catch {
            throw Failure(error)
        }
    }
}

/// What a running monitor holds, so that no second one writes beside it.
enum LocalLock {
    static func path(_ folder: LocalFolder) -> String { folder.path + "/monitor.lock" }

    static func isHeld(in folder: LocalFolder) -> Bool { isHeld(path(folder)) }

    /// Asked without taking it: nobody who takes it now is kept from it for longer than the question lasts, nothing is made, and
    /// what can't be asked counts as not held.
    static func isHeld(_ path: String) -> Bool {
        let descriptor = Foundation.open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
        guard descriptor >= 0 else { return false }
        defer { close(descriptor) }
        while flock(descriptor, LOCK_SH | LOCK_NB) != 0 {
            if errno != EINTR { return errno == EWOULDBLOCK }
        }
        return false
    }
}

extension Moment {
    static var now: Moment { Moment(seconds: Int64(Date().timeIntervalSince1970)) }
}
