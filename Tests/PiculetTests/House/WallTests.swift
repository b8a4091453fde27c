import Foundation
import Testing

/// Who may import what: `Package.swift` shows the walls, these tests hold them.
@Suite struct WallTests {
    /// What each target may depend on. To widen a wall is a decision: say why in docs/decisions.md.
    private static let walls: [String: Set<String>] = [
        "CFFmpeg": [], "COpenVINO": [], "CProcess": [], "CProcessor": [], "CReceived": [], "Media": [],
        "PixelLoops": [],
        "PixelLoopsBaseline": ["PixelLoops"], "PixelLoopsV3": ["PixelLoops"],
        "FrameKernels": ["CProcessor", "PixelLoops", "PixelLoopsBaseline", "PixelLoopsV3"],
        "Inference": ["COpenVINO", "FrameKernels", "Media"],
        "Scene": ["FrameKernels", "Media"],
        "CityAlgorithms": ["Media", "Scene"],
        "Cases": ["Measures", "Media"],
        "Video": ["CFFmpeg", "CReceived", "FrameKernels", "Media"],
        "CaseBook": ["Cases", "Media"],
        "Store": ["CaseBook", "Cases", "GRDB", "Media"],
        "Measures": [],
        "Labels": ["Media"],
        "Settings": ["Cases", "CityAlgorithms", "FrameKernels", "Inference", "Labels", "Media", "Yams"],
        "Pipeline": ["Cases", "CityAlgorithms", "FrameKernels", "Media", "Scene"],
        "Planning": ["Cases", "CityAlgorithms", "Media", "Pipeline", "Scene", "Settings"],
        "VideoRoles": ["FrameKernels", "Media", "Pipeline", "Video"],
        "Sight": [
            "CityAlgorithms", "Inference", "Media", "Pipeline", "Scene", "Settings", "Video", "VideoRoles", "Weights",
        ],
        "Weights": ["Inference", "Media", "Settings", "Video"],
        "Keeping": ["Cases", "Media", "Pipeline", "Scene", "Video"],
        "Phrases": ["Cases", "Media"],
        "Report": ["Cases", "Media", "Mustache"],
        "Replaying": [
            "CaseBook", "Cases", "CityAlgorithms", "Keeping", "Media", "Pipeline", "Report", "Store", "Video",
            "VideoRoles",
        ],
        "Scoring": ["Cases", "CityAlgorithms", "Labels", "Measures", "Media", "Pipeline", "Replaying"],
        "Board": ["Media"],
        "Console": ["Board", "HTTPTypes", "Hummingbird", "HummingbirdCore", "Media", "NIOCore", "NIOHTTPTypes"],
        "Watching": [
            "Board", "CProcess", "CaseBook", "Cases", "CityAlgorithms", "Console", "Keeping", "Logging", "Media",
            "Pipeline",
            "Scene",
            "Store",
            "VideoRoles",
        ],
        "Speaking": ["ArgumentParser", "CityAlgorithms", "Media", "Phrases", "Settings", "Sight"],
        "CaseCommands": [
            "ArgumentParser", "CaseBook", "Cases", "CityAlgorithms", "Keeping", "Media", "Phrases", "Settings",
            "Speaking", "Store", "Video",
        ],
        "PackCommands": [
            "ArgumentParser", "CityAlgorithms", "Inference", "Media", "Phrases", "Settings", "Sight", "Speaking",
            "Weights",
        ],
        "piculet": [
            "ArgumentParser", "CaseBook", "CaseCommands", "Cases", "CityAlgorithms", "Console", "Keeping", "Labels",
            "Media", "PackCommands", "Phrases",
            "Pipeline",
            "Planning",
            "Replaying", "Scoring", "Settings", "Sight", "Speaking", "Store", "Video", "VideoRoles", "Watching",
        ],
    ]

