import Media
import Pipeline
import Testing

@Suite struct HealthMonitorTests {
    private let start = WallTime(milliseconds: 1_780_000_000_000)

    private func at(_ seconds: Double) -> HealthMonitor.Moment {
        .init(
            instant: MonotonicInstant(nanoseconds: Int64(seconds * 1e9)),
            wall: start + .milliseconds(Int64(seconds * 1000)))
    }

    private func monitor(policy: DecodePolicy = .keyframes, past: HealthEvent? = nil) -> HealthMonitor {
        HealthMonitor(camera: "gate", policy: policy, past: past, at: at(0))
    }

    private let gone = SourceFault(.unreachable, Words(zh: "无法连接", en: "gone"))

    /// Live since second 1.
    private func live() -> HealthMonitor {
        var monitor = monitor()
        _ = monitor.connected(at(0.5))
        _ = monitor.packet(isUntimed: false, at(0.6))
        let change = monitor.picture(.init(), at(1))
        #expect(change?.began == HealthEvent(camera: "gate", state: .live, from: start + .seconds(1)))
        #expect(change?.ended == HealthEvent(camera: "gate", state: .connecting, from: start, to: start + .seconds(1)))
        return monitor
    }

    @Test func `silence is a stall since the last packet, and packets end it`() {
        var monitor = live()
        _ = monitor.packet(isUntimed: false, at(10))
        #expect(monitor.tick(at(14.9)) == nil)
        let change = monitor.tick(at(15))
        #expect(change?.began.state == .stalled && change?.began.from == start + .seconds(10))
        #expect(monitor.tick(at(16)) == nil)
        #expect(monitor.packet(isUntimed: false, at(20))?.began.state == .live)
    }

    @Test func `a camera whose keyframes are too far apart is told so`() {
        var monitor = monitor(policy: .every(.seconds(1800)))
        _ = monitor.connected(at(0.5))
        _ = monitor.picture(.init(), at(1))
        for second in stride(from: 4.0, through: 1820, by: 4) { _ = monitor.packet(isUntimed: false, at(second)) }
        #expect(monitor.gaveUpGroup(at(1820)) == nil)
        let change = monitor.tick(at(1821))
        #expect(change?.began.state == .undecodable && change?.began.from == start + .seconds(1))
        #expect(
            change?.began.reason.en
                == "its keyframes are too far apart to hold its packets until a picture is due; "
                + "set its keyframe interval to a few seconds")
    }

    @Test func `a camera that is away is offline once, until pictures come`() {
        var monitor = live()
        #expect(monitor.failed(gone, at(5))?.began.state == .offline)
        #expect(monitor.failed(SourceFault(.timedOut, Words(zh: "超时", en: "slow")), at(9)) == nil)
        // It answers, but shows nothing yet: it stays offline.
        #expect(monitor.connected(at(12)) == nil)
        let back = monitor.picture(.init(), at(13))
        #expect(back?.ended?.from == start + .seconds(5) && back?.ended?.to == start + .seconds(13))
    }

    @Test(arguments: [
        (SourceFault.Reason.refused, HealthState.refused), (.wrongCodec, .wrongCodec), (.garbage, .offline),
        (.ended, .offline), (.timedOut, .offline),
    ])
    func `each fault has its state`(reason: SourceFault.Reason, state: HealthState) {
        var monitor = monitor()
        #expect(monitor.failed(SourceFault(reason, gone.words), at(1))?.began.state == state)
    }

    @Test func `packets without a picture are undecodable, but a long group is not`() {
        var monitor = live()
        for second in 2...20 { #expect(monitor.packet(isUntimed: false, at(Double(second))) == nil) }
        #expect(monitor.tick(at(20.5)) == nil)
        _ = monitor.packet(isUntimed: false, at(21))
        #expect(monitor.tick(at(21.5))?.began.state == .undecodable)
        #expect(monitor.picture(.init(), at(22))?.began.state == .live)
    }

    @Test func `a policy that decodes once a minute has patience`() {
        var monitor = monitor(policy: .every(.seconds(60)))
        _ = monitor.connected(at(0))
        _ = monitor.picture(.init(), at(1))
        for second in 2..<80 { _ = monitor.packet(isUntimed: false, at(Double(second))) }
        #expect(monitor.tick(at(80)) == nil)
    }

    @Test func `a picture that stands is frozen after half a minute, since it stood`() {
        var monitor = live()
        let verdict = PictureCheck.Verdict(since: [.frozen: at(3).instant])
        for second in 3..<33 {
            _ = monitor.packet(isUntimed: false, at(Double(second)))
            #expect(monitor.picture(verdict, at(Double(second))) == nil)
        }
        let change = monitor.picture(verdict, at(33))
        #expect(change?.began.state == .frozen && change?.began.from == start + .seconds(3))
        #expect(monitor.picture(.init(), at(34))?.began.state == .live)
    }

    @Test func `black is told before frozen`() {
        var monitor = live()
        let verdict = PictureCheck.Verdict(since: [.frozen: at(2).instant, .black: at(2).instant])
        _ = monitor.packet(isUntimed: false, at(12.9))
        #expect(monitor.picture(verdict, at(13))?.began.state == .black)
    }

    @Test func `useless timestamps are told, and their end`() {
        var monitor = live()
        #expect(monitor.packet(isUntimed: true, at(2))?.began.state == .untimed)
        #expect(monitor.packet(isUntimed: true, at(3)) == nil)
        #expect(monitor.packet(isUntimed: false, at(4))?.began.state == .live)
    }

    @Test func `what it suffered from goes on over a restart`() {
        let past = HealthEvent(camera: "gate", state: .offline, from: start - .seconds(7200), reason: gone.words)
        var monitor = monitor(past: past)
        #expect(monitor.failed(gone, at(1)) == nil)
        _ = monitor.connected(at(5))
        let back = monitor.picture(.init(), at(6))
        #expect(back?.ended?.from == past.from && back?.began.state == .live)
    }
}

extension WallTime {
    fileprivate static func - (left: WallTime, right: Duration) -> WallTime { left + (.zero - right) }
}
