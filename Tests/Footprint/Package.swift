// swift-tools-version: 6.2
import PackageDescription

// One hello world, three times: without Tacit, with its core alone, with its default traits.
let program = Context.environment["TACIT_FOOTPRINT"] ?? "plain"
let traits: Set<Package.Dependency.Trait> = program == "core" ? [] : [.defaults]

let package = Package(
    name: "footprint",
    platforms: [.macOS(.v15)],
    dependencies: program == "plain" ? [] : [.package(name: "tacit", path: "../..", traits: traits)],
    targets: [
        .executableTarget(
            name: "hello",
            dependencies: program == "plain" ? [] : [.product(name: "Tacit", package: "tacit")],
            swiftSettings: program == "plain" ? [] : [.define("TACIT")])
    ]
)
