import Measures
import Media
import Scoring
import Testing

/// Algorithms of which one knows what they must come to.
///
/// Ten clips of a minute; in the first four something happens from second 20 to second 40. A hit comes ten seconds after
/// what it is of began.
@Suite struct KnownAlgorithmsTests {
    private static let lasting = 10.0

    private func score(_ detect: (_ clip: Int, _ hasEvent: Bool) -> [Detection]) -> AlgorithmScore {
        let clips = (0..<10).map { clip in
            let hasEvent = clip < 4
            let event = TrueEvent(
                algorithm: "stall", zone: "kerb", from: MediaTime(seconds: 20), to: MediaTime(seconds: 40),
                tolerance: .seconds(2))
            return ClipFindings(
                clip: "clip-\(clip)", camera: "cam", conditions: [], policy: "full", length: .seconds(60),
                events: hasEvent ? [event] : [], absent: hasEvent ? [] : ["stall"], detections: detect(clip, hasEvent))
        }
        return AlgorithmScore("stall", over: clips)
    }

    private func detection(_ from: Double, _ to: Double, score: Double = 0.9) -> Detection {
        Detection.sample("stall", from: from, hit: from + Self.lasting, to: to, score: score)
    }

    @Test func `one that fires again and again finds all, and is wrong wherever nothing is`() throws {
        let score = score { _, _ in stride(from: 0.0, to: 50, by: 10).map { detection($0, $0 + 15) } }
        #expect([score.found, score.missed, score.falseAlarms] == [4, 0, 46])
        #expect(score.precision.value == 0.08 && score.recall.value == 1 && score.f1 == 0.148148)
        // 46 in ten minutes.
        #expect(score.hours == 0.166667 && score.falsePerHour.value == 276 && score.falsePerDay.value == 6624)
        #expect(score.timeToDetect.medianS == 10)
        #expect(score.recallAt.allSatisfy { $0.recall == 0 }, "no threshold leaves a false alarm a day")
    }

    @Test func `one that fires at once and never stops finds nothing: it told before anything happened`() throws {
        let score = score { _, _ in [detection(0, 60)] }
        #expect([score.found, score.missed, score.falseAlarms] == [0, 4, 10])
        #expect(score.precision.value == 0 && score.recall.value == 0 && score.timeToDetect.n == 0)
    }

    @Test func `one that reads the truth makes no mistake`() throws {
        let score = score { _, hasEvent in hasEvent ? [detection(20, 40)] : [] }
        #expect([score.found, score.missed, score.falseAlarms] == [4, 0, 0])
        #expect(score.precision.value == 1 && score.recall.value == 1 && score.f1 == 1)
        #expect(score.falsePerDay.value == 0 && score.timeToDetect.medianS == 10 && score.timeToDetect.n == 4)
        #expect(score.recallAt.allSatisfy { $0.recall == 1 && $0.threshold == 0.9 })
        // Four of four prove little: the interval says so.
        #expect(score.recall.low == 0.510109 && score.recall.high == 1)
        let high = try #require(score.falsePerDay.high)
        #expect(abs(high - 3.688879 / 0.166667 * 24) < 0.01)
    }

    @Test func `one that is ten seconds late finds all, late`() {
        let score = score { _, hasEvent in hasEvent ? [detection(30, 50)] : [] }
        #expect([score.found, score.missed, score.falseAlarms] == [4, 0, 0])
        #expect(score.timeToDetect.medianS == 20 && score.timeToDetect.longestS == 20)
    }

    @Test func `one that fires at random is right as often as chance has it`() {
        var random = SplitMix64(seed: 7)
        let starts = (0..<10).map { _ in (0..<3).map { _ in Double(random.next() % 50) } }
        let score = score { clip, _ in starts[clip].map { detection($0, $0 + 5, score: $0 / 50) } }
        // Counted by hand, as it were: an event is found where one of three overlaps it or begins near; all else is false.
        let near = starts.prefix(4).map { $0.filter { ($0 < 40 && $0 + 5 > 20) || abs($0 - 20) <= 2 }.count }
        let found = near.filter { $0 > 0 }.count
        #expect([score.found, score.missed, score.falseAlarms] == [found, 4 - found, 30 - found])
        #expect(score.curve.last?.recall == Double(found) / 4)
    }

    @Test func `clips that do not tell its truth count neither way`() {
        let clips = [
            ClipFindings(
                clip: "a", camera: "a", conditions: [], policy: "full", length: .seconds(60), events: [], absent: [],
                detections: [detection(0, 60)])
        ]
        let score = AlgorithmScore("stall", over: clips)
        #expect(score.clips == 0 && score.falseAlarms == 0 && score.hours == 0 && clips[0].unjudged == 1)
        #expect(score.precision.value == nil && score.falsePerHour.value == nil && score.f1 == nil)
    }
}
