import CaseBook
import Cases
import Foundation
import Media
import Store
import TestSupport
import Testing

/// `piculet case verdict` and `piculet accuracy` on a store, as a person asks.
@Suite struct AccuracyCommandTests {
    private let path: String
    private let store: CaseStore
    private static let people = [
        Person(name: "李某", unit: nil, roles: [.acceptor, .shiftHead]),
        Person(name: "张某", unit: nil, roles: [.inspector]),
        Person(name: "王某", unit: "城管中队", roles: [.handler]),
    ]
    private static let scheme = {
        var rule = ModeRule()
        (rule.start, rule.latest) = (.shadow, 20)
        rule.promotion = .init(reviewed: 3, precision: 0.4)
        rule.demotion = .init(reviewed: 2, precision: 0.3)
        rule.silencing = .init(reviewed: 2, precision: 0.2)
        return CaseScheme(
            calendars: SampleCase.calendars, people: people,
            modes: ModePlan(rule: rule, caps: [.init(ModePair(camera: "gate", algorithm: "street-stall"), .review)]))
    }()

    init() throws {
        path = try TemporaryFolder.make().appending(path: "piculet.sqlite").path
        store = try CaseStore(path: path, create: true)
        _ = try store.adopt(Self.scheme)
    }

    /// Hits of the last minutes.
    private func open(_ count: Int) throws -> [CaseNumber] {
        let now = WallTime(Date()).milliseconds / 1000
        return try (0..<count).map { index in
            let sample = SampleCase(now - 3600 + Int64(index))
            return try store.open(sample.intake, evidence: sample.evidence, under: Self.scheme).number
        }
    }

    private func run(_ words: [String], language: String = "en") throws -> Program.Outcome {
        try Program.run(["--lang", language] + words + ["--store", path])
    }

