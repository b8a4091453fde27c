import Foundation
import Testing

/// The rules of the house that the compiler does not guard.
@Suite struct HouseTests {
    private func sources(_ folder: String) throws -> [(path: String, text: String)] {
        let root = Program.root.appending(path: folder)
        let names = try FileManager.default.subpathsOfDirectory(atPath: root.path)
        return try names.filter { $0.hasSuffix(".swift") }.sorted().map {
            ($0, try String(contentsOf: root.appending(path: $0), encoding: .utf8))
        }
    }

    @Test(arguments: [
        ("GRDB", "Store/"), ("Yams", "Settings/"), ("CFFmpeg", "Video/"), ("Mustache", "Report/"),
        ("ArgumentParser", "piculet/"), ("Hummingbird", "Console/"), ("Logging", "Watching/"),
        ("CProcess", "Watching/"),
    ])
    func `one target imports each outside library`(library: String, target: String) throws {
        for (path, text) in try sources("Sources") where text.contains("import \(library)\n") {
            #expect(path.hasPrefix(target), "\(path) imports \(library)")
        }
    }

    @Test func `decisions know no queue, clock or file`() throws {
        for (path, text) in try sources("Sources") where path.hasPrefix("Cases/") || path.hasPrefix("CityAlgorithms/") {
            for word in ["import Dispatch", "import Foundation", "Date()", "ContinuousClock"] {
                #expect(!text.contains(word), "\(path) has \(word)")
            }
        }
    }

    @Test func `no file has a second idea`() throws {
        for (path, text) in try sources("Sources") {
            #expect(text.split(separator: "\n", omittingEmptySubsequences: false).count <= 300, "\(path) is long")
        }
    }

    @Test func `every link of the documents leads somewhere`() throws {
        let documents =
            ["README.md", "README.zh-CN.md", "deploy/README.md", "samples/README.md"]
            + (try FileManager.default.contentsOfDirectory(atPath: Program.root.appending(path: "docs").path))
            .filter { $0.hasSuffix(".md") }.map { "docs/\($0)" }
        for document in documents {
            let url = Program.root.appending(path: document)
            let text = try String(contentsOf: url, encoding: .utf8)
            for match in text.matches(of: /\]\(([^)#]+)\)/) where !match.1.hasPrefix("http") {
                let target = url.deletingLastPathComponent().appending(path: String(match.1))
                #expect(FileManager.default.fileExists(atPath: target.path), "\(document) -> \(match.1)")
            }
        }
    }
}