    /// The system's modules: decisions know no queue, clock or file, kernels nothing at all.
    private static let systemModules: [String: Set<String>] = [
        "CFFmpeg": [], "COpenVINO": [], "CProcess": [], "CProcessor": [], "CReceived": [], "PixelLoops": [],
        "PixelLoopsBaseline": [], "PixelLoopsV3": [],
        "Inference": ["Foundation", "Synchronization"], "Sight": ["Foundation", "Synchronization"],
        "FrameKernels": [], "CityAlgorithms": [], "Cases": [], "Media": ["Foundation"], "Scene": ["Foundation"],
        "Measures": ["Foundation"], "Labels": ["Foundation", "FoundationXML"], "Scoring": ["Foundation"],
        "Settings": ["Foundation"], "Phrases": [], "Report": ["Foundation"], "Planning": ["Foundation"],
        "Keeping": ["Foundation"],
        "Video": ["Foundation", "Synchronization"], "CaseBook": ["Dispatch", "Foundation"], "Store": ["Foundation"],
        "VideoRoles": ["Dispatch", "Foundation"], "Board": ["Foundation"], "Console": ["Foundation"],
        "Pipeline": ["Dispatch", "Foundation", "Synchronization"], "Replaying": ["Dispatch", "Foundation"],
        "Watching": ["Dispatch", "Foundation", "Synchronization"], "Speaking": ["Foundation"],
        "Weights": ["Foundation"],
        "CaseCommands": ["Foundation"], "PackCommands": ["Foundation"], "piculet": ["Foundation"],
    ]

    /// What `Package.swift` calls the products of other packages.
    private static let products = [
        "grdb": "GRDB", "yams": "Yams", "arguments": "ArgumentParser", "mustache": "Mustache",
        "hummingbird": "Hummingbird", "hummingbirdCore": "HummingbirdCore", "httpTypes": "HTTPTypes",
        "nio": "NIOCore", "nioHTTP": "NIOHTTPTypes", "logging": "Logging", "fastLoopsNames": "PixelLoopsV3",
    ]

    private static let root = Program.root.appending(path: "Sources")

    @Test func `every target has its wall`() throws {
        let folders = try FileManager.default.contentsOfDirectory(atPath: Self.root.path).filter { !$0.hasPrefix(".") }
        #expect(Set(folders) == Set(Self.walls.keys) && Set(folders) == Set(Self.systemModules.keys))
    }

    @Test func `Package.swift lets no target through its wall`() throws {
        let package = try String(contentsOf: Program.root.appending(path: "Package.swift"), encoding: .utf8)
        var seen: Set<String> = []
        let declaration = /\.(?:target|executableTarget)\(\s*name: "(\w+)"(?:,\s*dependencies: \[([^\]]*)\]([^,]*))?/
        for match in package.matches(of: declaration) {
            guard let wall = Self.walls[String(match.1)] else { continue }
            seen.insert(String(match.1))
            let names = "\(match.2 ?? "") \(match.3 ?? "")".matches(of: /\w+/).map {
                Self.products[String($0.0)] ?? String($0.0)
            }
            #expect(wall.isSuperset(of: names), "\(match.1) depends on \(Set(names).subtracting(wall).sorted())")
        }
        #expect(seen.isSuperset(of: Set(Self.walls.keys).subtracting(["CFFmpeg"])), "every target was found")
    }

    @Test func `no file imports through a wall, scoped imports included`() throws {
        for (target, wall) in Self.walls {
            let allowed = wall.union(Self.systemModules[target] ?? [])
            for (path, module) in try imports(of: target) {
                #expect(allowed.contains(module), "\(path) imports \(module)")
            }
        }
    }

    @Test func `a scoped, attributed or indented import is seen`() {
        let text = """
            import Foundation
            @preconcurrency import struct GRDB.Row
              public import func Glibc.open
            @_implementationOnly private import Yams
            // import Nothing
            let important = 1
            """
        #expect(Self.modules(in: text) == ["Foundation", "GRDB", "Glibc", "Yams"])
    }

    private func imports(of target: String) throws -> [(path: String, module: String)] {
        let folder = Self.root.appending(path: target)
        let files = try FileManager.default.subpathsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".swift") }
        return try files.flatMap { file in
            let text = try String(contentsOf: folder.appending(path: file), encoding: .utf8)
            return Self.modules(in: text).map { ("\(target)/\(file)", $0) }
        }
    }

    private static func modules(in text: String) -> [String] {
        let line =
            /(?m)^[ \t]*(?:@\w+(?:\([^)]*\))? +)*(?:(?:public|package|internal|fileprivate|private) +)?import +(?:(?:typealias|struct|class|enum|protocol|let|var|func) +)?(\w+)/
        return text.matches(of: line).map { String($0.1) }
    }
}