    @Test func `a verdict is given, shown, refused to whom it is not for, and moves the mode`() throws {
        let numbers = try open(4)
        let refused = try run(["case", "verdict", "\(numbers[0])", "false", "--as", "王某"])
        #expect(
            refused.status == 1
                && refused.errors.hasPrefix(
                    "piculet: case: 'verdict' is not for '王某': it takes a acceptor (受理员), or a shift_head (值班长)")
        )
        #expect(try run(["case", "verdict", "\(numbers[0])", "maybe", "--as", "李某"]).status == 64)
        for number in numbers.prefix(2) {
            let told = try run(["case", "verdict", "\(number)", "true", "--as", "张某"])
            #expect(told.output == "\(number) 影子 shadow\n", "\(told.errors)")
        }
        let third = try run(
            ["case", "verdict", "\(numbers[2])", "true", "--as", "李某", "--note", "有摊位"], language: "zh")
        #expect(
            third.output
                == "\(numbers[2]) 影子 shadow\n模式：摄像机 'gate' 的 'street-stall' 升级：影子 -> 复核 (n=3, true=3, 95 % 43.9-100.0 %; "
                + "latest 20, up from 3 with lower >= 0.4, to review from 2 with upper < 0.3, to shadow from 2 with upper < "
                + "0.2)\n")
        let shown = try run(["case", "show", "\(numbers[2])"]).output
        #expect(shown.contains("判定 verdict") && shown.contains("属实 true, 李某") && shown.contains("模式 mode"))
    }

    @Test func `hits in shadow are listed for whoever asks for them alone`() throws {
        let numbers = try open(2)
        _ = try run(["case", "verdict", "\(numbers[0])", "true", "--as", "李某"])
        #expect(try run(["case", "list"]).output.isEmpty && run(["case", "list", "--all"]).output.isEmpty)
        let shadow = try run(["case", "list", "--shadow"]).output
        #expect(numbers.allSatisfy { shadow.contains("\($0)\t影子\tshadow") } && shadow.contains("\ttrue\n"))
        let left = try run(["case", "list", "--shadow", "--unreviewed"]).output
        #expect(left.hasPrefix("\(numbers[1])\t") && !left.contains("\(numbers[0])"))
    }

    @Test func `the table has n and interval, in both languages, and says its formula`() throws {
        let numbers = try open(4)
        for (number, verdict) in zip(numbers, ["true", "false", "permitted"]) {
            _ = try run(["case", "verdict", "\(number)", verdict, "--as", "李某"])
        }
        let en = try run(["accuracy"])
        #expect(
            en.output.split(separator: "\n").prefix(2) == [
                "of\thits\treviewed\ttrue\tfalse\tpermitted\tduplicate\tunclear\tprecision\t95 % interval\tn\ttarget 95 %\ttrend",
                "Street stall (street-stall)\t4\t3 (75.0 %)\t1\t1\t1\t0\t0\t50.0 %\t9.5-90.5 %\t2\tmissed\t50.0",
            ], "\(en.output)\(en.errors)")
        #expect(
            en.output.hasSuffix("precision = true / (true + false); permitted, duplicate and unclear are left out.\n"))
        let zh = try run(["accuracy", "--by", "camera", "--since", "7d"], language: "zh").output
        #expect(zh.contains("对象\t检出\t已判定") && zh.contains("\ngate\t4\t") && zh.contains("未达标") && zh.contains("合计"))
        #expect(try run(["accuracy", "--by", "grid"]).output.contains("\nno grid\t4"))
        #expect(try run(["accuracy", "--since", "2999-01-01"]).output.contains("\nall\t0\t0\t0"))
        let wrong = try run(["accuracy", "--since", "yesterday"])
        #expect(wrong.status == 64 && wrong.errors.contains("--since: 'yesterday' is neither a day nor a time."))
    }

    @Test func `the figures are a document too`() throws {
        let numbers = try open(3)
        for (number, verdict) in zip(numbers, ["true", "false"]) {
            _ = try run(["case", "verdict", "\(number)", verdict, "--as", "李某"])
        }
        let text = try run(["accuracy", "--by", "week", "--format", "json"]).output
        let document = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
        #expect(document["by"] as? String == "week" && document["target"] as? Double == 0.95)
        let total = try #require((document["total"] as? [String: Any])?["figures"] as? [String: Any])
        #expect(total["hits"] as? Int == 3 && total["n"] as? Int == 2 && total["precision"] as? Double == 0.5)
        // Readers of JSON differ in the last bit.
        let lower = try #require(total["lower"] as? Double)
        #expect(abs(lower - WilsonInterval(1, of: 2).lower) < 1e-12)
        #expect((total["verdicts"] as? [String: Int])?["true"] == 1)
        let lines = try #require(document["lines"] as? [[String: Any]])
        #expect((1...2).contains(lines.count) && lines.allSatisfy { ($0["weeks"] as? [Any])?.count == 1 })
    }

    @Test func `a mode is overruled with a reason, never beyond its cap, and released`() throws {
        _ = try open(1)
        let mode = ["accuracy", "mode", "gate", "street-stall"]
        let who = ["--as", "李某", "--note", "庙会"]
        let beyond = try run(mode + ["auto"] + who)
        #expect(
            beyond.status == 1
                && beyond.errors
                    == "piculet: mode: the configuration allows 'review' at most, not 'auto'. See 'piculet accuracy modes'.\n"
        )
        #expect(
            try run(mode + ["review", "--as", "王某", "--note", "n"]).errors.contains("the mode is not for '王某' to set"))
        #expect(try run(mode + ["review", "--as", "李某"]).status == 64)
        #expect(
            try run(mode + ["loud"] + who).errors.contains(
                "there is no mode 'loud'. Known: shadow, review, auto, rule."))
        let misspelt = try run(["accuracy", "mode", "gate", "street-stal", "review"] + who)
        #expect(misspelt.errors == "piculet: there is no algorithm 'street-stal'. Did you mean 'street-stall'?\n")
        let elsewhere = ["accuracy", "mode", "gaet", "street-stall", "review"] + who
        #expect(
            try run(elsewhere).errors
                == "piculet: the store has met no camera 'gaet': it has no hit and no mode. Did you mean 'gate'? For a camera "
                + "without a hit yet give --config.\n")
        #expect(
            try run(elsewhere, language: "zh").errors
                == "piculet: 数据库中没有摄像机 'gaet'：既无检出，也无运行模式。是否想写 'gate'？尚无检出的摄像机请加 --config。\n")
        #expect(try store.modeChanges().isEmpty)
        let pinned = try run(mode + ["review"] + who)
        #expect(
            pinned.output.hasPrefix("mode of 'street-stall' on camera 'gate' overruled: shadow -> review (n=0, true=0"))
        let listed = try run(["accuracy", "modes"]).output
        #expect(listed.contains("\ngate\tstreet-stall\treview (review)\tat most review\toverruled\t"), "\(listed)")
        #expect(try run(mode + ["rule"] + who).output.contains("released to the rule: review -> review"))
        let log = try run(["accuracy", "modes", "--log"]).output
        #expect(log.split(separator: "\n").count == 2 && log.contains(" 李某 mode of ") && log.contains(" 庙会\n"))
        #expect(try store.modeChanges().map(\.cause) == [.overruled, .released])
    }

    @Test func `a verdict comes with the end of a case, and a void case asks for one`() throws {
        _ = try store.adopt(CaseScheme(calendars: SampleCase.calendars, people: Self.people))
        func auto(_ second: Int64) throws -> CaseNumber {
            let sample = SampleCase(second)
            return try store.open(sample.intake, evidence: sample.evidence, under: SampleCase.scheme).number
        }
        let (one, two, three) = (try auto(0), try auto(1000), try auto(2000))
        let rejected = try run(["case", "reject", "\(one)", "false_detection", "--as", "李某"])
        #expect(rejected.status == 0 && rejected.errors.isEmpty)
        #expect(try store.find(one)?.record.course.judged?.verdict == .wrong)
        let void = try run(["case", "void", "\(two)", "--as", "李某", "--witness", "张某", "--note", "误报"])
        #expect(
            void.errors
                == "piculet: note: void says nothing of the algorithm. If the detection was false: "
                + "piculet case verdict \(two) false\n")
        #expect(try store.find(two)?.record.course.judged == nil)
        let said = try run([
            "case", "void", "\(three)", "--as", "李某", "--witness", "张某", "--note", "误报", "--verdict", "false",
        ])
        #expect(said.errors.isEmpty)
        #expect(try store.find(three)?.record.course.judged?.verdict == .wrong)
    }
}
