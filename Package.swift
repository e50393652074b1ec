// swift-tools-version: 6.2
import PackageDescription

let settings: [SwiftSetting] =
    [
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("InternalImportsByDefault"),
        .enableUpcomingFeature("MemberImportVisibility"),
    ] + (Context.environment["WARNINGS_AS_ERRORS"] == nil ? [] : [.treatAllWarnings(as: .error)])

/// What the SDK's backends stand on, each behind its trait.
let backends: [Target.Dependency] = [
    .product(name: "Logging", package: "swift-log", condition: .when(traits: ["Logging"])),
    .product(name: "CoreMetrics", package: "swift-metrics", condition: .when(traits: ["Metrics"])),
    .product(name: "Tracing", package: "swift-distributed-tracing", condition: .when(traits: ["Tracing"])),
    .product(
        name: "ServiceLifecycle", package: "swift-service-lifecycle",
        condition: .when(traits: ["ServiceLifecycle"])),
]

let package = Package(
    name: "tacit",
    platforms: [.macOS(.v15), .iOS(.v18), .tvOS(.v18), .watchOS(.v11)],
    products: [
        .library(name: "Tacit", targets: ["Tacit"]),
        .library(name: "TacitTestKit", targets: ["TacitTestKit"]),
        .library(name: "TacitScrub", targets: ["TacitScrub"]),
        .library(name: "TacitPrivacy", targets: ["TacitPrivacy"]),
        .library(name: "TacitLocal", targets: ["TacitLocal"]),
        .executable(name: "tacit", targets: ["TacitCommand"]),
        .executable(name: "tacit-generate", targets: ["tacit-generate"]),
        .plugin(name: "TacitCatalogPlugin", targets: ["TacitCatalogPlugin"]),
        .plugin(name: "PrivacyReview", targets: ["PrivacyReview"]),
    ],
    traits: [
        .trait(name: "HTTPClient", description: "Sends to a collector over HTTP, with AsyncHTTPClient."),
        .trait(name: "Logging", description: "A backend for swift-log that scrubs."),
        .trait(name: "Metrics", description: "A backend for swift-metrics."),
        .trait(name: "Tracing", description: "A backend for swift-distributed-tracing."),
        .trait(name: "ServiceLifecycle", description: "Telemetry as a service of swift-service-lifecycle."),
        .default(enabledTraits: ["HTTPClient", "Logging", "Metrics", "Tracing", "ServiceLifecycle"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-asn1", from: "1.7.4"),
        .package(url: "https://github.com/apple/swift-certificates", from: "1.21.1"),
        .package(url: "https://github.com/apple/swift-configuration", from: "1.4.0"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/apple/swift-distributed-tracing", from: "1.7.3"),
        .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/apple/swift-metrics", from: "2.13.0"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
        .package(url: "https://github.com/apple/swift-nio-extras", from: "1.35.2"),
        .package(url: "https://github.com/apple/swift-nio-http2", from: "1.46.0"),
        .package(url: "https://github.com/apple/swift-nio-ssl", from: "2.37.6"),
        .package(url: "https://github.com/apple/swift-protobuf", from: "1.39.0"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/grpc/grpc-swift-2", from: "2.4.3"),
        .package(url: "https://github.com/grpc/grpc-swift-nio-transport", from: "2.9.2"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
        .package(url: "https://github.com/swift-server/async-http-client", from: "1.37.0"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
    ],
    targets: [
        .target(name: "TacitWire", swiftSettings: settings),
        .target(name: "CTacitScan"),
        .target(name: "TacitScrub", dependencies: ["CTacitScan"], swiftSettings: settings),
        .target(
            name: "TacitPrivacy", dependencies: [.product(name: "Crypto", package: "swift-crypto")],
            swiftSettings: settings),
        // Wipes what a program frees; for our own programs alone, never for what others link.
        .target(name: "CTacitHeap"),
        .target(name: "CTacitStack"),
        .target(name: "CTacitSystem"),
        .target(
            name: "TacitSeal", dependencies: ["CTacitSystem", .product(name: "Crypto", package: "swift-crypto")],
            swiftSettings: settings),
        .target(
            name: "TacitCatalog", dependencies: ["TacitPrivacy", .product(name: "Yams", package: "Yams")],
            swiftSettings: settings),
        .target(name: "TacitPages", swiftSettings: settings),
        .target(
            name: "TacitLocal", dependencies: ["CTacitSystem", "TacitPages", "TacitScrub", "TacitSeal"],
            swiftSettings: settings),
        .target(
            name: "TacitProbe",
            dependencies: [
                "CTacitSystem", "TacitLocal", "TacitSeal",
                .product(name: "NIOConcurrencyHelpers", package: "swift-nio"),
                .product(name: "NIOCore", package: "swift-nio"), .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "NIOSSL", package: "swift-nio-ssl"), .product(name: "NIOTLS", package: "swift-nio"),
            ],
            swiftSettings: settings),
        // What plugins run for every app: nothing that takes long to build. SwiftPM finds a plugin's tool only where its
        // target and its product have one name.
        .executableTarget(
            name: "tacit-generate",
            dependencies: ["TacitCatalog", .product(name: "Crypto", package: "swift-crypto")],
            path: "Sources/TacitGenerate", swiftSettings: settings),
        .plugin(name: "TacitCatalogPlugin", capability: .buildTool(), dependencies: ["tacit-generate"]),
        .plugin(
            name: "PrivacyReview",
            capability: .command(
                intent: .custom(
                    verb: "privacy-review",
                    description: "Say what changed in the catalog, and fail where nobody would be asked for it.")),
            dependencies: ["tacit-generate"]),
        .target(
            name: "Tacit",
            dependencies: [
                "CZlib", "TacitPrivacy", "TacitScrub", "TacitSeal", "TacitWire",
                .product(name: "Crypto", package: "swift-crypto"),
                .product(
                    name: "AsyncHTTPClient", package: "async-http-client", condition: .when(traits: ["HTTPClient"])),
                .product(name: "NIOCore", package: "swift-nio", condition: .when(traits: ["HTTPClient"])),
                .product(name: "NIOHTTP1", package: "swift-nio", condition: .when(traits: ["HTTPClient"])),
                .product(name: "NIOPosix", package: "swift-nio", condition: .when(traits: ["HTTPClient"])),
                .product(name: "NIOSSL", package: "swift-nio-ssl", condition: .when(traits: ["HTTPClient"])),
            ] + backends,
            swiftSettings: settings),
        .target(name: "TacitTestKit", dependencies: ["Tacit"], swiftSettings: settings),
        .target(
            name: "TacitKeys",
            dependencies: [
                "TacitSeal", .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "CryptoExtras", package: "swift-crypto"),
            ],
            swiftSettings: settings),
        .target(
            name: "TacitStores",
            dependencies: [
                "TacitCatalog", "TacitKeys", "TacitPrivacy", "TacitSeal", .product(name: "GRDB", package: "GRDB.swift"),
            ],
            swiftSettings: settings),
        .target(
            name: "TacitSessions",
            dependencies: [
                "TacitSeal", .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "NIOCore", package: "swift-nio"), .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "NIOSSL", package: "swift-nio-ssl"),
            ],
            swiftSettings: settings),
        .target(
            name: "TacitTemplates",
            dependencies: ["TacitScrub", "TacitSeal", .product(name: "Mustache", package: "swift-mustache")],
            swiftSettings: settings),
        .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
        .target(
            name: "TacitCollector",
            dependencies: [
                "CTacitScan", "CTacitStack", "CZlib", "TacitCatalog", "TacitKeys", "TacitLocal", "TacitPages",
                "TacitPrivacy",
                "TacitScrub", "TacitSeal", "TacitSessions", "TacitStores", "TacitTemplates", "TacitWire",
                .product(name: "Configuration", package: "swift-configuration"),
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "GRPCCore", package: "grpc-swift-2"),
                .product(name: "GRPCNIOTransportHTTP2", package: "grpc-swift-nio-transport"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "HummingbirdCore", package: "hummingbird"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "Mustache", package: "swift-mustache"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "NIOHPACK", package: "swift-nio-http2"),
                .product(name: "NIOHTTP2", package: "swift-nio-http2"),
                .product(name: "NIOHTTPTypes", package: "swift-nio-extras"),
                .product(name: "NIOSSL", package: "swift-nio-ssl"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
                .product(name: "Yams", package: "Yams"),
            ],
            swiftSettings: settings),
        .executableTarget(
            name: "TacitCommand",
            dependencies: [
                "CTacitHeap", "CTacitSystem", "Tacit", "TacitCatalog", "TacitCollector", "TacitKeys", "TacitLocal",
                "TacitPrivacy", "TacitProbe", "TacitScrub", "TacitSeal", "TacitSessions", "TacitStores",
                "TacitTemplates", "TacitWire",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "AsyncHTTPClient", package: "async-http-client"),
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "GRPCCore", package: "grpc-swift-2"),
                .product(name: "GRPCNIOTransportHTTP2", package: "grpc-swift-nio-transport"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"), .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "NIOSSL", package: "swift-nio-ssl"),
                .product(name: "SwiftASN1", package: "swift-asn1"),
                .product(name: "X509", package: "swift-certificates"), .product(name: "Yams", package: "Yams"),
            ],
            swiftSettings: settings),
        // The example app, and the one that the tests run.
        .executableTarget(
            name: "notes",
            dependencies: ["Tacit", .product(name: "ArgumentParser", package: "swift-argument-parser")],
            path: "Examples/Notes", exclude: ["tacit.yaml"], swiftSettings: settings, plugins: ["TacitCatalogPlugin"]),
        .target(
            name: "Greeting",
            dependencies: [
                .product(name: "Logging", package: "swift-log"), .product(name: "Metrics", package: "swift-metrics"),
            ],
            path: "Examples/Greeting", swiftSettings: settings),
        .executableTarget(
            name: "greeter",
            dependencies: [
                "Greeting", "Tacit", .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "Logging", package: "swift-log"), .product(name: "Metrics", package: "swift-metrics"),
                .product(name: "Tracing", package: "swift-distributed-tracing"),
            ],
            path: "Examples/Service", swiftSettings: settings, plugins: ["TacitCatalogPlugin"]),
        .executableTarget(
            name: "stepper", dependencies: ["Tacit"], path: "Tests/Apps/Stepper", swiftSettings: settings,
            plugins: ["TacitCatalogPlugin"]),
        .executableTarget(
            name: "probing", dependencies: ["TacitLocal", "TacitProbe"], path: "Tests/Apps/Probing",
            swiftSettings: settings),
        .target(name: "CAllocations", path: "Benchmarks/CAllocations"),
        .executableTarget(
            name: "tacit-bench",
            dependencies: [
                "CAllocations", "OTLPProto", "Tacit", "TacitCatalog", "TacitCollector", "TacitKeys", "TacitLocal",
                "TacitPrivacy", "TacitScrub", "TacitSeal", "TacitSessions", "TacitStores", "TacitTestKit", "TacitWire",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "AsyncHTTPClient", package: "async-http-client"),
                .product(name: "NIOCore", package: "swift-nio"), .product(name: "NIOHTTP1", package: "swift-nio"),
                .product(name: "SwiftProtobuf", package: "swift-protobuf"),
            ],
            path: "Benchmarks/TacitBenchmarks", swiftSettings: settings),
        .target(
            name: "OTLPProto", dependencies: [.product(name: "SwiftProtobuf", package: "swift-protobuf")],
            path: "Tests/OTLPProto"),
        .testTarget(
            name: "TacitWireTests",
            dependencies: ["OTLPProto", "TacitWire", .product(name: "SwiftProtobuf", package: "swift-protobuf")],
            swiftSettings: settings),
        .testTarget(
            name: "TacitScrubTests",
            dependencies: ["CTacitScan", "TacitScrub", .product(name: "Logging", package: "swift-log")],
            swiftSettings: settings),
        .testTarget(name: "TacitPrivacyTests", dependencies: ["TacitPrivacy"], swiftSettings: settings),
        .testTarget(
            name: "TacitSealTests",
            dependencies: ["TacitSeal", .product(name: "Crypto", package: "swift-crypto")], swiftSettings: settings),
        .testTarget(
            name: "TacitKeysTests",
            dependencies: [
                "TacitKeys", "TacitSeal", "TestHarness", .product(name: "Crypto", package: "swift-crypto"),
            ],
            swiftSettings: settings),
        .testTarget(
            name: "TacitCatalogTests", dependencies: ["TacitCatalog", "TacitPrivacy"], swiftSettings: settings),
        // Reads pages strictly, for the tests of both that draw them.
        .target(name: "PageMarkup", path: "Tests/PageMarkup", swiftSettings: settings),
        // What tests need that start servers: folders, ports, certificates, programs that end with the test.
        .target(
            name: "TestHarness",
            dependencies: [
                "TacitLocal", .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
            ],
            path: "Tests/Harness", swiftSettings: settings),
        .testTarget(name: "TacitPagesTests", dependencies: ["TacitPages"], swiftSettings: settings),
        .testTarget(
            name: "TacitLocalTests",
            dependencies: ["PageMarkup", "TacitLocal", "TacitPages", "TacitSeal", "TestHarness"],
            swiftSettings: settings),
        .testTarget(
            name: "TacitProbeTests",
            dependencies: [
                "CTacitSystem", "TacitLocal", "TacitProbe", "TestHarness", "probing",
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOEmbedded", package: "swift-nio"), .product(name: "NIOPosix", package: "swift-nio"),
            ],
            swiftSettings: settings),
        .testTarget(
            name: "TacitSessionsTests",
            dependencies: [
                "TacitSeal", "TacitSessions", "TestHarness", .product(name: "NIOCore", package: "swift-nio"),
            ],
            swiftSettings: settings),
        .testTarget(
            name: "TacitTests",
            dependencies: [
                "Tacit", "TacitPrivacy", "TacitSeal", "TacitTestKit", "TacitWire", "TestHarness",
                .product(name: "Crypto", package: "swift-crypto"),
                .product(
                    name: "InMemoryTracing", package: "swift-distributed-tracing",
                    condition: .when(traits: ["Tracing"])),
            ] + backends,
            swiftSettings: settings),
        .testTarget(
            name: "TacitTemplatesTests", dependencies: ["TacitScrub", "TacitSeal", "TacitTemplates"],
            exclude: ["Letters"], swiftSettings: settings),
        .testTarget(
            name: "TacitGenerateTests", dependencies: ["Tacit", "TacitCatalog", "tacit-generate"],
            exclude: ["everything.yaml"], swiftSettings: settings),
        .testTarget(
            name: "TacitCollectorTests",
            dependencies: [
                "OTLPProto", "PageMarkup", "Tacit", "TacitCatalog", "TacitCollector", "TacitKeys", "TacitPrivacy",
                "TacitScrub", "TacitSeal", "TacitSessions", "TacitStores", "TacitWire", "TestHarness",
                .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "SwiftProtobuf", package: "swift-protobuf"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOEmbedded", package: "swift-nio"),
                .product(name: "NIOHPACK", package: "swift-nio-http2"),
                .product(name: "NIOHTTP2", package: "swift-nio-http2"),
            ],
            swiftSettings: settings),
        .testTarget(
            name: "EndToEndTests",
            dependencies: [
                "TacitSeal", "TacitWire", "TestHarness",
                .product(name: "AsyncHTTPClient", package: "async-http-client"),
                .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "NIOCore", package: "swift-nio"), .product(name: "NIOHTTP1", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "NIOSSL", package: "swift-nio-ssl"),
            ],
            swiftSettings: settings),
    ]
)
