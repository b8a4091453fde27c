import Foundation
import TestSupport
import Testing

/// `piculet labels` through the built program: files in, files out.
@Suite struct LabelsCommandTests {
    private static let film = Program.root.appending(path: "samples/stall.mp4").path
    /// Two things in two frames of a film of 960 x 540.
    private static let table = "1,3,96,54,48,108,1,1,1\n1,5,480,270,96,54,1,3,1\n26,3,96,54,48,108,1,1,1\n"
    static let labels = """
        {
          "video": "stall.mp4",
          "camera": "stall",
          "events": [],
          "absent": [],
          "boxes": [
            {"t_s": 0, "box": [0.1, 0.1, 0.05, 0.2], "label": "pedestrian", "track": 3},
            {"t_s": 0, "box": [0.5, 0.5, 0.1, 0.1], "label": "car", "track": 5},
            {"t_s": 2, "box": [0.1, 0.1, 0.05, 0.2], "label": "pedestrian", "track": 3}
          ]
        }

        """

    let folder: URL

    init() throws { folder = try TemporaryFolder.make() }

    func path(_ name: String) -> String { folder.appending(path: name).path }

    @discardableResult
    func write(_ name: String, _ text: String) throws -> String {
        let file = folder.appending(path: name)
        try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
        return file.path
    }

    func text(_ path: String) throws -> String { try String(contentsOfFile: path, encoding: .utf8) }

    func run(_ arguments: String...) throws -> Program.Outcome { try Program.run(["labels"] + arguments) }

    /// A folder with the film and the labels of its boxes.
    func labelled() throws -> String {
        try FileManager.default.copyItem(atPath: Self.film, toPath: path("stall.mp4"))
        return try write("stall.json", Self.labels)
    }

    @Test func `the rate and the size are the video's own`() throws {
        let table = try write("gt.txt", Self.table)
        let outcome = try run("import", "mot", table, "--video", Self.film, "--output", path("stall.json"))
        #expect(outcome.status == 0 && outcome.errors == "")
        #expect(outcome.output == "3 box(es) -> \(path("stall.json"))\n")
        #expect(try text(path("stall.json")) == Self.labels)
    }

