// swift-tools-version: 6.2
import PackageDescription

// A package of its own: libFuzzer needs compiler flags that a package which others depend on may not have.
// scripts/fuzz builds and runs it.
let settings: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
]
let fuzzed = settings + [.unsafeFlags(["-sanitize=fuzzer"])]
// gold, the default linker, fails on the sanitizer's sections.
let linked: [LinkerSetting] = [.unsafeFlags(["-sanitize=fuzzer", "-use-ld=lld"])]

func fuzzer(_ name: String, _ folder: String, of module: Target.Dependency) -> Target {
    .executableTarget(
        name: name, dependencies: ["FuzzDriver", module], path: "Sources/\(folder)", swiftSettings: fuzzed,
        linkerSettings: linked)
}

let package = Package(
    name: "fuzz",
    targets: [
        .target(name: "CTacitScan"),
        .target(name: "TacitScrub", dependencies: ["CTacitScan"], swiftSettings: fuzzed),
        .target(name: "TacitWire", swiftSettings: fuzzed),
        .target(name: "FuzzDriver", dependencies: ["TacitScrub", "TacitWire"], swiftSettings: settings),
        fuzzer("fuzz-walker", "FuzzWalker", of: "TacitWire"),
        fuzzer("fuzz-json", "FuzzJSON", of: "TacitWire"),
        fuzzer("fuzz-scrub", "FuzzScrub", of: "TacitScrub"),
        fuzzer("fuzz-scrub-twice", "FuzzScrubTwice", of: "TacitScrub"),
        fuzzer("fuzz-scrub-stream", "FuzzScrubStream", of: "TacitScrub"),
        fuzzer("fuzz-scrub-work", "FuzzScrubWork", of: "TacitScrub"),
        // Files of the collector, which needs far more as a whole.
        .target(name: "OTLPScrubbing", dependencies: ["TacitScrub", "TacitWire"], swiftSettings: fuzzed),
        fuzzer("fuzz-splice", "FuzzSplice", of: "OTLPScrubbing"),
        fuzzer("fuzz-scrub-json", "FuzzScrubJSON", of: "TacitScrub"),
    ],
    swiftLanguageModes: [.v6]
)
