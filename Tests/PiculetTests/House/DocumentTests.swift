import Foundation
import Testing

/// The documents say what is so: links lead somewhere, names of the code exist, commands run.
@Suite struct DocumentTests {
    private func documents() throws -> [String] {
        ["README.md", "README.zh-CN.md", "deploy/README.md", "samples/README.md", "benchmarks/README.md"]
            + (try FileManager.default.contentsOfDirectory(atPath: Program.root.appending(path: "docs").path))
            .filter { $0.hasSuffix(".md") }.map { "docs/\($0)" }
    }

    private func text(_ document: String) throws -> String {
        try String(contentsOf: Program.root.appending(path: document), encoding: .utf8)
    }

    @Test func `every link of the documents leads somewhere`() throws {
        for document in try documents() {
            let folder = Program.root.appending(path: document).deletingLastPathComponent()
            for match in try text(document).matches(of: /\]\(([^)#]+)\)/) where !match.1.hasPrefix("http") {
                let target = folder.appending(path: String(match.1))
                #expect(FileManager.default.fileExists(atPath: target.path), "\(document) -> \(match.1)")
            }
        }
    }

    /// A name in backticks that looks like one of the code's (a capital and a small letter, or a dotted one) is a word of
    /// the sources, of the tests or of Package.swift.
    @Test func `every name of the code in the documents exists`() throws {
        let words = try codeWords()
        for document in try documents() {
            let prose = try text(document).replacing(/(?s)```.*?```/, with: "")
            for match in prose.matches(of: /`([^`\n]+)`/) {
                for name in Self.codeNames(String(match.1)) where !words.contains(name) {
                    Issue.record("\(document): `\(match.1)`: there is no '\(name)'")
                }
            }
        }
    }

    private static func codeNames(_ code: String) -> [String] {
        // Paths, commands, keys and values of other languages are no names of ours.
        guard code.wholeMatch(of: /[A-Z][A-Za-z0-9]*(?:[.+\/][A-Za-z][A-Za-z0-9+]*)*(?:\(.*\))?/) != nil,
            code.contains(/[a-z]/)
        else { return [] }
        return code.prefix { $0 != "(" }.split { ".+/".contains($0) }.map(String.init).filter { $0 != "swift" }
    }

    private func codeWords() throws -> Set<String> {
        var words: Set<String> = []
        for folder in ["Sources", "Tests", "benchmarks"] {
            let root = Program.root.appending(path: folder)
            for name in try FileManager.default.subpathsOfDirectory(atPath: root.path) {
                words.formUnion(name.matches(of: /\w+/).map { String($0.0) })
                guard name.hasSuffix(".swift") || name.hasSuffix(".c") || name.hasSuffix(".h") else { continue }
                let code = try String(contentsOf: root.appending(path: name), encoding: .utf8)
                words.formUnion(code.matches(of: /\w+/).map { String($0.0) })
            }
        }
        let package = try text("Package.swift")
        return words.union(package.matches(of: /\w+/).map { String($0.0) })
    }

    @Test func `every command of the README is one`() throws {
        var seen: Set<String> = []
        for document in ["README.md", "README.zh-CN.md", "deploy/README.md"] {
            for match in try text(document).matches(
                of: /(?m)^(?:.*\s)?piculet ((?:run|reload|check|replay|score|tune|case|grid|accuracy|labels)[^\n#`]*)/)
            {
                let words = match.1.split(separator: " ").map(String.init)
                let isGroup = ["case", "grid", "accuracy", "labels"].contains(words[0])
                var command = Array(words.prefix(isGroup ? 2 : 1)).filter {
                    $0.wholeMatch(of: /[a-z-]+/) != nil && !$0.hasPrefix("--")
                }
                if command == ["accuracy"] { command.append("show") }
                let options = words.filter { $0.hasPrefix("--") && $0 != "--help" }
                let help = try Program.run(command + ["--help"])
                #expect(help.status == 0, "\(document): piculet \(match.1)")
                for option in options {
                    #expect(
                        help.output.contains(option),
                        "\(document): piculet \(command.joined(separator: " ")) has no \(option)")
                }
                seen.insert(command.joined(separator: " "))
            }
        }
        #expect(seen.count >= 8, "commands were found: \(seen.sorted())")
    }

    @Test func `every target of make in the documents exists`() throws {
        let makefile = try text("Makefile")
        for document in try documents() {
            for match in try text(document).matches(of: /(?:`|^|\n)make ([a-z-]+)/) {
                #expect(makefile.contains("\n\(match.1):"), "\(document): make \(match.1)")
            }
        }
    }
}
