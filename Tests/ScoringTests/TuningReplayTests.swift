import Cases
import CityAlgorithms
import Foundation
import Media
import Pipeline
import Replaying
import Scene
import Scoring
import Testing

/// Replaying a trace gives what replaying the film gives.
@Suite struct TuningReplayTests {
    private static let samples = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "samples")
    private static let clips = ["crowd", "stall", "passers", "parked-van"]
    private static let start = WallTime(rfc3339: "2026-01-01T07:59:30+08:00") ?? WallTime(milliseconds: 0)
    private static let timeZone = TimeZone(identifier: "Asia/Shanghai") ?? .gmt

    /// A part of the pavement is allowed to whoever wants it, from half a minute after the start until a quarter later.
    private static let zones = [
        Zone(id: "all", kind: .watch, polygon: .wholePicture),
        Zone(
            id: "lower", kind: .pavement,
            polygon: Polygon([
                Point(x: 0, y: 0.57), Point(x: 1, y: 0.57), Point(x: 1, y: 1), Point(x: 0, y: 1),
            ])),
        Zone(
            id: "market", kind: .permit,
            polygon: Polygon([Point(x: 0, y: 0.5), Point(x: 0.6, y: 0.5), Point(x: 0.6, y: 1), Point(x: 0, y: 1)]),
            allows: ["crowd", "street-stall"], when: DailyWindow(configured: "07:00-08:00")),
    ]

    private func replay(_ terms: (AlgorithmEntry) -> HitRule.Terms) throws -> [ClipResult] {
        let watches = AlgorithmCatalog.builtIn.usable.flatMap { algorithm in
            Self.zones.prefix(2).map { CameraSetup.Watch(algorithm: algorithm, zone: $0, terms: terms(algorithm)) }
        }
        let jobs = Self.clips.map { name in
            ScoreJob(
                video: Self.samples.appending(path: "\(name).mp4").path,
                truth: .init(
                    name: name, camera: name, conditions: [], scene: "", events: [], absent: ["crowd", "street-stall"]),
                setup: CameraSetup(
                    id: name, name: name, ownership: Ownership(.empty, grid: nil, location: nil), zones: Self.zones,
                    watches: watches, personScale: .streetCamera, policy: .every(.seconds(1))), byZone: true)
        }
        return try ScoreRunner(
            jobs, start: Self.start, timeZone: Self.timeZone,
            scheme: CaseScheme(calendars: CalendarBook(current: .usual(in: Self.timeZone))),
            progress: ReplayProgress(videos: jobs.count)
        ).run(atOnce: 2)
    }

    private func terms(
        _ lasting: Double, gap: Double, enter: Double, leave: Double, when: String? = nil
    ) -> HitRule.Terms {
        HitRule.Terms(
            lasting: .milliseconds(Int64(lasting * 1000)), gap: .milliseconds(Int64(gap * 1000)), enter: enter,
            leave: leave, schedule: when.flatMap { DailyWindow(configured: $0) })
    }

    @Test func `a trace tells under other terms what the film tells under them, to the last field`() throws {
        let traced = try replay { HitRule.Terms($0.profile) }
        let tried = [
            terms(10, gap: 6, enter: 1, leave: 0.8), terms(0.5, gap: 0.5, enter: 1, leave: 1),
            terms(5, gap: 2, enter: 3, leave: 1.5), terms(3, gap: 30, enter: 6, leave: 5.7),
            terms(2, gap: 4, enter: 1, leave: 0.1, when: "08:00-08:01"),
        ]
        var told = 0
        for terms in tried {
            let real = try replay { _ in terms }
            for algorithm in AlgorithmCatalog.builtIn.usable {
                for (trace, film) in zip(traced, real) {
                    let clip = try #require(
                        TracedClip(trace, algorithm: algorithm.id, start: Self.start, timeZone: Self.timeZone))
                    let detections = TraceReplay(algorithm.profile).detections(in: clip, under: terms)
                    // Nothing is true there: each detection is a false alarm, in the order in which they began.
                    let expected = film.findings.findings(of: algorithm.id).compactMap(\.detection)
                    let sorted = detections.enumerated().sorted {
                        ($0.element.startedAt, $0.offset) < ($1.element.startedAt, $1.offset)
                    }.map(\.element)
                    #expect(sorted == expected, "\(clip.name), \(algorithm.id), \(terms)")
                    told += detections.count
                }
            }
        }
        #expect(told > 20, "only \(told) were compared")
    }

    @Test func `a trace under its own terms tells what was told`() throws {
        let results = try replay {
            HitRule.Terms($0.profile, lasting: .seconds(5), threshold: $0.profile.threshold == nil ? nil : 6)
        }
        for algorithm in AlgorithmCatalog.builtIn.usable {
            for result in results {
                let clip = try #require(
                    TracedClip(result, algorithm: algorithm.id, start: Self.start, timeZone: Self.timeZone))
                let detections = TraceReplay(algorithm.profile).detections(in: clip)
                #expect(Set(detections) == Set(result.findings.findings(of: algorithm.id).compactMap(\.detection)))
            }
        }
    }

    @Test func `a clip that does not tell the truth is none to learn from`() throws {
        let result = try #require(try replay { HitRule.Terms($0.profile) }.first)
        #expect(TracedClip(result, algorithm: "litter", start: Self.start, timeZone: Self.timeZone) == nil)
    }
}
