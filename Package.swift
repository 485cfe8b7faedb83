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
let argumentParser = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")

let package = Package(
    name: "nicu",
    products: [
        .library(name: "NICU", targets: ["NICUCore", "NICUAssets", "NICUStore", "NICUExport"]),
        .library(name: "NICUCore", targets: ["NICUCore"]),
        .executable(name: "nicu", targets: ["nicu"]),
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
    ]
)
