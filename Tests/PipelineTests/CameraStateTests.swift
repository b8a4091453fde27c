import Cases
import CityAlgorithms
import Foundation
import FrameKernels
import Media
import Pipeline
import Scene
import Testing

/// What is to be seen, as a test sets it.
private final class Stage: @unchecked Sendable {
    // Sendable: used on the test's thread alone.
    var box: Box? = Box(x: 0.2, y: 0.2, width: 0.3, height: 0.3)
    /// It says that it stood there for hours.
    var since = MediaTime.zero - .seconds(5 * 3600)
    /// By what the last look was judged.
    var scale: PersonScale?
}

/// Sees what the stage shows, and wants to see every picture after two looks.
private struct Acting: Algorithm {
    let stage: Stage
    private var looks = 0

    init(_ stage: Stage) { self.stage = stage }

    static func entry(_ stage: Stage) -> AlgorithmEntry {
        let profile = AlgorithmProfile(
            id: "acting", nameZH: "表演", nameEN: "Acting", zoneKinds: [.watch], lastingKey: .dwell,
            lasting: .seconds(180), threshold: nil, gap: .seconds(45), quietAfter: .seconds(1200), handlingHours: 1)
        return AlgorithmEntry(profile) { _ in Acting(stage) }
    }

    mutating func judge(_ look: Look, into observations: inout [Observation]) {
        looks += 1
        stage.scale = look.scene.personScale
        guard let box = stage.box else { return }
        observations.append(Observation(since: min(stage.since, look.at), box: box, measure: 1, score: 1))
    }

    var asksForEveryPicture: Bool { looks > 2 }
}

private final class NoPicture: OriginalPicture {
    var time: MediaTime { .zero }
    var analysisSize: (width: Int, height: Int) { (64, 64) }
    func jpeg(box: Box?, parts: [Box]) throws -> Data { Data() }
    func thumbnail() throws -> Data { Data() }
}

/// A camera of one zone that is looked at as a test wants.
private struct Watched {
    let stage = Stage()
    let state: CameraState
    private let start: WallTime

    init(
        from start: String = "2026-03-01T10:00:00+08:00", schedule: String? = nil, permit: String? = nil,
        ground: CameraGround = .unknown
    ) throws {
        self.start = try #require(WallTime(rfc3339: start))
        let zone = Zone(id: "all", kind: .watch, polygon: .wholePicture)
        let permits = permit.map {
            [
                Zone(
                    id: "night", kind: .permit, polygon: .wholePicture, allows: ["acting"],
                    when: DailyWindow(configured: $0))
            ]
        }
        let entry = Acting.entry(stage)
        let terms = HitRule.Terms(entry.profile, schedule: schedule.flatMap { DailyWindow(configured: $0) })
        let setup = CameraSetup(
            id: "gate", name: "Gate", ownership: Ownership(.empty, grid: nil, location: nil),
            zones: [zone] + (permits ?? []), watches: [.init(algorithm: entry, zone: zone, terms: terms)],
            personScale: .streetCamera, ground: ground, policy: .burst)
        state = CameraState(
            setup, start: self.start, timeZone: TimeZone(secondsFromGMT: 8 * 3600) ?? .gmt,
            scratches: ScratchPool(limit: 1))
    }

    func look(at second: Int) -> [CameraEvent] {
        state.look(AnalysisPicture(width: 64, height: 64), .levels, NoPicture(), at: time(second))
    }

    func time(_ second: Int) -> MediaTime { MediaTime(seconds: Double(second)) }

    /// A look each half minute.
    func looks(from: Int, to: Int) -> [CameraEvent] { stride(from: from, to: to, by: 30).flatMap { look(at: $0) } }

    /// What came of it, with wall times of the city.
    func words(_ events: [CameraEvent]) -> [String] {
        let zone = TimeZone(secondsFromGMT: 8 * 3600) ?? .gmt
        return events.map { event in
            switch event {
            case .hit(let hit, _, _):
                "hit \(hit.hitAt.local(in: zone).time) since \(hit.startedAt.local(in: zone).time)"
            case .permitted: "permitted"
            case .opened: "opened"
            case .joined: "joined"
            case .turned(let incident, _): incident.phase.rawValue
            }
        }
    }
}

@Suite struct CameraStateTests {
    @Test func `a camera that looks elsewhere judges nothing until it looks back`() throws {
        let watched = try Watched()
        watched.state.isSuspended = true
        #expect((0..<5).allSatisfy { watched.look(at: $0).isEmpty })
        watched.state.isSuspended = false
        #expect(!watched.look(at: 6).isEmpty)
    }

    @Test func `a thing is as wide as the camera's ground scale says, and without one that is not told`() throws {
        func extents(_ ground: CameraGround) throws -> [Extent] {
            let events = try Watched(ground: ground).looks(from: 0, to: 300)
            return events.compactMap { if case .hit(let hit, _, _) = $0 { hit.extent } else { nil } }
        }
        // 10 m across at the row of its foot, 0.5.
        let corners = [(0.0, 1.0, 0.0, 0.0), (1, 1, 6, 0), (0.8, 0.5, 8, 20), (0.2, 0.5, -2, 20)]
        let reference = try GroundReference(
            places: corners.map { .init(Point(x: $0.0, y: $0.1), metres: Point(x: $0.2, y: $0.3)) })
        guard case .width(let metres)? = try extents(CameraGround(reference: reference)).first?.size else {
            Issue.record("no width is told")
            return
        }
        #expect(abs(metres - 5) < 1e-9, "0.3 of the picture's width, of which 0.6 are 10 m")
        #expect(try extents(.unknown).isEmpty)
    }

