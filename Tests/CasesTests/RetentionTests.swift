import Cases
import Media
import TestSupport
import Testing

@Suite struct RetentionTests {
    private let now = WallTime(milliseconds: 1_780_000_000_000)

    private func kept(_ name: String, daysAgo: Int, megabytes: Int64 = 1, isOpen: Bool = false) -> Retention.Kept {
        Retention.Kept(
            number: CaseNumber(name), at: now + .seconds(-86400 * daysAgo), bytes: megabytes * 1_000_000, isOpen: isOpen
        )
    }

    @Test func `what is too old goes, unless somebody waits for it`() {
        let retention = Retention(keep: .seconds(90 * 86400), atMost: ByteCount(bytes: 1_000_000_000))
        let gone = retention.goes(
            of: [kept("old", daysAgo: 91), kept("open", daysAgo: 400, isOpen: true), kept("new", daysAgo: 89)], at: now)
        #expect(gone.map(\.number.description) == ["old"] && gone.map(\.reason) == [.tooOld])
    }

    @Test func `where it is too much the oldest closed go first, then the oldest`() {
        let retention = Retention(keep: .seconds(90 * 86400), atMost: ByteCount(bytes: 2_000_000))
        let all = [
            kept("open-old", daysAgo: 9, isOpen: true), kept("closed-old", daysAgo: 8), kept("closed-new", daysAgo: 2),
            kept("open-new", daysAgo: 1, isOpen: true), kept("open-newest", daysAgo: 0, isOpen: true),
        ]
        let gone = retention.goes(of: all, at: now)
        #expect(gone.map(\.number.description) == ["closed-old", "closed-new", "open-old"])
        #expect(gone.allSatisfy { $0.reason == .tooMuch })
    }
}

@Suite struct ResumedIncidentTests {
    private func hit(_ seconds: Int64) -> Hit {
        Hit(
            camera: "gate", algorithm: "street-stall", zone: "kerb", startedAt: WallTime(milliseconds: seconds * 1000),
            hitAt: WallTime(milliseconds: seconds * 1000), box: Box(x: 0.4, y: 0.6, width: 0.2, height: 0.2),
            measure: 1,
            score: 0.9)
    }

    @Test func `after a restart the same cause joins its incident, and opens none when it had ended`() {
        var before = IncidentTracker(quietAfter: .seconds(600))
        guard case .opened(let incident) = before.take(hit(0)).first else {
            Issue.record("no incident")
            return
        }
        let restart = IncidentTracker.Moment(media: MediaTime(seconds: 10), wall: WallTime(milliseconds: 10_000))
        var after = IncidentTracker(quietAfter: .seconds(600), resuming: [incident], at: restart)
        #expect(after.take(hit(20)).contains { if case .joined = $0 { true } else { false } })
        var late = IncidentTracker(quietAfter: .seconds(600), resuming: [incident], at: restart)
        #expect(late.take(hit(5000)).contains { if case .opened = $0 { true } else { false } })
    }
}
