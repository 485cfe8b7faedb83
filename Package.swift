// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    .enableUpcomingFeature("InferIsolatedConformances"),
]

let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let yams = Target.Dependency.product(name: "Yams", package: "Yams")
let server = TargetDependencyCondition.when(traits: ["Server"])
let argumentParser = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")

/// What only the server is built from; without the trait none of it is fetched.
let serverOnly: [Target.Dependency] = [
    .product(name: "ArgumentParser", package: "swift-argument-parser"),
    .product(name: "Crypto", package: "swift-crypto"),
    .product(name: "Hummingbird", package: "hummingbird", condition: server),
    .product(name: "HummingbirdCore", package: "hummingbird", condition: server),
    .product(name: "HummingbirdTLS", package: "hummingbird", condition: server),
    .product(name: "ServiceLifecycle", package: "swift-service-lifecycle", condition: server),
    .product(name: "UnixSignals", package: "swift-service-lifecycle", condition: server),
    .product(name: "Logging", package: "swift-log", condition: server),
    .product(name: "Metrics", package: "swift-metrics", condition: server),
    .product(name: "CoreMetrics", package: "swift-metrics", condition: server),
    .product(name: "NIOCore", package: "swift-nio", condition: server),
    .product(name: "NIOPosix", package: "swift-nio", condition: server),
    .product(name: "NIOHTTPTypes", package: "swift-nio-extras", condition: server),
    .product(name: "NIOSSL", package: "swift-nio-ssl", condition: server),
    .product(name: "HTTPTypes", package: "swift-http-types", condition: server),
    .product(name: "X509", package: "swift-certificates", condition: server),
    .product(name: "SwiftASN1", package: "swift-asn1", condition: server),
]

let package = Package(
    name: "nicu",
    products: [
        .library(name: "NICU", targets: ["NICUCore", "NICUAssets", "NICUStore", "NICUExport"]),
        .library(name: "NICUCore", targets: ["NICUCore"]),
        .executable(name: "nicu", targets: ["nicu"]),
        .executable(name: "nicu-server", targets: ["NICUServer"]),
    ],
    traits: [
        .trait(name: "Server", description: "The ward service, product nicu-server"),
        .trait(name: "Hub", description: "Gathering many units in PostgreSQL, product nicu-hub"),
        .default(enabledTraits: []),
    ],
    dependencies: [
        .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
        .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
        .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
        .package(url: "https://github.com/apple/swift-crypto", exact: "4.5.2"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", exact: "2.28.1", traits: []),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", exact: "2.13.0"),
        .package(url: "https://github.com/apple/swift-log", exact: "1.16.2"),
        .package(url: "https://github.com/apple/swift-metrics", exact: "2.13.0"),
        .package(url: "https://github.com/apple/swift-nio", exact: "2.101.2"),
        .package(url: "https://github.com/apple/swift-nio-ssl", exact: "2.37.6"),
        .package(url: "https://github.com/apple/swift-nio-extras", exact: "1.35.2"),
        .package(url: "https://github.com/apple/swift-http-types", exact: "1.8.0"),
        .package(url: "https://github.com/apple/swift-certificates", exact: "1.21.1"),
        .package(url: "https://github.com/apple/swift-asn1", exact: "1.7.4"),
    ],
    targets: [
        .target(name: "CAssets"),
        .target(name: "NICUCore", swiftSettings: strict),
        .target(name: "NICUAssets", dependencies: ["NICUCore", "CAssets", yams, crypto], swiftSettings: strict),
        .target(name: "NICUStore", dependencies: ["NICUCore", "NICUAssets", grdb, crypto], swiftSettings: strict),
        .target(name: "NICUExport", dependencies: ["NICUCore", crypto], swiftSettings: strict),
        .executableTarget(
            name: "nicu",
            dependencies: ["NICUCore", "NICUAssets", "NICUStore", "NICUExport", argumentParser],
            swiftSettings: strict),
        .executableTarget(
            name: "NICUServer",
            dependencies: ["NICUCore", "NICUAssets", "NICUStore", "NICUExport"] + serverOnly,
            swiftSettings: strict),
        .executableTarget(
            name: "nicu-bench",
            dependencies: ["NICUCore", "NICUAssets", "NICUStore", "NICUExport", argumentParser],
            swiftSettings: strict),
        .testTarget(
            name: "NICUCoreTests", dependencies: ["NICUCore", "NICUAssets"], exclude: ["Golden"], swiftSettings: strict),
        .testTarget(
            name: "NICUAssetsTests", dependencies: ["NICUCore", "NICUAssets"], exclude: ["Printed"],
            swiftSettings: strict),
        .testTarget(
            name: "NICUStoreTests",
            dependencies: ["NICUCore", "NICUAssets", "NICUStore", grdb], exclude: ["Schema1"],
            swiftSettings: strict),
        .testTarget(
            name: "NICUExportTests", dependencies: ["NICUCore", "NICUAssets", "NICUExport"], swiftSettings: strict),
        .testTarget(
            name: "nicuTests",
            dependencies: ["nicu", "NICUCore", "NICUAssets", "NICUStore", "NICUExport"], exclude: ["Scenarios"],
            swiftSettings: strict),
        .testTarget(
            name: "NICUServerTests",
            dependencies: ["NICUServer", "NICUCore", "NICUAssets", "NICUStore", "NICUExport"] + serverOnly + [
                .product(name: "HummingbirdTesting", package: "hummingbird", condition: server),
                .product(name: "NIOEmbedded", package: "swift-nio", condition: server), yams,
            ],
            swiftSettings: strict),
    ]
)
