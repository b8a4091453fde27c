import Cases
import Media
import TestSupport
import Testing

@Suite struct IncidentTrackerTests {
    private func time(_ seconds: Int64) -> MediaTime { MediaTime(microseconds: seconds * 1_000_000) }

    private func wall(_ seconds: Int64) -> WallTime { WallTime(milliseconds: seconds * 1000) }

    private func box(_ x: Double = 0.4) -> Box { Box(x: x, y: 0.6, width: 0.1, height: 0.1) }

    private func hit(_ second: Int64, x: Double = 0.4) -> Hit {
        Hit(
            camera: "c", algorithm: "street-stall", zone: "z", startedAt: wall(second),
            hitAt: wall(second) + .milliseconds(500), box: box(x), measure: 1, score: 0.9)
    }

    private func opened(_ changes: [IncidentTracker.Change]) -> Int {
        changes.count { if case .opened = $0 { true } else { false } }
    }

    private func phases(_ changes: [IncidentTracker.Change]) -> [IncidentTracker.Phase] {
        changes.compactMap { if case .turned(let incident) = $0 { incident.phase } else { nil } }
    }

    @Test func `hits at one place are one incident until it ended`() {
        var tracker = IncidentTracker(quietAfter: .seconds(600))
        #expect(opened(tracker.take(hit(0))) == 1)
        #expect(opened(tracker.take(hit(20, x: 0.42))) == 0)
        #expect(opened(tracker.take(hit(300))) == 0)
        #expect(opened(tracker.take(hit(1000))) == 1)
    }

    @Test func `another place is another incident`() {
        var tracker = IncidentTracker(quietAfter: .seconds(600))
        #expect(opened(tracker.take(hit(0))) + opened(tracker.take(hit(1, x: 0.8))) == 2)
    }

    @Test func `of what passes each hit is an incident, at one place too`() {
        var tracker = IncidentTracker(
            quietAfter: .seconds(10), joinsHits: false, resuming: [], at: .init(media: .zero, wall: wall(0)))
        #expect(opened(tracker.take(hit(0))) + opened(tracker.take(hit(4))) == 2)
        #expect(tracker.sustained(box(), at: .init(media: time(6), wall: wall(6))).isEmpty, "which of the two it is")
        #expect(phases(tracker.advance(to: time(13))) == [.quiet, .ended], "ten seconds after the first")
        #expect(phases(tracker.advance(to: time(60))) == [.quiet, .ended])
    }

    @Test func `it turns quiet, fires again and ends`() {
        var tracker = IncidentTracker(quietAfter: .seconds(600))
        _ = tracker.take(hit(0))
        #expect(phases(tracker.advance(to: time(40))) == [.quiet])
        #expect(phases(tracker.sustained(box(), at: .init(media: time(50), wall: wall(50)))) == [.firing])
        #expect(phases(tracker.advance(to: time(800))) == [.quiet, .ended])
    }

    @Test(arguments: [-5, 0, 5])
    func `a step of the clock by hours neither holds an incident open nor ends it`(hours: Int64) {
        var tracker = IncidentTracker(quietAfter: .seconds(600))
        _ = tracker.take(hit(10_000), at: time(0))
        let stepped = wall(10_000 + hours * 3600)
        #expect(tracker.sustained(box(), at: .init(media: time(20), wall: stepped + .seconds(20))) == [])
        #expect(tracker.advance(to: time(50)) == [])
        #expect(phases(tracker.advance(to: time(51))) == [.quiet])
        #expect(tracker.advance(to: time(620)) == [])
        let ends = tracker.advance(to: time(621))
        #expect(phases(ends) == [.ended])
        guard case .turned(let incident)? = ends.first else { return }
        #expect(incident.sustainedAt == stepped + .seconds(20), "what is recorded is wall time")
        #expect(opened(tracker.take(hit(10_621 + hours * 3600), at: time(621))) == 1)
    }

    @Test(arguments: [(-300, [.ended]), (-60, []), (5 * 3600, [])] as [(Int64, [IncidentTracker.Phase])])
    func `after a restart what was sustained in the future was sustained now`(
        ago: Int64, expected: [IncidentTracker.Phase]
    ) {
        let kept = IncidentTracker.Incident(
            key: "k", firstHit: hit(0), box: box(), sustainedAt: wall(10_000 + ago), phase: .quiet, hits: 1)
        var tracker = IncidentTracker(
            quietAfter: .seconds(120), resuming: [kept], at: .init(media: .zero, wall: wall(10_000)))
        #expect(phases(tracker.advance(to: time(1))) == expected)
        #expect(phases(tracker.advance(to: time(121))) == (expected.isEmpty ? [.ended] : []))
    }

    @Test func `an incident whose case is closed ends, and the next hit there opens another`() throws {
        var tracker = IncidentTracker(quietAfter: .seconds(600))
        guard case .opened(let incident)? = tracker.take(hit(0)).first else { return }
        let end = tracker.end(incident.key)
        let ended = try #require(end)
        #expect(ended.phase == .ended && ended.key == incident.key)
        let endAgain = tracker.end(incident.key)
        #expect(endAgain == nil)
        guard case .opened(let next)? = tracker.take(hit(200)).first else {
            Issue.record("it joined the closed one")
            return
        }
        #expect(next.key != incident.key)
    }

    @Test func `a permit ends an incident unless another cause goes on there`() {
        var tracker = IncidentTracker(quietAfter: .seconds(600))
        _ = tracker.take(hit(0))
        #expect(tracker.end(at: box(), unlessSustainedBy: [box(0.45)]) == [])
        #expect(phases(tracker.end(at: box(), unlessSustainedBy: [box(0.8)])) == [.ended])
        #expect(opened(tracker.take(hit(20))) == 1)
    }
}
