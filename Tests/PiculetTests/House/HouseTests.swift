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

    @Test func `decisions read no clock`() throws {
        for (path, text) in try sources("Sources") where path.hasPrefix("Cases/") || path.hasPrefix("CityAlgorithms/") {
            for word in ["Date()", "ContinuousClock", "SuspendingClock"] {
                #expect(!text.contains(word), "\(path) has \(word)")
            }
        }
    }

    @Test func `no file has a second idea`() throws {
        for (path, text) in try sources("Sources") {
            #expect(text.split(separator: "\n", omittingEmptySubsequences: false).count <= 300, "\(path) is long")
        }
    }

    @Test func `the program itself is small: what it does lies in libraries`() throws {
        let lines = try sources("Sources/piculet").map {
            $0.text.split(separator: "\n", omittingEmptySubsequences: false).count - 1
        }
        #expect(lines.reduce(0, +) < 1500)
    }
}
