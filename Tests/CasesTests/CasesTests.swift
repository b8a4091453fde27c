import Cases
import Media
import Testing

@Suite struct IncidentTrackerTests {
    private func hit(_ second: Int64, x: Double = 0.4) -> Hit {
        Hit(
            camera: "c", algorithm: "street-stall", zone: "z", startedAt: WallTime(milliseconds: second * 1000),
            hitAt: WallTime(milliseconds: second * 1000 + 500), box: Box(x: x, y: 0.6, width: 0.1, height: 0.1),
            measure: 1, score: 0.9)
    }

    private func opened(_ changes: [IncidentTracker.Change]) -> Int {
        changes.count { if case .opened = $0 { true } else { false } }
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

    @Test func `it turns quiet, fires again and ends`() {
        var tracker = IncidentTracker(quietAfter: .seconds(600))
        _ = tracker.take(hit(0))
        func phases(_ changes: [IncidentTracker.Change]) -> [IncidentTracker.Phase] {
            changes.compactMap { if case .turned(let incident) = $0 { incident.phase } else { nil } }
        }
        #expect(phases(tracker.advance(to: WallTime(milliseconds: 40_000))) == [.quiet])
        #expect(phases(tracker.sustained(hit(50).box, at: WallTime(milliseconds: 50_000))) == [.firing])
        #expect(phases(tracker.advance(to: WallTime(milliseconds: 800_000))) == [.quiet, .ended])
    }
}

@Suite struct CaseNumberTests {
    @Test func `the same incident has the same number, another has another`() {
        let number = CaseNumber(incident: "a/b/c/1", date: "2026-03-01")
        #expect(number == CaseNumber(incident: "a/b/c/1", date: "2026-03-01"))
        #expect(number.description.hasPrefix("20260301-") && number.description.count == 16)
        #expect(Set((0..<20_000).map { CaseNumber(incident: "cam/x/z/\($0)", date: "2026-03-01") }).count == 20_000)
    }
}
