// swift-tools-version: 6.2
import PackageDescription

/// Every target: Swift 6, warnings are errors.
let house: [SwiftSetting] = [.treatAllWarnings(as: .error)]
/// Targets that never touch a raw pointer say so to the compiler.
let safe: [SwiftSetting] = house + [.strictMemorySafety()]
/// Targets whose loops run over pixels: a kernel without optimisation is 400 times slower.
let kernels: [SwiftSetting] = house + [.unsafeFlags(["-O"], .when(configuration: .debug))]

#if arch(x86_64)
    /// The pixel loops a second time, for processors with AVX2; `FrameKernels` chooses when the program starts.
    let fastLoops: [Target] = [
        .target(
            name: "PixelLoopsV3", dependencies: ["PixelLoops"],
            swiftSettings: kernels + [.unsafeFlags(["-Xcc", "-march=x86-64-v3"])])
    ]
    let fastLoopsNames: [Target.Dependency] = ["PixelLoopsV3"]
#else
    let fastLoops: [Target] = []
    let fastLoopsNames: [Target.Dependency] = []
#endif

let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let yams = Target.Dependency.product(name: "Yams", package: "Yams")
let arguments = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")
let mustache = Target.Dependency.product(name: "Mustache", package: "swift-mustache")
let hummingbird = Target.Dependency.product(name: "Hummingbird", package: "hummingbird")
let hummingbirdCore = Target.Dependency.product(name: "HummingbirdCore", package: "hummingbird")
let httpTypes = Target.Dependency.product(name: "HTTPTypes", package: "swift-http-types")
let nio = Target.Dependency.product(name: "NIOCore", package: "swift-nio")
let nioHTTP = Target.Dependency.product(name: "NIOHTTPTypes", package: "swift-nio-extras")
let nioEmbedded = Target.Dependency.product(name: "NIOEmbedded", package: "swift-nio")
let logging = Target.Dependency.product(name: "Logging", package: "swift-log")

/// `make fuzz` alone asks for it: it links with libFuzzer only.
let fuzz: [Target] =
    Context.environment["PICULET_FUZZ"] == nil
    ? []
    : [
        .systemLibrary(name: "CFuzzer", path: "Tests/CFuzzer"),
        .executableTarget(
            name: "Fuzz",
            dependencies: [
                "Board", "CFuzzer", "CaseBook", "Cases", "Console", "Media", "Planning", "Settings", "Video",
            ],
            path: "Tests/Fuzz", exclude: ["Corpus", "Words", "fuzz.sh"], swiftSettings: house),
    ]