    @Test func `without the video they are given`() throws {
        let table = try write("gt.txt", Self.table)
        let arguments = [
            "labels", "import", "mot", table, "--video", "/nowhere/gate.mp4", "--output", path("gate.json"),
        ]
        let outcome = try Program.run(arguments)
        #expect(outcome.status == 1)
        #expect(
            outcome.errors
                == "piculet: gate.mp4: there is no such file. Check the path. Without the video, give its rate and size with "
                + "--fps and --size.\n")
        #expect(
            try Program.run(arguments + ["--lang", "zh"]).errors
                == "piculet: 视频无法读取（gate.mp4: there is no such file. Check the path.）。没有视频时，请用 --fps 和 --size "
                + "给出帧率和尺寸。\n")
        let given = try Program.run(arguments + ["--fps", "12.5", "--size", "960x540", "--camera", "gate-2"])
        #expect(given.status == 0)
        let expected = Self.labels.replacing("stall.mp4", with: "gate.mp4").replacing("\"stall\"", with: "\"gate-2\"")
        #expect(try text(path("gate.json")) == expected)
        let exported = try run("export", "mot", path("gate.json"), "--output", path("mot"))
        #expect(exported.status == 1)
        #expect(
            exported.errors
                == "piculet: the video 'gate.mp4' is not beside its labels; give its rate and size with --fps and --size\n"
        )
    }

    @Test(arguments: [("coco", "a.coco.json"), ("cvat", "a.xml"), ("mot", "mot"), ("yolo", "yolo")])
    func `what is exported is imported again`(format: String, name: String) throws {
        let labels = try labelled()
        let exported = try run("export", format, labels, "--output", path(name))
        #expect(exported.status == 0)
        #expect(exported.output == "3 box(es) -> \(path(name))\n")
        let isLossy = format == "yolo"
        #expect(
            exported.errors
                == (isLossy ? "piculet: note: YOLO has no word for tracks; 3 box(es) lose the number of theirs\n" : ""))
        let input = format == "mot" ? path("mot/gt.txt") : path(name)
        let imported = try run("import", format, input, "--video", Self.film, "--output", path("again.json"))
        #expect(imported.status == 0 && imported.errors == "")
        let expected = isLossy ? Self.labels.replacing(/, "track": \d/, with: "") : Self.labels
        #expect(try text(path("again.json")) == expected)
    }

    @Test(arguments: [
        (
            "mot", "1,1,1\n",
            "gt.txt:1: a line is 'frame,id,left,top,width,height,conf,class,visibility': 6 to 10 numbers, "
                + "frames from 1, not '1,1,1'",
            "gt.txt:1: 每行应为 frame,id,left,top,width,height,conf,class,visibility（6 至 10 个数，"
                + "帧从 1 起），而不是 '1,1,1'"
        ),
        (
            "mot", "751,1,1,1,5,5\n",
            "gt.txt: there is a box of frame 750, from 0, but the video has 750 frame(s); check "
                + "whether it is the same video", "gt.txt: 有第 750 帧（从 0 起）的框，而视频只有 750 帧；请检查是否为同一视频"
        ),
        (
            "cvat", "<annotations>\n<track id=\"0\" label=\"car\">\n</annotations>",
            "gt.txt:3: this is not well-formed XML; "
                + "<annotations> as CVAT exports them are needed", "gt.txt:3: 此处不是有效的 XML；需要 CVAT 导出的 <annotations>"
        ),
        (
            "coco", "{\"images\": [],\n\"annotations\": []}", "gt.txt:1: categories: is missing",
            "gt.txt:1: categories: 缺少此项"
        ),
    ])
    func `a broken file is refused with its line`(format: String, content: String, en: String, zh: String) throws {
        let file = try write("gt.txt", content)
        let arguments = ["labels", "import", format, file, "--video", Self.film, "--output", path("a.json")]
        let outcome = try Program.run(arguments)
        #expect(outcome.status == 1 && outcome.errors == "piculet: the file has 1 mistake(s)\n\(en)\n")
        #expect(try Program.run(arguments + ["--lang", "zh"]).errors == "piculet: 文件有 1 处错误\n\(zh)\n")
        #expect(!FileManager.default.fileExists(atPath: path("a.json")))
    }

    @Test func `nothing is written over without force, and with it only boxes are replaced`() throws {
        let table = try write("gt.txt", Self.table)
        let mine = #"{"video": "stall.mp4", "camera": "gate", "absent": ["crowd"], "note": "mine"}"#
        let labels = try write("stall.json", mine)
        let arguments = ["labels", "import", "mot", table, "--video", Self.film, "--output", labels]
        let refused = try Program.run(arguments)
        #expect(refused.status == 1)
        #expect(refused.errors == "piculet: '\(labels)' is there already; --force replaces it\n")
        #expect(try Program.run(arguments + ["--lang", "zh"]).errors == "piculet: '\(labels)' 已存在；加 --force 可替换\n")
        #expect(try text(labels) == mine)
        #expect(try Program.run(arguments + ["--force"]).status == 0)
        let filled = try text(labels)
        #expect(filled.contains(#""absent": ["crowd"]"#) && filled.contains(#""note": "mine""#))
        #expect(filled.contains(#""camera": "gate""#) && filled.matches(of: /"t_s"/).count == 3)
        let other = ["labels", "import", "mot", table, "--video", "/x/b.mp4", "--fps", "1", "--size", "960x540"]
        let foreign = try Program.run(other + ["--output", labels, "--force"])
        #expect(
            foreign.errors
                == "piculet: the file has 1 mistake(s)\nstall.json: video: this file labels 'stall.mp4', not "
                + "'b.mp4'; write to another one\n")
    }

    @Test func `a wrong command line is refused with 64`() throws {
        func refusal(_ arguments: String...) throws -> String {
            let outcome = try Program.run(["labels"] + arguments)
            #expect(outcome.status == 64)
            return outcome.errors.split(separator: "\n").first.map(String.init) ?? ""
        }
        #expect(
            try refusal("import", "yolov", "x", "--video", "a.mp4", "--output", "a.json")
                == "Error: 'yolov' is no format. Did you mean 'yolo'? Known: coco, yolo, mot, cvat.")
        #expect(
            try refusal("export", "xml", "a.json", "--output", "a.xml", "--lang", "zh")
                == "Error: 没有格式 'xml'。可用：coco, yolo, mot, cvat。")
        #expect(
            try refusal("export", "coco", "a.json", "--output", "a", "--fps", "0")
                == "Error: --fps: 0.0 is out of range. Give 0.01 to 1000, such as 25.")
        #expect(
            try refusal("export", "coco", "a.json", "--output", "a", "--size", "5x", "--lang", "zh")
                == "Error: --size：'5x' 不是画面尺寸。请写成 1920x1080。")
        #expect(
            try refusal("review", "samples")
                == "Error: Give the datasets and, last, the file that the page of a score saved: labels review samples "
                + "label-reviews.json.")
    }

    @Test func `an event where its algorithm never looks is a mistake, unless the whole picture is watched`() throws {
        _ = try labelled()
        try write(
            "stall.json",
            """
            {"video": "stall.mp4",
            "zones": [{"id": "lane", "kind": "road", "polygon": [[0, 0], [1, 0], [1, 1]]}],
            "events": [{"algorithm": "crowd", "zone": "lane", "start_s": 1, "end_s": 20}]}
            """)
        let mistake =
            "piculet: the labels have 1 mistake(s)\nstall.json:3: events[0].zone: 'crowd' never watches 'lane', a zone of "
            + "kind road, and can find nothing there; it watches: pavement, public-space, watch\n"
        let checked = try run("check", folder.path)
        #expect(checked.status == 1 && checked.errors == mistake)
        let score = ["score", folder.path, "--algorithms", "crowd", "--decode", "keyframes"]
        let scored = try Program.run(score)
        #expect(scored.status == 1 && scored.errors == mistake && scored.output.isEmpty)
        let whole = try Program.run(score + ["--whole-picture"])
        #expect(whole.status == 0 && whole.output.contains("0/1"), "\(whole.errors)")
    }

    @Test func `a video that cannot be opened is named before anything is scored`() throws {
        _ = try labelled()
        try write("b.mp4", "no film")
        try write("b.json", #"{"video": "b.mp4", "absent": ["crowd"]}"#)
        let checked = try run("check", folder.path)
        #expect(checked.status == 1)
        #expect(
            checked.errors.hasPrefix(
                "piculet: the labels have 1 mistake(s)\nb.json:1: video: the video 'b.mp4' cannot be used: it cannot be opened "
                    + "as a video: "))
        #expect(checked.errors.hasSuffix("; put a whole video in its place\n"))
        #expect(try run("check", folder.path, "--lang", "zh").errors.contains("b.json:1: video: 视频 'b.mp4' 无法打开（"))
        let scored = try Program.run(["score", folder.path, "--algorithms", "crowd", "--decode", "keyframes"])
        #expect(scored.status == 1 && scored.output.isEmpty && scored.errors == checked.errors)
    }

    @Test func `check tells what there is, and every mistake`() throws {
        let outcome = try run("check", "samples")
        #expect(outcome.status == 0)
        #expect(
            outcome.output.hasPrefix(
                "samples: 10 clip(s), 0.17 h, 10 camera(s)\n  events: crowd 1, muck-truck 2, street-stall 2, waterlogging 1\n"
            ))
        #expect(outcome.errors.isEmpty, "every algorithm that the samples ask for is there: \(outcome.errors)")
        let labels = try labelled()
        try write("b.json", "{\"video\": \"b.mp4\",\n \"absent\": [\"crowds\"]}")
        let broken = try run("check", folder.path)
        #expect(broken.status == 1)
        #expect(
            broken.output.hasPrefix("\(folder.path): 2 clip(s), 0.02 h, 2 camera(s)\n  videos of unknown length: 1\n"))
        #expect(
            broken.errors.hasPrefix(
                "piculet: the labels have 2 mistake(s)\nb.json:1: video: there is no video 'b.mp4' "))
        #expect(
            broken.errors.contains(
                "\nb.json:2: absent[0]: there is no algorithm 'crowds'; did you mean 'crowd'? Known: "))
        let one = try run("check", labels, "--lang", "zh")
        #expect(one.status == 0 && one.errors == "")
        #expect(one.output == "\(labels)：1 段视频，0.02 小时，1 台摄像机\n  摄像机：stall 1\n  框：3\n")
    }
}
