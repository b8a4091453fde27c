import Media
import Pipeline
import Testing

@Suite struct LoadGovernorTests {
    private let cameras = (0..<16).map { LoadGovernor.Camera(id: "c\($0)", activity: Double(($0 * 7) % 16)) }
    private var quietest: [String] { cameras.sorted { $0.activity < $1.activity }.map(\.id) }

    @Test func `nothing is thinned while packets are decoded in time`() {
        var governor = LoadGovernor()
        for _ in 0..<100 {
            let strides = governor.decide(wait: .milliseconds(700), dropped: 0, cameras: cameras)
            #expect(strides.isEmpty && !governor.isThinning)
        }
    }

    @Test func `the quietest are looked at less often first`() {
        var governor = LoadGovernor()
        _ = governor.decide(wait: .seconds(2), dropped: 0, cameras: cameras)
        let once = governor.decide(wait: .seconds(2), dropped: 0, cameras: cameras)
        #expect(once == [quietest[0]: 2, quietest[1]: 2])
        let dropped = governor.decide(wait: .zero, dropped: 1, cameras: cameras)
        #expect(Set(dropped.keys) == Set(quietest.prefix(4)))
    }

    @Test func `all are thinned alike before one is thinned twice, and none below every eighth`() {
        var governor = LoadGovernor()
        var strides: [String: Int] = [:]
        for _ in 0..<9 { strides = governor.decide(wait: .seconds(2), dropped: 0, cameras: cameras) }
        #expect(strides.count == 16 && Set(strides.values) == [2])
        strides = governor.decide(wait: .seconds(2), dropped: 0, cameras: cameras)
        #expect(strides[quietest[0]] == 4 && strides[quietest[15]] == 2)
        for _ in 0..<100 { strides = governor.decide(wait: .seconds(2), dropped: 0, cameras: cameras) }
        #expect(Set(strides.values) == [8])
    }

    @Test func `what was taken is given back after some calm, the liveliest first`() {
        var governor = LoadGovernor()
        for _ in 0..<9 { _ = governor.decide(wait: .seconds(2), dropped: 0, cameras: cameras) }
        var strides: [String: Int] = [:]
        for _ in 0..<9 { strides = governor.decide(wait: .zero, dropped: 0, cameras: cameras) }
        #expect(strides.count == 16)
        strides = governor.decide(wait: .zero, dropped: 0, cameras: cameras)
        #expect(strides.count == 15 && strides[quietest[15]] == nil)
        for _ in 0..<60 { strides = governor.decide(wait: .zero, dropped: 0, cameras: cameras) }
        #expect(strides.isEmpty && !governor.isThinning)
    }

    @Test func `no camera is no fault`() {
        var governor = LoadGovernor()
        for _ in 0..<5 {
            let strides = governor.decide(wait: .seconds(9), dropped: 5, cameras: [])
            #expect(strides.isEmpty)
        }
    }

    @Test func `a late second now and then is no overload`() {
        var governor = LoadGovernor()
        for second in 0..<100 {
            let isLate = second % 2 == 0
            let strides = governor.decide(
                wait: isLate ? .seconds(3) : .zero, dropped: isLate ? 9 : 0, cameras: cameras)
            #expect(strides.isEmpty && !governor.isThinning)
        }
    }

    @Test func `a gate lets one group of several through whole`() {
        var gate = LiveGate(.full)
        let decisions = (0..<200).map { number in
            gate.decide(
                isKeyframe: number % 50 == 0, time: MediaTime(seconds: Double(number) / 25), stride: 2
            ) { true }
        }
        #expect(decisions[0..<50].allSatisfy { $0 == .pass } && decisions[50..<100].allSatisfy { $0 == .thin })
        #expect(decisions[100..<150].allSatisfy { $0 == .pass })
    }
}
