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

let package = Package(
    name: "fuzz",
    targets: [
        .target(name: "TacitWire", swiftSettings: fuzzed),
        .target(name: "FuzzDriver", dependencies: ["TacitWire"], swiftSettings: settings),
        .executableTarget(
            name: "fuzz-walker", dependencies: ["FuzzDriver", "TacitWire"], path: "Sources/FuzzWalker",
            swiftSettings: fuzzed, linkerSettings: linked),
        .executableTarget(
            name: "fuzz-json", dependencies: ["FuzzDriver", "TacitWire"], path: "Sources/FuzzJSON",
            swiftSettings: fuzzed, linkerSettings: linked),
    ],
    swiftLanguageModes: [.v6]
)
