import Foundation
import Labels
import Media
import Settings
import Testing

@Suite struct DatasetTests {
    private static let extra: Set = [
        "waterlogging", "muck-truck", "lorry", "dwell", "left-object", "gathering", "fire",
    ]
    private static let check = LabelCheck(algorithms: ["street-stall", "crowd"], extra: extra) { _ in .seconds(140) }

    @Test func `the committed samples are read as they are`() throws {
        let folder = Folder.root.appending(path: "samples")
        let (dataset, findings) = DatasetFolder.read(folder.path)
        #expect(findings.lines.map(\.en) == [])
        #expect(Self.check.findings(of: dataset).lines.map(\.en) == [])
        #expect(
            dataset.clips.map(\.labels.video) == [
                "cloud-and-leaves.mp4", "crowd.mp4", "muck-trucks.mp4", "parked-van.mp4", "passers.mp4", "quiet.mp4",
                "stall-grey.mp4",
                "stall.mp4", "waterlogging.mp4", "wet-road.mp4",
            ])
        let crowd = try #require(dataset.clips.dropFirst().first)
        #expect(crowd.labels.camera == "crowd" && crowd.file == "crowd.json")
        #expect(crowd.videoPath == folder.appending(path: "crowd.mp4").path)
        #expect(crowd.labels.zones.map(\.kind) == [.pavement, .road])
        #expect(
            crowd.labels.events == [
                ClipLabels.Event(
                    algorithm: "crowd", zone: "pavement", start: MediaTime(seconds: 10.9),
                    end: MediaTime(seconds: 52.6),
                    tolerance: .seconds(4), note: "15 persons or more; they arrive over several seconds")
            ])
        #expect(crowd.labels.conditions == [.day, .crowded, .drawn])
        #expect(crowd.labels.absent == ["street-stall", "waterlogging", "muck-truck"])
        #expect(crowd.labels.counts.count == 12)
        #expect(crowd.labels.counts[2] == ClipLabels.Count(time: MediaTime(seconds: 10), low: 10, high: 10))
        #expect(crowd.line(of: "events[0].start_s") == 59 && crowd.line(of: "events[0].other") == 56)
        #expect(crowd.line(of: "video") == 2 && crowd.line(of: "elsewhere") == 1)
    }

    @Test(.enabled(if: Folder.isHere(Folder.footage), "the shared footage does not lie beside the repository"))
    func `the shared footage is read, and what is to come is noticed`() throws {
        let (dataset, findings) = DatasetFolder.read(Folder.footage.path)
        #expect(findings.lines.map(\.en) == [])
        #expect(dataset.clips.count == 12)
        let told = Self.check.findings(of: dataset)
        #expect(told.lines.map(\.en) == [])
        let noticed = told.notices.map { $0.words.en }
        for id in Self.extra.sorted() {
            #expect(noticed.count { $0.contains("has no algorithm '\(id)' yet") } == 1, "\(id)")
        }
        #expect(noticed.count == Self.extra.count)
        let bag = try #require(dataset.clips.first)
        #expect(bag.file == "labels/bag-left-on-pavement.json")
        #expect(bag.videoPath == Folder.footage.appending(path: "bag-left-on-pavement.avi").path)
        let size = try #require(PixelSize(width: 720, height: 480))
        let box = try #require(bag.labels.events.first?.place?.box(in: size))
        #expect(abs(box.x - 451.0 / 720) < 1e-9 && abs(box.height - 49.0 / 480) < 1e-9)
    }

    @Test(.enabled(if: Folder.isHere(Folder.stills), "the shared pictures do not lie beside the repository"))
    func `the shared still pictures are read`() throws {
        let (dataset, findings) = DatasetFolder.read(Folder.stills.path)
        #expect(findings.lines.map(\.en) == [])
        #expect(Self.check.findings(of: dataset).lines.map(\.en) == [])
        let stills = try #require(dataset.stills.first)
        #expect(stills.file == "labels.csv" && stills.algorithm == "waterlogging")
        #expect(stills.pictures.first?.camera == "cam04" && stills.pictures.first?.truth == .no)
        #expect(Set(stills.pictures.map(\.truth)) == [.yes, .no, .unclear])
    }

    @Test func `videos lie beside their labels, below them, or above a folder called labels`() throws {
        let folder = try Folder()
        let videos = try ["a.mp4", "clips/b.mp4", "c.mp4"].map { try folder.write($0) }
        try folder.write("a.json", #"{"video": "a.mp4"}"#)
        try folder.write("b.json", #"{"video": "b.mp4", "camera": "gate-2"}"#)
        try folder.write("labels/c.json", #"{"video": "c.mp4"}"#)
        let (dataset, findings) = DatasetFolder.read(folder.path)
        #expect(findings.isClean)
        #expect(dataset.clips.map(\.videoPath) == videos)
        #expect(dataset.clips.map(\.labels.camera) == ["a", "gate-2", "c"])
        let one = DatasetFolder.read(folder.url.appending(path: "labels/c.json").path).dataset
        #expect(one.clips.map(\.videoPath) == [videos[2]])
    }

    @Test func `other JSON is passed over, labels without a video are not`() throws {
        let folder = try Folder()
        try folder.write("score.json", #"{"version": 1, "clips": []}"#)
        try folder.write("list.json", "[1, 2]")
        try folder.write("a.json", "{\n \"vidoe\": \"a.mp4\",\n \"events\": []\n}")
        let findings = folder.findings()
        #expect(
            findings.lines.map(\.en) == [
                "a.json:2: vidoe: this key is not known here; did you mean 'video'? Known: video, camera, conditions, "
                    + "scene, zones, events, absent, counts, boxes, note",
                "a.json:1: video: is missing",
            ])
        #expect(
            findings.noticeLines
                == ["list.json", "score.json"].map {
                    Words(
                        zh: "\($0): 不是视频标注（没有 video），已跳过",
                        en: "\($0): this is no clip's labels, having no 'video'; it was passed over")
                })
    }

    @Test func `a folder without labels is a fault`() throws {
        let folder = try Folder()
        let place = folder.path.named
        #expect(
            folder.findings().lines.map(\.en) == [
                "\(place): there are no labels here nor in its folder 'labels': *.json or labels.csv are needed"
            ])
        let nowhere = DatasetFolder.read("/nowhere").findings
        #expect(nowhere.lines.map(\.en) == ["/nowhere: the folder '/nowhere' cannot be read"])
    }

    @Test func `a table of pictures is judged line by line`() throws {
        let folder = try Folder()
        try folder.write("cam1-a.jpg")
        try folder.write(
            "labels.csv",
            "\u{FEFF}picture,upstream,crowd\r\ncam1-a.jpg,none,yes\r\ncam1-a.jpg,none,no\r\nb.jpg,,unclear\r\n")
        #expect(
            folder.findings().lines.map(\.en) == [
                "labels.csv:3: the picture 'cam1-a.jpg' stands in line 2 already",
                "labels.csv:4: there is no picture 'b.jpg'",
            ])
        try folder.write("labels.csv", "picture,camera,traffic\ncam1-a.jpg,cam2,yes\n")
        #expect(
            folder.findings().lines.map(\.en) == [
                "labels.csv:1: traffic: there is no algorithm 'traffic'; Known: street-stall, crowd",
                "labels.csv:2: the name of 'cam1-a.jpg' does not begin with its camera, 'cam2'",
            ])
        try folder.write("labels.csv", "picture,crowd\n../a.jpg,yes\na.jpg,maybe\n,no\n")
        #expect(
            folder.findings().lines.map(\.en) == [
                "labels.csv:2: picture: '../a.jpg' leads out of this folder; give a path within it",
                "labels.csv:3: crowd: 'maybe' is not known here; Known: yes, no, unclear",
                "labels.csv:4: picture: is missing",
            ])
        try folder.write("labels.csv", "picture,a,b\n")
        #expect(
            folder.findings().lines.map(\.en) == [
                "labels.csv:1: beside picture, camera and upstream there is one column with the answers, such as "
                    + "visible_water; found: picture, a, b"
            ])
    }

    @Test func `a table of judged hits asks of each algorithm about its own pictures`() throws {
        let folder = try Folder()
        for name in ["gate-1.jpg", "gate-2.jpg", "yard-3.jpg"] { try folder.write(name) }
        let head = "picture,camera,algorithm,zone,verdict,case\r\n"
        try folder.write(
            "labels.csv",
            head + "gate-1.jpg,gate,crowd,z,true,1\r\ngate-2.jpg,gate,crowd,z,false,2\r\n"
                + "yard-3.jpg,yard,street-stall,z,permitted,3\r\n")
        #expect(folder.findings().lines.map(\.en) == [])
        let stills = DatasetFolder.read(folder.path).dataset.stills
        #expect(stills.map(\.algorithm) == ["crowd", "street-stall"])
        #expect(stills.map { $0.pictures.map(\.truth) } == [[.yes, .no], [.unclear]])
        try folder.write("labels.csv", head + "gate-1.jpg,gate,crowd,z,treu,1\ngate-2.jpg,gate,,z,false,2\n")
        #expect(
            folder.findings().lines.map(\.en) == [
                "labels.csv:2: verdict: 'treu' is not known here; did you mean 'true'? Known: true, false, permitted, "
                    + "duplicate, unclear",
                "labels.csv:3: algorithm: is missing",
            ])
    }
}
