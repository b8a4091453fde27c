import Foundation
import TestSupport
import Testing

/// `piculet pack`, and packs that are tried out, each on a drawn film in which its thing comes to stand.
@Suite struct PackCommandTests {
    private static let models = Program.root.appending(path: "models").path

    @Test func `what there is is listed with what it needs`() throws {
        let listed = try Program.run(["pack", "list"], environment: ["PICULET_PACKS": Self.models])
        let lines = listed.output.split(separator: "\n")
        #expect(listed.status == 0 && lines.count == 8, "\(listed.errors)")
        #expect(lines.first == "street-stall\t1\tStreet stall\tpavement,public-space,watch\tready")
        #expect(lines.contains("illegal-parking\t1\tIllegal parking\tno-stopping\tneeds the network lite0-street"))
        let nowhere = try Program.run(["pack", "list"], environment: ["PICULET_PACKS": "/nowhere"])
        #expect(nowhere.status == 78 && nowhere.errors.contains("/nowhere: PICULET_PACKS: there is no pack here"))
        let bare = try Program.run(["pack", "list"], environment: ["PICULET_PACKS": ""])
        #expect(bare.output.split(separator: "\n").count == 4)
    }

    @Test func `all packs of the program are in order`() throws {
        let names = try FileManager.default.contentsOfDirectory(atPath: Self.models)
            .filter { FileManager.default.fileExists(atPath: "\(Self.models)/\($0)/pack.yaml") }
        let checked = try Program.run(["pack", "check"] + names.map { "\(Self.models)/\($0)" })
        #expect(checked.status == 0 && names.count == 8, "\(checked.errors)")
        let manifest = try Program.run(["pack", "check", "\(Self.models)/crowd/pack.yaml"])
        #expect(manifest.status == 0, "\(manifest.errors)")
    }