    @Test func `people are as tall as the camera's ground scale says, and above the horizon they have a size as well`()
        throws
    {
        func person(_ x: Double, foot: Double, head: Double) -> GroundReference.Thing {
            .init(from: Point(x: x, y: foot), to: Point(x: x, y: head), metres: 1.7)
        }
        // The horizon lies at a tenth of the picture.
        let people = [person(0.4, foot: 0.9, head: 0.66), person(0.6, foot: 0.5, head: 0.38)]
        let watched = try Watched(ground: CameraGround(reference: try GroundReference(people: people)))
        for second in 0..<2 { _ = watched.look(at: second) }
        let scale = try #require(watched.stage.scale)
        let heights = [0.9, 0.5, 0.3].map(scale.height)
        #expect(zip(heights, [0.24, 0.12, 0.06]).allSatisfy { abs($0 - $1) < 1e-9 })
        #expect(scale.height(atFoot: 0.1) == 0.01 && scale.height(atFoot: 0) == 0.01)
        let plain = try Watched()
        for second in 0..<2 { _ = plain.look(at: second) }
        #expect(plain.stage.scale == .streetCamera)
    }

    @Test func `an algorithm may ask for every picture`() throws {
        let watched = try Watched()
        for second in 0..<2 { _ = watched.look(at: second) }
        #expect(!watched.state.asksForEveryPicture)
        _ = watched.look(at: 2)
        #expect(watched.state.asksForEveryPicture)
    }

    @Test func `a stall that is still there when the permit ends opens a case of the morning`() throws {
        let watched = try Watched(from: "2026-03-01T19:50:00+08:00", permit: "20:00-07:00")
        let events = watched.looks(from: 0, to: 12 * 3600)
        #expect(
            watched.words(events) == [
                "hit 19:50:00 since 14:50:00", "opened", "permitted", "ended", "hit 07:03:00 since 07:00:00", "opened",
            ])
        let keys = events.compactMap { if case .opened(let opening, _) = $0 { opening.incident.key } else { nil } }
        #expect(Set(keys).count == 2)
    }

    @Test func `what stands when the schedule begins counts from its beginning`() throws {
        let watched = try Watched(from: "2026-03-01T07:50:00+08:00", schedule: "08:00-20:00")
        #expect(watched.words(watched.looks(from: 0, to: 1200)) == ["hit 08:03:00 since 08:00:00", "opened"])
    }

    @Test(arguments: [-5, 5])
    func `a step of the machine's clock by hours neither holds incidents open nor swallows new ones`(
        hours: Int64
    ) throws {
        let watched = try Watched()
        #expect(watched.words(watched.looks(from: 0, to: 60)) == ["hit 10:00:00 since 05:00:00", "opened"])
        let now = try #require(WallTime(rfc3339: "2026-03-01T10:01:00+08:00"))
        watched.state.follow(wall: now + .seconds(hours * 3600), at: watched.time(60))
        watched.stage.box = nil
        #expect(watched.words(watched.looks(from: 60, to: 60 + 1500)) == ["quiet", "ended"])
        watched.stage.box = Box(x: 0.2, y: 0.2, width: 0.3, height: 0.3)
        watched.stage.since = watched.time(1560)
        let again = watched.words(watched.looks(from: 1560, to: 1800))
        let hour = hours < 0 ? "05" : "15"
        #expect(again == ["hit \(hour):29:00 since \(hour):26:00", "opened"])
    }

    @Test func `what stays after its case was closed is another incident when it lasted anew`() throws {
        let watched = try Watched()
        let first = watched.looks(from: 0, to: 600)
        #expect(watched.words(first) == ["hit 10:00:00 since 05:00:00", "opened"])
        guard case .opened(let opening, _)? = first.last else { return }
        let key = opening.incident.key
        #expect(watched.state.caseClosed("another", at: watched.time(600)).isEmpty)
        #expect(watched.words(watched.state.caseClosed(key, at: watched.time(600))) == ["ended"])
        let second = watched.looks(from: 600, to: 1200)
        #expect(watched.words(second) == ["hit 10:13:00 since 10:10:00", "opened"])
        guard case .opened(let next, _)? = second.last else { return }
        #expect(next.incident.key != key)
        #expect(watched.state.caseClosed(key, at: watched.time(1200)).isEmpty, "the closed one is over")
    }

    @Test func `what goes away after its case was closed is nothing`() throws {
        let watched = try Watched()
        guard case .opened(let opening, _)? = watched.looks(from: 0, to: 600).last else { return }
        _ = watched.state.caseClosed(opening.incident.key, at: watched.time(600))
        watched.stage.box = nil
        #expect(watched.looks(from: 600, to: 3600).isEmpty)
    }

    @Test func `what a scene knows is kept once in ten minutes, whatever comes and goes`() throws {
        let watched = try Watched()
        var kept: [Int] = []
        for second in stride(from: 0, to: 3600, by: 30) {
            watched.stage.box = second % 240 < 120 ? Box(x: 0.2, y: 0.2, width: 0.3, height: 0.3) : nil
            _ = watched.look(at: second)
            if watched.state.memoryWorthKeeping(at: watched.time(second)) != nil { kept.append(second) }
        }
        #expect(kept == [30, 630, 1230, 1830, 2430, 3030])
    }
}
