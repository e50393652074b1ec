#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// The system that a program runs on, in the few words that an event may have for it.
///
/// ```swift
/// let system = SystemInformation.current
/// telemetry.record(
///     .systemSeen(
///         system: system.name() ?? .other, systemVersion: system.version, runtime: system.swift, sdk: system.sdk, app: "2.1.0"))
/// ```
///
/// Nothing of the machine, its name, its hardware or its owner is looked at.
public struct SystemInformation: Sendable, Hashable {
    /// Of the operating system; of the kernel on Linux.
    public let version: Version
    /// Of the compiler that built the program.
    public let swift: Version
    /// Of this library.
    public let sdk: Version
    private let system: String

    public static let current: SystemInformation = {
        let version = ProcessInfo.processInfo.operatingSystemVersion
        func number(_ number: Int) -> UInt16 { UInt16(clamping: number) }
        return SystemInformation(
            version: Version(
                number(version.majorVersion), number(version.minorVersion), number(version.patchVersion)),
            swift: builtWith, sdk: Version(SDK.version) ?? Version(0), system: builtFor)
    }()

    /// The case of this system's name: `linux`, `macos`, `ios`, `tvos`, `watchos`, `visionos`, `android` or `windows`.
    public func name<Choice: CaseIterable>(among choices: Choice.Type = Choice.self) -> Choice? {
        choices.allCases.first { String(describing: $0).lowercased() == system }
    }

    private static var builtFor: String {
        #if os(Linux)
            "linux"
        #elseif os(macOS)
            "macos"
        #elseif os(iOS)
            "ios"
        #elseif os(tvOS)
            "tvos"
        #elseif os(watchOS)
            "watchos"
        #elseif os(visionOS)
            "visionos"
        #elseif os(Android)
            "android"
        #elseif os(Windows)
            "windows"
        #else
            "other"
        #endif
    }

    private static var builtWith: Version {
        #if compiler(>=6.5)
            "6.5"
        #elseif compiler(>=6.4)
            "6.4"
        #elseif compiler(>=6.3)
            "6.3"
        #else
            "6.2"
        #endif
    }
}