    @Test func `a broken pack is refused with its place, wherever it is met`() throws {
        let folder = try TemporaryFolder.make().appending(path: "bus-lane")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let good = try String(contentsOfFile: "\(Self.models)/fire-lane/pack.yaml", encoding: .utf8)
        try Data(good.utf8).write(to: folder.appending(path: "pack.yaml"))
        let film = Footage.samplesFolder.appending(path: "quiet.mp4").path
        let packs = folder.deletingLastPathComponent().path
        for command in [
            ["pack", "check", folder.path], ["replay", film, "--pack", folder.path, "--decode", "keyframes"],
            ["check", "--config", Program.root.appending(path: "samples/piculet.yaml").path],
        ] {
            let outcome = try Program.run(command, environment: ["PICULET_PACKS": packs])
            #expect(outcome.status == 78 && outcome.errors.contains("the packs have 1 mistake(s)"), "\(command)")
            #expect(
                outcome.errors.contains("bus-lane/pack.yaml:2: id: the id 'fire-lane' is not the name of its folder"))
        }
        // What asks for one of them is told why it is not known.
        let yaml = folder.appending(path: "c.yaml")
        try Data("cameras: [{id: gate, algorithms: [{use: bus-lane}]}]".utf8).write(to: yaml)
        for command in [["case", "list", "--config", yaml.path], ["reload", "--config", yaml.path]] {
            let outcome = try Program.run(command, environment: ["PICULET_PACKS": packs])
            #expect(outcome.status == 78 && outcome.errors.contains("bus-lane/pack.yaml:2: id:"), "\(command)")
        }
        // Cases can be dealt with all the same.
        let list = try Program.run(
            ["case", "list", "--store", folder.appending(path: "none.sqlite").path],
            environment: ["PICULET_PACKS": packs])
        #expect(!list.errors.contains("pack.yaml"))
    }

    @Test func `a pack that is tried out and cannot run is refused, not silent`() throws {
        let film = Footage.samplesFolder.appending(path: "quiet.mp4").path
        for command in [["replay", film], ["score", Footage.samplesFolder.appending(path: "quiet.json").path]] {
            let outcome = try Program.run(
                command + ["--pack", "\(Self.models)/illegal-parking", "--decode", "keyframes"],
                environment: ["PICULET_PACKS": ""])
            #expect(
                outcome.status == 64 && outcome.errors.contains("needs the network 'lite0-street'"), "\(outcome.errors)"
            )
        }
    }

    @Test func `with a configuration a pack is tried out on its cameras, in zones of its kinds or on all`() throws {
        let folder = try TemporaryFolder.make()
        let film = folder.appending(path: "street.mp4").path
        try Self.draw(120, 70, to: film)
        for (zone, count) in [("fire-lane", 1), ("road", 1)] {
            let yaml = folder.appending(path: "\(zone).yaml")
            try Data(
                "cameras: [{id: street, decode: every 500ms, person: {near: 0.25, far: 0.25}, zones: [{id: z, kind: \(zone), polygon: [[0, 0], [1, 0], [1, 1], [0, 1]]}]}]"
                    .utf8
            ).write(to: yaml)
            let pack = folder.appending(path: "fire-lane")
            try FileManager.default.createDirectory(at: pack, withIntermediateDirectories: true)
            let text = try String(contentsOfFile: "\(Self.models)/fire-lane/pack.yaml", encoding: .utf8)
            try Data(text.replacing("dwell: 1m", with: "dwell: 8s").utf8).write(to: pack.appending(path: "pack.yaml"))
            let outcome = try Program.run(
                ["replay", film, "--config", yaml.path, "--pack", pack.path, "--format", "jsonl"],
                environment: ["PICULET_PACKS": ""])
            #expect(outcome.lines("hit").count == count, "\(zone) \(outcome.errors)")
        }
    }

    /// A thing of a size comes to stand on a street at 3 s. What it needs to last is shortened to seconds.
    @Test(arguments: [
        ("fire-lane", "fire-lane", 120, 70), ("out-of-shop", "shop-front", 90, 60),
        ("exposed-rubbish", "pavement", 30, 24),
        ("street-stall", "pavement", 120, 70),
    ])
    func `a pack sees its thing, in its zones alone`(id: String, zone: String, width: Int, height: Int) throws {
        let folder = try TemporaryFolder.make()
        let film = folder.appending(path: "street.mp4").path
        try Self.draw(width, height, to: film)
        func hits(zone: String) throws -> [String] {
            let configuration = folder.appending(path: "\(zone).yaml")
            let text = """
                cameras:
                  - id: street
                    decode: every 500ms
                    person: {near: 0.25, far: 0.25}
                    zones: [{id: place, kind: \(zone), polygon: [[0, 0], [1, 0], [1, 1], [0, 1]]}]
                    algorithms: [{use: \(id), dwell: 8s}]
                """
            try Data(text.utf8).write(to: configuration)
            let outcome = try Program.run(
                ["replay", film, "--config", configuration.path, "--format", "jsonl"],
                environment: ["PICULET_PACKS": Self.models])
            #expect(outcome.status == 0, "\(outcome.errors)")
            return outcome.lines("hit").compactMap { $0["algorithm"] as? String }
        }
        #expect(try hits(zone: zone) == [id])
        #expect(try hits(zone: "building") == [])
    }

    /// Two tippers among a box lorry, a bus, a mixer and a van.
    @Test(.enabled(if: Program.canSee, "the networks are not there"), arguments: ["full", "every 500ms", "keyframes"])
    func `muck trucks that pass are told, once each, and no other vehicle`(decode: String) throws {
        let film = Footage.samplesFolder.appending(path: "muck-trucks.mp4").path
        let outcome = try Program.run(
            ["replay", film, "--algorithms", "muck-truck", "--decode", decode, "--format", "jsonl"],
            environment: Program.seeing)
        #expect(outcome.status == 0, "\(outcome.errors)")
        let hits = outcome.lines("hit").compactMap { $0["media_s"] as? Double }
        #expect(hits.count == 2 && outcome.lines("case").count == 2, "\(hits)")
        #expect((4.8...9.2).contains(hits.first ?? 0) && (31.9...36.7).contains(hits.last ?? 0), "\(hits)")
    }

    /// A picture of a real car park without a car, then one with a car: as if it had come to stand.
    @Test(.enabled(if: Program.canSee && Footage.isHere, "the networks or the shared footage are not there"))
    func `illegal parking sees a real car that stands`() throws {
        let folder = try TemporaryFolder.make()
        let clip = Footage.realFolder.appending(path: "car-park.mp4").path
        let film = folder.appending(path: "comes.mp4").path
        let filters =
            "[0:v]trim=start=5.5,setpts=PTS-STARTPTS,trim=end_frame=1,loop=120:1,setpts=N/10/TB[a];"
            + "[1:v]trim=start=1.2,setpts=PTS-STARTPTS,trim=end_frame=1,loop=200:1,setpts=N/10/TB[b];"
            + "[a][b]concat=n=2,fps=10,noise=alls=4:allf=t,format=yuv420p"
        let drawn = try Program.run(
            "/usr/bin/env",
            [
                "ffmpeg", "-v", "error", "-y", "-i", clip, "-i", clip, "-filter_complex", filters, "-c:v", "libx264",
                "-preset", "ultrafast", "-g", "10", film,
            ])
        #expect(drawn.status == 0, "\(drawn.errors)")
        let configuration = folder.appending(path: "piculet.yaml")
        try Data(
            """
            cameras:
              - id: comes
                decode: every 500ms
                zones: [{id: place, kind: no-stopping, polygon: [[0, 0], [1, 0], [1, 1], [0, 1]]}]
                algorithms: [{use: illegal-parking, dwell: 8s}]
            """.utf8
        ).write(to: configuration)
        let outcome = try Program.run(
            ["replay", film, "--config", configuration.path, "--format", "jsonl"],
            environment: Program.seeing.merging(["PICULET_PACKS": Self.models]) { $1 })
        let hits = outcome.lines("hit")
        #expect(hits.count == 1 && hits.first?["algorithm"] as? String == "illegal-parking", "\(outcome.errors)")
        let box = try #require(hits.first?["box"] as? [Double])
        #expect(box[0] < 0.15 && box[1] > 0.2 && box[2] > 0.15 && box[3] > 0.3, "\(box)")
    }

    /// Thirty seconds; the scene takes what is there in the first eight for background.
    private static func draw(_ width: Int, _ height: Int, to film: String) throws {
        let ground = "nullsrc=s=640x360:r=10:d=1,geq=lum='110+30*sin(X/17)*sin(Y/23)+random(1)*16':cb=128:cr=128"
        let (x, y) = (260, 200)
        let thing = [
            "drawbox=x=\(x):y=\(y):w=\(width):h=\(height):c=0x283048:t=fill:enable='gte(t,10)'",
            "drawbox=x=\(x + width / 8):y=\(y + height / 5):w=\(width * 3 / 4):h=\(height / 4):c=0xe0d8c0:t=fill:enable='gte(t,10)'",
        ]
        let filters =
            (["\(ground)", "trim=end_frame=1", "loop=-1:1", "setpts=N/10/TB"] + thing + [
                "noise=alls=4:allf=t", "format=yuv420p",
            ])
            .joined(separator: ",")
        let outcome = try Program.run(
            "/usr/bin/env",
            [
                "ffmpeg", "-v", "error", "-y", "-f", "lavfi", "-i", filters, "-t", "30", "-c:v", "libx264", "-preset",
                "ultrafast", "-g", "10", film,
            ])
        #expect(outcome.status == 0, "\(outcome.errors)")
    }
}
