import Foundation
import TestSupport
import Testing

/// The lorry on the motorway, larger and encoded anew, under `burst`.
@Suite(.enabled(if: Footage.isHere, "the shared footage is not beside the repository"))
struct BurstTests {
    private func encoded(_ name: String, _ rate: [String]) throws -> String {
        let source = try #require(Footage.real.first { $0.name == "motorway-lorry" }).video.path
        return try Encoded.film(source, name: name, size: "640:480", rate: rate, group: 50)
    }

    @Test(arguments: [
        ["-crf", "23"], ["-b:v", "1M", "-maxrate", "1M", "-minrate", "1M", "-bufsize", "500k", "-nal-hrd", "cbr"],
    ])
    func `a lorry is looked at picture by picture, an empty road is not`(rate: [String]) throws {
        let film = try encoded("lorry.ts", rate)
        let run = try Program.run(["replay", film, "--decode", "burst", "--format", "jsonl"])
        #expect(run.status == 0)
        let bursts = run.lines("burst")
        // A burst's looks are spread over its time evenly, at 25 a second.
        let looks = bursts.map { burst -> Double in
            let from = burst["from_media_s"] as? Double ?? 0
            let to = burst["to_media_s"] as? Double ?? 0
            return max(min(to, 24) - max(from, 15.2), 0) * 25
        }
        #expect(looks.reduce(0, +) >= 10, "\(bursts)")
        let summary = try #require(run.lines("summary").first)
        #expect(try #require(summary["decoded"] as? Int) <= 450)
        // The same each time.
        let again = try Program.run(["replay", film, "--decode", "burst", "--format", "jsonl"])
        func told(_ output: String) -> [Substring] { output.split(separator: "\n").filter { $0.contains("\"burst\"") } }
        #expect(told(again.output) == told(run.output))
        #expect(again.lines("summary").first?["decoded"] as? Int == summary["decoded"] as? Int)
    }
}
