import Foundation
import TestSupport
import Testing

/// `piculet calibrate crowd` on the drawn crowd, whose labels count all persons every five seconds.
@Suite struct CalibrateTests {
    private func calibrate(_ arguments: String...) throws -> Program.Outcome {
        try Program.run(["calibrate"] + arguments)
    }

    @Test func `a scale is found, said as a configuration has it, and taken from there`() throws {
        let labels = Footage.samplesFolder.appending(path: "crowd.json").path
        let found = try calibrate("crowd", labels, "--decode", "every 1s")
        #expect(found.status == 0, "\(found.errors)")
        let line = try #require(found.output.firstMatch(of: /crowd: (\d+) moments, off by ([\d.]+) persons/))
        #expect(Int(line.1) == 12)
        // Drawn people hide one another; whatever comes of it, a configuration takes it.
        let scale = found.output.firstMatch(of: /\{use: crowd, scale: ([\d.]+)\}/).map { String($0.1) } ?? "1.5"
        let folder = try TemporaryFolder.make()
        let configuration = folder.appending(path: "piculet.yaml")
        func counted(_ scale: String) throws -> Double {
            let text = """
                store: piculet.sqlite
                cameras:
                  - id: crowd
                    source: crowd.mp4
                    zones: [{id: all, kind: watch, polygon: [[0, 0], [1, 0], [1, 1], [0, 1]]}]
                    algorithms: [{use: crowd, threshold: 1\(scale)}]

                """
            try Data(text.utf8).write(to: configuration)
            let trace = folder.appending(path: "trace.jsonl")
            let replayed = try Program.run([
                "replay", Footage.samplesFolder.appending(path: "crowd.mp4").path, "--config", configuration.path,
                "--decode", "keyframes", "--trace", trace.path,
            ])
            #expect(replayed.status == 0, "\(replayed.errors)")
            return try String(contentsOf: trace, encoding: .utf8).split(separator: "\n").compactMap { line in
                (try? JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])?["measure"] as? Double
            }.max() ?? 0
        }
        let (plain, scaled) = (try counted(""), try counted(", scale: \(scale)"))
        #expect(plain > 5 && abs(scaled / plain - (Double(scale) ?? 0)) < 0.01, "\(plain), \(scaled)")
    }

    @Test func `what cannot be calibrated is refused with what to do`() throws {
        let stall = try calibrate("street-stall", Footage.samplesFolder.path)
        #expect(stall.status == 64 && stall.errors.contains("'street-stall' counts nothing, so it has no scale"))
        let folder = try TemporaryFolder.make()
        try FileManager.default.copyItem(
            at: Footage.samplesFolder.appending(path: "quiet.mp4"), to: folder.appending(path: "quiet.mp4"))
        let watch = #"{"id": "w", "kind": "watch", "polygon": [[0, 0], [1, 0], [1, 1], [0, 1]]}"#
        let labels = folder.appending(path: "quiet.json")
        try Data(#"{"video": "quiet.mp4", "zones": [\#(watch)], "absent": ["crowd"]}"#.utf8).write(to: labels)
        let nobody = try calibrate("crowd", folder.path, "--decode", "keyframes")
        #expect(
            nobody.status == 1 && nobody.errors.contains("the labels count nobody; add 'counts'"), "\(nobody.errors)")
        let counts = #""counts": [{"t_s": 5, "persons": [1, 1]}, {"t_s": 9, "persons": [1, 1]}]"#
        try Data(#"{"video": "quiet.mp4", "zones": [\#(watch)], "absent": ["crowd"], \#(counts)}"#.utf8).write(
            to: labels)
        let few = try calibrate("crowd", folder.path, "--decode", "keyframes")
        #expect(few.status == 1 && few.errors.contains("fewer than 3 moments"), "\(few.errors)")
    }
}
