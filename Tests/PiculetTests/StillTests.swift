import Foundation
import TestSupport
import Testing

/// What scenes say stands still in films, under three policies, without any algorithm's rules.
@Suite struct StillTests {
    private struct Look: Decodable {
        let at: Double
        /// x, y, width, height, since.
        let still: [[Double]]
    }

    private static let policies = ["full", "1", "keyframes"]

    private func looks(_ film: String, _ policy: String) throws -> [Look] {
        let meter = URL(fileURLWithPath: Program.path).deletingLastPathComponent().appending(path: "Meter").path
        let told = try Program.run(meter, ["still", film, policy])
        #expect(told.status == 0)
        return try told.output.split(separator: "\n").map { try JSONDecoder().decode(Look.self, from: Data($0.utf8)) }
    }

    private func shared(_ a: [Double], _ b: [Double]) -> Double {
        let width = min(a[0] + a[2], b[0] + b[2]) - max(a[0], b[0])
        let height = min(a[1] + a[3], b[1] + b[3]) - max(a[1], b[1])
        return max(width, 0) * max(height, 0) / min(a[2] * a[3], b[2] * b[3])
    }

    /// The longest time, in seconds, for which something was said to stand in one place.
    private func longest(_ looks: [Look]) -> Double {
        var lasting: [(box: [Double], since: Double)] = []
        var longest = 0.0
        for look in looks {
            lasting = look.still.map { box in
                (box, lasting.filter { shared($0.box, box) > 0.2 }.map(\.since).min() ?? look.at)
            }
            longest = max(longest, lasting.map { look.at - $0.since }.max() ?? 0)
        }
        return longest
    }

    @Test(arguments: ["cloud-and-leaves", "quiet", "passers"], policies)
    func `where nothing is set down nothing stands for ten seconds`(sample: String, policy: String) throws {
        let film = Program.root.appending(path: "samples/\(sample).mp4").path
        #expect(longest(try looks(film, policy)) <= 10)
    }

    @Test(
        .enabled(if: Footage.isHere, "the shared footage is not beside the repository"),
        arguments: policies)
    func `a real cloud over a car park is nothing`(policy: String) throws {
        let clip = try #require(Footage.real.first { $0.name == "car-park-cloud" })
        #expect(longest(try looks(clip.video.path, policy)) <= 10)
    }

    @Test(
        .enabled(if: Footage.isHere, "the shared footage is not beside the repository"),
        arguments: policies)
    func `a dark bag on dark paving is reported within five seconds and until the end`(policy: String) throws {
        let clip = try #require(Footage.real.first { $0.name == "bag-left-on-pavement" })
        // Its own keyframes are 8 s apart.
        let film =
            policy == "keyframes"
            ? try Encoded.film(clip.video.path, name: "bag.mp4", rate: ["-crf", "18", "-bf", "0"], group: 60)
            : clip.video.path
        // 451...502 x 366...415 of 720 x 480 pixels.
        let bag = [451.0 / 720, 366.0 / 480, 51.0 / 720, 49.0 / 480]
        let looks = try looks(film, policy).filter { $0.at >= 14 + 5 }
        #expect(looks.count >= 9)
        for look in looks {
            #expect(look.still.contains { shared($0, bag) > 0.25 }, "not reported at \(look.at)")
            #expect(look.still.allSatisfy { shared($0, bag) > 0.25 }, "something else at \(look.at)")
        }
    }

    @Test(arguments: ["stall", "stall-grey"], policies)
    func `a stall is reported within five seconds and until it leaves`(sample: String, policy: String) throws {
        let clip = try #require(Footage.samples.first { $0.name == sample })
        let event = try #require(clip.labels.events.first)
        let (start, end, tolerance) = (event.start.seconds, event.end.seconds, event.tolerance.inSeconds)
        let looks = try looks(clip.video.path, policy)
        let reported = looks.filter { !$0.still.isEmpty }.map(\.at)
        #expect(try #require(reported.first { $0 >= start - tolerance }) <= start + 5)
        // Somebody may stand before it for a moment.
        let due = looks.filter { $0.at >= start + 5 && $0.at <= end - 1 }
        var last = start + 5
        for look in due where !look.still.isEmpty {
            #expect(look.at - last <= 2.5, "not reported from \(last) to \(look.at)")
            last = look.at
        }
        #expect(end - 1 - last <= 2.5)
    }
}
