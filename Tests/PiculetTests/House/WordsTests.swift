import Foundation
import Testing

/// Whoever reads Chinese and whoever reads English are told the same: no sentence is in one language alone.
@Suite struct WordsTests {
    private struct Sentence {
        let place: String
        let zh: String
        let en: String
    }

    /// Every `Words(zh:en:)` of the sources that is written out.
    private func sentences() throws -> [Sentence] {
        let root = Program.root.appending(path: "Sources")
        let names = try FileManager.default.subpathsOfDirectory(atPath: root.path).filter { $0.hasSuffix(".swift") }
        return try names.sorted().flatMap { name -> [Sentence] in
            let text = try String(contentsOf: root.appending(path: name), encoding: .utf8)
            return text.ranges(of: "Words(").compactMap { range -> Sentence? in
                let call = Self.call(text[range.upperBound...])
                guard call.contains(/^\s*zh:/), let zh = call.firstRange(of: /zh:/),
                    let en = call.ranges(of: /,\s*en:/).last
                else { return nil }
                return Sentence(
                    place: "\(name): \(call.prefix(60))", zh: Self.literals(call[zh.upperBound..<en.lowerBound]),
                    en: Self.literals(call[en.upperBound...]))
            }
        }
    }

    /// What stands between the brackets of a call.
    private static func call(_ rest: Substring) -> String {
        var (depth, isQuoted, last) = (1, false, Character(" "))
        for index in rest.indices {
            let character = rest[index]
            if character == "\"", last != "\\" { isQuoted.toggle() }
            if !isQuoted, character == "(" { depth += 1 }
            if !isQuoted, character == ")" { depth -= 1 }
            if depth == 0 { return String(rest[..<index]) }
            last = character
        }
        return String(rest)
    }

    /// Its texts in quotes, without what is put into them.
    private static func literals(_ code: Substring) -> String {
        var code = String(code)
        // Innermost first: what is put in may hold brackets and quotes of its own.
        while let range = code.range(of: #"\\\([^()]*\)"#, options: .regularExpression) { code.removeSubrange(range) }
        while let range = code.range(of: #"(?<!\\)\([^()"]*\)"#, options: .regularExpression) {
            code.removeSubrange(range)
        }
        return code.matches(of: /"((?:[^"\\]|\\.)*)"/).map { String($0.1) }.joined()
    }

    private static func isHan(_ scalar: Unicode.Scalar) -> Bool { (0x4E00...0x9FFF).contains(scalar.value) }

    @Test func `no sentence is in one language alone`() throws {
        let sentences = try sentences()
        #expect(sentences.count > 200, "only \(sentences.count) were found")
        for one in sentences {
            // Names of keys, values and formats are the same in both; a sentence has spaces between its words.
            let words = one.en.matches(of: /[A-Za-z]{2,}/).count
            if words > 2 {
                #expect(one.zh.unicodeScalars.contains(where: Self.isHan), "no Chinese: \(one.place)")
            }
            if one.zh.unicodeScalars.count(where: Self.isHan) > 3 { #expect(words > 0, "no English: \(one.place)") }
            #expect(one.zh.isEmpty == one.en.isEmpty, "one is empty: \(one.place)")
        }
    }

    @Test func `no English sentence has Chinese words but in brackets`() throws {
        for one in try sentences() {
            let plain = one.en.replacing(/\([^)]*\)/, with: "")
            #expect(!plain.unicodeScalars.contains(where: Self.isHan), "\(one.place)")
        }
    }

    @Test func `a command says what it says in the language that was asked for`() throws {
        let quiet = ["check", "--config", "/nowhere.yaml"]
        let english = "piculet: the configuration has 1 mistake(s)\n"
        let chinese = "piculet: 配置有 1 处错误\nnowhere.yaml: 文件无法读取。请检查路径 '/nowhere.yaml'。\n"
        #expect(try Program.run(quiet).errors.hasPrefix(english))
        #expect(try Program.run(quiet + ["--lang", "zh"]).errors == chinese)
        #expect(try Program.run(["--lang=zh"] + quiet).errors == chinese)
        #expect(try Program.run(quiet, environment: ["LC_ALL": "zh_CN.UTF-8"]).errors == chinese)
        #expect(try Program.run(quiet, environment: ["LC_ALL": "C"]).errors == chinese)
        let wrong = try Program.run(quiet + ["--lang", "fr"])
        #expect(wrong.status == 64 && wrong.errors.hasPrefix("Error: --lang: 'fr' is not known. Known: zh, en."))
    }
}