let package = Package(
    name: "piculet",
    products: [
        .executable(name: "piculet", targets: ["piculet"]),
        // For measurements alone, preloaded into a program: benchmarks/README.md.
        .library(name: "AllocationCounter", type: .dynamic, targets: ["AllocationCounter"]),
    ],
    dependencies: [
        .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
        .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
        .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", exact: "2.1.1"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", exact: "2.28.1"),
        // What Hummingbird itself is made of: the console's own time-outs and headers.
        .package(url: "https://github.com/apple/swift-nio.git", exact: "2.101.2"),
        .package(url: "https://github.com/apple/swift-nio-extras.git", exact: "1.35.2"),
        .package(url: "https://github.com/apple/swift-http-types.git", exact: "1.8.0", traits: []),
        .package(url: "https://github.com/apple/swift-log", exact: "1.16.2"),
    ],
    targets: [
        .systemLibrary(
            name: "CFFmpeg", pkgConfig: "libavformat libavcodec libswscale libavutil",
            providers: [.apt(["libavformat-dev", "libavcodec-dev", "libswscale-dev", "libavutil-dev"])]),
        .target(name: "CProcess"),
        .target(name: "CReceived"),
        .target(name: "Media", swiftSettings: safe),
        .target(name: "CProcessor"),
        .target(name: "PixelLoops", swiftSettings: kernels),
        .target(name: "PixelLoopsBaseline", dependencies: ["PixelLoops"], swiftSettings: kernels),
        .target(
            name: "FrameKernels",
            dependencies: ["CProcessor", "PixelLoops", "PixelLoopsBaseline"] + fastLoopsNames, swiftSettings: kernels),
        .target(name: "COpenVINO", linkerSettings: [.linkedLibrary("dl", .when(platforms: [.linux]))]),
        .target(name: "Inference", dependencies: ["COpenVINO", "FrameKernels", "Media"], swiftSettings: house),
        .testTarget(
            name: "InferenceTests",
            dependencies: [
                "CityAlgorithms", "FrameKernels", "Inference", "Measures", "Media", "Scene", "Settings", "TestSupport",
                "Video",
            ],
            exclude: ["References"], swiftSettings: house),
        .target(name: "Scene", dependencies: ["FrameKernels", "Media"], swiftSettings: safe),
        .target(name: "CityAlgorithms", dependencies: ["Scene", "Media"], swiftSettings: safe),
        .target(name: "Cases", dependencies: ["Measures", "Media"], swiftSettings: safe),
        .target(
            name: "Video", dependencies: ["CFFmpeg", "CReceived", "FrameKernels", "Media"], swiftSettings: house),
        .target(name: "CaseBook", dependencies: ["Cases", "Media"], swiftSettings: safe),
        .target(name: "Store", dependencies: ["CaseBook", "Cases", "Media", grdb], swiftSettings: safe),
        .target(
            name: "Settings",
            dependencies: ["CityAlgorithms", "Cases", "FrameKernels", "Inference", "Labels", "Media", yams],
            swiftSettings: safe),
        .target(
            name: "Pipeline", dependencies: ["CityAlgorithms", "Cases", "FrameKernels", "Media", "Scene"],
            swiftSettings: safe),
        .target(
            name: "TestSupport",
            dependencies: [
                "CaseBook", "Cases", "CityAlgorithms", "FrameKernels", "Media", "Pipeline", "Scene", "Store",
            ],
            path: "Tests/TestSupport",
            swiftSettings: house),
        .testTarget(name: "MediaTests", dependencies: ["Media"], swiftSettings: house),
        .testTarget(
            name: "FrameKernelsTests", dependencies: ["CProcessor", "FrameKernels", "PixelLoops", "TestSupport"],
            swiftSettings: house),
        .testTarget(
            name: "SceneTests", dependencies: ["FrameKernels", "Media", "Scene", "TestSupport"], swiftSettings: house),
        .testTarget(
            name: "CityAlgorithmsTests", dependencies: ["CityAlgorithms", "Media", "Scene", "TestSupport"],
            swiftSettings: house
        ),
        .testTarget(
            name: "MeasuresTests", dependencies: ["Measures"], exclude: ["References"], swiftSettings: house),
        .testTarget(name: "LabelsTests", dependencies: ["Labels", "Media", "Settings"], swiftSettings: house),
        .testTarget(
            name: "ScoringTests",
            dependencies: [
                "Cases", "CityAlgorithms", "FrameKernels", "Labels", "Measures", "Media", "Pipeline", "Replaying",
                "Scene",
                "Scoring", "Video",
            ], swiftSettings: house),
        .testTarget(name: "CasesTests", dependencies: ["Cases", "Media", "TestSupport"], swiftSettings: house),
        .testTarget(
            name: "CaseBookTests", dependencies: ["CaseBook", "Cases", "Media", "Store", "TestSupport"],
            swiftSettings: house),
        .testTarget(
            name: "StoreTests", dependencies: ["CaseBook", "Cases", "Media", "Store", "TestSupport", grdb],
            exclude: ["Stores"], swiftSettings: house),
        .testTarget(
            name: "SettingsTests",
            dependencies: ["Cases", "CityAlgorithms", "FrameKernels", "Inference", "Media", "Settings", "TestSupport"],
            swiftSettings: house),
        .testTarget(
            name: "PipelineTests",
            dependencies: ["Cases", "CityAlgorithms", "FrameKernels", "Media", "Pipeline", "Scene", "TestSupport"],
            swiftSettings: house),
        .testTarget(
            name: "VideoTests", dependencies: ["FrameKernels", "Media", "TestSupport", "Video"], swiftSettings: house),
        .testTarget(
            name: "PiculetTests",
            dependencies: [
                "CaseBook", "Cases", "CityAlgorithms", "Labels", "Media", "Pipeline", "Replaying", "ScriptedDay",
                "Settings", "Store", "TestSupport", "Video", "piculet",
            ],
            swiftSettings: house),
        .testTarget(
            name: "WatchingTests",
            dependencies: [
                "Board", "CaseBook", "Cases", "CityAlgorithms", "CrashingProgram", "Keeping", "Media", "Pipeline",
                "Scene",
                "Store", "TestSupport", "Watching",
            ],
            swiftSettings: house),
        .testTarget(
            name: "DaemonTests",
            dependencies: [
                "CaseBook", "Cases", "CityAlgorithms", "Media", "Pipeline", "Scene", "Store", "TestSupport", "Video",
                "piculet",
            ],
            exclude: ["Servers"], swiftSettings: house),
        .target(name: "Phrases", dependencies: ["Cases", "Media"], swiftSettings: safe),
        .target(name: "Report", dependencies: ["Cases", "Media", mustache], swiftSettings: safe),
        .target(name: "Board", dependencies: ["Media"], swiftSettings: safe),
        .testTarget(name: "BoardTests", dependencies: ["Board", "Media"], swiftSettings: house),
        .target(
            name: "Console", dependencies: ["Board", "Media", hummingbird, hummingbirdCore, httpTypes, nio, nioHTTP],
            resources: [.embedInCode("Pages/Files")], swiftSettings: safe),
        .testTarget(
            name: "ConsoleTests",
            dependencies: [
                "Board", "Console", "Media", "TestSupport", hummingbird, httpTypes, logging, nio, nioEmbedded, nioHTTP,
            ],
            swiftSettings: house),
        .target(name: "VideoRoles", dependencies: ["FrameKernels", "Media", "Pipeline", "Video"], swiftSettings: safe),
        .target(
            name: "Weights", dependencies: ["Inference", "Media", "Settings", "Video"], swiftSettings: safe),
        .testTarget(
            name: "WeightsTests", dependencies: ["Inference", "Media", "Settings", "TestSupport", "Video", "Weights"],
            exclude: ["Servers"], swiftSettings: house),
        .target(
            name: "Sight",
            dependencies: [
                "CityAlgorithms", "Inference", "Media", "Pipeline", "Scene", "Settings", "Video", "VideoRoles",
                "Weights",
            ],
            swiftSettings: house),
        .testTarget(name: "SightTests", dependencies: ["CityAlgorithms", "Sight"], swiftSettings: house),
        .target(
            name: "Planning", dependencies: ["Cases", "CityAlgorithms", "Media", "Pipeline", "Scene", "Settings"],
            swiftSettings: safe),
        .target(name: "Keeping", dependencies: ["Cases", "Media", "Pipeline", "Scene", "Video"], swiftSettings: safe),
        .target(
            name: "Replaying",
            dependencies: [
                "CaseBook", "Cases", "CityAlgorithms", "Keeping", "Media", "Pipeline", "Report", "Store", "Video",
                "VideoRoles",
            ], swiftSettings: safe),
        .target(name: "Measures", swiftSettings: safe),
        .target(name: "Labels", dependencies: ["Media"], swiftSettings: safe),
        .target(
            name: "Scoring",
            dependencies: [
                "Cases", "CityAlgorithms", "Labels", "Measures", "Media", "Pipeline", "Replaying",
            ], resources: [.embedInCode("Page/Files")], swiftSettings: safe),
        .target(
            name: "Watching",
            dependencies: [
                "Board", "CProcess", "CaseBook", "Cases", "CityAlgorithms", "Console", "Keeping", "Media", "Pipeline",
                "Scene", "Store",
                "VideoRoles", logging,
            ], swiftSettings: safe),
        .target(
            name: "Speaking", dependencies: ["CityAlgorithms", "Media", "Phrases", "Settings", "Sight", arguments],
            swiftSettings: safe),
        .target(
            name: "CaseCommands",
            dependencies: [
                "CaseBook", "Cases", "CityAlgorithms", "Keeping", "Media", "Phrases", "Settings", "Speaking", "Store",
                "Video", arguments,
            ], swiftSettings: safe),
        .target(
            name: "PackCommands",
            dependencies: [
                "CityAlgorithms", "Inference", "Media", "Phrases", "Settings", "Sight", "Speaking", "Weights",
                arguments,
            ], swiftSettings: safe),
        .executableTarget(
            name: "piculet",
            dependencies: [
                "CaseBook", "CaseCommands", "Cases", "CityAlgorithms", "Console", "Keeping", "Labels", "Media",
                "PackCommands", "Phrases", "Pipeline",
                "Planning", "Replaying", "Scoring", "Settings", "Sight", "Speaking", "Store", "Video", "VideoRoles",
                "Watching", arguments,
            ], swiftSettings: safe),
        .target(name: "AllocationCounter", path: "benchmarks/AllocationCounter"),
        // Crashes on a thread of its choice, for a test of what is left behind.
        .executableTarget(name: "CrashingProgram", dependencies: ["CProcess"], path: "Tests/CrashingProgram"),
        // A day on a clock of its own, for a test that kills it.
        .executableTarget(
            name: "ScriptedDay", dependencies: ["CaseBook", "Store", "TestSupport"], path: "Tests/ScriptedDay",
            swiftSettings: house
        ),
        .executableTarget(name: "DecodeLoop", dependencies: ["CFFmpeg"], path: "benchmarks/DecodeLoop"),
        .executableTarget(
            name: "Meter",
            dependencies: [
                "CaseBook", "Cases", "CityAlgorithms", "FrameKernels", "Inference", "Media", "Pipeline", "PixelLoops",
                "Scene", "Settings", "Store", "Video", "Watching",
            ],
            path: "benchmarks/Meter", swiftSettings: house),
    ] + fastLoops + fuzz,
    swiftLanguageModes: [.v6]
)
